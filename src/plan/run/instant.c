/* SPDX-License-Identifier: MIT */
#include "plan/run/instant.h"

enum { MONTH_MINUTES = 30 * CLOCK_DAY };

/* Whole months of the amounts that were written. */
static int32_t
months_of(const struct amounts *amounts)
{
	static const int months[UNIT_COUNT] = {
	    [UNIT_MONTH] = 1, [UNIT_QUARTER] = 3, [UNIT_YEAR] = 12};
	double sum = 0;
	for (uint32_t i = 0; i < amounts->count; i++)
		sum += months[amounts->items[i].unit] * amounts->items[i].number;
	return (int32_t)sum;
}

struct timespan
instant_span_of(struct length length)
{
	return (struct timespan){.days = length.calendar / CLOCK_DAY,
				 .clock = length.calendar % CLOCK_DAY + length.clock,
				 .working = length.working};
}

/* Where another bound was put in place of what was written, its months are not those that count. */
struct timespan
instant_span(const struct duration *duration, enum estimate estimate)
{
	bool best = estimate == ESTIMATE_BEST;
	struct length length = best ? duration_best(duration) : duration_most(duration);
	struct timespan span = instant_span_of(length);
	int32_t months =
	    duration->told ? months_of(best ? &duration->told->best : &duration->told->most) : 0;
	if (months && length.calendar >= (int64_t)months * MONTH_MINUTES) {
		span = instant_span_of(
		    (struct length){.working = length.working,
				    .calendar = length.calendar - (int64_t)months * MONTH_MINUTES,
				    .clock = length.clock});
		span.months = months;
	}
	return span;
}

struct instant
instant_add(const struct worktime *worktime, struct instant instant, struct timespan span,
	    bool back)
{
	int64_t at = instant.at;
	if (!span.months && !span.days && !span.clock && !span.working)
		return instant;
	if (span.clock && instant.whole)
		at = worktime_morning(worktime, worktime_date(at));
	if (back)
		span = (struct timespan){-span.months, -span.days, -span.clock, -span.working};
	return (struct instant){worktime_add(worktime, at, span), false};
}

static struct instant
instant_of(const struct worktime *worktime, const struct date *date, bool done)
{
	if (date->minute)
		return (struct instant){(int64_t)date->day * CLOCK_DAY + date->minute - 1, false};
	return done ? (struct instant){worktime_evening(worktime, date->day), true}
		    : (struct instant){worktime_morning(worktime, date->day), false};
}

struct instant
instant_done(const struct worktime *worktime, const struct date *date)
{
	return instant_of(worktime, date, true);
}

struct instant
instant_begun(const struct worktime *worktime, const struct date *date)
{
	return instant_of(worktime, date, false);
}

/* The minute before the end of a first minute of work. */
int64_t
instant_of_work(const struct worktime *worktime, struct instant instant)
{
	return worktime_add(worktime, instant.at, (struct timespan){.working = 1}) - 1;
}

int32_t
instant_day(struct instant instant)
{
	return (int32_t)worktime_date(instant.at);
}
