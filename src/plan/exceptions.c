/* SPDX-License-Identifier: MIT */
/* What exceptions cost: each is played by itself, from where its outcome leads.
 *
 *      Fix ──too late──▶ Escalate 2 days ──▶ Report 1 day ──▶ Close      3 days, up to Close
 *
 * An unusual outcome that leads on costs the time until all is done that it brings about. A part of
 * the usual path ends it, within the same whole: an exception inside of a stage that is one itself
 * costs only what it adds to that. One that leads back costs what is passed again, from the start
 * of its target to the end of what it leaves, and of the stage with it where that is its last step;
 * where no path leads from there to here, what it leads to alone.
 *
 * A run passes the points in their sequence, from those that the outcome enters; a heap holds what
 * has been reached. What is entered in the middle begins with that, takes its deadline all the
 * same, and its other first parts do not begin. So a run costs as much as its exception is long. */
#include "model/fields.h"
#include "plan/heap.h"
#include "plan/routes.h"

enum { LOOKED_AT_MOST = 1 << 23 }; /* edges, for all runs: a second of work */

struct exception_run {
	const struct order *order;
	const struct routes *routes;
	const struct plan *plan;
	enum estimate estimate;
	uint32_t *place;                 /* by point: in the sequence */
	uint32_t *out_first, *out_edges; /* by point: the edges from it */
	struct length *since;            /* by point: since the run began */
	uint32_t *reached;               /* by point: the last run that reached it */
	uint32_t *left_by;               /* by task: the last run in which a part leads out of it */
	uint32_t *inside;                /* by task: the last run that entered it in the middle */
	struct heap heap;                /* of places */
	uint32_t number;                 /* of the run, from 1 */
	uint32_t last;                   /* place where it ends */
	bool has_left;                   /* the usual path, on the way back to an exception */
	struct length until;             /* it did */
	bool back, aside;                /* it leads back, from what is no part of the usual path */
	uint32_t left;                   /* edges that may still be looked at */
	struct length length;            /* until all is done */
};

static const struct task *
task_at(const struct exception_run *run, uint32_t point)
{
	return &run->plan->tasks[TASK_OF(point)];
}

static bool
is_reached(const struct exception_run *run, uint32_t point)
{
	return run->reached[point] == run->number;
}

/* True when a task is part of the run; of nothing but the process itself never. */
static bool
takes_part(const struct exception_run *run, const struct task *task)
{
	return task && is_reached(run, START_OF(task_index(run->plan, task)));
}

/* A run onwards ends where it meets the usual path of something that it is not all of. */
static bool
is_over_at(const struct exception_run *run, const struct task *task)
{
	return !run->back && task->usual && !takes_part(run, task->parent);
}

/* The outermost of a task and what it is part of, up to `common`, that a route onwards to it
 * enters; NULL when all that is usual. */
static const struct task *
outermost_entered(const struct exception_run *run, const struct task *to, const struct task *common)
{
	const struct task *found = NULL;
	bool all = run->back || takes_part(run, common);
	for (const struct task *task = to; task != common; task = task->parent)
		if (all || !task->usual)
			found = task;
	return found;
}

static void
reach(struct exception_run *run, uint32_t point)
{
	if (is_reached(run, point) || run->place[point] > run->last)
		return;
	run->reached[point] = run->number;
	heap_put(&run->heap, run->place[point]);
}

/* Whether a route is gone in the run: the usual one, and back to an exception others, too. */
static bool
is_gone(const struct exception_run *run, const struct outcome_route *route)
{
	return !route->idle && route->to && !route->back &&
	       (route->usual || (run->aside && !route->to->usual));
}

/* The point from which a route is gone: what it leaves has ended, as far as it takes part. */
static uint32_t
left_at(const struct exception_run *run, const struct outcome_route *route, uint32_t point)
{
	return is_reached(run, point) ? point : END_OF(task_index(run->plan, route->from));
}

/* True when a task is left by outcomes, so that nobody follows it by waiting; what was entered in
 * the middle only by those of the parts that were met. */
static bool
is_left(const struct exception_run *run, uint32_t i)
{
	if (run->inside[i] == run->number)
		return run->left_by[i] == run->number;
	return run->routes->leaves[i];
}

/* True when a step begins with what it is part of. */
static bool
begins_with(const struct exception_run *run, const struct task *task)
{
	bool goes_on = !task->after_count && !task->entered;
	for (uint32_t k = 0; k < task->after_count; k++) {
		const struct task *wait = task->after[k];
		if (task_is_within(wait, task->parent) || takes_part(run, wait))
			return false;
		goes_on = goes_on || (task_is_usual(wait) &&
				      !run->routes->leaves[task_index(run->plan, wait)]);
	}
	return goes_on && run->inside[task_index(run->plan, task->parent)] != run->number;
}

/* Reaches what a route leads to, with what that lies in. */
static void
follow_route(struct exception_run *run, const struct outcome_route *route)
{
	if (!is_gone(run, route) || !is_reached(run, END_OF(task_index(run->plan, route->from))))
		return;
	const struct task *common = routes_common(route->from, route->to),
			  *top = outermost_entered(run, route->to, common);
	if (!top)
		return;
	for (const struct task *task = route->to;; task = task->parent) {
		uint32_t i = task_index(run->plan, task);
		if (task != route->to && !takes_part(run, task))
			run->inside[i] = run->number;
		reach(run, START_OF(i));
		if (task == top)
			return;
	}
}

static void
follow(struct exception_run *run, uint32_t e)
{
	const struct edge *edge = &run->order->edges[e];
	const struct task *from = task_at(run, edge->from), *to = task_at(run, edge->to);
	if (run->place[edge->from] > run->place[edge->to])
		return;
	if (edge->kind == EDGE_ROUTE && run->routes->items[edge->task].to == to)
		follow_route(run, &run->routes->items[edge->task]);
	else if (edge->kind == EDGE_WAIT && !is_left(run, TASK_OF(edge->from)) &&
		 !is_over_at(run, to) &&
		 (!to->parent || takes_part(run, to->parent) || task_is_within(from, to->parent) ||
		  !to->usual))
		reach(run, edge->to);
	else if (edge->kind == EDGE_PLAIN && from == to->parent && edge->to % 2 == 0 &&
		 begins_with(run, to))
		reach(run, edge->to);
	else if (from == to)
		reach(run, edge->to);
}

/* Whether the time of what an edge comes from counts for what it leads to, both being reached. */
static bool
counts(const struct exception_run *run, const struct edge *edge)
{
	const struct task *from = task_at(run, edge->from), *to = task_at(run, edge->to);
	if (run->place[edge->from] > run->place[edge->to])
		return false;
	if (edge->kind == EDGE_ROUTE) {
		const struct outcome_route *route = &run->routes->items[edge->task];
		return is_gone(run, route) && route->to == to &&
		       is_reached(run, END_OF(task_index(run->plan, route->from)));
	}
	if (!is_reached(run, edge->from))
		return false;
	switch (edge->kind) {
	case EDGE_ROUTE:
	case EDGE_ORDER:
		return false;
	case EDGE_PLAIN:
	case EDGE_WAIT:
	case EDGE_AHEAD:
		return true;
	case EDGE_TASK:
		break;
	}
	return from == to || takes_part(run, &run->plan->tasks[edge->task]);
}

/* A deadline that counts from what is no part of the run counts from where its task begins. */
static struct length
end_by_deadline(const struct exception_run *run, const struct task *task)
{
	const struct edge own = {.task = task_index(run->plan, task), .kind = EDGE_TASK};
	struct length start = run->since[START_OF(own.task)];
	if (!duration_most(task_deadline(task->entity)).weight)
		return start;
	const struct terms *terms = task_terms(task->entity);
	const struct entity *from = terms ? terms->from.to : NULL;
	const struct task *counted = from ? plan_task(run->plan, from) : NULL;
	if (counted && counted != task && is_reached(run, END_OF(task_index(run->plan, counted))))
		return start;
	return length_sum(start, edge_length(run->order, run->estimate, &own));
}

static void
take_time(struct exception_run *run, uint32_t point)
{
	const struct order *order = run->order;
	struct length time = {0};
	for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++) {
		const struct edge *edge = &order->edges[e];
		uint32_t from = edge->kind == EDGE_ROUTE
				    ? left_at(run, &run->routes->items[edge->task], edge->from)
				    : edge->from;
		if (counts(run, edge))
			length_raise(&time, length_sum(run->since[from],
						       edge_length(order, run->estimate, edge)));
	}
	if (point % 2 == 1)
		length_raise(&time, end_by_deadline(run, task_at(run, point)));
	run->since[point] = time;
	if (run->aside && !run->has_left && point % 2 == 0 && !task_is_usual(task_at(run, point))) {
		run->has_left = true;
		run->until = time;
	}
	const struct task *task = task_at(run, point);
	if (point % 2 == 1 && !task->ongoing && !takes_part(run, task->parent))
		length_raise(&run->length, time);
}

/* Follows the routes of what has ended out of wholes that do not take part, and so do not end. */
static void
leave_whole(struct exception_run *run, uint32_t i)
{
	const struct routes *routes = run->routes;
	for (uint32_t k = routes->first[i]; k < routes->first[i + 1]; k++) {
		const struct outcome_route *route = &routes->items[k];
		if (!route->to || route->back)
			continue;
		const struct task *common = routes_common(route->from, route->to);
		for (const struct task *whole = route->from->parent;
		     whole != common && route->usual; whole = whole->parent)
			run->left_by[task_index(run->plan, whole)] = run->number;
		if (!takes_part(run, routes_part(route->from, common)))
			follow_route(run, route);
	}
}

static void
play(struct exception_run *run)
{
	while (run->heap.count && run->left) {
		uint32_t point = run->order->sequence[heap_take(&run->heap)];
		take_time(run, point);
		if (run->place[point] == run->last && run->back)
			continue;
		for (uint32_t i = run->out_first[point]; i < run->out_first[point + 1]; i++) {
			run->left -= run->left > 0;
			follow(run, run->out_edges[i]);
		}
		if (point % 2 == 1)
			leave_whole(run, TASK_OF(point));
	}
	run->heap.count = 0;
}

/* Begins with a task, and with what it lies in up to another. */
static void
enter(struct exception_run *run, const struct task *to, const struct task *top)
{
	for (const struct task *task = to;; task = task->parent) {
		uint32_t i = task_index(run->plan, task);
		if (task != to)
			run->inside[i] = run->number;
		reach(run, START_OF(i));
		if (task == top)
			return;
	}
}

static void
begin(struct exception_run *run, bool back, uint32_t last)
{
	run->number++;
	run->back = back;
	run->aside = run->has_left = false;
	run->last = last;
	run->length = (struct length){0};
}

/* What the onward routes of an outcome add, from first to before end. */
static struct length
added_ahead(struct exception_run *run, const struct outcome_route *first,
	    const struct outcome_route *end)
{
	begin(run, false, UINT32_MAX);
	for (const struct outcome_route *route = first; route < end; route++) {
		if (!route->to || route->back)
			continue;
		const struct task *common = routes_common(route->from, route->to),
				  *top = outermost_entered(run, route->to, common);
		if (top)
			enter(run, route->to, top);
	}
	play(run);
	return run->length;
}

/* The whole that a route back begins with: what it leads to, or what that lies in beside the
 * source. */
static const struct task *
begun_again(const struct outcome_route *route)
{
	if (task_is_within(route->from, route->to))
		return route->to;
	if (task_is_within(route->to, route->from))
		return route->from;
	return routes_part(route->to, routes_common(route->from, route->to));
}

/* True for the last step of what it is part of, in the file's order. */
static bool
is_last(const struct plan *plan, const struct task *task)
{
	const struct list *steps = task_steps(task->parent->entity);
	uint32_t i = steps->count - 1;
	while (!plan_task(plan, steps->items[i]))
		i--;
	return steps->items[i] == task->entity;
}

/* What has to end before a route back is gone: its source, and what that is the last step of, as
 * far as the target lies outside. */
static const struct task *
left_by_route(const struct plan *plan, const struct outcome_route *route)
{
	const struct task *left = route->from;
	while (left->parent && !task_is_within(route->to, left->parent) && is_last(plan, left))
		left = left->parent;
	return left;
}

/* True for an exception that always leads back: what led to it counts it already, so that only what
 * is passed again before it comes is added. */
static bool
is_only_way(const struct outcome_route *route)
{
	return task_outcomes(route->from->entity)->count == 1 && outcome_is_default(route->outcome);
}

/* What a route back adds; in *arrives whether a path leads from there to here. */
static struct length
added_again(struct exception_run *run, const struct outcome_route *route, bool *arrives)
{
	const struct task *left = left_by_route(run->plan, route);
	uint32_t to = task_index(run->plan, route->to);
	uint32_t end = left->ongoing ? START_OF(task_index(run->plan, left))
				     : END_OF(task_index(run->plan, left));
	uint32_t last =
	    run->place[end] > run->place[END_OF(to)] ? run->place[end] : run->place[END_OF(to)];
	begin(run, true, last);
	run->aside = !task_is_usual(route->from);
	enter(run, route->to, begun_again(route));
	play(run);
	*arrives = is_reached(run, end);
	if (*arrives && run->has_left && is_only_way(route))
		return run->until;
	return run->since[*arrives ? end : END_OF(to)];
}

/* What an outcome adds, the routes of which stand from first to before end. */
static struct length
added(struct exception_run *run, const struct outcome_route *first, const struct outcome_route *end)
{
	struct length onward = added_ahead(run, first, end), known = {0}, alone = {0};
	bool any = false;
	for (const struct outcome_route *route = first; route < end; route++) {
		bool arrives;
		if (!route->back)
			continue;
		struct length again = added_again(run, route, &arrives);
		length_raise(arrives ? &known : &alone, again);
		any = any || arrives;
	}
	length_raise(&onward, any ? known : alone);
	return onward;
}

static const struct outcome_route *
routes_end(const struct routes *routes, const struct outcome_route *first)
{
	const struct outcome_route *end = first;
	while (end < routes->items + routes->count && end->outcome == first->outcome)
		end++;
	return end;
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

static uint32_t
find_all(struct exception_run *run, struct exception *exceptions)
{
	const struct routes *routes = run->routes;
	uint32_t count = 0;
	for (const struct outcome_route *first = routes->items, *end;
	     first < routes->items + routes->count; first = end) {
		end = routes_end(routes, first);
		if (first->usual || first->idle)
			continue;
		exceptions[count].from = first->from;
		exceptions[count].outcome = first->outcome;
		for (int e = 0; e < ESTIMATE_COUNT; e++) {
			run->estimate = (enum estimate)e;
			exceptions[count].adds[e] = added(run, first, end);
		}
		count++;
	}
	return count;
}

/* The edges from each point, and the places of the points. */
static void
index_edges(struct exception_run *run, struct arena *arena)
{
	const struct order *order = run->order;
	uint32_t count = order->edge_first[order->point_count];
	run->out_first = arena_array(arena, (size_t)order->point_count + 2, sizeof(uint32_t));
	run->out_edges = arena_array(arena, (size_t)count + 1, sizeof(uint32_t));
	for (uint32_t e = 0; e < count; e++)
		run->out_first[order->edges[e].from + 2]++;
	for (uint32_t i = 2; i <= order->point_count + 1; i++)
		run->out_first[i] += run->out_first[i - 1];
	for (uint32_t e = 0; e < count; e++)
		run->out_edges[run->out_first[order->edges[e].from + 1]++] = e;
	for (uint32_t i = 0; i < order->point_count; i++)
		run->place[order->sequence[i]] = i;
}

void
exceptions_make(const struct order *order, const struct routes *routes)
{
	struct arena arena = {0};
	struct exception_run run = {
	    .order = order, .routes = routes, .plan = order->plan, .left = LOOKED_AT_MOST};
	size_t points = (size_t)order->point_count + 1;
	run.place = arena_array(&arena, points, sizeof *run.place);
	run.since = arena_array(&arena, points, sizeof *run.since);
	run.reached = arena_array(&arena, points, sizeof *run.reached);
	run.left_by = arena_array(&arena, (size_t)order->plan->count + 1, sizeof *run.left_by);
	run.inside = arena_array(&arena, (size_t)order->plan->count + 1, sizeof *run.inside);
	run.heap.items = arena_array(&arena, points, sizeof *run.heap.items);
	index_edges(&run, &arena);
	struct exception *exceptions =
	    arena_array(&arena, (size_t)routes->count + 1, sizeof *exceptions);
	uint32_t count = find_all(&run, exceptions);
	if (run.left)
		keep(order->plan, exceptions, count);
	arena_free(&arena);
}
