/* SPDX-License-Identifier: MIT */
/* The usual path: what starts with the process or its stage; what a usual outcome on the path leads
 * to; what waits for something on the path that is not left by outcomes, if nothing there that it
 * waits for usually leads elsewhere.
 *
 *      Fix ──in time──▶ Close            on the path: Fix, Close
 *        └──too late──▶ Escalate ──▶ …   an exception, though the file says that it comes after Fix
 *
 * One pass over the sequence, in which every point comes after those it depends on: at the start of
 * a task all is known that leads to it, at its end all parts of it. Each task is judged within what
 * it is part of, so that an exception has a usual path of its own inside. An outcome that leads out
 * of a whole ends that whole: what waits for it does not follow then, and its own outcomes are not
 * asked for. A whole that is only entered in the middle does not begin with its first parts. */
#include "plan/routes.h"

struct marker {
	struct order *order;
	struct routes *routes;
	struct task *tasks;
	bool *whole;             /* by task: it begins as one, not only in the middle */
	bool *leaves;            /* the routes' */
	uint32_t *last;          /* by task: the last of its usual steps so far, from 1 */
	uint32_t *met, question; /* by task: the last question that met it */
	uint32_t *stack;
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

/* What leads to a task. */
struct entry {
	bool waits_inside; /* for something that what it is part of contains */
	bool met;          /* something it waits for is on the path, and not left by outcomes */
	bool doubtful;     /* something there is, so it has to lead here in the end */
	bool followed;     /* the same, on the path or not */
	bool led, named;   /* a usual outcome leads to it; any outcome does */
	bool inside;       /* a usual outcome leads into it */
};

static void
look_at_waits(const struct marker *m, const struct task *task, struct entry *entry)
{
	for (uint32_t k = 0; k < task->after_count; k++) {
		const struct task *wait = task->after[k], *common = routes_common(task, wait);
		bool leaves = m->leaves[task_index(m->order->plan, wait)];
		entry->waits_inside = entry->waits_inside || common == task->parent;
		entry->followed = entry->followed || !leaves;
		if (!is_on_path(wait, common))
			continue;
		entry->met = entry->met || !leaves;
		entry->doubtful = entry->doubtful || leaves;
	}
}

/* Puts a task on the stack that the question has not met; each is there once at most. */
static uint32_t
push(const struct marker *m, uint32_t task, uint32_t depth)
{
	if (m->met[task] == m->question)
		return depth;
	m->met[task] = m->question;
	m->stack[depth] = task;
	return depth + 1;
}

/* Puts what a task comes after on the path, and what it lies in, on the stack. */
static uint32_t
push_before(const struct marker *m, const struct task *task, uint32_t depth)
{
	const struct order *order = m->order;
	uint32_t point = START_OF(task_index(order->plan, task));
	for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++) {
		const struct edge *edge = &order->edges[e];
		const struct outcome_route *route =
		    edge->kind == EDGE_ROUTE ? &m->routes->items[edge->task] : NULL;
		uint32_t from = route ? task_index(order->plan, route->from) : TASK_OF(edge->from);
		if (!order->cut[e] && m->tasks[from].usual && (!route || route->usual))
			depth = push(m, from, depth);
	}
	return depth;
}

enum { LOOKED_AT_MOST = 1024 }; /* tasks, for one wait */

/* True when the usual path from a source leads to one of the other things on the path that a task
 * waits for, or to what the task is part of. */
static bool
comes_from(struct marker *m, const struct task *task, const struct task *source)
{
	uint32_t depth = 0;
	m->question++;
	for (uint32_t k = 0; k <= task->after_count; k++) {
		const struct task *from = k < task->after_count ? task->after[k] : task->parent;
		if (from && from->usual &&
		    !(k < task->after_count && m->leaves[task_index(m->order->plan, from)]))
			depth = push(m, task_index(m->order->plan, from), depth);
	}
	for (uint32_t left = LOOKED_AT_MOST; depth && left; left--) {
		const struct task *at = &m->tasks[m->stack[--depth]];
		for (const struct task *outer = at; outer; outer = outer->parent)
			if (outer == source)
				return true;
		depth = push_before(m, at, depth);
	}
	return false;
}

/* Whether all on the path that a task waits for and that is left by outcomes leads to it in the
 * end. */
static bool
comes_from_all(struct marker *m, const struct task *task)
{
	for (uint32_t k = 0; k < task->after_count; k++) {
		const struct task *wait = task->after[k];
		if (m->leaves[task_index(m->order->plan, wait)] &&
		    is_on_path(wait, routes_common(task, wait)) && !comes_from(m, task, wait))
			return false;
	}
	return true;
}

static void
look_at_routes(const struct marker *m, uint32_t point, const struct task *task, struct entry *entry)
{
	const struct order *order = m->order;
	for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++) {
		if (order->edges[e].kind != EDGE_ROUTE || order->cut[e])
			continue;
		const struct outcome_route *route = &m->routes->items[order->edges[e].task];
		bool usual = is_route_usual(route) || enters_exception(route, task);
		bool here = route->to == task;
		entry->led = entry->led || (here && usual);
		entry->named = entry->named || (here && !route->idle);
		entry->inside = entry->inside || (!here && usual);
	}
}

static void
mark_start(struct marker *m, uint32_t i)
{
	struct task *task = &m->tasks[i];
	const struct plan *plan = m->order->plan;
	struct entry entry = {0};
	bool outer = !task->parent || m->whole[task_index(plan, task->parent)];
	look_at_waits(m, task, &entry);
	look_at_routes(m, START_OF(i), task, &entry);
	bool starts = !task->after_count && !task->entered && outer;
	bool follows = entry.met && (entry.waits_inside || outer) &&
		       (!entry.doubtful || entry.led || comes_from_all(m, task));
	bool whole = starts || follows || entry.led;
	task->usual = whole || entry.inside;
	m->whole[i] = task->usual ? whole : entry.named || entry.followed;
}

/* A whole is left as the last of its usual steps is, by nothing else, also where all that leads
 * back. */
static void
leave_with_last(struct marker *m, uint32_t i)
{
	const struct task *task = &m->tasks[i];
	uint32_t last = m->last[i];
	if (last && m->leaves[last - 1])
		m->leaves[i] = true;
	if (task->parent && task->usual && !task->ongoing)
		m->last[task_index(m->order->plan, task->parent)] = i + 1;
}

/* What is left through a usual outcome of a part is asked for none of its own. */
static void
mark_end(struct marker *m, uint32_t i)
{
	const struct plan *plan = m->order->plan;
	struct routes *routes = m->routes;
	leave_with_last(m, i);
	for (uint32_t k = routes->first[i]; k < routes->first[i + 1]; k++)
		routes->items[k].idle = m->leaves[i];
	if (m->leaves[i])
		return;
	m->leaves[i] = !task_goes_on(m->tasks[i].entity) && !m->tasks[i].ongoing;
	for (uint32_t k = routes->first[i]; k < routes->first[i + 1]; k++) {
		const struct outcome_route *route = &routes->items[k];
		if (!route->usual)
			continue;
		m->leaves[i] = true;
		const struct task *common =
		    route->to ? routes_common(route->from, route->to) : NULL;
		for (const struct task *part = route->from; part->parent != common && part->usual;
		     part = part->parent)
			m->leaves[task_index(plan, part->parent)] = true;
	}
}

/* Whether a wait has a say: of what is on the path it is for what is on the path, of an exception
 * for what goes on. */
static bool
counts_wait(const struct marker *m, const struct edge *edge)
{
	const struct task *from = &m->tasks[TASK_OF(edge->from)],
			  *to = &m->tasks[TASK_OF(edge->to)];
	return to->usual ? is_on_path(from, routes_common(from, to))
			 : !m->leaves[TASK_OF(edge->from)];
}

static bool
counts_route(const struct marker *m, const struct edge *edge)
{
	const struct outcome_route *route = &m->routes->items[edge->task];
	const struct task *to = &m->tasks[TASK_OF(edge->to)];
	if (route->to != to && m->whole[TASK_OF(edge->to)])
		return false;
	return to->usual ? is_route_usual(route) || enters_exception(route, to) : !route->idle;
}

static bool
waits_for(const struct task *task, const struct task *other)
{
	for (uint32_t k = 0; k < task->after_count; k++)
		if (task->after[k] == other)
			return true;
	return false;
}

/* Whether the end of one task that a whole or a deadline takes into account has a say. */
static bool
counts_end(const struct marker *m, const struct edge *edge)
{
	const struct task *from = &m->tasks[TASK_OF(edge->from)],
			  *to = &m->tasks[TASK_OF(edge->to)];
	if (from == to || from->parent == to)
		return from == to || from->usual;
	const struct task *about = edge->kind == EDGE_TASK ? &m->tasks[edge->task] : to;
	bool on_path = is_on_path(from, routes_common(from, to));
	if (about == to)
		return on_path || !to->usual;
	bool entry = !waits_for(about, from) && !m->whole[TASK_OF(edge->to)];
	return on_path && is_on_path(about, to) && !entry;
}

static bool
counts(const struct marker *m, const struct edge *edge)
{
	switch (edge->kind) {
	case EDGE_WAIT:
		return counts_wait(m, edge);
	case EDGE_ROUTE:
		return counts_route(m, edge);
	case EDGE_PLAIN:
	case EDGE_TASK:
	case EDGE_AHEAD:
		return edge->from % 2 == 0 || counts_end(m, edge);
	case EDGE_ORDER:
		break;
	}
	return true;
}

/* A deadline that counts from what is aside of the path counts from the start of its task. */
static void
count_from_start(struct order *order, const struct edge *edge)
{
	if (edge->kind != EDGE_TASK || edge->task != TASK_OF(edge->to) || edge->from % 2 == 0)
		return;
	for (uint32_t e = order->edge_first[edge->to]; e < order->edge_first[edge->to + 1]; e++)
		if (order->edges[e].from == START_OF(edge->task))
			order->edges[e].kind = EDGE_TASK;
}

void
usual_make(struct order *order, struct routes *routes)
{
	struct plan *plan = order->plan;
	struct marker m = {.order = order, .routes = routes, .tasks = plan->tasks};
	m.whole = arena_array(&routes->arena, (size_t)plan->count + 1, sizeof *m.whole);
	m.leaves = routes->leaves =
	    arena_array(&routes->arena, (size_t)plan->count + 1, sizeof *m.leaves);
	m.last = arena_array(&routes->arena, (size_t)plan->count + 1, sizeof *m.last);
	m.met = arena_array(&routes->arena, (size_t)plan->count + 1, sizeof *m.met);
	m.stack = arena_array(&routes->arena, (size_t)plan->count + 1, sizeof *m.stack);
	for (uint32_t i = 0; i < order->point_count; i++) {
		uint32_t point = order->sequence[i];
		if (point % 2 == 0)
			mark_start(&m, TASK_OF(point));
		else
			mark_end(&m, TASK_OF(point));
	}
	for (uint32_t e = 0; e < order->edge_first[order->point_count]; e++)
		if (!order->cut[e] && !counts(&m, &order->edges[e])) {
			order->cut[e] = true;
			count_from_start(order, &order->edges[e]);
		}
}
