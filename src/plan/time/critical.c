/* SPDX-License-Identifier: MIT */
/* The critical paths: from the end of the process back through what sets each beginning.
 *
 *      A ──▶ B ──▶ D          where B and C take equally long: A → B → D and A → C → D
 *      └───▶ C ────▲
 *
 * Of paths there may be as many as there are ways to choose at every fork. Told are as many as pass
 * all stages that are critical: the first one, then one through each stage that none has passed;
 * but none that says less than another does. */
#include "plan/time/critical.h"

#include <string.h>

enum { PATHS_MOST = 16 };

/* The paths that are found for an estimate. */
struct critical_finder {
	const struct times *times;
	struct plan *plan;
	uint32_t *passed; /* by task: the last path that passes the stage, from 1 */
	uint32_t number;  /* of the path under way */
	uint32_t *next; /* by point that sets when the process ends: what it sets; else PLAN_NONE */
	uint32_t *path; /* the points of one, from the last to the first */
	uint32_t count;
};

/* Whether an edge says when the point is that it leads to: without it, that could be earlier. */
static bool
is_tight(const struct times *times, uint32_t e)
{
	const struct edge *edge = &times->order->edges[e];
	return times_has_say(times, e) &&
	       times_at(times, edge->from).weight + times_length_on(times, edge).weight ==
		   times_at(times, edge->to).weight;
}

/* The edge that says when a point is. That something lies in what has begun says least. PLAN_NONE
 * at the start of the process. */
static uint32_t
tight_edge(const struct times *times, uint32_t point)
{
	const struct order *order = times->order;
	uint32_t found = PLAN_NONE;
	for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++) {
		if (!is_tight(times, e))
			continue;
		found = e;
		if (point % 2 == 1 || order->edges[e].kind != EDGE_PLAIN)
			break;
	}
	return found;
}

/* A stage that ends with the process. */
static bool
ends_last(const struct times *times, const struct task *task)
{
	const struct plan *plan = times->order->plan;
	return !task->parent && times_is_awaited(task) &&
	       times_at(times, END_OF(task_index(plan, task))).weight ==
		   plan->total[times->estimate].weight;
}

/* The first stage of the file that ends with the process and that no such stage comes after;
 * PLAN_NONE in a process without times. */
static uint32_t
last_stage(const struct times *times, bool *is_followed)
{
	const struct order *order = times->order;
	const struct plan *plan = order->plan;
	for (uint32_t e = 0; e < order->edge_first[order->point_count]; e++) {
		const struct edge *edge = &order->edges[e];
		bool leads =
		    edge->to % 2 == 0 && (edge->kind == EDGE_WAIT || edge->kind == EDGE_ROUTE);
		if (leads && !order->cut[e] && ends_last(times, times_task_at(times, edge->to)))
			is_followed[TASK_OF(edge->from)] = true;
	}
	for (uint32_t i = 0; i < plan->count && plan->total[times->estimate].weight > 0; i++)
		if (!is_followed[i] && ends_last(times, &plan->tasks[i]))
			return i;
	return PLAN_NONE;
}

static struct task *
stage_at(const struct critical_finder *f, uint32_t point)
{
	struct task *task = &f->plan->tasks[TASK_OF(point)];
	while (task->parent)
		task = task->parent;
	return task;
}

/* Adds a point and what sets it, back to the start of the process. */
static void
go_back(struct critical_finder *f, uint32_t point)
{
	while (point != PLAN_NONE) {
		f->path[f->count++] = point;
		uint32_t edge = tight_edge(f->times, point);
		point = edge == PLAN_NONE ? PLAN_NONE : f->times->order->edges[edge].from;
	}
}

/* Puts the path down, each stage where it is first passed; what goes on for ever is none of it. */
static void
put_path(struct critical_finder *f)
{
	struct critical_path *path = arena_alloc(&f->plan->arena, sizeof *path), **end;
	uint32_t kept = 0;
	path->stages = arena_array(&f->plan->arena, (size_t)f->count + 1, sizeof *path->stages);
	f->number++;
	while (f->count) {
		struct task *stage = stage_at(f, f->path[--f->count]);
		uint32_t i = task_index(f->plan, stage);
		if (f->passed[i] != f->number && !stage->ongoing)
			path->stages[kept++] = stage;
		f->passed[i] = f->number;
	}
	for (end = &f->plan->critical[f->times->estimate]; *end;)
		end = &(*end)->next;
	*end = path;
}

/* Has a point lead on to one that it sets, unless it does already; the end of the process may be
 * where something else still follows. */
static void
lead_on(struct critical_finder *f, uint32_t point, uint32_t next)
{
	if (f->next[point] == PLAN_NONE || f->next[point] == point)
		f->next[point] = next;
}

/* Backwards, so that of what a point sets the end of the process is known. */
static void
find_next(struct critical_finder *f)
{
	const struct order *order = f->times->order;
	memset(f->next, 0xFF, order->point_count * sizeof *f->next);
	for (uint32_t i = 0; i < f->plan->count; i++)
		if (ends_last(f->times, &f->plan->tasks[i]))
			f->next[END_OF(i)] = END_OF(i);
	for (uint32_t i = order->point_count; i-- > 0;) {
		uint32_t point = order->sequence[i];
		for (uint32_t e = order->edge_first[point];
		     f->next[point] != PLAN_NONE && e < order->edge_first[point + 1]; e++)
			if (is_tight(f->times, e))
				lead_on(f, order->edges[e].from, point);
	}
}

/* The path through a point, on to the end of the process and back to its start. */
static void
go_through(struct critical_finder *f, uint32_t point)
{
	uint32_t edge = tight_edge(f->times, point);
	f->path[f->count++] = point;
	for (uint32_t at = point; f->next[at] != at; at = f->next[at])
		f->path[f->count++] = f->next[at];
	for (uint32_t i = 0; i < f->count / 2; i++) {
		uint32_t other = f->path[i];
		f->path[i] = f->path[f->count - 1 - i];
		f->path[f->count - 1 - i] = other;
	}
	if (edge != PLAN_NONE)
		go_back(f, f->times->order->edges[edge].from);
	put_path(f);
}

/* A point of a critical stage that no path passes yet; PLAN_NONE of others. */
static uint32_t
point_left(const struct critical_finder *f, uint32_t i)
{
	const struct task *task = &f->plan->tasks[i];
	if (task->parent || !task->critical[f->times->estimate] || f->passed[i])
		return PLAN_NONE;
	return f->next[END_OF(i)] != PLAN_NONE     ? END_OF(i)
	       : f->next[START_OF(i)] != PLAN_NONE ? START_OF(i)
						   : PLAN_NONE;
}

static void
find_others(struct critical_finder *f)
{
	find_next(f);
	for (uint32_t i = 0; i < f->plan->count; i++) {
		uint32_t point = point_left(f, i);
		if (point == PLAN_NONE)
			continue;
		if (f->number == PATHS_MOST) {
			f->plan->critical_left[f->times->estimate] = true;
			return;
		}
		go_through(f, point);
	}
}

/* Whether a path says nothing that another one does not say. */
static bool
is_idle(const struct critical_path *path, const struct critical_path *first)
{
	for (const struct critical_path *other = first; other; other = other->next)
		if (other != path && critical_path_is_within(path, other))
			return true;
	return false;
}

static void
drop_idle(struct critical_path **first)
{
	for (struct critical_path **at = first; *at;) {
		if (is_idle(*at, *first))
			*at = (*at)->next;
		else
			at = &(*at)->next;
	}
}

void
critical_find(const struct times *times)
{
	struct plan *plan = times->order->plan;
	size_t points = (size_t)times->order->point_count + 1;
	struct arena scratch = {0};
	struct critical_finder f = {.times = times, .plan = plan};
	f.passed = arena_array(&scratch, (size_t)plan->count + 1, sizeof *f.passed);
	f.next = arena_array(&scratch, points, sizeof *f.next);
	f.path = arena_array(&scratch, points, sizeof *f.path);
	bool *is_followed = arena_array(&scratch, (size_t)plan->count + 1, sizeof *is_followed);
	uint32_t last = last_stage(times, is_followed);
	if (last != PLAN_NONE) {
		go_back(&f, END_OF(last));
		put_path(&f);
		find_others(&f);
		drop_idle(&plan->critical[times->estimate]);
	}
	arena_free(&scratch);
}
