/* SPDX-License-Identifier: MIT */
/* Times of all variants together. Inside of src/plan only. */
#ifndef PRESALE_PLAN_TIME_MERGE_H
#define PRESALE_PLAN_TIME_MERGE_H

#include "plan/plan.h"

/* Gives a plan of all variants the times of its plans of each: see plan.h. What no variant has, as
 * it contradicts what it is part of, keeps its own. Linear in tasks, for each variant. */
void
plan_merge(struct plan *plan);

#endif
