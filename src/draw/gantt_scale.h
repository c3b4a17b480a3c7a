/* SPDX-License-Identifier: MIT */
/* Where a moment stands on a schedule. A working day is as wide everywhere, unless stages shorter
 * than a day have bars too narrow to be seen: there the scale breaks, and minutes are drawn wider.
 */
#ifndef PRESALE_DRAW_GANTT_SCALE_H
#define PRESALE_DRAW_GANTT_SCALE_H

#include "plan/plan.h"

/* A part of the time of one scale. Times are weights of lengths, x is counted from the first day.
 */
struct gantt_zone {
	int64_t from, to;
	double x, width;
	bool stretched; /* minutes are drawn wider than elsewhere */
};

struct gantt_scale {
	struct gantt_zone *zones; /* one after the other, at least one */
	uint32_t count;
};

/* What a scale is made of. */
struct gantt_span {
	const struct plan *plan;
	const struct schedule *times; /* by task */
	int64_t day, end;             /* the length of a working day, when all has ended */
	double width;                 /* wanted of all */
	double day_least, day_most;   /* how wide a day may be */
};

/* In arena. */
struct gantt_scale
gantt_scale_make(const struct gantt_span *span, struct arena *arena);

/* How far from the first day a moment stands. */
double
gantt_scale_at(const struct gantt_scale *scale, int64_t time);

/* How wide all of it is. */
double
gantt_scale_width(const struct gantt_scale *scale);

#endif
