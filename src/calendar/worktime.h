/* SPDX-License-Identifier: MIT */
/* Dates reckoned by a calendar: where time that is added to a moment leads.
 *
 * A moment is in minutes since 1970-01-01, midnight, as the clock on the wall shows them: nothing
 * is known of time zones, so a day always has 24 hours. A worked day is one piece from its morning
 * on, as long as the calendar says; days shortened before holidays count as whole ones, since «5
 * дней» means five days and not forty hours. Nothing is rounded: the same sum gives the same
 * moment, added at once or piece by piece.
 *
 * Between the evening of a day and the next morning no work is done, so both are the same place in
 * working time. Time that is added ends in an evening (a task for Friday is not due on Monday),
 * time that is counted back in a morning. */
#ifndef PRESALE_CALENDAR_WORKTIME_H
#define PRESALE_CALENDAR_WORKTIME_H

#include "model/model.h"

struct worktime;

/* Time of all kinds. Negative amounts count back. */
struct timespan {
	int32_t months; /* to the same day, or the last of a shorter month */
	int64_t days;   /* of the calendar, counted from the day after */
	int64_t clock;  /* minutes, through nights and days off */
	int64_t working;
};

/* The days and hours of a calendar (NULL: none is given), of so many minutes a day. In arena. */
const struct worktime *
worktime_new(struct arena *arena, const struct calendar *calendar, int32_t minutes_per_day);

/* False for a year of which the calendar should say what days are off, and does not. */
bool
worktime_knows(const struct worktime *worktime, int year);

/* How many days of a week are worked. */
int32_t
worktime_days_per_week(const struct worktime *worktime);

/* A day if it is worked, else the next one that is. */
int64_t
worktime_day(const struct worktime *worktime, int64_t day);

/* The moment at which work begins on a day. */
int64_t
worktime_morning(const struct worktime *worktime, int64_t day);

/* The day of a moment. */
int64_t
worktime_date(int64_t moment);

/* Months, days, time of the clock and working time from a moment on, in this order. */
int64_t
worktime_add(const struct worktime *worktime, int64_t moment, struct timespan span);

/* How many minutes are worked from one moment to another; less than nothing when that is before. */
int64_t
worktime_between(const struct worktime *worktime, int64_t from, int64_t to);

/* The moment at which work ends on a day. */
int64_t
worktime_evening(const struct worktime *worktime, int64_t day);

#endif
