/* SPDX-License-Identifier: MIT */
/* When something of a run is, on the calendar; and what becomes of it when time is added. */
#ifndef PRESALE_PLAN_RUN_INSTANT_H
#define PRESALE_PLAN_RUN_INSTANT_H

#include "calendar/worktime.h"
#include "plan/plan.h"

/* A moment as calendar/worktime.h has it. Of what is known by its day alone it is the evening, from
 * which work goes on, while time of the clock runs from the morning: nobody has said when. */
struct instant {
	int64_t at;
	bool whole; /* its day alone is known */
};

/* Before all others: none. */
#define INSTANT_NEVER INT64_MIN

/* A length of time in words of the calendar: months stay months. */
struct timespan
instant_span(const struct duration *duration, enum estimate estimate);

/* The same of what was added up, where months are 30 days. */
struct timespan
instant_span_of(struct length length);

/* Time added to an instant, or with `back` taken off. */
struct instant
instant_add(const struct worktime *worktime, struct instant instant, struct timespan span,
	    bool back);

/* What a date of a file says that something was done by then; or that it begins. */
struct instant
instant_done(const struct worktime *worktime, const struct date *date);
struct instant
instant_begun(const struct worktime *worktime, const struct date *date);

/* When work that may begin at an instant does: not in an evening, nor on a day off. */
int64_t
instant_of_work(const struct worktime *worktime, struct instant instant);

/* The day of an instant. */
int32_t
instant_day(struct instant instant);

#endif
