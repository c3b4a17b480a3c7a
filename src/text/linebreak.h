/* SPDX-License-Identifier: MIT */
/* Where a line of a text may end, by the customs of Russian and English: at blanks, unless one of
 * the two words would be read wrong alone, and within a word after a hyphen, a dash, a slash and
 * each wide character. UAX 14 has no word on what Russian keeps together: for it a blank is a
 * blank. */
#ifndef PRESALE_TEXT_LINEBREAK_H
#define PRESALE_TEXT_LINEBREAK_H

#include <stdbool.h>
#include <stdint.h>

/* A blank or a tab: where a line may end, and what vanishes there. */
static inline bool
linebreak_is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

/* True when a line may end at blanks before which the word from `word` on stands. It may not end
 * before a dash or slash that stands alone, between a number and its % or currency, after № and a
 * letter with a full stop (т. е., И. И.), nor between the groups of a number. */
bool
linebreak_at_blank(const char *word, const char *blank, const char *end);

/* True when a line may end within a word, behind the character rune. Before that stands `before`
 * (0: nothing), behind it, unless it is the end, `next`. A range of numbers stays whole. */
bool
linebreak_in_word(uint32_t before, uint32_t rune, const char *next);

#endif
