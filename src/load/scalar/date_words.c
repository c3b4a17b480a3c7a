/* SPDX-License-Identifier: MIT */
#include "load/scalar/date_words.h"

#include "support/date.h"
#include "support/utf8.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum { MONTHS = 12, LONGEST = 64, YEAR_FIRST = 1900, YEAR_LAST = 2999 };

static const char *const russian[MONTHS] = {"января",   "февраля", "марта",  "апреля",
					    "мая",      "июня",    "июля",   "августа",
					    "сентября", "октября", "ноября", "декабря"};
static const char *const english[MONTHS] = {"january",   "february", "march",    "april",
					    "may",       "june",     "july",     "august",
					    "september", "october",  "november", "december"};

/* The text in small letters; false when it is longer than a date. */
static bool
lower(const char *text, char out[LONGEST])
{
	size_t length = 0;
	while (*text) {
		char rune[5] = "";
		uint32_t next = utf8_next(&text);
		size_t size = utf8_encode(utf8_is_blank(next) ? ' ' : utf8_lower(next), rune);
		if (length + size >= LONGEST)
			return false;
		memcpy(out + length, rune, size);
		length += size;
	}
	out[length] = '\0';
	return true;
}

/* Reads 1 to `most` digits; NULL when there are none. */
static const char *
number(const char *at, int most, int *value)
{
	const char *start = at;
	for (*value = 0; ascii_is_digit(*at) && at - start < most; at++)
		*value = *value * 10 + (*at - '0');
	return at == start || ascii_is_digit(*at) ? NULL : at;
}

/* Reads the name of a month, or its first letters, three at least. */
static const char *
month_name(const char *at, int *month)
{
	for (int i = 0; i < MONTHS; i++) {
		size_t length = strcspn(at, " .,");
		bool is_english = length >= 3 && strncmp(at, english[i], length) == 0;
		bool is_russian = length >= strlen("дек") && strncmp(at, russian[i], length) == 0;
		*month = i + 1;
		if (is_english || is_russian)
			return at + length + (at[length] == '.');
	}
	return NULL;
}

static const char *
blanks(const char *at)
{
	return at && *at == ' ' ? at + strspn(at, " ") : NULL;
}

/* The year, and behind it «г.» or «года». */
static bool
ends_with_year(const char *at, int *year)
{
	const char *start = at;
	at = at ? number(at, 4, year) : NULL;
	if (!at || at - start != 4)
		return false;
	at += strspn(at, " ");
	return !*at || !strcmp(at, "г.") || !strcmp(at, "г") || !strcmp(at, "года");
}

/* 2026-12-05, 2026.12.05, 2026/12/05 */
static bool
year_first(const char *at, struct civil *civil)
{
	at = number(at, 4, &civil->year);
	char sign = at ? *at : '\0';
	at = sign && strchr("-./", sign) ? number(at + 1, 2, &civil->month) : NULL;
	at = at && *at == sign ? number(at + 1, 2, &civil->day) : NULL;
	return at && !*at;
}

/* 05.12.2026 */
static bool
with_points(const char *at, struct civil *civil)
{
	at = number(at, 2, &civil->day);
	if (!at || *at != '.')
		return false;
	at = number(at + 1, 2, &civil->month);
	return at && *at == '.' && ends_with_year(at + 1, &civil->year);
}

/* 5 декабря 2026 */
static bool
day_first(const char *at, struct civil *civil)
{
	at = blanks(number(at, 2, &civil->day));
	at = at ? month_name(at, &civil->month) : NULL;
	return ends_with_year(blanks(at), &civil->year);
}

/* December 5, 2026; the comma may be missing */
static bool
month_first(const char *at, struct civil *civil)
{
	at = blanks(month_name(at, &civil->month));
	at = at ? number(at, 2, &civil->day) : NULL;
	return at && ends_with_year(blanks(at + (*at == ',')), &civil->year);
}

/* 05-12-2026, 05/12/2026: the day comes first here and the month there. */
static bool
either_first(const char *at, struct civil *civil)
{
	at = number(at, 2, &civil->day);
	char sign = at ? *at : '\0';
	at = sign && strchr("-/", sign) ? number(at + 1, 2, &civil->month) : NULL;
	return at && *at == sign && ends_with_year(at + 1, &civil->year);
}

/* The day of a year, a month and a day that were read; false when there is none. */
static bool
day_of(struct civil civil, int32_t *day)
{
	char plain[32];
	snprintf(plain, sizeof plain, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
	return date_parse(plain, day);
}

/* The days that a date may be, each once; none where no calendar has one. */
static int
days_of_either(struct civil civil, int32_t days[2])
{
	struct civil swapped = {.year = civil.year, .month = civil.day, .day = civil.month};
	int count = day_of(civil, &days[0]);
	count += day_of(swapped, &days[count]);
	return count == 2 && days[0] == days[1] ? 1 : count;
}

enum date_fault
date_words_parse(const char *text, int32_t *day)
{
	static const enum date_fault faults[] = {DATE_ABSENT, DATE_OK, DATE_EITHER};
	char small[LONGEST];
	struct civil civil;
	int32_t days[2];
	if (date_parse(text, day))
		return DATE_OK;
	if (!lower(text, small))
		return DATE_UNREADABLE;
	bool either = either_first(small, &civil);
	if (!either && !year_first(small, &civil) && !with_points(small, &civil) &&
	    !day_first(small, &civil) && !month_first(small, &civil))
		return DATE_UNREADABLE;
	if (civil.year < YEAR_FIRST || civil.year > YEAR_LAST)
		return DATE_UNREADABLE;
	if (!either)
		return day_of(civil, day) ? DATE_OK : DATE_ABSENT;
	enum date_fault fault = faults[days_of_either(civil, days)];
	*day = days[0];
	return fault;
}

void
date_words_either(const char *text, int32_t days[2])
{
	char small[LONGEST];
	struct civil civil;
	if (lower(text, small) && either_first(small, &civil))
		days_of_either(civil, days);
}

/* The minute of «14:30», counted from 1; 0: it is none. */
static int32_t
clock_minute(const char *at)
{
	int hour, minute;
	at = number(at, 2, &hour);
	at = at && *at == ':' ? number(at + 1, 2, &minute) : NULL;
	return at && !*at && hour < 24 && minute < 60 ? hour * 60 + minute + 1 : 0;
}

enum date_fault
date_words_parse_clock(const char *text, int32_t *day, int32_t *minute)
{
	char date[LONGEST];
	size_t length = strlen(text), tail = length;
	while (tail && !strchr(" T", text[tail - 1]))
		tail--;
	*minute = tail ? clock_minute(text + tail) : 0;
	if (!*minute || tail >= LONGEST)
		return date_words_parse(text, day);
	while (tail && strchr(" ,T", text[tail - 1]))
		tail--;
	memcpy(date, text, tail);
	date[tail] = '\0';
	return date_words_parse(date, day);
}
