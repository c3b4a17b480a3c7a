/* SPDX-License-Identifier: MIT */
/* The plan of what an edition leaves. Inside of src/plan only. */
#ifndef PRESALE_PLAN_TIME_NARROW_H
#define PRESALE_PLAN_TIME_NARROW_H

#include "plan/plan.h"

/* The plan of a model that an edition left, as a part of the plan of all: what is left begins and
 * ends as it does in the whole, and waits for what it waits for there, through what is hidden.
 * The whole must outlive it. Linear in tasks and dependencies; those of what is hidden are counted
 * again for each that waits for it. */
struct plan *
plan_narrow(const struct plan *whole, const struct model *left);

#endif
