/* SPDX-License-Identifier: MIT */
/* The usual path is a way (way.h) from the start of the process; what is aside of it has one of its
 * own within, from its own start, so that an exception has times, too. What no way passes has no
 * say in when something is. */
#include "plan/time/usual.h"

struct marker {
	struct routes *routes;
	struct way *way;
	bool *whole; /* by task: it begins as one, not only in the middle */
	bool *known; /* by task: whether it is usual */
};

/* True when a task is on the usual path of a whole that it lies in, however deep. */
static bool
is_on_path(const struct task *task, const struct task *outer)
{
	for (; task && task != outer; task = task->parent)
		if (!task->usual)
			return false;
	return true;
}

static bool
is_route_usual(const struct outcome_route *route)
{
	return route->usual && !route->idle &&
	       is_on_path(route->from, routes_common(route->from, route->to));
}

/* True when an outcome leads into an exception from outside, so that inside it is as usual as any
 * beginning. */
static bool
enters_exception(const struct outcome_route *route, const struct task *task)
{
	const struct task *part = routes_part(task, routes_common(route->from, route->to));
	return !route->idle && part != task && !part->usual;
}

/* Keeps what the walk knows of the tasks that it has passed. */
static void
take_marks(struct marker *m)
{
	struct plan *plan = m->way->order->plan;
	struct routes *routes = m->routes;
	for (uint32_t k = 0; k < m->way->member_count; k++) {
		uint32_t i = m->way->members[k];
		struct task *task = &plan->tasks[i];
		const struct way_part *part = way_part(m->way, task);
		task->usual = m->way->kind == WAY_USUAL || task != m->way->target;
		m->known[i] = true;
		m->whole[i] = part->begun;
		routes->goes_on[i] = part->goes_on;
		task->idle = !part->by_own;
		for (uint32_t r = routes->first[i]; r < routes->first[i + 1]; r++)
			routes->items[r].idle = !part->by_own;
	}
}

/* What is aside of the usual path begins as a whole where something leads to it, and not just into
 * it. */
static bool
is_led_to(const struct marker *m, uint32_t i)
{
	const struct order *order = m->way->order;
	const struct task *task = &m->way->tasks[i];
	for (uint32_t k = 0; k < task->after_count; k++)
		if (m->routes->goes_on[task_index(order->plan, task->after[k])])
			return true;
	for (uint32_t e = order->edge_first[START_OF(i)]; e < order->edge_first[START_OF(i) + 1];
	     e++) {
		const struct edge *edge = &order->edges[e];
		if (edge->kind == EDGE_ROUTE && m->routes->items[edge->task].to == task &&
		    !m->routes->items[edge->task].idle)
			return true;
	}
	return false;
}

/* Wholes come before their parts, of which some are known with them. */
static void
mark(struct marker *m)
{
	const struct plan *plan = m->way->order->plan;
	for (uint32_t i = 0; i < plan->count; i++)
		plan->tasks[i].usual = false;
	way_begin_usual(m->way);
	way_walk(m->way);
	take_marks(m);
	for (uint32_t i = 0; i < plan->count; i++) {
		if (m->known[i])
			continue;
		way_begin_within(m->way, &plan->tasks[i]);
		way_walk(m->way);
		take_marks(m);
	}
	for (uint32_t i = 0; i < plan->count; i++)
		if (!plan->tasks[i].usual)
			m->whole[i] = is_led_to(m, i);
}

/* Whether a wait has a say: of what is on the path it is for what is on the path, of an exception
 * for what goes on. */
static bool
counts_wait(const struct marker *m, const struct edge *edge)
{
	const struct task *from = &m->way->tasks[TASK_OF(edge->from)],
			  *to = &m->way->tasks[TASK_OF(edge->to)];
	return to->usual ? is_on_path(from, routes_common(from, to))
			 : m->routes->goes_on[TASK_OF(edge->from)];
}

static bool
counts_route(const struct marker *m, const struct edge *edge)
{
	const struct outcome_route *route = &m->routes->items[edge->task];
	const struct task *to = &m->way->tasks[TASK_OF(edge->to)];
	if (route->to != to && m->whole[TASK_OF(edge->to)])
		return false;
	return to->usual ? is_route_usual(route) || enters_exception(route, to) : !route->idle;
}

/* Whether an edge has a say that delays the end of a whole for one of its parts. */
static bool
delays(const struct marker *m, const struct edge *edge)
{
	const struct task *from = &m->way->tasks[TASK_OF(edge->from)],
			  *to = &m->way->tasks[TASK_OF(edge->to)],
			  *part = edge_part(m->way->order, edge);
	if (!is_on_path(part, to) || !is_on_path(to, routes_common(part, from)))
		return false;
	if (edge->kind == EDGE_ROUTE)
		return is_route_usual(&m->routes->items[edge->task]);
	return is_on_path(from, routes_common(from, to));
}

/* Whether an edge to an end has a say. */
static bool
counts_end(const struct marker *m, const struct edge *edge)
{
	const struct task *from = &m->way->tasks[TASK_OF(edge->from)],
			  *to = &m->way->tasks[TASK_OF(edge->to)];
	if (from == to)
		return true;
	if (edge->kind == EDGE_PLAIN) /* of a part; to a deadline if that counts from outside */
		return is_on_path(from, to) &&
		       (!to->keeps || m->way->order->apart[TASK_OF(edge->from)]);
	return edge->kind == EDGE_TASK || delays(m, edge);
}

/* What is entered in the middle begins with the part that is entered first, which does not delay
 * its end. */
static bool
is_late(const struct marker *m, const struct edge *edge)
{
	return edge->to % 2 == 1 && edge->kind == EDGE_ROUTE && !m->whole[TASK_OF(edge->to)];
}

static bool
counts(const struct marker *m, const struct edge *edge)
{
	const struct task *from = &m->way->tasks[TASK_OF(edge->from)],
			  *to = &m->way->tasks[TASK_OF(edge->to)];
	if (edge->kind == EDGE_ORDER)
		return true;
	if (edge->to % 2 == 1)
		return counts_end(m, edge);
	switch (edge->kind) {
	case EDGE_WAIT:
		return counts_wait(m, edge);
	case EDGE_ROUTE:
		return counts_route(m, edge);
	case EDGE_AHEAD:
		return !to->usual || is_on_path(from, routes_common(from, to));
	case EDGE_PLAIN:
	case EDGE_TASK:
	case EDGE_ORDER:
		break;
	}
	return true;
}

/* A deadline that counts from what is aside of the path counts from the start of its task. */
static void
count_from_start(struct order *order, uint32_t i)
{
	uint32_t first = order->edge_first[END_OF(i)], end = order->edge_first[END_OF(i) + 1];
	const struct task *task = &order->plan->tasks[i];
	for (uint32_t e = first; e < end; e++) {
		const struct edge *edge = &order->edges[e];
		const struct task *from = &order->plan->tasks[TASK_OF(edge->from)];
		if (edge->kind == EDGE_TASK && from != task && task->usual &&
		    !is_on_path(from, routes_common(from, task))) {
			order->cut[e] = true;
			order->apart[i] = false;
		}
	}
	for (uint32_t e = first; e < end && !order->apart[i]; e++)
		if (order->edges[e].from == START_OF(i))
			order->edges[e].kind = EDGE_TASK;
}

void
usual_make(struct order *order, struct routes *routes, struct way *way)
{
	size_t tasks = (size_t)order->plan->count + 1;
	struct marker m = {.routes = routes, .way = way};
	m.whole = arena_array(&routes->arena, tasks, sizeof *m.whole);
	m.known = arena_array(&routes->arena, tasks, sizeof *m.known);
	routes->goes_on = arena_array(&routes->arena, tasks, sizeof *routes->goes_on);
	mark(&m);
	for (uint32_t i = 0; i < order->plan->count; i++)
		count_from_start(order, i);
	for (uint32_t e = 0; e < order->edge_first[order->point_count]; e++) {
		order->edges[e].late = is_late(&m, &order->edges[e]);
		order->cut[e] = order->cut[e] || !counts(&m, &order->edges[e]);
	}
}
