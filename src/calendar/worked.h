/* SPDX-License-Identifier: MIT */
/* Which days are worked: a week, and the days on which it does not hold.
 *
 * Worked days are numbered through, as days are, and it is asked how many there are before a day,
 * and which day has a number. Whatever is reckoned becomes a sum of such numbers. So a
 * century takes no longer than a week, and counting back is counting. */
#ifndef PRESALE_CALENDAR_WORKED_H
#define PRESALE_CALENDAR_WORKED_H

#include "model/model.h"

/* A day on which the week does not hold. */
struct exceptional_day {
	int32_t day;
	int32_t change; /* by how many the worked days are more up to this one with it */
};

struct worked {
	unsigned week; /* a bit for each day, Monday first */
	int32_t days_per_week;
	struct exceptional_day *exceptions; /* ascending */
	uint32_t count;
	const int *years; /* of which days off are known, in no order; NULL: the calendar does not
			     speak of any */
	uint32_t year_count;
};

/* The days that a calendar (NULL: none is given) has worked; in arena. */
struct worked
worked_of(struct arena *arena, const struct calendar *calendar);

/* False for a year of which the calendar should say what days are off, and does not. */
bool
worked_knows(const struct worked *worked, int year);

/* The number of a worked day, or of the next one behind a day off. */
int64_t
worked_number(const struct worked *worked, int64_t day);

/* The worked day of a number. */
int64_t
worked_day(const struct worked *worked, int64_t number);

#endif
