/* SPDX-License-Identifier: MIT */
/* When things are where all variants are drawn together. */
#ifndef PRESALE_PLAN_TIME_SHOWN_TIMES_H
#define PRESALE_PLAN_TIME_SHOWN_TIMES_H

#include "plan/plan.h"

/* At most, by task. The times of all together are, of each task, those of one variant: a step of
 * another than its stage's would stand outside of it. So a step stands as far from the beginning of
 * what it is part of as in its own variant. In arena. */
struct schedule *
plan_shown_times(const struct plan *plan, struct arena *arena);

#endif
