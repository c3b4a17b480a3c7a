/* SPDX-License-Identifier: MIT */
/* When things happen: order, critical paths, slack, for best and at-most times, for all variants or one.
 * Times are working minutes from the start of the process. Outcomes are routes and do not enter here. */
#ifndef PRESALE_PLAN_H
#define PRESALE_PLAN_H

#include "model/model.h"

/* Which of a duration's two ends is meant. */
enum estimate { ESTIMATE_BEST, ESTIMATE_MOST, ESTIMATE_COUNT };

struct schedule {
	int64_t start, finish; /* earliest */
	int64_t slack;         /* how long it may slip without moving the end of the process (of its stage, for a step) */
	bool critical;         /* slack is 0 and the path through it has a length */
};

/* A stage or a step in a plan. */
struct task {
	const struct entity *entity;
	struct task *parent;     /* of a step its stage, of a sub-step its step; NULL for a stage */
	struct task **after;     /* what it waits for: given, or by default; tasks left out by `only` are seen through */
	uint32_t after_count;
	struct schedule times[ESTIMATE_COUNT];
	bool timed;              /* has a deadline of its own or steps that have */
};

struct plan {
	struct arena arena;
	const struct model *model;
	const struct entity *variant; /* KIND_VARIANT, or NULL for all together */
	struct task *tasks;           /* stages in the file's order, each followed by its steps, these by their sub-steps */
	uint32_t count;
	int64_t total[ESTIMATE_COUNT];
	const struct entity **cycle; /* the stages or steps of a circle in `after`, first = last, NULL-ended; NULL when there is none */
	struct task **critical[ESTIMATE_COUNT]; /* the stages of a critical path from first to last, NULL-ended */
};

/* Plans a process; the model must outlive the plan. Linear in tasks and dependencies. A circle is cut where it closes. */
struct plan *
plan_new(const struct model *model, const struct entity *variant);

void
plan_free(struct plan *plan);

/* The task of a stage or step, or NULL when the variant leaves it out. */
const struct task *
plan_task(const struct plan *plan, const struct entity *entity);

/* The longest chain of steps of a stage or step, in minutes. */
int64_t
plan_chain(const struct plan *plan, const struct entity *entity, enum estimate estimate);

#endif
