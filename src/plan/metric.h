/* SPDX-License-Identifier: MIT */
/* What a process is measured by: whether what it reaches is what it should. */
#ifndef PRESALE_PLAN_METRIC_H
#define PRESALE_PLAN_METRIC_H

#include "text/words/words.h"

enum metric_state {
	METRIC_UNKNOWN, /* one of them is no number, or of another unit, or no bound is said */
	METRIC_MET,
	METRIC_MISSED,
};

/* Compares a target («не менее 35 %», "60 minutes or less") with what is reached («31 %»), both or
 * one of them NULL when not given. A target without a bound is met by the same number alone:
 * whether more would be better nobody says. */
enum metric_state
metric_compare(struct words *words, const char *target, const char *now);

#endif
