/* SPDX-License-Identifier: MIT */
/* How a process graph comes about.
 *
 * A process says two kinds of things about its order: a task waits for others (`after`), and an
 * outcome leads somewhere (`outcomes`). Both become links between points. flow.c runs, one after
 * the other:
 *
 *      flow_points.c    points: tasks, the two ends of stages, by which outcomes they are left
 *                       (flow_branches.c)
 *      flow_waits.c     links of what waits to what it waits for
 *      flow_routes.c    links of outcomes to where they lead
 *      flow_ends.c      links of what nobody follows to the end
 *      flow_settle.c    links that say nothing are dropped, points are put in order; what depends
 *                       on variants is parted (flow_parts.c)
 *      flow_gates.c     nodes of points, with gateways between them
 *      flow_reduce.c    gateways that an edition leaves with nothing between them are dropped */
#ifndef PRESALE_PLAN_GRAPH_FLOW_BUILD_H
#define PRESALE_PLAN_GRAPH_FLOW_BUILD_H

#include "plan/graph/alternatives.h"
#include "plan/graph/dominators.h"
#include "plan/graph/flow.h"

enum point_type {
	POINT_START,
	POINT_HEAD,  /* where a stage of several first steps begins */
	POINT_ASIDE, /* where what goes on for ever parts from what goes on beside it */
	POINT_TASK,
	POINT_PASS, /* a task that an edition does not show: what leads to it leads on */
	POINT_TAIL, /* where a stage of several last steps ends */
	POINT_END,
};

/* Where a flow leaves: a node and what is written on the edge out of it. */
struct tap {
	struct flow_node *node; /* NULL while nothing leads there */
	const char *label;      /* the condition of a branch, or NULL */
	const char *names;      /* of the variants that take it, where they decide; or NULL */
	const struct outcome *outcome;
	bool otherwise;
	variant_set variants; /* of a branch of a decision by variant, or 0 */
};

/* An outcome that a point is left by, in some variants. */
struct branch {
	const struct outcome *outcome;
	variant_set variants;
};

struct point {
	enum point_type type;
	const struct task *task; /* the step, or the stage; NULL for start and end */
	const struct stage *stage;
	variant_set variants;    /* that pass it */
	struct branch *branches; /* the edges out, when there are any */
	uint32_t branch_count;
	variant_set goes_on;   /* in which those that wait for it follow, outcomes or not */
	uint32_t order;        /* no link but those back leads to a smaller one */
	bool reached, onwards; /* from the start; without going back */
	struct link **ins, **outs;
	uint32_t in_count, out_count;
	struct flow_node *node;       /* of a task, start or end */
	struct flow_node *first;      /* where its edges in arrive */
	struct tap tap;               /* where its edges out begin */
	unsigned made[FLOW_JOIN + 1]; /* nodes of each type that belong to it */
};

struct link {
	uint32_t from, to; /* points */
	bool wait;         /* the target waits for it; else it is a route */
	bool joins;        /* a route that is always taken: it meets what the target waits for */
	bool aside;        /* into what goes on for ever beside the others */
	bool stops;        /* a route to the end that is not always taken: it has one of its own */
	bool back;
	bool lone;                     /* all there is of its outcome */
	const struct outcome *outcome; /* that it is of, the first where several lead to one place;
					  or NULL */
	variant_set variants;          /* in which it is */
	variant_set closes; /* of a wait, in which it leads from the very last part to where the
			       whole ends, and so do the outcomes of that */
	uint32_t split;     /* that its variants are a branch of, from 1; 0: it is of no split by
			       variant */
	struct tap tap;     /* label and outcome from the first, the node once there is one */
};

struct flow_build {
	struct flow *flow;
	struct arena *arena;      /* the graph's */
	struct flow_node **tasks; /* by task */
	struct arena scratch;
	struct arena passing;     /* for the point under way */
	const struct plan *plan;  /* of all, so that what is drawn of a part is true */
	const struct plan *shown; /* the same, or what an edition leaves of it */
	const struct alternatives *alternatives;
	const struct task
	    *outer; /* the step whose sub-steps are laid out, or NULL for the stages */
	const struct stage *stage; /* with which a point is told that is added next */
	struct point *points;
	uint32_t point_count;
	uint32_t *order;         /* the points in order */
	uint32_t *heads, *tails; /* by task: the point where it begins and ends */
	bool *awaited;           /* by task: a step that is waited for from outside of its stage */
	bool *parted;     /* by task: a part of it is waited for, in spite of its own outcomes */
	uint32_t *within; /* by task that goes on for ever: the point where it does, else 0 */
	struct link *links;
	uint32_t link_count;
	struct dominator *places; /* the root, then the nodes in their order */
	uint32_t place_count;
};

/* The tasks of a stage's steps and their sub-steps, or of a step's sub-steps. */
struct task_range {
	uint32_t first, end;
};

/* Those of a stage or step, which they follow in the plan. */
struct task_range
flow_steps_of(const struct flow_build *build, const struct task *parent);

/* True for a stage of which no step is shown: it is one task, or passed by as one. */
bool
flow_stage_is_closed(const struct flow_build *build, const struct task *stage);

/* The task of the level that is built which a task is part of: a step for its sub-steps, a stage
 * stays a stage. NULL when it is outside the step whose sub-steps are built. */
const struct task *
flow_drawn_task(const struct flow_build *build, const struct task *task);

/* The stage that a task is part of, or is. */
const struct task *
flow_stage_task(const struct task *task);

/* Adds a link; none from or to nowhere, nor from a point to itself but for an outcome. */
void
flow_build_link(struct flow_build *build, struct link link);

/* Adds a link to a point that waits for another, unless it is in no variant. */
void
flow_build_wait(struct flow_build *build, uint32_t from, uint32_t to, variant_set variants);

/* Marks the steps that are waited for from outside of their stages, and what is drawn as one though
 * a part of it is waited for; among sub-steps there are none. */
void
flow_build_awaited(struct flow_build *build);

/* The points, from the start, which is the first, to the end, which is the last. */
void
flow_build_points(struct flow_build *build);

/* The links of all waits, and of the start. */
void
flow_build_waits(struct flow_build *build);

/* The links of all outcomes. The points are in order. */
void
flow_build_routes(struct flow_build *build);

/* Puts the points in order, as far as the links are known: each after those it waits for, otherwise
 * as in the file. */
void
flow_build_order(struct flow_build *build);

/* True for what goes on for ever, and for what is part of that. */
bool
flow_build_goes_on(const struct flow_build *build, const struct point *point);

/* Leads what nobody follows to the end; nobody waits there for what goes on for ever. */
void
flow_build_ends(struct flow_build *build);

/* Drops links that others replace, parts those that depend on variants, puts the points in order
 * and marks those that are reached. The points know their links from then on. */
void
flow_build_settle(struct flow_build *build);

/* Parts the links that are in some of their point's variants alone, so that each is of one branch
 * of a decision by variant. */
void
flow_build_parts(struct flow_build *build);

/* Nodes and edges. */
void
flow_build_gates(struct flow_build *build);

/* What stands at a branch that is taken under either of two conditions, each of which may be NULL:
 * what happens usually or sometimes happens usually. In arena. */
const char *
flow_either(const struct voice *voice, struct arena *arena, const char *one, const char *other);

/* Drops gateways that nothing is between: see flow_reduce.c. The nodes' lists of edges are to be
 * made anew then. */
void
flow_reduce(struct flow *flow, struct arena *keep, struct arena *scratch);

/* A task as it is shown; NULL where it is not. */
static inline const struct task *
flow_shown_task(const struct flow_build *build, const struct task *task)
{
	return plan_task(build->shown, task->entity);
}

/* The plan's number of a task. */
static inline uint32_t
task_number(const struct flow_build *build, const struct task *task)
{
	return (uint32_t)(task - build->plan->tasks);
}

#endif
