/* SPDX-License-Identifier: MIT */
/* A date as people write it. */
#ifndef PRESALE_LOAD_SCALAR_DATE_WORDS_H
#define PRESALE_LOAD_SCALAR_DATE_WORDS_H

#include <stdint.h>

enum date_fault {
	DATE_OK,
	DATE_UNREADABLE,
	DATE_ABSENT, /* a date of a form that is known, of a day that no calendar has */
	DATE_EITHER, /* 05-12-2026: a day in December or in May */
};

/* Reads «2026-12-05» (also with points or slashes), «05.12.2026», «5 декабря 2026» with or without
 * «г.», "5 December 2026" or "December 5, 2026", of the years 1900 to 2999; between hyphens or
 * slashes «25-12-2026» or "12/25/2026", where only one number can be the month. A year of two
 * digits, or of none, is unreadable: nobody can tell which it is. */
enum date_fault
date_words_parse(const char *text, int32_t *day);

/* Of a date that may be either of two: the first is the one whose day comes first. */
void
date_words_either(const char *text, int32_t days[2]);

/* The same with a time of the day behind it, «2026-12-05 14:30» or «05.12.2026, 9:05»; *minute
 * becomes that minute of the day, counted from 1, or 0 where no time is named. */
enum date_fault
date_words_parse_clock(const char *text, int32_t *day, int32_t *minute);

#endif
