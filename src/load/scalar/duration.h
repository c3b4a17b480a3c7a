/* SPDX-License-Identifier: MIT */
/* Durations as people write them. Nothing here reports; the caller does. */
#ifndef PRESALE_LOAD_SCALAR_DURATION_H
#define PRESALE_LOAD_SCALAR_DURATION_H

#include "model/model.h"

enum duration_fault {
	DURATION_OK,
	DURATION_UNREADABLE,
	DURATION_RANGE,
	DURATION_DAY_MONTH, /* a bare number that may be a date: 05.12 */
	DURATION_YEAR,      /* a bare number that may be a year */
	DURATION_MOMENT,    /* when, and not how long: «до пятницы» */
	DURATION_VAGUE,     /* no time at all: «срочно» */
	DURATION_LASTING,   /* how often, or on end: «круглосуточно» */
	DURATION_NUMBERS,   /* another number in brackets: «5 (шесть) дней» */
};

/* Reads a duration as docs/format.md describes, how it is written into the arena; pos is left
 * alone. */
enum duration_fault
duration_parse(struct arena *arena, const char *text, int32_t minutes_per_day,
	       int32_t days_per_week, struct duration *duration);

#endif
