/* SPDX-License-Identifier: MIT */
/* The points of a plan on dates: forwards from what is known, backwards from an end. Inside of
 * src/plan only. */
#ifndef PRESALE_PLAN_RUN_SWEEP_H
#define PRESALE_PLAN_RUN_SWEEP_H

#include "plan/run/instant.h"
#include "plan/time/order.h"

/* What is reckoned forwards. */
enum sweep_kind {
	SWEEP_PLAN, /* at most, as if nothing were done yet */
	SWEEP_BEST, /* at best, from what is done on */
	SWEEP_MOST, /* at most, and nothing that is not done ends before today */
	SWEEP_COUNT,
};

/* What is known of the points of a plan. They keep their places from pass to pass, since the tasks
 * are the same. */
struct sweep {
	const struct worktime *worktime;
	int32_t today;
	struct instant start;
	bool *present;                    /* by point: it is on the way, in some pass */
	struct instant *at[SWEEP_COUNT];  /* by point: as it is reckoned with by others */
	struct instant *due[SWEEP_COUNT]; /* by task: when it is to end */
	const struct instant **done;      /* by task: when its present pass was done, or NULL */
	bool *complete;                   /* by task: it is done, or all its parts are */
	bool *reached;                    /* by point: of the present pass */
	const struct instant **begins;    /* by task: the pass begins with it, then; or NULL */
	bool first;                       /* the first pass: it begins with the process */
};

/* Places for the points of so many tasks; in arena. */
struct sweep
sweep_new(struct arena *arena, const struct worktime *worktime, uint32_t tasks);

/* Marks what the pass reaches: of the first one the usual way, of another what follows from where
 * it begins. */
void
sweep_reach(struct sweep *sweep, const struct order *order);

/* Finds the dates of a kind of what the pass reaches. */
void
sweep_forward(struct sweep *sweep, const struct order *order, enum sweep_kind kind);

/* By point, how late it may be so that all ends by an instant; INSTANT_NEVER: nothing says. In
 * arena. */
struct instant *
sweep_backward(const struct sweep *sweep, const struct order *order, struct instant end,
	       struct arena *arena);

/* Whether an edge says when something is. */
bool
sweep_has_say(const struct order *order, uint32_t edge);

#endif
