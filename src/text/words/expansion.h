/* SPDX-License-Identifier: MIT */
/* Abbreviations that a text explains: «коммерческое предложение (КП)», «КП (коммерческое
 * предложение)», «… (далее – КП)». The words that one is short for begin with its letters. */
#ifndef PRESALE_TEXT_WORDS_EXPANSION_H
#define PRESALE_TEXT_WORDS_EXPANSION_H

#include "text/words/words.h"

/* Letters of the longest abbreviation, and of the longest word that one may leave out: «и», «для»,
 * "of". */
enum { EXPANSION_LONGEST = 6, EXPANSION_SMALL = 3 };

/* Two pieces of a text that mean the same. */
struct expansion {
	const char *brief, *brief_end; /* a word in capitals */
	const char *full, *full_end;
};

/* Calls take for each one of a text. */
void
expansion_each(struct words *words, const char *text,
	       void (*take)(void *data, const struct expansion *found), void *data);

/* True when a title is both, one in brackets behind the other. That is an author's own word for it:
 * the abbreviation need not be made of first letters, «Соглашение о неразглашении (NDA)». */
bool
expansion_of_title(struct words *words, const char *title, struct expansion *found);

/* True when a text begins with words that an abbreviation is short for; *end is set behind them. */
bool
expansion_begins(struct words *words, const char *brief, const char *text, const char **end);

#endif
