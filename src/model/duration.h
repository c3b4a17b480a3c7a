/* SPDX-License-Identifier: MIT */
/* How long things take: exactly, by kinds of time, and as somebody wrote it. */
#ifndef PRESALE_MODEL_DURATION_H
#define PRESALE_MODEL_DURATION_H

#include <stdbool.h>
#include <stdint.h>

enum { CLOCK_DAY = 24 * 60, CLOCK_WEEK = 7 * CLOCK_DAY };

/* A length of time. Working time, calendar days and time of the clock are added apart, in minutes
 * (a calendar day has CLOCK_DAY of them), and never turned into each other. They compare by weeks:
 * `weight` counts parts of a week, of which a minute of work has CLOCK_WEEK and a minute of the
 * other kinds as many as a working week has minutes. Ten million times a hundred years fit. */
struct length {
	int64_t weight;
	int64_t working, calendar, clock;
};

/* week: the minutes of a working week. */
static inline struct length
length_of(int64_t working, int64_t calendar, int64_t clock, int64_t week)
{
	return (struct length){working * CLOCK_WEEK + (calendar + clock) * week, working, calendar,
			       clock};
}

/* Each kind of time is added by itself. */
static inline struct length
length_sum(struct length a, struct length b)
{
	return (struct length){a.weight + b.weight, a.working + b.working, a.calendar + b.calendar,
			       a.clock + b.clock};
}

/* Each kind of time is subtracted by itself; what comes out may be less than nothing. */
static inline struct length
length_difference(struct length a, struct length b)
{
	return (struct length){a.weight - b.weight, a.working - b.working, a.calendar - b.calendar,
			       a.clock - b.clock};
}

/* Makes a length no shorter than a bound. */
static inline void
length_raise(struct length *length, struct length bound)
{
	if (bound.weight > length->weight)
		*length = bound;
}

/* Makes a length no longer than a bound. */
static inline void
length_lower(struct length *length, struct length bound)
{
	if (bound.weight < length->weight)
		*length = bound;
}

/* Whether both are of one kind of time, so that they compare by more than weeks. */
static inline bool
length_is_alike(struct length a, struct length b)
{
	return !!(a.working || b.working) + !!(a.calendar || b.calendar) + !!(a.clock || b.clock) <=
	       1;
}

/* Minutes of work that take as many weeks, rounded: where all has to stand on one scale. */
static inline int64_t
length_as_work(struct length length)
{
	return (length.weight + (length.weight < 0 ? -CLOCK_WEEK : CLOCK_WEEK) / 2) / CLOCK_WEEK;
}

/* The units in which people give time, by kind. */
enum unit {
	UNIT_NONE,
	UNIT_MINUTE,
	UNIT_HOUR,
	UNIT_DAY,
	UNIT_WEEK,
	UNIT_CALENDAR_DAY,
	UNIT_MONTH,
	UNIT_QUARTER,
	UNIT_YEAR,
	UNIT_CLOCK_MINUTE,
	UNIT_CLOCK_HOUR,
	UNIT_CLOCK_DAY,
	UNIT_COUNT
};

/* A number of a unit, as somebody wrote it. */
struct amount {
	double number;
	enum unit unit : 8;
	bool full : 1;  /* the unit as a whole word: «4 часа», not «4 ч» */
	bool named : 1; /* the kind of time is said: «2 рабочих дня» */
	bool half : 1;  /* a half in words: «полдня» */
	bool lone : 1;  /* one, without a number: «сутки», "a week" */
};

/* Amounts added up, largest first: «1 день 4 ч». */
struct amounts {
	const struct amount *items;
	uint32_t count;
};

/* What stands before a duration: «до», «не более» … */
enum limit {
	LIMIT_NONE,
	LIMIT_UP_TO,
	LIMIT_NO_MORE,
	LIMIT_WITHIN,
	LIMIT_NO_LATER,
	LIMIT_NO_LESS, /* time that must pass */
};

/* A duration as it was written, and how long it is. Many durations share one. */
struct told {
	enum limit limit;
	struct amounts best, most; /* the same amounts unless it is a range */
	struct length best_length, most_length;
};

#endif
