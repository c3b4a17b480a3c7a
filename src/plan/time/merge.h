/* SPDX-License-Identifier: MIT */
/* Times of all variants together. Inside of src/plan only.
 *
 * A process has no one plan when variants differ: for some clients a stage is skipped, for others
 * it takes longer. What a document says of the process as a whole must hold for each of them, so it
 * is no plan of its own, in which all variants' work would be done one after the other, but the
 * envelope of their plans: a task has the times of the variant in which it ends last, at best of
 * that in which it ends first; it may slip by the least that it may in any, and is critical if it
 * is in one; the total goes from the shortest to the longest. A variant in which it is an exception
 * does not count where it is usual in another. */
#ifndef PRESALE_PLAN_TIME_MERGE_H
#define PRESALE_PLAN_TIME_MERGE_H

#include "plan/plan.h"

/* Gives a plan of all variants the times of its plans of each: see plan.h. What no variant has, as
 * it contradicts what it is part of, keeps its own. Linear in tasks, for each variant. */
void
plan_merge(struct plan *plan);

#endif
