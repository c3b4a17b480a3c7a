/* SPDX-License-Identifier: MIT */
/* What exceptions cost.
 *
 * An unusual outcome that leads on costs the longest time from where it leads until the usual path
 * is met again, or the end. That time is found for all points in one pass backwards over the
 * sequence:
 *
 *      Fix ──too late──▶ Escalate 2 days ──▶ Report 1 day ──▶ Close      3 days, up to Close
 *
 * It ends where something usual is met by something that is not, both within the same whole; so an
 * exception inside of a stage that is one itself costs only what it adds to that.
 *
 * One that leads back costs what is passed again: the longest time from the start of its target to
 * the end of what it leaves. That is found by a pass forwards over what lies between, for each. */
#include "plan/routes.h"

#include <string.h>

enum {
	NONE = UINT32_MAX,
	LOOKED_AT_MOST = 1 << 24, /* points, for all that leads back: a second of work */
};

struct costs {
	const struct order *order;
	const struct routes *routes;
	enum estimate estimate;
	struct length *rest;  /* by point: until the usual path is met */
	struct length *since; /* by point: from where an outcome leads back to */
	uint32_t *reached;    /* by point: the last question that reached it, from 1 */
	uint32_t *place;      /* by point: in the sequence */
	uint32_t question, left;
};

static const struct task *
task_at(const struct costs *costs, uint32_t point)
{
	return &costs->order->plan->tasks[TASK_OF(point)];
}

static void
raise_to(struct length *length, struct length bound)
{
	if (bound.weight > length->weight)
		*length = bound;
}

static bool
contains(const struct task *outer, const struct task *task)
{
	while (task && task != outer)
		task = task->parent;
	return task != NULL;
}

/* True when from one point to the next an exception is over. */
static bool
is_over(const struct task *from, const struct task *to)
{
	if (contains(from, to) || contains(to, from))
		return false;
	const struct task *common = routes_common(from, to);
	return !routes_part(from, common)->usual && routes_part(to, common)->usual;
}

/* What going on takes: of outcomes only the usual one, and only to what it leads to itself. */
static bool
is_gone(const struct costs *costs, uint32_t e)
{
	const struct edge *edge = &costs->order->edges[e];
	if (edge->kind == EDGE_ROUTE) {
		const struct outcome_route *route = &costs->routes->items[edge->task];
		return route->usual && !route->idle && route->to == task_at(costs, edge->to);
	}
	bool enters = edge->from % 2 == 0 && edge->to % 2 == 0 && edge->kind == EDGE_PLAIN;
	return !costs->order->cut[e] && edge->kind != EDGE_ORDER &&
	       (!enters || task_at(costs, edge->to)->usual);
}

static void
find_rest(struct costs *costs)
{
	const struct order *order = costs->order;
	memset(costs->rest, 0, ((size_t)order->point_count + 1) * sizeof *costs->rest);
	for (uint32_t i = order->point_count; i-- > 0;) {
		uint32_t point = order->sequence[i];
		for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++) {
			const struct edge *edge = &order->edges[e];
			if (!is_gone(costs, e))
				continue;
			const struct task *from = edge->kind == EDGE_ROUTE
						      ? costs->routes->items[edge->task].from
						      : task_at(costs, edge->from);
			struct length rest = edge_length(order, costs->estimate, edge);
			if (!is_over(from, task_at(costs, point)))
				rest = length_sum(rest, costs->rest[point]);
			raise_to(&costs->rest[edge->from], rest);
			if (edge->kind == EDGE_ROUTE)
				raise_to(&costs->rest[END_OF(task_index(order->plan, from))], rest);
		}
	}
}

/* What a route on adds. What is entered in the middle takes its deadline all the same. */
static struct length
ahead(const struct costs *costs, const struct outcome_route *route)
{
	if (!route->to || is_over(route->from, route->to))
		return (struct length){0};
	const struct task *common = routes_common(route->from, route->to), *begun = route->to;
	bool usual = true;
	for (const struct task *task = route->to; task != common; task = task->parent) {
		usual = usual && task->usual;
		if (task->keeps && !task->usual)
			begun = task;
	}
	return usual ? (struct length){0}
		     : costs->rest[START_OF(task_index(costs->order->plan, begun))];
}

/* How far a point is from where an outcome leads back to, if it is reached. */
static void
reach(struct costs *costs, uint32_t point)
{
	const struct order *order = costs->order;
	for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++) {
		const struct edge *edge = &order->edges[e];
		if (order->cut[e] || edge->kind == EDGE_ORDER ||
		    costs->reached[edge->from] != costs->question)
			continue;
		struct length since =
		    length_sum(costs->since[edge->from], edge_length(order, costs->estimate, edge));
		if (costs->reached[point] != costs->question)
			costs->since[point] = since;
		costs->reached[point] = costs->question;
		raise_to(&costs->since[point], since);
	}
}

/* What a route back adds: where nothing leads from there to here, what it leads to alone. */
static struct length
again(struct costs *costs, const struct outcome_route *route)
{
	const struct plan *plan = costs->order->plan;
	uint32_t start = START_OF(task_index(plan, route->to)),
		 end = END_OF(task_index(plan, route->from)),
		 own = END_OF(task_index(plan, route->to));
	uint32_t last =
	    costs->place[end] > costs->place[own] ? costs->place[end] : costs->place[own];
	costs->question++;
	costs->reached[start] = costs->question;
	costs->since[start] = (struct length){0};
	for (uint32_t i = costs->place[start] + 1; i <= last && costs->left; i++, costs->left--)
		reach(costs, costs->order->sequence[i]);
	return costs->since[costs->reached[end] == costs->question ? end : own];
}

/* What an outcome adds, all of whose routes stand from first on. */
static struct length
added(struct costs *costs, const struct outcome_route *first)
{
	const struct outcome_route *end = costs->routes->items + costs->routes->count;
	struct length adds = {0};
	for (const struct outcome_route *route = first;
	     route < end && route->outcome == first->outcome; route++)
		raise_to(&adds, route->back ? again(costs, route) : ahead(costs, route));
	return adds;
}

/* The first route of an unusual outcome. */
static bool
is_exception(const struct routes *routes, uint32_t i)
{
	const struct outcome_route *route = &routes->items[i];
	return !route->usual && !route->idle && (i == 0 || route[-1].outcome != route->outcome);
}

static void
find_costs(struct costs *costs, enum estimate estimate, struct exception *exceptions)
{
	uint32_t count = 0;
	costs->estimate = estimate;
	find_rest(costs);
	for (uint32_t i = 0; i < costs->routes->count; i++) {
		const struct outcome_route *route = &costs->routes->items[i];
		if (!is_exception(costs->routes, i))
			continue;
		exceptions[count].from = route->from;
		exceptions[count].outcome = route->outcome;
		exceptions[count++].adds[estimate] = added(costs, route);
	}
}

/* Keeps those that take time. */
static void
keep(struct plan *plan, const struct exception *exceptions, uint32_t count)
{
	plan->exceptions = arena_array(&plan->arena, count, sizeof *plan->exceptions);
	for (uint32_t i = 0; i < count; i++) {
		if (exceptions[i].adds[ESTIMATE_MOST].weight == 0)
			continue;
		plan->exceptions[plan->exception_count++] = exceptions[i];
		plan->with_exceptions =
		    length_sum(plan->with_exceptions, exceptions[i].adds[ESTIMATE_MOST]);
	}
}

void
exceptions_make(const struct order *order, const struct routes *routes)
{
	struct costs costs = {.order = order, .routes = routes, .left = LOOKED_AT_MOST};
	struct arena arena = {0};
	size_t size = (size_t)order->point_count + 1;
	uint32_t count = 0;
	costs.rest = arena_array(&arena, size, sizeof *costs.rest);
	costs.since = arena_array(&arena, size, sizeof *costs.since);
	costs.reached = arena_array(&arena, size, sizeof *costs.reached);
	costs.place = arena_array(&arena, size, sizeof *costs.place);
	for (uint32_t i = 0; i < order->point_count; i++)
		costs.place[order->sequence[i]] = i;
	for (uint32_t i = 0; i < routes->count; i++)
		count += is_exception(routes, i);
	struct exception *exceptions = arena_array(&arena, (size_t)count + 1, sizeof *exceptions);
	for (int e = 0; e < ESTIMATE_COUNT; e++)
		find_costs(&costs, (enum estimate)e, exceptions);
	if (costs.left)
		keep(order->plan, exceptions, count);
	arena_free(&arena);
}
