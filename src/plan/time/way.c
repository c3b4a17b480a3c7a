/* SPDX-License-Identifier: MIT */
/* Where ways begin, what they may not enter, and which routes they take. */
#include "plan/time/way.h"

static uint32_t
index_of(const struct way *way, const struct task *task)
{
	return task_index(way->order->plan, task);
}

struct way_part *
way_part(const struct way *way, const struct task *task)
{
	struct way_part *part = &way->parts[index_of(way, task)];
	if (part->walk == way->walk)
		return part;
	*part = (struct way_part){.walk = way->walk};
	for (int e = 0; e < ESTIMATE_COUNT && way->times; e++)
		way->times[ESTIMATE_COUNT * index_of(way, task) + (size_t)e] =
		    (struct way_times){0};
	return part;
}

struct way_times *
way_times(const struct way *way, const struct task *task, enum estimate estimate)
{
	way_part(way, task);
	return &way->times[ESTIMATE_COUNT * index_of(way, task) + (size_t)estimate];
}

const struct outcome_route *
way_routes_end(const struct routes *routes, const struct outcome_route *first)
{
	const struct outcome_route *end = first;
	while (end < routes->items + routes->count && end->outcome == first->outcome)
		end++;
	return end;
}

void
way_reach(struct way *way, const struct task *task)
{
	struct way_part *part = way_part(way, task);
	uint32_t place = way->place[START_OF(index_of(way, task))];
	if (!part->reached && place <= way->last)
		heap_put(&way->heap, place);
	part->reached = true;
}

bool
way_is_usual_beside(const struct task *task, const struct task *other)
{
	const struct task *common =
	    task_is_within(task, other) ? other->parent : routes_common(task, other);
	while (task && task != common && task->usual)
		task = task->parent;
	return task == common;
}

bool
way_is_frame(const struct way *way, const struct task *task)
{
	bool around = task != way->source && task_is_within(way->source, task);
	switch (way->kind) {
	case WAY_USUAL:
		break;
	case WAY_WITHIN:
		return !task_is_within(task, way->target);
	case WAY_ON:
		return around || way_is_usual_beside(task, way->source);
	case WAY_BACK:
		return around && task != way->target && task_is_within(way->target, task);
	}
	return false;
}

bool
way_is_gone(const struct way *way, const struct outcome_route *route)
{
	size_t number = (size_t)(route - way->routes->items);
	if (!route->to || route->back || way_is_frame(way, route->to))
		return false;
	if (way->begins_with[number] == way->walk)
		return true;
	const struct way_part *from = way_part(way, route->from);
	return from->member && from->ended &&
	       (route->usual ? from->taken : way->further[number] == way->walk);
}

const struct task *
way_left(const struct way *way, const struct outcome_route *route)
{
	const struct task *end = routes_left(way->order->plan, route), *left = route->from;
	while (left != end && way_part(way, left->parent)->member)
		left = left->parent;
	return left;
}

struct length
way_passed(const struct way *way, const struct task *task, enum estimate estimate)
{
	const struct way_times *times = way_times(way, task, estimate);
	return task->ongoing ? times->begin : times->end;
}

/* Begins with a task, and with what it lies in, each in the middle, up to a frame. */
static void
enter(struct way *way, const struct task *to)
{
	way_part(way, to)->seed = true;
	way_reach(way, to);
	for (const struct task *outer = to->parent; outer && !way_is_frame(way, outer);
	     outer = outer->parent) {
		way_part(way, outer)->entered = true;
		way_reach(way, outer);
	}
}

static void
begin(struct way *way, enum way_kind kind, const struct task *source, const struct task *target)
{
	way->walk++;
	way->kind = kind;
	way->source = source;
	way->target = target;
	way->last = UINT32_MAX;
	way->departs = false;
	way->member_count = 0;
	for (int e = 0; e < ESTIMATE_COUNT; e++)
		way->length[e] = way->since[e] = (struct length){0};
}

void
way_begin_usual(struct way *way)
{
	begin(way, WAY_USUAL, NULL, NULL);
	for (uint32_t i = 0; i < way->order->plan->count; i = way->past[i])
		way_reach(way, &way->tasks[i]);
}

void
way_begin_within(struct way *way, const struct task *whole)
{
	begin(way, WAY_WITHIN, NULL, whole);
	enter(way, whole);
}

void
way_begin_on(struct way *way, const struct outcome_route *first, const struct outcome_route *end)
{
	begin(way, WAY_ON, first->from, NULL);
	for (const struct outcome_route *route = first; route < end; route++) {
		if (!route->to || route->back || way_is_frame(way, route->to))
			continue;
		way->begins_with[route - way->routes->items] = way->walk;
		enter(way, route->to);
	}
}

void
way_begin_back(struct way *way, const struct outcome_route *route)
{
	begin(way, WAY_BACK, route->from, route->to);
	enter(way, route->to);
}

void
way_take(struct way *way, const struct outcome_route *first)
{
	const struct outcome_route *end = way_routes_end(way->routes, first);
	for (const struct outcome_route *route = first; route < end; route++)
		way->further[route - way->routes->items] = way->walk;
}

static bool
is_wait(const struct edge *edge)
{
	return edge->kind == EDGE_WAIT && edge->to % 2 == 0;
}

/* By task those that wait for it. */
static void
index_waiters(struct way *way, struct arena *arena)
{
	const struct order *order = way->order;
	uint32_t count = order->edge_first[order->point_count];
	way->waiter_first =
	    arena_array(arena, (size_t)order->plan->count + 2, sizeof *way->waiter_first);
	way->waiters = arena_array(arena, (size_t)count + 1, sizeof *way->waiters);
	for (uint32_t e = 0; e < count; e++)
		if (is_wait(&order->edges[e]))
			way->waiter_first[TASK_OF(order->edges[e].from) + 2]++;
	for (uint32_t i = 2; i <= order->plan->count; i++)
		way->waiter_first[i] += way->waiter_first[i - 1];
	for (uint32_t e = 0; e < count; e++)
		if (is_wait(&order->edges[e]))
			way->waiters[way->waiter_first[TASK_OF(order->edges[e].from) + 1]++] =
			    TASK_OF(order->edges[e].to);
}

/* By task the first behind its parts. Backwards, so that those know theirs. */
static void
find_past(struct way *way)
{
	const struct plan *plan = way->order->plan;
	for (uint32_t i = plan->count; i-- > 0;) {
		const struct task *outer = plan->tasks[i].parent;
		way->past[i] = way->past[i] ? way->past[i] : i + 1;
		if (outer && way->past[index_of(way, outer)] < way->past[i])
			way->past[index_of(way, outer)] = way->past[i];
	}
}

void
way_init(struct way *way, const struct order *order, struct routes *routes)
{
	struct arena *arena = &routes->arena;
	size_t tasks = (size_t)order->plan->count + 1, points = (size_t)order->point_count + 1;
	*way = (struct way){.order = order, .routes = routes, .tasks = order->plan->tasks};
	way->parts = arena_array(arena, tasks, sizeof *way->parts);
	way->past = arena_array(arena, tasks, sizeof *way->past);
	way->members = arena_array(arena, tasks, sizeof *way->members);
	way->met = arena_array(arena, points, sizeof *way->met);
	way->stack = arena_array(arena, points, sizeof *way->stack);
	way->place = arena_array(arena, points, sizeof *way->place);
	way->heap.items = arena_array(arena, points, sizeof *way->heap.items);
	way->begins_with = arena_array(arena, (size_t)routes->count + 1, sizeof *way->begins_with);
	way->further = arena_array(arena, (size_t)routes->count + 1, sizeof *way->further);
	way->left = UINT32_MAX;
	for (uint32_t i = 0; i < order->point_count; i++)
		way->place[order->sequence[i]] = i;
	index_waiters(way, arena);
	find_past(way);
}

void
way_keep_times(struct way *way, struct arena *arena)
{
	size_t count = (size_t)way->order->plan->count + 1;
	way->times = arena_array(arena, count * ESTIMATE_COUNT, sizeof *way->times);
	way->passed = arena_array(arena, count, sizeof *way->passed);
}
