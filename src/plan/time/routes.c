/* SPDX-License-Identifier: MIT */
/* Where outcomes lead, in a plan of one variant or of all.
 *
 * A place that the variant has not is passed: who would have gone there goes to what follows there
 * (the first that waits for it, and so on), unless the outcomes beside lead to an alternative,
 * which some variants have and this one too. Then nobody goes.
 *
 * What is back depends on the order of the tasks, which is: again and again the first in the file
 * that waits for nothing left. A heap holds those that wait for nothing. Among the parts of one
 * whole only: a wait for what lies deeper in a neighbour is a wait for that neighbour, one for
 * something outside says nothing about the order inside. */
#include "plan/time/routes.h"

#include "model/field.h"
#include "model/fields.h"
#include "plan/time/heap.h"

#include <string.h>

const struct task *
routes_common(const struct task *a, const struct task *b)
{
	unsigned deep = task_level(a), level = task_level(b);
	for (; deep > level; deep--)
		a = a->parent;
	for (; level > deep; level--)
		b = b->parent;
	while (a->parent != b->parent) {
		a = a->parent;
		b = b->parent;
	}
	return a->parent;
}

const struct task *
routes_part(const struct task *task, const struct task *outer)
{
	while (task->parent != outer)
		task = task->parent;
	return task;
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

const struct task *
routes_left(const struct plan *plan, const struct outcome_route *route)
{
	const struct task *left = route->from;
	while (left->parent && !left->parent->ongoing && !task_is_within(route->to, left->parent) &&
	       is_last(plan, left))
		left = left->parent;
	return left;
}

/* The neighbour that a task waits for when it waits for another; NULL when that is outside. */
static const struct task *
neighbour(const struct task *task, const struct task *wait)
{
	while (wait && wait->parent != task->parent)
		wait = wait->parent;
	return wait != task ? wait : NULL;
}

/* Who waits for whom among neighbours, by who is waited for. */
struct waiters {
	uint32_t *first, *items; /* of a task its waiters: from first[i] to first[i + 1] */
	uint32_t *left;          /* by task: how many it still waits for */
};

static void
find_waiters(struct waiters *waiters, struct plan *plan, struct arena *arena)
{
	uint32_t count = 0, *next = arena_array(arena, (size_t)plan->count + 1, sizeof *next);
	waiters->first = arena_array(arena, (size_t)plan->count + 2, sizeof *waiters->first);
	waiters->left = arena_array(arena, (size_t)plan->count + 1, sizeof *waiters->left);
	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; i < plan->count; i++)
			for (uint32_t k = 0; k < plan->tasks[i].after_count; k++) {
				const struct task *wait =
				    neighbour(&plan->tasks[i], plan->tasks[i].after[k]);
				if (!wait)
					continue;
				uint32_t at = task_index(plan, wait);
				if (pass)
					waiters->items[next[at]] = i;
				waiters->left[i] += pass == 0;
				next[at]++;
			}
		for (uint32_t i = 0; i <= plan->count && pass == 0; i++) {
			waiters->first[i] = count;
			count += i < plan->count ? next[i] : 0;
			next[i] = waiters->first[i];
		}
		if (pass == 0)
			waiters->items =
			    arena_array(arena, (size_t)count + 1, sizeof *waiters->items);
	}
}

/* By task: its place in the order. */
static uint32_t *
find_ranks(struct plan *plan, struct arena *arena)
{
	struct waiters waiters;
	struct heap heap = {.items = arena_array(arena, (size_t)plan->count + 1, sizeof(uint32_t))};
	uint32_t *ranks = arena_array(arena, (size_t)plan->count + 1, sizeof *ranks), rank = 0;
	find_waiters(&waiters, plan, arena);
	for (uint32_t i = 0; i < plan->count; i++)
		if (!waiters.left[i])
			heap_put(&heap, i);
	while (heap.count) {
		uint32_t at = heap_take(&heap);
		ranks[at] = rank++;
		for (uint32_t k = waiters.first[at]; k < waiters.first[at + 1]; k++)
			if (--waiters.left[waiters.items[k]] == 0)
				heap_put(&heap, waiters.items[k]);
	}
	return ranks;
}

struct route_finder {
	struct plan *plan;
	struct routes *routes;
	const uint32_t *ranks;
	uint32_t *met; /* by task: the serial of the last outcome that leads there */
};

static bool
is_back(const struct route_finder *finder, const struct task *from, const struct task *to)
{
	if (from == to)
		return true;
	for (const struct task *outer = from->parent; outer; outer = outer->parent)
		if (outer == to)
			return true;
	for (const struct task *outer = to->parent; outer; outer = outer->parent)
		if (outer == from)
			return true;
	const struct task *common = routes_common(from, to);
	return finder->ranks[task_index(finder->plan, routes_part(to, common))] <
	       finder->ranks[task_index(finder->plan, routes_part(from, common))];
}

/* True when some variant has not what this plan has: it is an alternative. */
static bool
is_alternative(const struct plan *plan, const struct entity *entity)
{
	for (const struct task *task = plan_task(plan, entity); task; task = task->parent)
		if (task_only(task->entity)->count)
			return true;
	return false;
}

bool
routes_lead_apart(const struct plan *plan, const struct entity *entity)
{
	const struct list *outcomes = task_outcomes(entity);
	for (uint32_t i = 0; plan->variant && i < outcomes->count; i++) {
		const struct refs *targets = outcome_targets(outcome_at(outcomes, i));
		for (uint32_t j = 0; j < targets->count; j++)
			if (targets->items[j].to && is_alternative(plan, targets->items[j].to))
				return true;
	}
	return false;
}

/* Adds a route, once for each outcome and place. */
static void
add_route(struct route_finder *finder, const struct task *from, const struct outcome *outcome,
	  const struct task *to)
{
	struct routes *routes = finder->routes;
	uint32_t *met = to ? &finder->met[task_index(finder->plan, to)] : NULL;
	if (met && *met == outcome->base.serial)
		return;
	if (met)
		*met = outcome->base.serial;
	routes->items =
	    arena_grow(&routes->arena, routes->items, routes->count, 1, sizeof *routes->items);
	routes->items[routes->count++] = (struct outcome_route){
	    .from = from, .to = to, .outcome = outcome, .back = to && is_back(finder, from, to)};
}

bool
routes_place(const struct plan *plan, const struct entity *named, bool apart,
	     const struct task **to)
{
	const struct entity *place = named;
	while (place && place->kind != KIND_END && !plan_task(plan, place))
		place = task_next(place);
	*to = plan_task(plan, place); /* none of the end */
	return named && (place == named || !apart);
}

/* The end is where an outcome leads that leads nowhere else. */
static void
add_outcome(struct route_finder *finder, const struct task *from, const struct outcome *outcome,
	    bool alternative)
{
	const struct refs *targets = outcome_targets(outcome);
	uint32_t before = finder->routes->count;
	bool ends = false;
	for (uint32_t j = 0; j < targets->count; j++) {
		const struct task *to;
		if (!routes_place(finder->plan, targets->items[j].to, alternative, &to))
			continue;
		ends = ends || !to;
		if (to)
			add_route(finder, from, outcome, to);
	}
	if (ends && finder->routes->count == before)
		add_route(finder, from, outcome, NULL);
}

/* An outcome some place of which leads back. */
static bool
goes_back(const struct routes *routes, uint32_t first, const struct outcome *outcome)
{
	for (uint32_t i = first; i < routes->count; i++)
		if (routes->items[i].outcome == outcome && routes->items[i].back)
			return true;
	return false;
}

bool
routes_are_decided(const struct plan *plan, const struct task *task)
{
	return plan->decided && plan->decided[task->entity->serial];
}

/* The outcome by which the task that was added last is usually left: the one that says so, else the
 * first that does not lead back. A lone one with a condition leaves open what is usual, and what
 * goes on for ever is not left by itself. */
static const struct outcome *
usual_of(const struct route_finder *finder, uint32_t first, const struct task *task)
{
	const struct routes *routes = finder->routes;
	if (routes_are_decided(finder->plan, task))
		return outcome_of(finder->plan->decided[task->entity->serial]);
	for (uint32_t i = first; i < routes->count; i++)
		if (routes->items[i].outcome->usual.on)
			return routes->items[i].outcome;
	if (task_goes_on(task->entity) || task->ongoing)
		return NULL;
	for (uint32_t i = first; i < routes->count; i++)
		if (!goes_back(routes, first, routes->items[i].outcome))
			return routes->items[i].outcome;
	return NULL;
}

static void
add_routes_of(struct route_finder *finder, const struct task *task)
{
	struct routes *routes = finder->routes;
	const struct list *outcomes = task_outcomes(task->entity);
	uint32_t first = routes->count;
	bool alternative = routes_lead_apart(finder->plan, task->entity);
	for (uint32_t i = 0; i < outcomes->count; i++)
		add_outcome(finder, task, outcome_at(outcomes, i), alternative);
	const struct outcome *usual = usual_of(finder, first, task);
	bool back = usual && goes_back(routes, first, usual);
	for (uint32_t i = first; i < routes->count; i++)
		routes->items[i].usual = routes->items[i].outcome == usual && !back;
}

/* Marks what an outcome enters: see struct task. */
static void
mark_entered(struct route_finder *finder, const struct outcome_route *route)
{
	struct task *to = finder->plan->by_serial[route->to->entity->serial];
	const struct task *first = to->parent ? to->parent + 1 : finder->plan->tasks;
	if (to > route->from && to != first && !to->after_count)
		to->entered = true;
}

static bool
has_outcomes(const struct plan *plan)
{
	for (uint32_t i = 0; i < plan->count; i++)
		if (task_outcomes(plan->tasks[i].entity)->count)
			return true;
	return false;
}

void
routes_init(struct routes *routes, struct plan *plan)
{
	*routes = (struct routes){0};
	if (!has_outcomes(plan))
		return;
	struct route_finder finder = {plan, routes, find_ranks(plan, &routes->arena), NULL};
	finder.met = arena_array(&routes->arena, (size_t)plan->count + 1, sizeof *finder.met);
	routes->first = arena_array(&routes->arena, (size_t)plan->count + 1, sizeof *routes->first);
	for (uint32_t i = 0; i < plan->count; i++) {
		routes->first[i] = routes->count;
		add_routes_of(&finder, &plan->tasks[i]);
	}
	routes->first[plan->count] = routes->count;
	for (uint32_t i = 0; i < routes->count; i++)
		if (routes->items[i].to)
			mark_entered(&finder, &routes->items[i]);
}

void
routes_free(struct routes *routes)
{
	arena_free(&routes->arena);
}
