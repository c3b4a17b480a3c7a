/* SPDX-License-Identifier: MIT */
#include "plan/time/gone.h"

#include "model/fields.h"

/* One thing that has gone before a source. */
struct went {
	uint32_t task;
	struct went *next;
};

void
gone_init(struct gone *gone, const struct order *order, struct arena *arena)
{
	const struct plan *plan = order->plan;
	size_t size = (size_t)plan->count + 1;
	*gone = (struct gone){.order = order, .arena = arena};
	gone->counted = arena_array(arena, size, sizeof *gone->counted);
	gone->before = arena_array(arena, size, sizeof *gone->before);
	for (uint32_t i = 0; i < plan->count; i++) {
		const struct terms *terms = plan->tasks[i].terms;
		const struct task *from = terms ? plan_task(plan, terms->from.to) : NULL;
		if (!from || task_is_usual(from))
			continue;
		gone->counted[task_index(plan, from)] = true;
		gone->any = true;
	}
}

static void
push(struct way *way, uint32_t point, uint32_t *depth)
{
	if (way->met[point] == way->question || !way_part(way, &way->tasks[TASK_OF(point)])->member)
		return;
	way->met[point] = way->question;
	way->stack[(*depth)++] = point;
}

/* The point that must have been passed for an edge to lead on; that of a route is its source, for
 * what that is part of may go on. */
static uint32_t
passed_before(const struct way *way, const struct edge *edge)
{
	if (edge->kind != EDGE_ROUTE)
		return edge->from;
	const struct task *from = way->routes->items[edge->task].from;
	uint32_t i = task_index(way->order->plan, from);
	return from->ongoing ? START_OF(i) : END_OF(i);
}

/* Whether an edge to a point says that what it comes from has been passed. What leads to the end of
 * a whole leads to a part of it as well; what is entered in the middle begins with that. */
static bool
tells(const struct way *way, const struct edge *edge)
{
	const struct task *from = &way->tasks[TASK_OF(edge->from)],
			  *to = &way->tasks[TASK_OF(edge->to)];
	if (edge->to % 2 == 1)
		return edge->kind == EDGE_PLAIN || edge->kind == EDGE_TASK ||
		       (edge->kind == EDGE_ORDER && !from->ongoing);
	if (edge->kind != EDGE_ROUTE)
		return true;
	const struct outcome_route *route = &way->routes->items[edge->task];
	return way_is_gone(way, route) && (route->to == to || !way_part(way, to)->begun);
}

/* Meets all points of the way that have been passed when a task ends. */
static void
meet_passed(struct way *way, uint32_t task)
{
	const struct order *order = way->order;
	uint32_t depth = 0;
	way->question++;
	push(way, END_OF(task), &depth);
	while (depth && way->left) {
		uint32_t point = way->stack[--depth];
		uint32_t first = order->edge_first[point], end = order->edge_first[point + 1];
		way->left -= way->left > end - first ? end - first + 1 : way->left;
		for (uint32_t e = first; e < end; e++)
			if (tells(way, &order->edges[e]))
				push(way, passed_before(way, &order->edges[e]), &depth);
	}
}

static void
add(struct gone *gone, uint32_t source, uint32_t task)
{
	struct went *went = gone->before[source];
	while (went && went->task != task)
		went = went->next;
	if (went)
		return;
	went = arena_alloc(gone->arena, sizeof *went);
	*went = (struct went){task, gone->before[source]};
	gone->before[source] = went;
}

/* What has gone before the exception, what it left, and what was passed on it. */
static void
add_passed(struct gone *gone, struct way *way, uint32_t source)
{
	meet_passed(way, source);
	for (uint32_t k = 0; k < way->member_count && way->left; k++) {
		uint32_t i = way->members[k];
		bool ongoing = way->tasks[i].ongoing;
		way->left--;
		if (gone->counted[i] &&
		    way->met[ongoing ? START_OF(i) : END_OF(i)] == way->question)
			add(gone, source, i);
	}
	for (const struct task *left = way->source; left != way->left_by->parent;
	     left = left->parent)
		if (gone->counted[task_index(gone->order->plan, left)])
			add(gone, source, task_index(gone->order->plan, left));
	uint32_t from = task_index(gone->order->plan, way->source);
	for (const struct went *went = gone->before[from]; went && way->left; went = went->next) {
		way->left--;
		add(gone, source, went->task);
	}
}

void
gone_add(struct gone *gone, struct way *way)
{
	if (!gone->any || !way->departs)
		return;
	for (uint32_t k = 0; k < way->member_count; k++) {
		uint32_t i = way->members[k];
		if (way->routes->first[i] < way->routes->first[i + 1])
			add_passed(gone, way, i);
	}
}

bool
gone_is_before(const struct gone *gone, const struct task *task, const struct task *source)
{
	uint32_t i = task_index(gone->order->plan, task);
	const struct went *went = gone->before[task_index(gone->order->plan, source)];
	while (went && went->task != i)
		went = went->next;
	return went;
}
