/* SPDX-License-Identifier: MIT */
/* Where outcomes lead in a plan, and which of its tasks lie on the usual path. Inside of src/plan
 * only. */
#ifndef PRESALE_PLAN_TIME_ROUTES_H
#define PRESALE_PLAN_TIME_ROUTES_H

#include "plan/time/order.h"

/* An outcome with one of the places that it leads to in the plan. */
struct outcome_route {
	const struct task *from;
	const struct task *to; /* NULL: the end of the process */
	const struct outcome *outcome;
	bool back;  /* to the task itself, to what contains it or to what comes earlier */
	bool usual; /* the task is usually left by it; never back */
	bool idle;  /* of a whole that is left by a part of it, so that nobody asks for this */
};

/* All of a plan, task by task as they stand there, and of each in the order of the file. */
struct routes {
	struct arena arena;
	struct outcome_route *items;
	uint32_t count;
	bool *goes_on;   /* by task, from usual_make: those that wait for it follow */
	uint32_t *first; /* of a task its first one; task count + 1 of them; NULL without routes */
};

/* Finds the routes of a plan whose waits are known and free of cycles, and marks the tasks that are
 * entered (see struct task). Nothing is allocated where there are no outcomes. */
void
routes_init(struct routes *routes, struct plan *plan);

/* Frees what the routes hold, not the struct. */
void
routes_free(struct routes *routes);

/* True when some place that the outcomes of a stage or step lead to is an alternative in a plan:
 * some variant has not what this one has. */
bool
routes_lead_apart(const struct plan *plan, const struct entity *entity);

/* Where an outcome leads in a plan that names a place; false when it falls away, since one beside
 * it leads apart. NULL in *to: to the end. */
bool
routes_place(const struct plan *plan, const struct entity *named, bool apart,
	     const struct task **to);

/* True when it is known by which outcome a task is left. */
bool
routes_are_decided(const struct plan *plan, const struct task *task);

/* What contains both of two tasks, neither of which contains the other; NULL: the process. */
const struct task *
routes_common(const struct task *a, const struct task *b);

/* What an outcome that is not usual leaves, as soon as that has ended: what has it, and what that
 * is the last step of, as far as the route leads out of that and it ends. */
const struct task *
routes_left(const struct plan *plan, const struct outcome_route *route);

/* The part of `outer` (NULL: the process) that a task is or lies in. */
const struct task *
routes_part(const struct task *task, const struct task *outer);

#endif
