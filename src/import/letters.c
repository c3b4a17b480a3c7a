/* SPDX-License-Identifier: MIT */
#include "import/letters.h"

#include "support/utf8.h"

#include <string.h>

/* Small letters; of Cyrillic those that look alike. */
static const struct {
	const char *text;
	unsigned part;
} words[] = {{"r", LETTERS_RESPONSIBLE},
	     {"a", LETTERS_ACCOUNTABLE},
	     {"\xD0\xB0", LETTERS_ACCOUNTABLE},
	     {"c", LETTERS_CONSULTED},
	     {"\xD1\x81", LETTERS_CONSULTED},
	     {"i", LETTERS_INFORMED},
	     {"responsible", LETTERS_RESPONSIBLE},
	     {"accountable", LETTERS_ACCOUNTABLE},
	     {"consulted", LETTERS_CONSULTED},
	     {"informed", LETTERS_INFORMED},
	     {"ответственный", LETTERS_RESPONSIBLE},
	     {"исполнитель", LETTERS_RESPONSIBLE},
	     {"исполняет", LETTERS_RESPONSIBLE},
	     {"утверждает", LETTERS_ACCOUNTABLE},
	     {"утверждающий", LETTERS_ACCOUNTABLE},
	     {"консультирует", LETTERS_CONSULTED},
	     {"консультант", LETTERS_CONSULTED},
	     {"информируется", LETTERS_INFORMED},
	     {"информируемый", LETTERS_INFORMED},
	     {"уведомляется", LETTERS_INFORMED}};

/* What the first of the text is; 0 for none. */
static unsigned
part_of(const char *text, size_t length)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i].text) == length && memcmp(words[i].text, text, length) == 0)
			return words[i].part;
	return 0;
}

/* «RA», «CI»: letters without anything between. */
static unsigned
joined(const char *text, size_t length)
{
	unsigned parts = 0;
	for (size_t i = 0; i < length; i++) {
		unsigned part = part_of(text + i, 1);
		if (!part)
			return 0;
		parts |= part;
	}
	return parts;
}

unsigned
letters_of(struct arena *arena, const char *text)
{
	enum { LONGEST = 60 };
	static const char between[] = " ,/()+;&\n";
	unsigned parts = 0;
	if (strlen(text) > LONGEST)
		return 0;
	const char *at = utf8_fold(arena, text, FOLD_CASE);
	for (at += strspn(at, between); *at; at += strspn(at, between)) {
		size_t length = strcspn(at, between);
		unsigned part = part_of(at, length);
		part = part ? part : joined(at, length);
		if (!part)
			return 0;
		parts |= part;
		at += length;
	}
	return parts;
}
