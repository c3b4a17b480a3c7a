/* SPDX-License-Identifier: MIT */
/* The longest paths through a plan. Inside of src/plan only. */
#ifndef PRESALE_PLAN_TIME_CRITICAL_H
#define PRESALE_PLAN_TIME_CRITICAL_H

#include "plan/time/times.h"

/* Gives the plan its critical paths by the estimate of the times, which are all known. */
void
critical_find(const struct times *times);

#endif
