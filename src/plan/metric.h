/* SPDX-License-Identifier: MIT */
/* What a process is measured by: whether what it reaches is what it should, how far it is from
 * that, and whether it grows. */
#ifndef PRESALE_PLAN_METRIC_H
#define PRESALE_PLAN_METRIC_H

#include "model/model.h"
#include "text/words/words.h"

enum metric_state {
	METRIC_UNKNOWN, /* one of them is no number, or of another unit, or no bound is said */
	METRIC_MET,
	METRIC_MISSED,
};

/* Compares a target («не менее 35 %», "60 minutes or less") with what is reached («31 %»), both or
 * one of them NULL when not given. A target without a bound is met by the same number alone,
 * unless it is said what is better: DIRECTION_MORE, DIRECTION_LESS. */
enum metric_state
metric_compare(struct words *words, const char *target, const char *now, enum choice better);

/* What a metric reaches: as it says, else what was measured last; NULL: nobody knows. */
const char *
metric_now(const struct metric *metric);

/* What is reached less the target, where that is missed: «−4 %», «+2»; else NULL. The language says
 * which sign parts decimals. In arena. */
const char *
metric_gap(struct words *words, const struct metric *metric, int lang, struct arena *arena);

/* Values that were measured, as numbers of one unit, by their day. */
struct metric_points {
	struct metric_point {
		const struct metric_value *of;
		double value;
	} *items;
	uint32_t count;
};

/* Those of a metric; what is no number, or of another unit than the last one, is left out. In
 * arena. */
struct metric_points
metric_points(struct words *words, const struct metric *metric, struct arena *arena);

enum metric_trend {
	METRIC_LEVEL, /* the same, or there is but one value */
	METRIC_BETTER,
	METRIC_WORSE,
	METRIC_RISES, /* and nobody says whether more is better */
	METRIC_FALLS,
};

/* Where a metric goes, from the first of its values to the last. */
enum metric_trend
metric_trend(const struct metric *metric, const struct metric_points *points);

#endif
