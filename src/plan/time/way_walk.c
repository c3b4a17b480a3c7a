/* SPDX-License-Identifier: MIT */
/* Which parts a way has: one walk over the points that it reaches.
 *
 * A task is two points, its start and its end, and the sequence of order.c puts each point after
 * all that it depends on. The walk takes the reached point of the lowest place and reaches others
 * from there:
 *
 *      place      0        1        2         3          4         5
 *              start A   end A   start B   start B1   end B1    end B       B waits for A,
 *                 └────────▶└───────▶└─────────▶└─────────▶└─────────▶      B1 is part of B
 *
 * - At a start it decides whether the task is on the way: the way begins with it, a route that is
 *   gone leads to it or into it, it begins with what it lies in (begins_with_whole), or it waits
 *   for something on the way (follows). Whatever may lead there has a lower place, so that all is
 *   known by then. A task on the way reaches its own end and the starts of its parts.
 * - At an end it decides how the task is left: by its own outcomes, as its last part was left, or
 *   not at all (leave). What that leads to is reached, and whoever waits for the task.
 *
 * This is how shortest paths are found in a graph without cycles, point by point in topological
 * order (T. H. Cormen and others, Introduction to Algorithms, 24.2), but with a heap of what is
 * reached instead of the whole sequence: most exceptions are short, and a process has many of them.
 * Each point on the way costs its edges and the logarithm of the heap. One question looks further
 * back, whether the way leads from one task to another (comes_from): it passes WALKED_AT_MOST tasks
 * at most, and then counts as no. */
#include "plan/time/way.h"

enum { WALKED_AT_MOST = 1024 }; /* tasks, for one wait */

static const struct way_part *
part_at(const struct way *way, uint32_t i)
{
	return way_part(way, &way->tasks[i]);
}

/* Whether the parts of a whole may begin: it is on the way, or goes on around it. */
static bool
goes_on_around(const struct way *way, const struct task *whole)
{
	return !whole || way_part(way, whole)->member || way_is_frame(way, whole) ||
	       (way->kind == WAY_BACK && whole != way->source &&
		task_is_within(way->source, whole));
}

/* True when what is not on the way contains all of a task that something within it does not. */
static bool
is_near(const struct way *way, const struct task *task, const struct task *wait)
{
	while (wait && way_part(way, wait)->member)
		wait = wait->parent;
	return !wait || task_is_within(task, wait);
}

/* Of what is entered in the middle only that follows which waits for something within. */
static bool
is_wait_near(const struct way *way, const struct task *task, const struct task *wait)
{
	const struct task *outer = task->parent;
	const struct way_part *part = outer ? way_part(way, outer) : NULL;
	if (part && part->member && !part->begun)
		return task_is_within(wait, outer);
	return is_near(way, task, wait);
}

static uint32_t
push(struct way *way, const struct task *task, uint32_t depth)
{
	uint32_t i = task_index(way->order->plan, task);
	if (!part_at(way, i)->member || way->met[i] == way->question)
		return depth;
	way->met[i] = way->question;
	way->stack[depth] = i;
	return depth + 1;
}

/* Puts on the stack what leads to a task or into it, what it waits for and what it lies in. */
static uint32_t
push_before(struct way *way, uint32_t i, uint32_t depth, uint32_t *left)
{
	const struct order *order = way->order;
	const struct task *task = &way->tasks[i];
	for (uint32_t k = 0; k < task->after_count; k++)
		depth = push(way, task->after[k], depth);
	for (const struct task *outer = task->parent; outer; outer = outer->parent)
		depth = push(way, outer, depth);
	for (uint32_t inner = i; inner < way->past[i] && *left; inner++, --*left) {
		uint32_t point = START_OF(inner);
		for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++) {
			const struct edge *edge = &order->edges[e];
			if (edge->kind == EDGE_ROUTE && way->begins_with[edge->task] != way->walk &&
			    way_is_gone(way, &way->routes->items[edge->task]))
				depth = push(way, way->routes->items[edge->task].from, depth);
		}
	}
	return depth;
}

/* True when the way leads from a source to one of the others that a task waits for and that are
 * left to it, or to what it lies in: then the source leads nowhere else. */
static bool
comes_from(struct way *way, const struct task *task, const struct task *source)
{
	uint32_t depth = 0, left = WALKED_AT_MOST;
	way->question++;
	for (uint32_t k = 0; k < task->after_count; k++)
		if (way_part(way, task->after[k])->goes_on)
			depth = push(way, task->after[k], depth);
	if (task->parent)
		depth = push(way, task->parent, depth);
	while (depth && left) {
		uint32_t i = way->stack[--depth];
		if (task_is_within(&way->tasks[i], source))
			return true;
		depth = push_before(way, i, depth, &left);
	}
	return false;
}

/* True when a task begins because it waits for something on the way. */
static bool
follows(struct way *way, const struct task *task)
{
	bool near = false, goes_on = false;
	for (uint32_t k = 0; k < task->after_count; k++) {
		const struct way_part *wait = way_part(way, task->after[k]);
		if (!wait->member)
			continue;
		near = near || is_wait_near(way, task, task->after[k]);
		goes_on = goes_on || wait->goes_on;
	}
	if (!near || !goes_on)
		return false;
	for (uint32_t k = 0; k < task->after_count; k++) {
		const struct way_part *wait = way_part(way, task->after[k]);
		if (wait->member && (wait->led_out || wait->taken) &&
		    !comes_from(way, task, task->after[k]))
			return false;
	}
	return true;
}

/* True when a task begins with what it lies in: what it waits for is no part of the way, but has
 * usually gone before. */
static bool
begins_with_whole(const struct way *way, const struct task *task)
{
	bool is_free = !task->after_count && !task->entered;
	if (task->parent ? !way_part(way, task->parent)->begun : way->kind != WAY_USUAL)
		return false;
	if (way->kind == WAY_USUAL)
		return is_free;
	for (uint32_t k = 0; k < task->after_count; k++) {
		const struct task *wait = task->after[k];
		if (way_part(way, wait)->member || task_is_within(wait, task->parent))
			return false;
		is_free = is_free || (task_is_usual(wait) &&
				      way->routes->goes_on[task_index(way->order->plan, wait)]);
	}
	return is_free;
}

static bool
is_led_to(const struct way *way, uint32_t i, bool within)
{
	const struct order *order = way->order;
	for (uint32_t e = order->edge_first[START_OF(i)]; e < order->edge_first[START_OF(i) + 1];
	     e++) {
		const struct edge *edge = &order->edges[e];
		if (edge->kind != EDGE_ROUTE)
			continue;
		const struct outcome_route *route = &way->routes->items[edge->task];
		if ((route->to != &way->tasks[i]) == within && way_is_gone(way, route))
			return true;
	}
	return false;
}

static void
reach_waiters(struct way *way, uint32_t i)
{
	for (uint32_t k = way->waiter_first[i]; k < way->waiter_first[i + 1]; k++) {
		way->left -= way->left > 0;
		way_reach(way, &way->tasks[way->waiters[k]]);
	}
}

static void
start(struct way *way, uint32_t i)
{
	const struct task *task = &way->tasks[i];
	struct way_part *part = way_part(way, task);
	if (way_is_frame(way, task))
		return;
	part->begun = part->seed || is_led_to(way, i, false) || begins_with_whole(way, task) ||
		      (goes_on_around(way, task->parent) && follows(way, task));
	part->member = part->begun || part->entered || is_led_to(way, i, true);
	if (!part->member)
		return;
	way->members[way->member_count++] = i;
	if (way->times)
		way_begin_part(way, i);
	heap_put(&way->heap, way->place[END_OF(i)]);
	for (uint32_t inner = i + 1; inner < way->past[i]; inner = way->past[inner]) {
		way->left -= way->left > 0;
		way_reach(way, &way->tasks[inner]);
	}
	if (task->ongoing)
		reach_waiters(way, i);
}

/* Follows the outcomes that are taken: what they leave is led out of. */
static void
leave_by_routes(struct way *way, uint32_t i)
{
	const struct routes *routes = way->routes;
	for (uint32_t k = routes->first[i]; k < routes->first[i + 1]; k++) {
		const struct outcome_route *route = &routes->items[k];
		const struct task *common =
		    route->to && !route->back ? routes_common(route->from, route->to) : NULL;
		if (route->usual && way_part(way, route->from)->taken)
			for (const struct task *outer = route->from->parent; outer != common;
			     outer = outer->parent)
				way_part(way, outer)->led_out = true;
		if (!way_is_gone(way, route))
			continue;
		for (const struct task *to = route->to; to != common && !way_is_frame(way, to);
		     to = to->parent)
			way_reach(way, to);
	}
}

/* How a member is left: as the last of its parts is, else by its own outcomes. */
static void
leave(struct way *way, uint32_t i)
{
	const struct routes *routes = way->routes;
	const struct task *task = &way->tasks[i];
	struct way_part *part = way_part(way, task);
	bool own = !part->led_out && !(part->last && part_at(way, part->last - 1)->dead_end);
	bool usual = false, decided = routes_are_decided(way->order->plan, task),
	     goes_on = !decided && task_goes_on(task->entity);
	part->by_own = own;
	for (uint32_t k = routes->first[i]; k < routes->first[i + 1]; k++)
		usual = usual || routes->items[k].usual;
	part->ended = true;
	part->taken = own && (usual || decided);
	part->dead_end = own ? !usual && !goes_on : !part->led_out;
	part->goes_on = task->ongoing ? !part->led_out && !usual : own && !usual && goes_on;
}

static void
take_time(struct way *way, uint32_t i)
{
	const struct task *task = &way->tasks[i];
	way_end_part(way, i);
	if (task->ongoing || (task->parent && way_part(way, task->parent)->member))
		return;
	for (int e = 0; e < ESTIMATE_COUNT; e++)
		length_raise(&way->length[e], way_times(way, task, (enum estimate)e)->end);
}

static void
end(struct way *way, uint32_t i)
{
	const struct task *task = &way->tasks[i];
	struct way_part *outer = task->parent ? way_part(way, task->parent) : NULL;
	leave(way, i);
	if (outer && !task->ongoing)
		outer->last = i + 1;
	if (way->times)
		take_time(way, i);
	leave_by_routes(way, i);
	if (!task->ongoing)
		reach_waiters(way, i);
}

void
way_walk(struct way *way)
{
	while (way->heap.count && way->left) {
		uint32_t point = way->order->sequence[heap_take(&way->heap)];
		uint32_t edges = way->order->edge_first[point + 1] - way->order->edge_first[point];
		way->left -= way->left > edges ? edges + 1 : way->left;
		if (point % 2 == 0)
			start(way, TASK_OF(point));
		else
			end(way, TASK_OF(point));
	}
	way->heap.count = 0;
}
