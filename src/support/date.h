/* SPDX-License-Identifier: MIT */
/* Days of the Gregorian calendar, counted from 1970-01-01. */
#ifndef PRESALE_SUPPORT_DATE_H
#define PRESALE_SUPPORT_DATE_H

#include <stdbool.h>
#include <stdint.h>

struct civil {
	int year, month, day;
};

/* Howard Hinnant's days_from_civil and civil_from_days (public domain algorithms). */
int32_t
date_day(struct civil civil);
struct civil
date_civil(int32_t day);

/* The same day so many months on, or the last of a shorter month. */
int32_t
date_add_months(int32_t day, int months);

/* Reads exactly 2026-11-23; false when it is not an existing date of the years 1900 to 2999. */
bool
date_parse(const char *text, int32_t *day);

#endif
