/* SPDX-License-Identifier: MIT */
/* What exceptions cost: each is walked by itself, from where its outcome leads (way.h).
 *
 * An unusual outcome that leads on costs the time until all is done that it brings about. A part of
 * the usual path ends it, within the same whole: an exception inside of a stage that is one itself
 * costs only what it adds to that. One that leads back costs what is passed again, from the start
 * of its target to the end of what it leaves, and of the stage with it where that is its last step;
 * where no path leads from there to here, what it leads to alone, or nothing if that only begins
 * after the exception has left the usual path. Back from an exception leads what
 * leads to that: outcomes by which it is reached are taken on the way.
 *
 * A deadline that counts from the start of the process, or from something else that has gone
 * before, runs already when an exception begins. So each is walked after those that lead to it, and
 * what is aside of the usual path gets its times in the plan by that. */
#include "model/fields.h"
#include "plan/time/gone.h"
#include "plan/time/usual.h"

#include <stdlib.h>
#include <string.h>

enum { EFFORT_MOST = 1 << 23 }; /* tasks and edges, for all ways: a second of work */

/* That an exception passes a task with outcomes. */
struct passing {
	uint32_t task;
	const struct outcome_route *by; /* its outcome's first route */
};

/* Where an exception begins. */
struct exception_start {
	const struct outcome_route *first;
	struct exception *exception;
	uint32_t place; /* of its source's end in the sequence */
};

struct exception_finder {
	struct arena arena;
	struct way *way;
	const struct routes *routes;
	struct gone gone;
	struct exception *found; /* in the order of the file */
	struct exception_start *starts;
	uint32_t count;
	struct passing *passings; /* by task, once all are known */
	size_t passing_count;
	uint32_t *passed_first;            /* of a task its first passing */
	uint32_t *asked, question, *stack; /* by task: the last question that met it */
};

static uint32_t
index_of(const struct exception_finder *finder, const struct task *task)
{
	return task_index(finder->way->order->plan, task);
}

/* Gives what is aside the times of the way in which it ends last, from the start of the process. */
static void
keep_times(struct exception_finder *finder, uint32_t i)
{
	const struct way *way = finder->way;
	const struct task *task = &way->tasks[i];
	for (int e = 0; e < ESTIMATE_COUNT; e++) {
		struct lengths *times = &way->order->plan->times[e];
		const struct way_times *its = way_times(way, task, (enum estimate)e);
		struct length end = length_sum(way->since[e], its->end);
		if (way->passed[i] && end.weight <= lengths_at(times, time_place(END_OF(i))).weight)
			continue;
		lengths_put(times, time_place(START_OF(i)), length_sum(way->since[e], its->begin));
		lengths_put(times, time_place(END_OF(i)), end);
	}
	way->passed[i] = true;
}

/* Keeps when the last way passes what is aside, and which tasks with outcomes. */
static void
keep_passings(struct exception_finder *finder, const struct outcome_route *by)
{
	const struct way *way = finder->way;
	for (uint32_t k = 0; k < way->member_count; k++) {
		uint32_t i = way->members[k];
		if (way->departs && !task_is_usual(&way->tasks[i]))
			keep_times(finder, i);
		if (finder->routes->first[i] == finder->routes->first[i + 1])
			continue;
		finder->passings = arena_grow(&finder->arena, finder->passings,
					      finder->passing_count, 1, sizeof *finder->passings);
		finder->passings[finder->passing_count++] = (struct passing){i, by};
	}
}

static int
by_task(const void *a, const void *b)
{
	const struct passing *one = a, *other = b;
	if (one->task != other->task)
		return one->task < other->task ? -1 : 1;
	return (one->by > other->by) - (one->by < other->by);
}

static void
sort_passings(struct exception_finder *finder)
{
	uint32_t count = finder->way->order->plan->count, at = 0;
	finder->passed_first =
	    arena_array(&finder->arena, (size_t)count + 1, sizeof *finder->passed_first);
	if (finder->passing_count)
		qsort(finder->passings, finder->passing_count, sizeof *finder->passings, by_task);
	for (uint32_t i = 0; i <= count; i++) {
		while (at < finder->passing_count && finder->passings[at].task < i)
			at++;
		finder->passed_first[i] = at;
	}
}

/* Lets the way take the outcomes by which exceptions reach a task, and those by which that is
 * reached where they stand. */
static void
take_exceptions(struct exception_finder *finder, const struct task *task)
{
	uint32_t depth = 0;
	finder->question++;
	finder->stack[depth++] = index_of(finder, task);
	finder->asked[finder->stack[0]] = finder->question;
	while (depth && finder->way->left) {
		uint32_t i = finder->stack[--depth];
		for (uint32_t k = finder->passed_first[i]; k < finder->passed_first[i + 1]; k++) {
			uint32_t from = index_of(finder, finder->passings[k].by->from);
			finder->way->left -= finder->way->left > 0;
			way_take(finder->way, finder->passings[k].by);
			if (finder->asked[from] != finder->question)
				finder->stack[depth++] = from;
			finder->asked[from] = finder->question;
		}
	}
}

/* True for an exception that always leads back: what led to it counts it already, so that only what
 * is passed again before it comes is added. */
static bool
is_only_way(const struct outcome_route *route)
{
	return !task_is_usual(route->from) && task_outcomes(route->from->entity)->count == 1 &&
	       outcome_is_default(route->outcome);
}

/* Whether an outcome is gone by a route: on, or by the only one, also if that leads back. */
static bool
is_gone_by(const struct outcome_route *route, const struct outcome_route *first,
	   const struct outcome_route *end)
{
	return route->to && (!route->back || end == first + 1);
}

/* The outermost of what is left by the last of an outcome's routes. */
static const struct task *
left_by(const struct plan *plan, const struct outcome_route *first, const struct outcome_route *end)
{
	const struct task *left = first->from;
	for (const struct outcome_route *route = first; route < end; route++)
		if (is_gone_by(route, first, end) && task_is_within(left, routes_left(plan, route)))
			left = routes_left(plan, route);
	return left;
}

/* When all that is left by an outcome has ended. */
static struct length
gone_at(const struct plan *plan, const struct outcome_route *first, const struct outcome_route *end,
	enum estimate estimate)
{
	struct length time = {0};
	const struct task *outer = left_by(plan, first, end)->parent;
	for (const struct task *left = first->from; left != outer; left = left->parent)
		length_raise(&time, plan_passed(plan, left, estimate));
	return time;
}

/* Says when a way begins that routes lead to. Nothing is known of what nothing leads to. */
static void
depart(const struct exception_finder *finder, const struct outcome_route *route,
       const struct outcome_route *end)
{
	struct way *way = finder->way;
	way->departs = task_is_usual(route->from) || way->passed[index_of(finder, route->from)];
	way->left_by = left_by(way->order->plan, route, end);
	for (int e = 0; e < ESTIMATE_COUNT; e++)
		way->since[e] = gone_at(way->order->plan, route, end, (enum estimate)e);
}

static void
raise_to_left(const struct way *way, const struct outcome_route *route,
	      struct length times[ESTIMATE_COUNT])
{
	const struct task *end = way_left(way, route)->parent;
	for (const struct task *left = route->from; left != end; left = left->parent)
		for (int e = 0; e < ESTIMATE_COUNT; e++)
			length_raise(&times[e], way_passed(way, left, (enum estimate)e));
}

/* When the last exception leaves the way that reaches a task, if none is taken on it before. */
static void
find_left(struct exception_finder *finder, const struct task *task,
	  struct length left[ESTIMATE_COUNT])
{
	struct way *way = finder->way;
	const struct routes *routes = finder->routes;
	take_exceptions(finder, task);
	for (uint32_t k = 0; k < way->member_count; k++)
		for (uint32_t r = routes->first[way->members[k]];
		     r < routes->first[way->members[k] + 1]; r++) {
			const struct outcome_route *route = &routes->items[r];
			if (way->further[r] != way->walk || !route->to || route->back)
				continue;
			raise_to_left(way, route, left);
		}
}

/* True when what a route back leads to begins only after the exceptions have left the usual path
 * that lead to its source: it stands earlier in the file, but is not passed again. */
static bool
is_ahead(const struct exception_finder *finder, const struct outcome_route *route,
	 enum estimate estimate)
{
	const struct plan *plan = finder->way->order->plan;
	uint32_t i = index_of(finder, route->from), first = finder->passed_first[i],
		 end = finder->passed_first[i + 1];
	if (task_is_usual(route->from) || !task_is_usual(route->to))
		return false;
	struct length begins = plan_times(plan, route->to, estimate).start;
	for (uint32_t k = first; k < end; k++) {
		const struct outcome_route *by = finder->passings[k].by;
		struct length gone =
		    gone_at(plan, by, way_routes_end(finder->routes, by), estimate);
		if (!task_is_usual(by->from) || gone.weight > begins.weight)
			return false;
	}
	return end > first;
}

static void
begin_again(struct exception_finder *finder, const struct outcome_route *route)
{
	struct way *way = finder->way;
	const struct task *left = routes_left(way->order->plan, route);
	way_begin_back(way, route);
	depart(finder, route, route + 1);
	uint32_t end = way->place[END_OF(index_of(finder, left))],
		 to = way->place[END_OF(index_of(finder, route->to))];
	way->last = end > to ? end : to;
}

/* What a route back adds; true if the way leads from there to here. */
static bool
add_again(struct exception_finder *finder, const struct outcome_route *route,
	  struct length adds[ESTIMATE_COUNT])
{
	struct way *way = finder->way;
	begin_again(finder, route);
	take_exceptions(finder, route->from);
	way_walk(way);
	bool arrives = way_part(way, route->from)->member;
	const struct task *passed = arrives ? way_left(way, route) : route->to;
	for (int e = 0; e < ESTIMATE_COUNT; e++)
		adds[e] = !arrives && is_ahead(finder, route, (enum estimate)e)
			      ? (struct length){0}
			      : way_passed(way, passed, (enum estimate)e);
	if (!arrives || !is_only_way(route))
		return arrives;
	begin_again(finder, route);
	way_walk(way);
	memset(adds, 0, ESTIMATE_COUNT * sizeof *adds);
	find_left(finder, route->from, adds);
	return true;
}

/* What the routes back of an exception add: of those by which the way leads here, if there are
 * some. */
static void
add_backwards(struct exception_finder *finder, const struct outcome_route *first,
	      struct exception *exception)
{
	struct length most[2][ESTIMATE_COUNT] = {{{0}}};
	bool any = false;
	for (const struct outcome_route *route = first,
					*end = way_routes_end(finder->routes, first);
	     route < end; route++) {
		struct length adds[ESTIMATE_COUNT];
		if (!route->back)
			continue;
		bool arrives = add_again(finder, route, adds);
		any = any || arrives;
		for (int e = 0; e < ESTIMATE_COUNT; e++)
			length_raise(&most[arrives][e], adds[e]);
	}
	for (int e = 0; e < ESTIMATE_COUNT; e++)
		length_raise(&exception->adds[e], most[any][e]);
}

static void
add_onwards(struct exception_finder *finder, const struct outcome_route *first,
	    struct exception *exception)
{
	const struct outcome_route *end = way_routes_end(finder->routes, first);
	way_begin_on(finder->way, first, end);
	depart(finder, first, end);
	way_walk(finder->way);
	for (int e = 0; e < ESTIMATE_COUNT; e++)
		exception->adds[e] = finder->way->length[e];
	keep_passings(finder, first);
	gone_add(&finder->gone, finder->way);
}

/* Finds the exceptions, in the order of the file. */
static void
find_starts(struct exception_finder *finder)
{
	const struct routes *routes = finder->routes;
	size_t size = (size_t)routes->count + 1;
	finder->found = arena_array(&finder->arena, size, sizeof *finder->found);
	finder->starts = arena_array(&finder->arena, size, sizeof *finder->starts);
	for (const struct outcome_route *first = routes->items;
	     first < routes->items + routes->count; first = way_routes_end(routes, first)) {
		if (first->usual || first->idle)
			continue;
		uint32_t i = finder->count++,
			 place = finder->way->place[END_OF(index_of(finder, first->from))];
		finder->found[i] =
		    (struct exception){.from = first->from, .outcome = first->outcome};
		finder->starts[i] = (struct exception_start){first, &finder->found[i], place};
	}
}

/* By the sequence in which their sources end, in which an exception comes behind those that lead to
 * it. */
static int
by_place(const void *a, const void *b)
{
	const struct exception_start *one = a, *other = b;
	if (one->place != other->place)
		return one->place < other->place ? -1 : 1;
	return (one->first > other->first) - (one->first < other->first);
}

/* First the ways onwards, so that it is known which exceptions lead where, and when. */
static void
find_all(struct exception_finder *finder)
{
	find_starts(finder);
	if (finder->count)
		qsort(finder->starts, finder->count, sizeof *finder->starts, by_place);
	for (uint32_t i = 0; i < finder->count; i++)
		add_onwards(finder, finder->starts[i].first, finder->starts[i].exception);
	sort_passings(finder);
	for (uint32_t i = 0; i < finder->count; i++)
		add_backwards(finder, finder->starts[i].first, finder->starts[i].exception);
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
way_find_exceptions(struct way *way)
{
	struct exception_finder finder = {.way = way, .routes = way->routes};
	struct plan *plan = way->order->plan;
	size_t tasks = (size_t)plan->count + 1;
	way_keep_times(way, &finder.arena);
	gone_init(&finder.gone, way->order, &finder.arena);
	way->gone = &finder.gone;
	way->left = EFFORT_MOST;
	finder.asked = arena_array(&finder.arena, tasks, sizeof *finder.asked);
	finder.stack = arena_array(&finder.arena, tasks, sizeof *finder.stack);
	find_all(&finder);
	if (way->left)
		keep(plan, finder.found, finder.count);
	way->times = NULL;
	way->gone = NULL;
	arena_free(&finder.arena);
}
