/* SPDX-License-Identifier: MIT */
/* How long a stage or step takes, in words. */
#ifndef PRESALE_PLAN_TIME_TAKES_H
#define PRESALE_PLAN_TIME_TAKES_H

#include "model/show.h"
#include "plan/plan.h"

/* True when it takes what each variant says. */
bool
task_takes_by_variant(const struct plan *plan, const struct task *task);

/* Its deadline as it was written, as long as the plan keeps to it, it differs by variant, counts
 * from something else than its beginning or says only how long ahead of another it ends; else what
 * the plan reckons at most. In arena. */
const char *
task_takes(const struct voice *voice, const struct plan *plan, const struct task *task,
	   struct arena *arena);

#endif
