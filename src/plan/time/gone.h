/* SPDX-License-Identifier: MIT */
/* What has gone on exceptions before others leave them: where a deadline counts from something
 * aside of the usual path, that runs already for what an exception leads to only if the exception
 * begins behind it. Inside of src/plan only.
 *
 *      Complaint ──▶ Answer ──not content──▶ Court: 10 days from the complaint
 *          └─forgotten─▶ Reminder                   the answer has not gone here */
#ifndef PRESALE_PLAN_TIME_GONE_H
#define PRESALE_PLAN_TIME_GONE_H

#include "plan/time/way.h"

struct gone {
	const struct order *order;
	struct arena *arena;
	bool any;             /* some deadline counts from something aside */
	bool *counted;        /* by task: some deadline counts from it, and it is aside */
	struct went **before; /* by task, the source of an exception: what has gone then */
};

/* Nothing has gone yet. All memory is the arena's. */
void
gone_init(struct gone *gone, const struct order *order, struct arena *arena);

/* Notes of a walked exception what has gone when each of its parts ends that has outcomes. */
void
gone_add(struct gone *gone, struct way *way);

/* Whether something aside has gone before the exceptions of a source. */
bool
gone_is_before(const struct gone *gone, const struct task *task, const struct task *source);

#endif
