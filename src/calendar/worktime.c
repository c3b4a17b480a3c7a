/* SPDX-License-Identifier: MIT */
/* Moments become minutes of work and back: what is added in between is a sum. */
#include "calendar/worktime.h"

#include "calendar/worked.h"
#include "model/fields.h"
#include "support/date.h"

enum { MORNING = 9 * 60 };

struct worktime {
	struct worked worked;
	int64_t length;  /* of a worked day, in minutes */
	int64_t morning; /* when it begins */
};

/* A day too long to end before midnight from the usual morning on begins earlier. */
const struct worktime *
worktime_new(struct arena *arena, const struct calendar *calendar, int32_t minutes_per_day)
{
	struct worktime *worktime = arena_alloc(arena, sizeof *worktime);
	int64_t latest = CLOCK_DAY - minutes_per_day;
	*worktime = (struct worktime){.worked = worked_of(arena, calendar),
				      .length = minutes_per_day,
				      .morning = latest < MORNING ? latest : MORNING};
	return worktime;
}

bool
worktime_knows(const struct worktime *worktime, int year)
{
	return worked_knows(&worktime->worked, year);
}

int32_t
worktime_days_per_week(const struct worktime *worktime)
{
	return worktime->worked.days_per_week;
}

int64_t
worktime_day(const struct worktime *worktime, int64_t day)
{
	return worked_day(&worktime->worked, worked_number(&worktime->worked, day));
}

int64_t
worktime_morning(const struct worktime *worktime, int64_t day)
{
	return day * CLOCK_DAY + worktime->morning;
}

/* Rounds down, below nothing as well. */
static int64_t
part(int64_t amount, int64_t size)
{
	return (amount - (amount % size + size) % size) / size;
}

int64_t
worktime_date(int64_t moment)
{
	return part(moment, CLOCK_DAY);
}

/* Minutes worked up to a moment, since a beginning that is the same for all moments. */
static int64_t
worked_until(const struct worktime *worktime, int64_t moment)
{
	int64_t day = worktime_date(moment), number = worked_number(&worktime->worked, day),
		past = moment - worktime_morning(worktime, day);
	if (past <= 0 || worked_day(&worktime->worked, number) != day)
		return number * worktime->length;
	return number * worktime->length + (past < worktime->length ? past : worktime->length);
}

/* The moment at which so many minutes are worked: in the evening, or counted back the morning after
 * it. */
static int64_t
moment_of(const struct worktime *worktime, int64_t minutes, bool back)
{
	int64_t number = part(minutes, worktime->length),
		rest = minutes - number * worktime->length;
	if (!rest && !back) {
		number--;
		rest = worktime->length;
	}
	return worktime_morning(worktime, worked_day(&worktime->worked, number)) + rest;
}

int64_t
worktime_add(const struct worktime *worktime, int64_t moment, struct timespan span)
{
	int64_t day = worktime_date(moment), time = moment - day * CLOCK_DAY;
	if (span.months)
		day = date_add_months((int32_t)day, span.months);
	moment = (day + span.days) * CLOCK_DAY + time + span.clock;
	if (!span.working)
		return moment;
	return moment_of(worktime, worked_until(worktime, moment) + span.working, span.working < 0);
}

int64_t
worktime_between(const struct worktime *worktime, int64_t from, int64_t to)
{
	return worked_until(worktime, to) - worked_until(worktime, from);
}

int64_t
worktime_evening(const struct worktime *worktime, int64_t day)
{
	return worktime_morning(worktime, day) + worktime->length;
}
