/* SPDX-License-Identifier: MIT */
/* The days that are worked: those of the week, changed by what was decreed for a country, changed
 * by what the file says itself. */
#include "calendar/worked.h"

#include "model/fields.h"
#include "support/date.h"

#include <stdlib.h>

enum { WEEK = 7, USUAL_WEEK = 0x1f /* Monday to Friday */ };

static const struct country_year {
	enum choice country;
	int year;
} years[] = {
#define DECREED(COUNTRY, year, source) {COUNTRY_##COUNTRY, year},
#define HOLIDAY(...)
#define MOVE(...)
#include "calendar/countries.def"
#undef DECREED
#undef HOLIDAY
#undef MOVE
};

static const struct country_holiday {
	enum choice country;
	int month, day;
} holidays[] = {
#define DECREED(...)
#define HOLIDAY(COUNTRY, month, day) {COUNTRY_##COUNTRY, month, day},
#define MOVE(...)
#include "calendar/countries.def"
#undef DECREED
#undef HOLIDAY
#undef MOVE
};

static const struct country_move {
	enum choice country;
	struct civil from, to;
} moves[] = {
#define DECREED(...)
#define HOLIDAY(...)
#define MOVE(COUNTRY, year, month, day, to_month, to_day) \
	{COUNTRY_##COUNTRY, {year, month, day}, {year, to_month, to_day}},
#include "calendar/countries.def"
#undef DECREED
#undef HOLIDAY
#undef MOVE
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- what is said of single days */

/* What is said of a day; of several sayings the last counts. */
struct saying {
	int32_t day;
	uint32_t order;
	bool worked;
};

struct sayings {
	struct arena *arena;
	struct saying *items;
	int *years; /* of which any day off is told */
	uint32_t count, year_count;
};

static void
add_year(struct sayings *sayings, int year)
{
	for (uint32_t i = 0; i < sayings->year_count; i++)
		if (sayings->years[i] == year)
			return;
	sayings->years = arena_grow(sayings->arena, sayings->years, sayings->year_count, 1,
				    sizeof *sayings->years);
	sayings->years[sayings->year_count++] = year;
}

static void
say(struct sayings *sayings, int32_t day, bool worked)
{
	sayings->items =
	    arena_grow(sayings->arena, sayings->items, sayings->count, 1, sizeof *sayings->items);
	sayings->items[sayings->count] = (struct saying){day, sayings->count, worked};
	sayings->count++;
	add_year(sayings, date_civil(day).year);
}

static unsigned
weekday(int64_t day)
{
	return (unsigned)(((day + 3) % WEEK + WEEK) % WEEK); /* 1970 began on a Thursday */
}

static bool
in_week(unsigned week, int64_t day)
{
	return week >> weekday(day) & 1;
}

/* Moves come before holidays: what a day off was taken from may be one. */
static void
say_country(struct sayings *sayings, enum choice country, unsigned week)
{
	for (size_t i = 0; i < COUNT(moves); i++) {
		int32_t from = date_day(moves[i].from);
		if (moves[i].country != country || in_week(week, from))
			continue;
		say(sayings, from, true);
		say(sayings, date_day(moves[i].to), false);
	}
	for (size_t i = 0; i < COUNT(years); i++)
		for (size_t j = 0; j < COUNT(holidays) && years[i].country == country; j++)
			if (holidays[j].country == country)
				say(sayings,
				    date_day((struct civil){years[i].year, holidays[j].month,
							    holidays[j].day}),
				    false);
}

static void
say_dates(struct sayings *sayings, const struct dates *dates, bool worked)
{
	for (uint32_t i = 0; i < dates->count; i++)
		if (dates->items[i].pos.line)
			say(sayings, dates->items[i].day, worked);
}

static int
compare(const void *a, const void *b)
{
	const struct saying *one = a, *other = b;
	if (one->day != other->day)
		return one->day < other->day ? -1 : 1;
	return one->order < other->order ? -1 : one->order > other->order;
}

/* Keeps what differs from the week. */
static void
take_sayings(struct worked *worked, struct sayings *sayings)
{
	worked->exceptions =
	    arena_array(sayings->arena, sayings->count, sizeof *worked->exceptions);
	if (sayings->count)
		qsort(sayings->items, sayings->count, sizeof *sayings->items, compare);
	int32_t change = 0;
	for (uint32_t i = 0; i < sayings->count; i++) {
		const struct saying *one = &sayings->items[i];
		bool last = i + 1 == sayings->count || one[1].day != one->day;
		if (!last || one->worked == in_week(worked->week, one->day))
			continue;
		change += one->worked ? 1 : -1;
		worked->exceptions[worked->count++] = (struct exceptional_day){one->day, change};
	}
}

struct worked
worked_of(struct arena *arena, const struct calendar *calendar)
{
	struct worked worked = {.week = 0};
	struct sayings sayings = {.arena = arena};
	for (uint32_t i = 0; calendar && i < calendar->workdays.count; i++)
		worked.week |= 1u << (calendar->workdays.items[i].value - WEEKDAY_MON);
	worked.week = worked.week ? worked.week : USUAL_WEEK;
	for (unsigned days = worked.week; days; days &= days - 1)
		worked.days_per_week++;
	if (!calendar)
		return worked;
	say_country(&sayings, calendar->country.value, worked.week);
	say_dates(&sayings, &calendar->holidays, false);
	say_dates(&sayings, &calendar->moved, true);
	take_sayings(&worked, &sayings);
	worked.years = sayings.years;
	worked.year_count = sayings.year_count;
	return worked;
}

/* ---- reckoning */

bool
worked_knows(const struct worked *worked, int year)
{
	for (uint32_t i = 0; i < worked->year_count; i++)
		if (worked->years[i] == year)
			return true;
	return !worked->years;
}

/* By how many exceptions change the number of worked days before a day. */
static int32_t
change_before(const struct worked *worked, int64_t day)
{
	uint32_t low = 0, high = worked->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (worked->exceptions[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? worked->exceptions[low - 1].change : 0;
}

/* Whole weeks, the days of the one begun, and what the exceptions make of them. */
int64_t
worked_number(const struct worked *worked, int64_t day)
{
	unsigned begun = weekday(day);
	int64_t number = (day - begun + 3) / WEEK * worked->days_per_week;
	for (unsigned before = worked->week & ((1u << begun) - 1); before; before &= before - 1)
		number++;
	return number + change_before(worked, day);
}

/* The last day before which there are as many, found by halves: numbers do not fall. */
int64_t
worked_day(const struct worked *worked, int64_t number)
{
	int64_t reach = worked->count + 1, week = worked->days_per_week;
	int64_t low = ((number - reach) / week - 2) * WEEK,
		high = ((number + reach) / week + 2) * WEEK;
	while (low + 1 < high) {
		int64_t middle = low + (high - low) / 2;
		if (worked_number(worked, middle) <= number)
			low = middle;
		else
			high = middle;
	}
	return low;
}
