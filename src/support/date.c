/* SPDX-License-Identifier: MIT */
#include "support/date.h"

int32_t
date_day(struct civil civil)
{
	int year = civil.year - (civil.month <= 2);
	int era = (year >= 0 ? year : year - 399) / 400;
	int of_era = year - era * 400;
	int of_year = (153 * (civil.month + (civil.month > 2 ? -3 : 9)) + 2) / 5 + civil.day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct civil
date_civil(int32_t day)
{
	day += 719468;
	int era = (day >= 0 ? day : day - 146096) / 146097;
	int of_era = day - era * 146097;
	int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * year + year / 4 - year / 100);
	int month = (5 * of_year + 2) / 153;
	struct civil civil = {.day = of_year - (153 * month + 2) / 5 + 1,
			      .month = month < 10 ? month + 3 : month - 9};
	civil.year = year + era * 400 + (civil.month <= 2);
	return civil;
}

int32_t
date_add_months(int32_t day, int months)
{
	struct civil civil = date_civil(day);
	int month = civil.year * 12 + civil.month - 1 + months;
	struct civil first = {month / 12, month % 12 + 1, 1},
		     after = {(month + 1) / 12, (month + 1) % 12 + 1, 1};
	int32_t start = date_day(first), length = date_day(after) - start;
	return start + (civil.day < length ? civil.day : length) - 1;
}

static bool
digits(const char *text, int count, int *value)
{
	*value = 0;
	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		*value = *value * 10 + (text[i] - '0');
	}
	return true;
}

/* False when there is no such day in the years 1900 to 2999. */
static bool
is_day(struct civil civil, int32_t *day)
{
	if (civil.year < 1900 || civil.year > 2999 || civil.month < 1 || civil.month > 12)
		return false;
	*day = date_day(civil);
	struct civil back = date_civil(*day);
	return back.day == civil.day && back.month == civil.month;
}

bool
date_parse(const char *text, int32_t *day)
{
	struct civil civil;
	return digits(text, 4, &civil.year) && text[4] == '-' &&
	       digits(text + 5, 2, &civil.month) && text[7] == '-' &&
	       digits(text + 8, 2, &civil.day) && !text[10] && is_day(civil, day);
}
