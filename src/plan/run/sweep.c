/* SPDX-License-Identifier: MIT */
/* One pass over the points in their order (order.c), as schedule.c does it with lengths: a point is
 * the latest of what the edges to it say. */
#include "plan/run/sweep.h"

#include "model/fields.h"

struct sweep
sweep_new(struct arena *arena, const struct worktime *worktime, uint32_t tasks)
{
	struct sweep sweep = {.worktime = worktime};
	size_t points = 2 * (size_t)tasks + 1;
	sweep.present = arena_array(arena, points, sizeof *sweep.present);
	sweep.reached = arena_array(arena, points, sizeof *sweep.reached);
	sweep.done = arena_array(arena, points, sizeof *sweep.done);
	sweep.begins = arena_array(arena, points, sizeof *sweep.begins);
	sweep.complete = arena_array(arena, points, sizeof *sweep.complete);
	for (int kind = 0; kind < SWEEP_COUNT; kind++) {
		sweep.at[kind] = arena_array(arena, points, sizeof *sweep.at[kind]);
		sweep.due[kind] = arena_array(arena, points, sizeof *sweep.due[kind]);
	}
	return sweep;
}

bool
sweep_has_say(const struct order *order, uint32_t edge)
{
	return !order->cut[edge] && order->edges[edge].kind != EDGE_ORDER;
}

void
sweep_reach(struct sweep *sweep, const struct order *order)
{
	for (uint32_t i = 0; i < order->point_count; i++) {
		uint32_t point = order->sequence[i], task = TASK_OF(point);
		bool usual = task_is_usual(&order->plan->tasks[task]);
		bool reached = usual && (sweep->first || (point % 2 == 0 && sweep->begins[task]));
		for (uint32_t e = order->edge_first[point];
		     usual && !reached && e < order->edge_first[point + 1]; e++)
			reached = sweep_has_say(order, e) && sweep->reached[order->edges[e].from];
		sweep->reached[point] = reached;
		sweep->present[point] = sweep->present[point] || reached;
	}
}

/* The duration of a task that an edge takes, or NULL. */
static const struct duration *
duration_on(const struct order *order, const struct edge *edge)
{
	const struct task *task = &order->plan->tasks[edge->task];
	if (edge->kind == EDGE_TASK)
		return task->deadline;
	return edge->kind == EDGE_AHEAD && edge->to % 2 == 0 ? &task->terms->ahead : NULL;
}

static struct timespan
span_on(const struct order *order, const struct edge *edge, enum estimate estimate)
{
	const struct duration *duration = duration_on(order, edge);
	return duration ? instant_span(duration, estimate)
			: instant_span_of(edge_length(order, estimate, edge));
}

static void
raise_to(struct instant *instant, struct instant other)
{
	if (other.at > instant->at)
		*instant = other;
}

/* What the edges to a point say, and the process when it begins. */
static struct instant
told_by_edges(const struct sweep *sweep, const struct order *order, uint32_t point,
	      enum sweep_kind kind)
{
	enum estimate estimate = kind == SWEEP_BEST ? ESTIMATE_BEST : ESTIMATE_MOST;
	const struct task *task = &order->plan->tasks[TASK_OF(point)];
	struct instant told = {INSTANT_NEVER, false};
	if (point % 2 == 1 && task->from_start)
		told = instant_add(sweep->worktime, sweep->start,
				   instant_span(task->deadline, estimate), false);
	if (point % 2 == 0 && sweep->begins[TASK_OF(point)])
		told = *sweep->begins[TASK_OF(point)];
	for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++) {
		const struct edge *edge = &order->edges[e];
		if (sweep_has_say(order, e) && sweep->present[edge->from])
			raise_to(&told, instant_add(sweep->worktime, sweep->at[kind][edge->from],
						    span_on(order, edge, estimate), false));
	}
	return told.at == INSTANT_NEVER ? sweep->start : told;
}

/* What is not done by today goes on: it does not end before. */
static struct instant
not_before_today(const struct sweep *sweep, struct instant due)
{
	struct instant today = {worktime_morning(sweep->worktime, sweep->today), false};
	if (instant_day(due) < sweep->today)
		today = (struct instant){worktime_evening(sweep->worktime, sweep->today), true};
	raise_to(&due, today);
	return due;
}

/* The last end of the parts of a whole that it waits for; *whole becomes whether there are any, and
 * *complete whether all are done. */
static struct instant
parts_end(const struct sweep *sweep, const struct order *order, uint32_t i, enum sweep_kind kind,
	  bool *complete)
{
	const struct plan *plan = order->plan;
	struct instant end = {INSTANT_NEVER, false};
	*complete = true;
	for (uint32_t k = i + 1;
	     k < plan->count && task_level(&plan->tasks[k]) > task_level(&plan->tasks[i]); k++) {
		const struct task *part = &plan->tasks[k];
		if (part->parent != &plan->tasks[i] || part->ongoing || !sweep->present[END_OF(k)])
			continue;
		raise_to(&end, sweep->at[kind][END_OF(k)]);
		*complete = *complete && sweep->complete[k];
	}
	*complete = *complete && end.at != INSTANT_NEVER;
	return end;
}

/* When something is to end, and what others are to reckon with. */
static void
end_task(struct sweep *sweep, const struct order *order, uint32_t i, enum sweep_kind kind)
{
	bool complete;
	struct instant due = told_by_edges(sweep, order, END_OF(i), kind), end = due,
		       parts = parts_end(sweep, order, i, kind, &complete);
	bool whole = parts.at != INSTANT_NEVER;
	sweep->due[kind][i] = due;
	raise_to(&end, parts);
	if (kind != SWEEP_PLAN) {
		sweep->complete[i] = complete || sweep->done[i];
		if (sweep->done[i])
			end = *sweep->done[i];
		else if (complete)
			end = parts;
		else if (!whole && kind == SWEEP_MOST && !order->plan->tasks[i].ongoing)
			end = not_before_today(sweep, due);
	}
	sweep->at[kind][END_OF(i)] = end;
}

void
sweep_forward(struct sweep *sweep, const struct order *order, enum sweep_kind kind)
{
	for (uint32_t k = 0; k < order->point_count; k++) {
		uint32_t point = order->sequence[k];
		if (sweep->reached[point] && point % 2 == 0)
			sweep->at[kind][point] = told_by_edges(sweep, order, point, kind);
		else if (sweep->reached[point])
			end_task(sweep, order, TASK_OF(point), kind);
	}
}

/* ---- backwards */

static void
lower_to(struct instant *late, struct instant other)
{
	if (late->at == INSTANT_NEVER || other.at < late->at)
		*late = other;
}

/* Whether an edge holds up what it comes from: also the part of a whole that keeps a deadline of
 * its own. */
static bool
holds_up(const struct order *order, uint32_t e)
{
	const struct edge *edge = &order->edges[e];
	const struct task *from = &order->plan->tasks[TASK_OF(edge->from)];
	bool part = edge->kind == EDGE_ORDER && edge->from % 2 == 1 && edge->to % 2 == 1 &&
		    !from->ongoing && from->parent == &order->plan->tasks[TASK_OF(edge->to)];
	return part ? !order->cut[e] : sweep_has_say(order, e);
}

struct instant *
sweep_backward(const struct sweep *sweep, const struct order *order, struct instant end,
	       struct arena *arena)
{
	struct instant *late = arena_array(arena, (size_t)order->point_count + 1, sizeof *late);
	for (uint32_t i = 0; i < order->point_count; i++) {
		const struct task *task = &order->plan->tasks[TASK_OF(i)];
		bool ends = i % 2 == 1 && !task->parent && !task->ongoing;
		late[i] = ends ? end : (struct instant){INSTANT_NEVER, false};
	}
	for (uint32_t k = order->point_count; k-- > 0;) {
		uint32_t point = order->sequence[k];
		if (!sweep->present[point] || late[point].at == INSTANT_NEVER)
			continue;
		for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++)
			if (holds_up(order, e) && sweep->present[order->edges[e].from])
				lower_to(
				    &late[order->edges[e].from],
				    instant_add(sweep->worktime, late[point],
						span_on(order, &order->edges[e], ESTIMATE_MOST),
						true));
	}
	return late;
}
