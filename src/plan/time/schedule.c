/* SPDX-License-Identifier: MIT */
/* Times by the critical path method (J. E. Kelley, M. R. Walker, Critical-path planning and
 * scheduling, 1959), over the points of order.c.
 *
 * Forwards through the sequence a point is as early as the latest of what comes before it allows;
 * backwards it is as late as the earliest of what comes after it allows while the end of the
 * process stays where it is. The difference is the slack, and a task without slack is critical.
 *
 *      A 0–2 ──▶ C 2–5                 A and C are critical;
 *      B 0–1 ──────▲                   B may start from 0 to 1: a slack of 1
 *
 * What differs from the textbook: a task that has parts ends with the last of them, unless it keeps
 * a deadline of its own. Then its parts are looked at within it, from its start, and may have slack
 * of their own or run over its end, without moving it. Only the usual path moves the end; what is
 * an exception is put after what leads to it, and what goes on for ever ends when it likes. All is
 * done twice, with the shortest and with the longest times given. Linear in points and edges: the
 * sequence makes every pass a single one. */
#include "model/fields.h"
#include "model/variant.h"
#include "plan/time/critical.h"

#include <stdlib.h>
#include <string.h>

static const struct length never = {.weight = INT64_MAX}; /* nothing says how late */

static void
put_at(const struct times *times, uint32_t point, struct length time)
{
	lengths_put(&times->order->plan->times[times->estimate], time_place(point), time);
}

/* What a task is part of, a level above stages (0) or steps (1); NULL when it is not below that. */
static const struct task *
frame_of(const struct task *task, int level)
{
	const struct task *outer = task->parent;
	if (level == 1)
		return outer && outer->parent ? outer : NULL;
	return outer && outer->parent ? outer->parent : outer;
}

/* The same for a part of a whole, however deep. */
static bool
is_awaited_within(const struct task *task, const struct task *outer)
{
	while (task != outer && times_is_awaited(task))
		task = task->parent;
	return task == outer;
}

/* Where times are looked at within a frame alone (NULL: anywhere). */
struct scope {
	const struct task *frame;
	int level;
};

static bool
is_in_scope(const struct times *times, const struct scope *scope, const struct edge *edge)
{
	return !scope->frame ||
	       frame_of(times_task_at(times, edge->from), scope->level) == scope->frame;
}

static struct length
time_by(const struct times *times, const struct edge *edge)
{
	return length_sum(times_at(times, edge->from), times_length_on(times, edge));
}

/* Of a route into the middle of something, which has a say: where it is kept when all routes have
 * arrived that lead to the same part; NULL of other edges. */
static struct length *
arrival(const struct times *times, const struct scope *scope, uint32_t e)
{
	const struct order *order = times->order;
	const struct edge *edge = &order->edges[e];
	if (order->cut[e] || edge->kind != EDGE_ROUTE || !is_in_scope(times, scope, edge))
		return NULL;
	const struct task *to = order->routes->items[edge->task].to;
	return to != times_task_at(times, edge->to) ? &times->arrives[task_index(order->plan, to)]
						    : NULL;
}

/* What is only entered in the middle begins with the first of the parts that outcomes lead to: the
 * others are silenced. */
static void
choose_entry(const struct times *times, uint32_t point, const struct scope *scope)
{
	uint32_t from = times->order->edge_first[point], to = times->order->edge_first[point + 1];
	struct length first = never, *arrives;
	for (uint32_t e = from; e < to; e++)
		if ((arrives = arrival(times, scope, e)))
			*arrives = (struct length){0};
	for (uint32_t e = from; e < to; e++)
		if ((arrives = arrival(times, scope, e)))
			length_raise(arrives, time_by(times, &times->order->edges[e]));
	for (uint32_t e = from; e < to; e++)
		if ((arrives = arrival(times, scope, e)))
			length_lower(&first, *arrives);
	for (uint32_t e = from; e < to; e++)
		if ((arrives = arrival(times, scope, e)))
			times->mute[e] = arrives->weight > first.weight;
	times->first[TASK_OF(point)] = first;
}

/* Silences what delays the end of a whole for the part that is entered first. */
static void
drop_first(const struct times *times, uint32_t point)
{
	const struct order *order = times->order;
	for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++)
		times->mute[e] =
		    order->edges[e].late && times_at(times, order->edges[e].from).weight <=
						times->first[TASK_OF(point)].weight;
}

/* The latest of what the edges to a point say, and of a time. */
static struct length
earliest(const struct times *times, uint32_t point, const struct scope *scope, struct length time)
{
	const struct order *order = times->order;
	if (times->mute && point % 2 == 0)
		choose_entry(times, point, scope);
	else if (times->mute)
		drop_first(times, point);
	for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++)
		if (times_has_say(times, e) && is_in_scope(times, scope, &order->edges[e]))
			length_raise(&time, time_by(times, &order->edges[e]));
	return time;
}

/* Chains inside of steps, then inside of stages: times counted from the frame's start, by edges
 * inside of it alone. */
static void
find_chains(struct times *times, int level)
{
	const struct order *order = times->order;
	for (uint32_t i = 0; i < order->point_count; i++) {
		uint32_t point = order->sequence[i];
		struct scope scope = {frame_of(times_task_at(times, point), level), level};
		struct length time = {0};
		put_at(times, point, time);
		if (!scope.frame)
			continue;
		time = earliest(times, point, &scope, time);
		put_at(times, point, time);
		if (is_awaited_within(times_task_at(times, point), scope.frame))
			length_raise(&scope.frame->chain[times->estimate], time);
	}
}

/* When a point is at the earliest by the start of the process alone. */
static struct length
from_start(const struct times *times, uint32_t point)
{
	bool ends = point == END_OF(TASK_OF(point)) && times_task_at(times, point)->from_start;
	const struct edge own = {.task = TASK_OF(point), .kind = EDGE_TASK};
	return ends ? times_length_on(times, &own) : (struct length){0};
}

static void
find_earliest(struct times *times)
{
	const struct order *order = times->order;
	const struct scope scope = {NULL, 0};
	for (uint32_t i = 0; i < order->point_count; i++) {
		uint32_t point = order->sequence[i];
		put_at(times, point, earliest(times, point, &scope, from_start(times, point)));
	}
	for (uint32_t i = 0; i < order->plan->count; i++)
		if (!order->plan->tasks[i].parent && times_is_awaited(&order->plan->tasks[i]))
			length_raise(&order->plan->total[times->estimate],
				     times_at(times, END_OF(i)));
	for (uint32_t i = order->plan->count; i-- > 0;) {
		const struct task *outer = order->plan->tasks[i].parent;
		uint32_t o = outer ? task_index(order->plan, outer) : PLAN_NONE;
		if (outer && times_is_awaited(&order->plan->tasks[i]))
			length_raise(&times->over[o],
				     length_difference(times_at(times, END_OF(i)),
						       times_at(times, END_OF(o))));
	}
}

/* How late the other end of an edge allows it to be. What is entered in the middle is held up by
 * its entry only as far as its end is: its parts have edges of their own. */
static struct length
allowed_by(const struct times *times, const struct edge *edge)
{
	const struct order *order = times->order;
	uint32_t i = TASK_OF(edge->to);
	const struct task *to = &order->plan->tasks[i];
	struct length late = times->late[edge->to], length = times_length_on(times, edge);
	bool enters = edge->kind == EDGE_ROUTE && edge->to == START_OF(i) &&
		      order->routes->items[edge->task].to != to;
	if (enters && !to->ongoing) {
		late = times->late[END_OF(i)];
		if (!order->apart[i])
			length = task_length(to, times->estimate);
	}
	return late.weight == never.weight ? never : length_difference(late, length);
}

/* The latest times that leave the end of the process where it is. What runs over the end of its
 * stage does not move it. */
static void
find_latest(struct times *times)
{
	const struct order *order = times->order;
	struct length total = order->plan->total[times->estimate];
	for (uint32_t i = 0; i < order->point_count; i++)
		times->late[i] = i % 2 == 1 && !times_task_at(times, i)->parent &&
					 times_is_awaited(times_task_at(times, i))
				     ? total
				     : never;
	for (uint32_t i = order->point_count; i-- > 0;) {
		uint32_t point = order->sequence[i];
		for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++) {
			const struct edge *edge = &order->edges[e];
			if (times_has_say(times, e))
				length_lower(&times->late[edge->from], allowed_by(times, edge));
		}
	}
}

/* The latest times of steps that leave the end of their stage where it is, or where its steps bring
 * it when they run over. */
static void
find_latest_inside(struct times *times)
{
	const struct order *order = times->order;
	for (uint32_t i = 0; i < order->point_count; i++)
		times->late[i] = times_task_at(times, i)->parent ? never : times_at(times, i);
	for (uint32_t i = order->point_count; i-- > 0;) {
		uint32_t point = order->sequence[i];
		const struct task *frame = frame_of(times_task_at(times, point), 0);
		for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++) {
			const struct edge *edge = &order->edges[e];
			const struct task *from = times_task_at(times, edge->from),
					  *to = times_task_at(times, point);
			bool is_part = from->parent == to && point % 2 == 1 &&
				       edge->from % 2 == 1 &&
				       (edge->kind == EDGE_PLAIN || edge->kind == EDGE_ORDER);
			if (order->cut[e] || (!is_part && !times_has_say(times, e)) ||
			    times->late[point].weight == never.weight)
				continue;
			if (is_part)
				length_lower(
				    &times->late[edge->from],
				    length_sum(times->late[point], times->over[TASK_OF(point)]));
			else if (frame && frame_of(from, 0) == frame)
				length_lower(&times->late[edge->from], allowed_by(times, edge));
		}
	}
}

/* True for what goes on for ever, and within it: no end waits for that. */
static bool
is_endless(const struct task *task)
{
	while (task && !task->ongoing)
		task = task->parent;
	return task;
}

static void
take_slack(struct times *times, bool stages)
{
	struct plan *plan = times->order->plan;
	for (uint32_t i = 0; i < plan->count; i++) {
		struct task *task = &plan->tasks[i];
		if (!task->parent != stages)
			continue;
		if (times->late[END_OF(i)].weight == never.weight ||
		    times->late[START_OF(i)].weight == never.weight)
			continue;
		struct length slack =
		    length_difference(times->late[START_OF(i)], times_at(times, START_OF(i)));
		length_lower(&slack,
			     length_difference(times->late[END_OF(i)], times_at(times, END_OF(i))));
		lengths_put(&plan->times[times->estimate], time_slack_place(i), slack);
		struct length length = plan->total[times->estimate];
		if (!stages) {
			uint32_t frame = task_index(times->order->plan, frame_of(task, 0));
			length = length_difference(
			    length_sum(times_at(times, END_OF(frame)), times->over[frame]),
			    times_at(times, START_OF(frame)));
		}
		task->critical[times->estimate] =
		    slack.weight == 0 && length.weight > 0 && !is_endless(task);
	}
}

static struct length
both_ends(const struct duration *duration)
{
	return length_sum(duration_best(duration), duration_most(duration));
}

/* A length that has some of each kind of time of what is said of a deadline. */
static struct length
kinds_of_deadline(const struct duration *deadline, const struct terms *terms)
{
	struct length kinds = both_ends(deadline);
	return terms ? length_sum(kinds, both_ends(&terms->ahead)) : kinds;
}

/* The same of a task; of all variants together it has the times of each. */
static struct length
kinds_of_task(const struct plan *plan, const struct task *task)
{
	struct length kinds = kinds_of_deadline(task->deadline, task->terms);
	const struct by_variant *by =
	    plan->variant ? NULL : variant_values(task->entity, task_deadline_row(task->entity));
	for (uint32_t i = 0; by && i < by->values.count; i++) {
		const struct variant_value *value = variant_value_at(&by->values, i);
		const struct terms *terms = value->terms ? terms_of(value->terms) : NULL;
		kinds = length_sum(kinds, kinds_of_deadline(&value->deadline, terms));
	}
	return kinds;
}

static struct length
kinds_of(const struct plan *plan)
{
	struct length kinds = {0};
	for (uint32_t i = 0; i < plan->count; i++)
		kinds = length_sum(kinds, kinds_of_task(plan, &plan->tasks[i]));
	return kinds;
}

static void
make_times(struct plan *plan)
{
	struct length kinds = kinds_of(plan);
	size_t places = time_slack_place(plan->count) + 1;
	for (int e = 0; e < ESTIMATE_COUNT; e++) {
		struct lengths *times = &plan->times[e];
		times->week = (int64_t)plan->model->minutes_per_day * plan->model->days_per_week;
		if (kinds.working)
			times->working = arena_array(&plan->arena, places, sizeof(int64_t));
		if (kinds.calendar)
			times->calendar = arena_array(&plan->arena, places, sizeof(int64_t));
		if (kinds.clock)
			times->clock = arena_array(&plan->arena, places, sizeof(int64_t));
	}
}

static void
make_chains(struct plan *plan)
{
	for (uint32_t i = 0; i < plan->count; i++) {
		struct task *outer = plan->tasks[i].parent;
		if (outer && !outer->chain)
			outer->chain =
			    arena_array(&plan->arena, ESTIMATE_COUNT, sizeof *outer->chain);
	}
}

void
order_schedule(const struct order *order)
{
	struct plan *plan = order->plan;
	struct times times = {.order = order};
	size_t over = ((size_t)plan->count + 1) * sizeof *times.over;
	times.late = memory_alloc(((size_t)order->point_count + 1) * sizeof *times.late);
	times.over = memory_alloc(over);
	if (order->routes) {
		uint32_t count = order->edge_first[order->point_count];
		times.mute = memory_alloc((size_t)count + 1);
		memset(times.mute, 0, (size_t)count + 1);
		times.arrives = memory_alloc(over);
		times.first = memory_alloc(over);
	}
	make_times(plan);
	make_chains(plan);
	for (int estimate = 0; estimate < ESTIMATE_COUNT; estimate++) {
		times.estimate = (enum estimate)estimate;
		memset(times.over, 0, over);
		find_chains(&times, 1);
		find_chains(&times, 0);
		find_earliest(&times);
		find_latest(&times);
		take_slack(&times, true);
		find_latest_inside(&times);
		take_slack(&times, false);
		critical_find(&times);
	}
	memory_free(times.late);
	memory_free(times.over);
	memory_free(times.mute);
	memory_free(times.arrives);
	memory_free(times.first);
}
