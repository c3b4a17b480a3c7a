/* SPDX-License-Identifier: MIT */
/* How long the edges of a plan's graph take. */
#include "model/fields.h"
#include "plan/time/routes.h"

static struct length
end_of(const struct duration *duration, enum estimate estimate)
{
	return estimate == ESTIMATE_BEST ? duration_best(duration) : duration_most(duration);
}

struct length
task_length(const struct task *task, enum estimate estimate)
{
	return end_of(task->deadline, estimate);
}

const struct task *
edge_part(const struct order *order, const struct edge *edge)
{
	const struct task *task = &order->plan->tasks[edge->task];
	if (edge->kind == EDGE_ROUTE)
		return order->routes->items[edge->task].to;
	if (edge->kind == EDGE_WAIT)
		return task;
	return plan_task(order->plan, task->terms->before.to);
}

/* How long the part takes that begins, where an edge leads to the end of what it lies in: its
 * deadline, if that counts from its start, or its steps. */
static struct length
part_length(const struct order *order, enum estimate estimate, const struct edge *edge)
{
	struct length time = {0};
	if (edge->to % 2 == 0)
		return time;
	const struct task *task = edge_part(order, edge);
	if (!order->apart[task_index(order->plan, task)])
		time = task_length(task, estimate);
	if (!task->keeps && task->chain)
		length_raise(&time, task->chain[estimate]);
	return time;
}

struct length
edge_length(const struct order *order, enum estimate estimate, const struct edge *edge)
{
	switch (edge->kind) {
	case EDGE_TASK:
		return task_length(&order->plan->tasks[edge->task], estimate);
	case EDGE_AHEAD:
		return length_sum(end_of(&order->plan->tasks[edge->task].terms->ahead, estimate),
				  part_length(order, estimate, edge));
	case EDGE_WAIT:
	case EDGE_ROUTE:
		return part_length(order, estimate, edge);
	case EDGE_PLAIN:
	case EDGE_ORDER:
		break;
	}
	return (struct length){0};
}
