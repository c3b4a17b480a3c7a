/* SPDX-License-Identifier: MIT */
/* The near miss: which of the known words was probably meant. */
#ifndef PRESALE_TEXT_WORDS_SUGGEST_H
#define PRESALE_TEXT_WORDS_SUGGEST_H

#include "support/arena.h"

#include <stdbool.h>

/* Looking for what is near takes long: so many unknown words are worth it, more are no slips. */
enum { SUGGEST_MOST = 200 };

struct suggest {
	struct arena arena;
	const char *wanted[3]; /* folded: as typed, in the other keyboard layout, with look-alikes
				  made Cyrillic */
	const char *best;
	size_t distance;
	bool tied; /* another word is as near as the best */
};

/* Starts a search for what was typed. */
void
suggest_open(struct suggest *suggest, const char *typed);

/* Offers a known word; it must live until suggest_close. */
void
suggest_try(struct suggest *suggest, const char *known);

/* The same where another text is to be written than the one that is near: the path of a step by its
 * name. */
void
suggest_offer(struct suggest *suggest, const char *known, const char *advice);

/* Offers each of the words separated by |; the winner is copied into arena. */
void
suggest_try_spellings(struct suggest *suggest, const char *spellings, struct arena *arena);

/* The best of the words offered if it is near enough, else NULL; ends the search. */
const char *
suggest_close(struct suggest *suggest);

/* True when no other word was as near as the best. */
bool
suggest_is_certain(const struct suggest *suggest);

#endif
