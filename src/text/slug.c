/* SPDX-License-Identifier: MIT */
#include "text/slug.h"

#include "support/listed.h"
#include "support/utf8.h"

#include <string.h>

enum { LONGEST = 60 };

/* Simplified passport transliteration (ICAO Doc 9303), а … я. */
static const char *const cyrillic[] = {
    "a", "b", "v", "g", "d", "e",  "zh", "z",  "i",  "i",    "k", "l", "m", "n", "o",  "p",
    "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "",  "y", "",  "e", "iu", "ia"};

static const char *
letter(uint32_t rune, char *single)
{
	if (rune >= 0x430 && rune <= 0x44F)
		return cyrillic[rune - 0x430];
	if (rune == 0x451)
		return "e";
	single[0] = (rune >= 'a' && rune <= 'z') || (rune >= '0' && rune <= '9') ? (char)rune : '-';
	single[1] = '\0';
	return single;
}

static const char *
avoid_reserved(struct arena *arena, const char *slug)
{
	static const char *const devices[] = {"con", "prn", "aux", "nul", NULL};
	bool port = (strncmp(slug, "com", 3) == 0 || strncmp(slug, "lpt", 3) == 0) &&
		    slug[3] >= '0' && slug[3] <= '9' && !slug[4];
	return port || listed_is(devices, slug) ? arena_printf(arena, "x-%s", slug) : slug;
}

const char *
slug_of(struct arena *arena, const char *name)
{
	char out[LONGEST + 8], single[2];
	size_t length = 0;
	while (*name && length < LONGEST) {
		const char *letters = letter(utf8_lower(utf8_next(&name)), single);
		if (letters[0] == '-' && (!length || out[length - 1] == '-'))
			continue;
		while (*letters) /* one or two of them, mostly */
			out[length++] = *letters++;
	}
	while (length && out[length - 1] == '-')
		length--;
	if (!length)
		return "x";
	return avoid_reserved(arena, arena_copy(arena, out, length));
}
