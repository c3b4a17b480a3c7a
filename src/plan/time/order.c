/* SPDX-License-Identifier: MIT */
/* From what tasks wait for to points in sequence.
 *
 * Every task is two points, its start and its end, so that a task with parts can begin before them
 * and end after them, and so that waiting is always an edge from an end to a start:
 *
 *      start A ─────────────────────────▶ end A ──▶ start B ──▶ end B      B waits for A
 *        └─▶ start A1 ──▶ end A1 ──────────▲                               A1 is part of A
 *
 * The sequence is a topological order: a depth-first walk from each point against its edges puts a
 * point down once all it depends on is down. An edge to a point that is still on the walk's stack
 * closes a cycle, which is what the stack holds from that point on (R. E. Tarjan, Depth-first
 * search and linear graph algorithms, 1972). The edge is cut and the cycle recorded, at most
 * CYCLE_LIMIT of them, each told from the first task of the file that takes part; the rest of the
 * program then sees a graph without cycles. Where the closing edge only says that a part lies
 * within its whole, cutting it would not free anybody who waits, so a wait of the same cycle is cut
 * as well.
 *
 * The walk keeps a stack of its own: no recursion is as deep as a process is long. Edges are
 * counted first and then put into one array, by the point they lead to. Linear in tasks and waits,
 * but for the depth of steps (two). */
#include "plan/time/order.h"

#include "model/fields.h"
#include "plan/time/routes.h"

#include <stdlib.h>
#include <string.h>

/* Edges are counted first (edges is NULL), then put at their places. */
struct edge_adder {
	struct order *order;
	uint32_t *next; /* by point: how many edges lead to it, then where the next goes */
	struct edge *edges;
};

static void
add_edge(struct edge_adder *adder, uint32_t from, uint32_t to, enum edge_kind kind, uint32_t task)
{
	if (adder->edges)
		adder->edges[adder->next[to]] =
		    (struct edge){.from = from, .to = to, .task = task, .kind = kind};
	adder->next[to]++;
}

/* The point from which on nobody waits for a task: its end, of what goes on for ever its start. */
static uint32_t
passed_at(const struct plan *plan, const struct task *task)
{
	uint32_t i = task_index(plan, task);
	return task->ongoing ? START_OF(i) : END_OF(i);
}

/* The task that a task's deadline counts from, or that it stands ahead of; NULL when there is none.
 */
static const struct task *
term_task(const struct plan *plan, const struct task *task, bool from)
{
	const struct terms *terms = task->terms;
	const struct entity *to = !terms ? NULL : from ? terms->from.to : terms->before.to;
	const struct task *found = to ? plan->by_serial[to->serial] : NULL;
	bool takes_part = found && found < plan->tasks + plan->count;
	return takes_part && !task_is_related(task->entity, to) ? found : NULL;
}

/* What a task is part of and keeps its own deadline does not end before the task could that
 * something outside lets begin. */
static void
add_delays(struct edge_adder *adder, const struct task *task, const struct task *by,
	   struct edge edge)
{
	for (const struct task *outer = task->ongoing ? NULL : task->parent;
	     outer && !task_is_within(by, outer); outer = outer->parent)
		if (outer->keeps)
			add_edge(adder, edge.from, END_OF(task_index(adder->order->plan, outer)),
				 edge.kind, edge.task);
}

/* Nor before a part the deadline of which counts from something outside. */
static void
add_ends(struct edge_adder *adder, uint32_t i, const struct task *from)
{
	const struct plan *plan = adder->order->plan;
	const struct task *task = &plan->tasks[i];
	if (from || task->from_start)
		add_delays(adder, task, from, (struct edge){.from = END_OF(i)});
}

/* The edges to a task's points and, for its end, to those it is part of. */
static void
add_edges_of(struct edge_adder *adder, uint32_t i)
{
	const struct plan *plan = adder->order->plan;
	const struct task *task = &plan->tasks[i];
	for (uint32_t k = 0; k < task->after_count; k++)
		add_edge(adder, passed_at(plan, task->after[k]), START_OF(i), EDGE_WAIT, i);
	bool takes = duration_most(task->deadline).weight > 0;
	const struct task *from = term_task(plan, task, true),
			  *before = term_task(plan, task, false);
	add_edge(adder, START_OF(i), END_OF(i),
		 takes && !from && !task->from_start ? EDGE_TASK : EDGE_PLAIN, i);
	if (takes && from)
		add_edge(adder, passed_at(plan, from), END_OF(i), EDGE_TASK, i);
	if (before) {
		add_edge(adder, END_OF(i), START_OF(task_index(plan, before)), EDGE_AHEAD, i);
		add_delays(adder, before, task,
			   (struct edge){.from = END_OF(i), .task = i, .kind = EDGE_AHEAD});
	}
	if (!task->parent)
		return;
	uint32_t outer = task_index(plan, task->parent);
	add_edge(adder, START_OF(outer), START_OF(i), EDGE_PLAIN, PLAN_NONE);
	add_edge(adder, END_OF(i), END_OF(outer),
		 task->parent->keeps || task->ongoing ? EDGE_ORDER : EDGE_PLAIN, PLAN_NONE);
	for (uint32_t k = 0; k < task->after_count; k++)
		add_delays(adder, task, task->after[k],
			   (struct edge){.from = passed_at(plan, task->after[k]),
					 .task = i,
					 .kind = EDGE_WAIT});
	if (takes)
		add_ends(adder, i, from);
}

/* The outermost part of a whole that a task is or lies in and that ends. */
static const struct task *
part_that_ends(const struct task *task, const struct task *outer)
{
	const struct task *found = task;
	for (; task != outer; task = task->parent)
		found = task->ongoing ? found : task;
	return found;
}

/* An outcome leads on from the end of what it leaves: a usual one of all that it leads out of, any
 * other as soon as it is known. What is entered in the middle begins by that, too. */
static void
add_route_edges(struct edge_adder *adder, const struct routes *routes)
{
	const struct plan *plan = adder->order->plan;
	for (uint32_t i = 0; routes && i < routes->count; i++) {
		const struct outcome_route *route = &routes->items[i];
		if (!route->to || route->back)
			continue;
		const struct task *common = routes_common(route->from, route->to);
		const struct task *left =
		    route->usual ? part_that_ends(route->from, common) : routes_left(plan, route);
		uint32_t from = passed_at(plan, left);
		for (const struct task *to = route->to; to != common; to = to->parent)
			add_edge(adder, from, START_OF(task_index(plan, to)), EDGE_ROUTE, i);
		if (route->usual)
			add_delays(adder, route->to, route->from,
				   (struct edge){.from = from, .task = i, .kind = EDGE_ROUTE});
	}
}

static void
add_edges(struct edge_adder *adder, const struct routes *routes)
{
	for (uint32_t i = 0; i < adder->order->plan->count; i++)
		add_edges_of(adder, i);
	add_route_edges(adder, routes);
}

static void
make_edges(struct order *order, const struct routes *routes)
{
	struct edge_adder adder = {.order = order};
	size_t size = ((size_t)order->point_count + 1) * sizeof *adder.next;
	adder.next = memory_alloc(size);
	memset(adder.next, 0, size);
	add_edges(&adder, routes);
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
	add_edges(&adder, routes);
	memory_free(adder.next);
}

/* A walk from every point to all that must come before it. */
struct order_walk {
	struct order *order;
	uint32_t *next;  /* by point: the edge to follow next; PLAN_NONE when it is finished */
	uint32_t *depth; /* by point: its place on the stack from 1, 0 when it is not there */
	uint32_t *stack;
	uint32_t top;
	uint32_t count;    /* of points in the sequence */
	bool *is_in_cycle; /* by point: of one already recorded */
	bool silent;       /* cycles are cut, not recorded */
};

/* Where a cycle is best told from: the first task of the file in it that is no part of another
 * one. */
static uint32_t
cycle_start(const struct order_walk *walk, uint32_t bottom)
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

/* Adds a task to a cycle. Going down into the steps of a task and up again without leaving it says
 * nothing. */
static void
cycle_add(struct cycle *cycle, const struct task **tasks, const struct task *task, bool is_start)
{
	uint32_t count = cycle->count;
	while (is_start && count && tasks[count - 1] != task &&
	       task_is_within(tasks[count - 1], task))
		count--;
	if (count && tasks[count - 1] == task)
		cycle->count = count;
	else
		tasks[cycle->count++] = task;
}

static void
record_cycle(struct order_walk *walk, uint32_t bottom)
{
	struct plan *plan = walk->order->plan;
	uint32_t length = walk->top - bottom, start = cycle_start(walk, bottom);
	const struct task **tasks = memory_alloc(((size_t)length + 2) * sizeof *tasks);
	struct cycle cycle = {.count = 0};
	for (uint32_t i = 0; i <= length; i++) {
		uint32_t point = walk->stack[bottom + (start - bottom + i) % length];
		walk->is_in_cycle[point] = true;
		cycle_add(&cycle, tasks, &plan->tasks[TASK_OF(point)], point % 2 == 0);
	}
	cycle.entities = arena_array(&plan->arena, cycle.count, sizeof *cycle.entities);
	for (uint32_t i = 0; i < cycle.count; i++)
		cycle.entities[i] = tasks[i]->entity;
	if (!plan->cycles)
		plan->cycles = arena_array(&plan->arena, CYCLE_LIMIT, sizeof *plan->cycles);
	plan->cycles[plan->cycle_count++] = cycle;
	memory_free(tasks);
}

/* An end before a start. */
static bool
is_wait(const struct edge *edge)
{
	return edge->to % 2 == 0 && (edge->kind == EDGE_WAIT || edge->kind == EDGE_AHEAD);
}

/* Cuts the edge that closes a cycle; when it is not a wait, then a wait of the cycle too, so that
 * nobody runs in it. */
static void
close_cycle(struct order_walk *walk, uint32_t closing)
{
	struct order *order = walk->order;
	const struct edge *edge = &order->edges[closing];
	uint32_t bottom = walk->depth[edge->from] - 1;
	order->cut[closing] = true;
	if (walk->silent)
		return;
	if (!is_wait(edge))
		for (uint32_t i = walk->top; i-- > bottom;) {
			uint32_t taken = walk->next[walk->stack[i]] - 1;
			if (is_wait(&order->edges[taken])) {
				order->cut[taken] = true;
				break;
			}
		}
	bool known = walk->is_in_cycle[edge->from] && walk->is_in_cycle[edge->to];
	if (!known && order->plan->cycle_count < CYCLE_LIMIT)
		record_cycle(walk, bottom);
}

static void
push(struct order_walk *walk, uint32_t point)
{
	walk->stack[walk->top++] = point;
	walk->depth[point] = walk->top;
	walk->next[point] = walk->order->edge_first[point];
}

static void
visit(struct order_walk *walk, uint32_t root)
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
			walk->next[point] = PLAN_NONE;
			order->sequence[walk->count++] = point;
			continue;
		}
		uint32_t edge = walk->next[point]++, from = order->edges[edge].from;
		if (walk->depth[from])
			close_cycle(walk, edge);
		else if (walk->next[from] != PLAN_NONE)
			push(walk, from);
	}
}

/* What was cut is no longer waited for. What is waited for may be shared with others, so it is
 * copied. */
static void
drop_cut_waits(struct order *order)
{
	struct plan *plan = order->plan;
	for (uint32_t i = 0; plan->cycle_count && i < plan->count; i++) {
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
order_make(struct order *order, struct plan *plan, const struct routes *routes)
{
	*order = (struct order){.plan = plan, .routes = routes, .point_count = 2 * plan->count};
	make_edges(order, routes);
	order->apart = memory_alloc((size_t)plan->count + 1);
	for (uint32_t i = 0; i < plan->count; i++)
		order->apart[i] =
		    plan->tasks[i].from_start || term_task(plan, &plan->tasks[i], true);
	size_t size = (size_t)order->point_count + 1;
	struct order_walk walk = {.order = order, .silent = routes != NULL};
	walk.next = memory_alloc(size * sizeof *walk.next);
	walk.depth = memory_alloc(size * sizeof *walk.depth);
	walk.stack = memory_alloc(size * sizeof *walk.stack);
	walk.is_in_cycle = memory_alloc(size);
	memset(walk.next, 0, size * sizeof *walk.next);
	memset(walk.depth, 0, size * sizeof *walk.depth);
	memset(walk.is_in_cycle, 0, size);
	order->sequence = memory_alloc(size * sizeof *order->sequence);
	for (uint32_t i = 0; i < order->plan->count; i++)
		if (!order->plan->tasks[i].parent)
			visit(&walk, END_OF(i));
	for (uint32_t i = 0; i < order->point_count; i++)
		visit(&walk, i);
	if (!routes)
		drop_cut_waits(order);
	memory_free(walk.next);
	memory_free(walk.depth);
	memory_free(walk.stack);
	memory_free(walk.is_in_cycle);
}

/* Calls for each, to count them and then to keep them. */
static uint32_t
find_dependencies(const struct order *order, struct dependency *dependencies)
{
	const struct plan *plan = order->plan;
	uint32_t count = 0;
	for (uint32_t e = 0; e < order->edge_first[order->point_count]; e++) {
		const struct edge *edge = &order->edges[e];
		if (order->cut[e] || edge->to % 2 || (!is_wait(edge) && edge->kind != EDGE_ROUTE))
			continue;
		if (dependencies)
			dependencies[count] = (struct dependency){&plan->tasks[TASK_OF(edge->from)],
								  &plan->tasks[TASK_OF(edge->to)]};
		count++;
	}
	return count;
}

void
order_tell(const struct order *order)
{
	struct plan *plan = order->plan;
	plan->dependency_count = find_dependencies(order, NULL);
	plan->dependencies = arena_array(&plan->arena, (size_t)plan->dependency_count + 1,
					 sizeof *plan->dependencies);
	find_dependencies(order, plan->dependencies);
}

void
order_free(struct order *order)
{
	memory_free(order->edges);
	memory_free(order->edge_first);
	memory_free(order->sequence);
	memory_free(order->cut);
	memory_free(order->apart);
}
