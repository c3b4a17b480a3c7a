/* SPDX-License-Identifier: MIT */
/* The plan's graph: every task has a point where it starts and one where it ends, and edges say
 * which point comes before which, by how much. Inside of src/plan only. */
#ifndef PRESALE_PLAN_TIME_ORDER_H
#define PRESALE_PLAN_TIME_ORDER_H

#include "plan/plan.h"

/* Points of the task with index i. */
#define START_OF(i) (2 * (i))
#define END_OF(i) (2 * (i) + 1)
#define TASK_OF(point) ((point) / 2)

enum edge_kind {
	EDGE_PLAIN, /* `to` is not before `from` */
	EDGE_WAIT,  /* the same, since a task waits for another */
	EDGE_ROUTE, /* the same, since an outcome leads there */
	EDGE_TASK,  /* `to` is not before `from` and the deadline of a task */
	EDGE_AHEAD, /* `to` is not before `from` and the time that a task ends ahead */
	EDGE_ORDER, /* `to` is looked at after `from`, but its time does not depend on it */
};

/* What leads to a start (the wait, route or time ahead of a task) leads also to the ends of what
 * that lies in, as far as this keeps its own deadline: there the length of what begins is added. */
struct edge {
	uint32_t from, to;
	uint32_t task; /* the one that waits, lasts, ends ahead; of EDGE_ROUTE the route's number */
	enum edge_kind kind : 8;
	bool late; /* it has a say only where another part of what it ends is entered first */
};

struct order {
	struct plan *plan;
	const struct routes *routes; /* or NULL */
	uint32_t point_count;
	struct edge *edges; /* sorted by `to`; of a start those from what its task waits for first,
			       in the order of task->after */
	uint32_t *edge_first; /* of a point its first incoming edge; point_count + 1 of them */
	uint32_t *sequence;   /* all points, each after those its edges come from */
	bool *cut;            /* by edge: it would close a cycle, or has no say (usual_make) */
	bool *apart;          /* by task: its deadline counts from something else than its start */
};

struct routes;

/* In plan->times: a task has three places, for its start, its end and its slack. */
static inline size_t
time_place(uint32_t point)
{
	return (size_t)3 * TASK_OF(point) + point % 2;
}
static inline size_t
time_slack_place(uint32_t task)
{
	return (size_t)3 * task + 2;
}

/* The number of a task in the plan that it is of, from 0. */
static inline uint32_t
task_index(const struct plan *plan, const struct task *task)
{
	return (uint32_t)(task - plan->tasks);
}

/* Whether a task, which may be NULL, is another one or lies in it. */
static inline bool
task_is_within(const struct task *task, const struct task *outer)
{
	while (task && task != outer)
		task = task->parent;
	return task != NULL;
}

/* Makes edges from what tasks wait for and puts the points into sequence; cuts and records
 * cycles. With routes (else NULL), which are known once the waits have no cycles, also from where
 * outcomes lead: what closes a cycle then is cut without a word. */
void
order_make(struct order *order, struct plan *plan, const struct routes *routes);

/* Frees what the order holds; the plan stays. */
void
order_free(struct order *order);

/* Gives the plan its dependencies. */
void
order_tell(const struct order *order);

/* How long the deadline of a task is; nothing without one. */
struct length
task_length(const struct task *task, enum estimate estimate);

/* Of a wait, a route or a time ahead that leads to the end of something the part of it that begins
 * by that. */
const struct task *
edge_part(const struct order *order, const struct edge *edge);

/* How long an edge takes, once the chains inside of its task are known. */
struct length
edge_length(const struct order *order, enum estimate estimate, const struct edge *edge);

/* Is shown the order of a plan, which does not outlive the call. */
typedef void
order_look(const struct order *order, void *data);

/* The plan of a variant in which it is known of some stages and steps by which outcome they are
 * left: `decided`, by serial, which must outlive the plan. */
struct plan *
order_decided(const struct model *model, const struct entity *variant,
	      const struct entity *const *decided, order_look *look, void *data);

/* Computes the times, the slack and the critical paths. */
void
order_schedule(const struct order *order);

#endif
