/* SPDX-License-Identifier: MIT */
/* The words in which people give times, in both languages. All texts are folded (FOLD_CASE). */
#ifndef PRESALE_LOAD_SCALAR_DURATION_WORDS_H
#define PRESALE_LOAD_SCALAR_DURATION_WORDS_H

#include "model/duration.h"

#include <stddef.h>

/* What an adjective says of a unit. UNIT_NATURE_ROUND and UNIT_NATURE_CLOCK both mean time of the
 * clock; only the latter makes a day one. */
enum unit_nature {
	UNIT_NATURE_NONE,
	UNIT_NATURE_WORKING,
	UNIT_NATURE_CALENDAR,
	UNIT_NATURE_ROUND,
	UNIT_NATURE_CLOCK
};

/* A word for a unit: exact, or with * the beginning of one. */
struct unit_word {
	const char *word;
	enum unit unit;
	bool full;    /* a whole word, not an abbreviation */
	bool alone;   /* means one of it when there is no number */
	bool working; /* says that it is working time */
};

/* The unit of a word of length bytes, or NULL. */
const struct unit_word *
duration_unit(const char *word, size_t length);

/* UNIT_NATURE_NONE when the word is no adjective. */
enum unit_nature
duration_nature(const char *word, size_t length);

/* The unit that a unit is with an adjective: «календарных» + «дней»; UNIT_NONE when they do not go
 * together. */
enum unit
duration_unit_as(enum unit unit, enum unit_nature nature);

/* A number in words, «двадцати», "three"; 0 when the word is none. */
int
duration_number(const char *word, size_t length);

/* What stands before a duration, at the text's beginning, and in *length its bytes; LIMIT_NONE when
 * nothing does. */
enum limit
duration_limit(const char *text, size_t *length);

/* Whether a text speaks of a moment: a day of the week, an hour, a date, a month. */
bool
duration_is_moment(const char *text);

/* Whether a text says only that there is no time to lose, or that the time is open: «срочно». */
bool
duration_is_vague(const char *text);

/* Whether a text says how often or how long on end, and no length: «круглосуточно», "24/7". */
bool
duration_is_lasting(const char *text);

#endif
