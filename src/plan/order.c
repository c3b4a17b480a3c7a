/* SPDX-License-Identifier: MIT */
/* From what tasks wait for to points in sequence. Circles are found on the way: an edge that leads
 * back to a point not yet finished closes one. */
#include "plan/order.h"

#include <stdlib.h>
#include <string.h>

enum { NONE = UINT32_MAX };

/* Edges are counted first (edges is NULL), then put at their places. */
struct adder {
	struct order *order;
	uint32_t *next; /* by point: how many edges lead to it, then where the next goes */
	struct edge *edges;
};

static void
add_edge(struct adder *adder, uint32_t from, uint32_t to, enum edge_kind kind, uint32_t task)
{
	if (adder->edges)
		adder->edges[adder->next[to]] = (struct edge){from, to, task, kind};
	adder->next[to]++;
}

static bool
is_within(const struct task *task, const struct task *outer)
{
	while (task && task != outer)
		task = task->parent;
	return task != NULL;
}

/* What a task is part of and keeps its own deadline does not end before the task could that waits
 * for something outside. */
static void
add_delays(struct adder *adder, const struct task *task, const struct task *wait)
{
	const struct plan *plan = adder->order->plan;
	for (const struct task *outer = task->parent; outer; outer = outer->parent)
		if (outer->keeps && !is_within(wait, outer))
			add_edge(adder, END_OF(task_index(plan, wait)),
				 END_OF(task_index(plan, outer)), EDGE_TASK,
				 task_index(plan, task));
}

/* The edges to a task's points and, for its end, to those it is part of. */
static void
add_edges_of(struct adder *adder, uint32_t i)
{
	const struct plan *plan = adder->order->plan;
	const struct task *task = &plan->tasks[i];
	for (uint32_t k = 0; k < task->after_count; k++)
		add_edge(adder, END_OF(task_index(plan, task->after[k])), START_OF(i), EDGE_PLAIN,
			 NONE);
	add_edge(adder, START_OF(i), END_OF(i), task->keeps ? EDGE_TASK : EDGE_PLAIN, i);
	if (!task->parent)
		return;
	uint32_t outer = task_index(plan, task->parent);
	add_edge(adder, START_OF(outer), START_OF(i), EDGE_PLAIN, NONE);
	add_edge(adder, END_OF(i), END_OF(outer), task->parent->keeps ? EDGE_ORDER : EDGE_PLAIN,
		 NONE);
	for (uint32_t k = 0; k < task->after_count; k++)
		add_delays(adder, task, task->after[k]);
}

static void
make_edges(struct order *order)
{
	struct adder adder = {.order = order};
	size_t size = ((size_t)order->point_count + 1) * sizeof *adder.next;
	adder.next = memory_alloc(size);
	memset(adder.next, 0, size);
	for (uint32_t i = 0; i < order->plan->count; i++)
		add_edges_of(&adder, i);
	order->edge_first = memory_alloc(size);
	uint32_t sum = 0;
	for (uint32_t i = 0; i <= order->point_count; i++) {
		order->edge_first[i] = sum;
		sum += adder.next[i];
		adder.next[i] = order->edge_first[i];
	}
	order->edges = memory_alloc(((size_t)sum + 1) * sizeof *order->edges);
	order->cut = memory_alloc((size_t)sum + 1);
	memset(order->cut, 0, (size_t)sum + 1);
	adder.edges = order->edges;
	for (uint32_t i = 0; i < order->plan->count; i++)
		add_edges_of(&adder, i);
	free(adder.next);
}

/* A walk from every point to all that must come before it. */
struct walk {
	struct order *order;
	uint32_t *next;  /* by point: the edge to follow next; NONE when it is finished */
	uint32_t *depth; /* by point: its place on the stack from 1, 0 when it is not there */
	uint32_t *stack;
	uint32_t top;
	uint32_t count;     /* of points in the sequence */
	bool *is_in_circle; /* by point: of one already recorded */
};

/* Where a circle is best told from: the first task of the file in it that is no part of another
 * one. */
static uint32_t
circle_start(const struct walk *walk, uint32_t bottom)
{
	uint32_t best = bottom;
	for (uint32_t i = bottom; i < walk->top; i++) {
		uint32_t point = walk->stack[i], chosen = walk->stack[best];
		const struct task *tasks = walk->order->plan->tasks;
		bool whole = !tasks[TASK_OF(point)].parent,
		     chosen_whole = !tasks[TASK_OF(chosen)].parent;
		if (whole != chosen_whole
			? whole
			: TASK_OF(point) < TASK_OF(chosen) ||
			      (TASK_OF(point) == TASK_OF(chosen) && point > chosen))
			best = i;
	}
	return best;
}

/* Adds a task to a circle. Going down into the steps of a task and up again without leaving it says
 * nothing. */
static void
circle_add(struct circle *circle, const struct task **tasks, const struct task *task, bool is_start)
{
	uint32_t count = circle->count;
	while (is_start && count && tasks[count - 1] != task && is_within(tasks[count - 1], task))
		count--;
	if (count && tasks[count - 1] == task)
		circle->count = count;
	else
		tasks[circle->count++] = task;
}

static void
record_circle(struct walk *walk, uint32_t bottom)
{
	struct plan *plan = walk->order->plan;
	uint32_t length = walk->top - bottom, start = circle_start(walk, bottom);
	const struct task **tasks = memory_alloc(((size_t)length + 2) * sizeof *tasks);
	struct circle circle = {.count = 0};
	for (uint32_t i = 0; i <= length; i++) {
		uint32_t point = walk->stack[bottom + (start - bottom + i) % length];
		walk->is_in_circle[point] = true;
		circle_add(&circle, tasks, &plan->tasks[TASK_OF(point)], point % 2 == 0);
	}
	circle.entities = arena_array(&plan->arena, circle.count, sizeof *circle.entities);
	for (uint32_t i = 0; i < circle.count; i++)
		circle.entities[i] = tasks[i]->entity;
	if (!plan->circles)
		plan->circles = arena_array(&plan->arena, CIRCLE_LIMIT, sizeof *plan->circles);
	plan->circles[plan->circle_count++] = circle;
	free(tasks);
}

/* An end before a start. */
static bool
is_wait(const struct edge *edge)
{
	return edge->from % 2 == 1 && edge->to % 2 == 0;
}

/* Cuts the edge that closes a circle; when it is not a wait, then a wait of the circle too, so that
 * nobody runs in it. */
static void
close_circle(struct walk *walk, uint32_t closing)
{
	struct order *order = walk->order;
	const struct edge *edge = &order->edges[closing];
	uint32_t bottom = walk->depth[edge->from] - 1;
	order->cut[closing] = true;
	if (!is_wait(edge))
		for (uint32_t i = walk->top; i-- > bottom;) {
			uint32_t taken = walk->next[walk->stack[i]] - 1;
			if (is_wait(&order->edges[taken])) {
				order->cut[taken] = true;
				break;
			}
		}
	bool known = walk->is_in_circle[edge->from] && walk->is_in_circle[edge->to];
	if (!known && order->plan->circle_count < CIRCLE_LIMIT)
		record_circle(walk, bottom);
}

static void
push(struct walk *walk, uint32_t point)
{
	walk->stack[walk->top++] = point;
	walk->depth[point] = walk->top;
	walk->next[point] = walk->order->edge_first[point];
}

static void
visit(struct walk *walk, uint32_t root)
{
	struct order *order = walk->order;
	if (walk->next[root] != 0 || walk->depth[root])
		return;
	push(walk, root);
	while (walk->top) {
		uint32_t point = walk->stack[walk->top - 1];
		if (walk->next[point] == order->edge_first[point + 1]) {
			walk->top--;
			walk->depth[point] = 0;
			walk->next[point] = NONE;
			order->sequence[walk->count++] = point;
			continue;
		}
		uint32_t edge = walk->next[point]++, from = order->edges[edge].from;
		if (walk->depth[from])
			close_circle(walk, edge);
		else if (walk->next[from] != NONE)
			push(walk, from);
	}
}

/* What was cut is no longer waited for. What is waited for may be shared with others, so it is
 * copied. */
static void
drop_cut_waits(struct order *order)
{
	struct plan *plan = order->plan;
	for (uint32_t i = 0; plan->circle_count && i < plan->count; i++) {
		struct task *task = &plan->tasks[i];
		struct task **kept =
		    arena_array(&plan->arena, (size_t)task->after_count + 1, sizeof *kept);
		uint32_t count = 0;
		for (uint32_t k = 0; k < task->after_count; k++)
			if (!order->cut[order->edge_first[START_OF(i)] + k])
				kept[count++] = task->after[k];
		task->after = kept;
		task->after_count = count;
	}
}

void
order_make(struct order *order, struct plan *plan)
{
	*order = (struct order){.plan = plan, .point_count = 2 * plan->count};
	make_edges(order);
	size_t size = (size_t)order->point_count + 1;
	struct walk walk = {.order = order};
	walk.next = memory_alloc(size * sizeof *walk.next);
	walk.depth = memory_alloc(size * sizeof *walk.depth);
	walk.stack = memory_alloc(size * sizeof *walk.stack);
	walk.is_in_circle = memory_alloc(size);
	memset(walk.next, 0, size * sizeof *walk.next);
	memset(walk.depth, 0, size * sizeof *walk.depth);
	memset(walk.is_in_circle, 0, size);
	order->sequence = memory_alloc(size * sizeof *order->sequence);
	for (uint32_t i = 0; i < order->plan->count; i++)
		if (!order->plan->tasks[i].parent)
			visit(&walk, END_OF(i));
	for (uint32_t i = 0; i < order->point_count; i++)
		visit(&walk, i);
	drop_cut_waits(order);
	free(walk.next);
	free(walk.depth);
	free(walk.stack);
	free(walk.is_in_circle);
}

void
order_free(struct order *order)
{
	free(order->edges);
	free(order->edge_first);
	free(order->sequence);
	free(order->cut);
}
