/* SPDX-License-Identifier: MIT */
#include "text/words/twins.h"

#include "support/utf8.h"

static const struct {
	uint32_t latin, cyrillic;
} letters[] = {{'a', 0x430}, {'c', 0x441}, {'e', 0x435}, {'o', 0x43E}, {'p', 0x440}, {'x', 0x445},
	       {'y', 0x443}, {'A', 0x410}, {'B', 0x412}, {'C', 0x421}, {'E', 0x415}, {'H', 0x41D},
	       {'K', 0x41A}, {'M', 0x41C}, {'O', 0x41E}, {'P', 0x420}, {'T', 0x422}, {'X', 0x425}};

uint32_t
twin_letter(uint32_t rune, bool to_cyrillic)
{
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (rune == (to_cyrillic ? letters[i].latin : letters[i].cyrillic))
			return to_cyrillic ? letters[i].cyrillic : letters[i].latin;
	return 0;
}

/* Hyphens, the minus sign and the shorter dashes. */
static bool
is_hyphen(uint32_t rune)
{
	return rune == '-' || (rune >= 0x2010 && rune <= 0x2013) || rune == 0x2212;
}

static bool
look_alike(uint32_t a, uint32_t b)
{
	return a == b || twin_letter(a, true) == b || twin_letter(a, false) == b ||
	       (is_hyphen(a) && is_hyphen(b));
}

bool
twins_find(const char *here, const char *there, struct twins *twins)
{
	*twins = (struct twins){0};
	while (*here && *there) {
		uint32_t a = utf8_next(&here), b = utf8_next(&there);
		if (!look_alike(a, b))
			return false;
		if (a != b && !twins->here)
			*twins = (struct twins){a, b};
	}
	return !*here && !*there && twins->here;
}
