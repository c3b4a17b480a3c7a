/* SPDX-License-Identifier: MIT */
#include "plan/graph/flow.h"

#include "model/fields.h"
#include "plan/graph/flow_build.h"

#include <stdlib.h>
#include <string.h>

/* The lists of edges at their nodes. */
static void
index_edges(struct flow *flow, struct arena *arena)
{
	for (uint32_t i = 0; i < flow->node_count; i++)
		flow->nodes[i]->in_count = flow->nodes[i]->out_count = 0;
	for (uint32_t i = 0; i < flow->edge_count; i++) {
		flow->edges[i]->from->out_count++;
		flow->edges[i]->to->in_count++;
	}
	for (uint32_t i = 0; i < flow->node_count; i++) {
		struct flow_node *node = flow->nodes[i];
		node->in = arena_array(arena, node->in_count, sizeof *node->in);
		node->out = arena_array(arena, node->out_count, sizeof *node->out);
		node->in_count = node->out_count = 0;
	}
	for (uint32_t i = 0; i < flow->edge_count; i++) {
		struct flow_edge *edge = flow->edges[i];
		edge->from->out[edge->from->out_count++] = edge;
		edge->to->in[edge->to->in_count++] = edge;
	}
}

/* Puts every node after those that lead to it, otherwise keeping the order. */
static void
order_nodes(struct flow *flow, struct arena *arena, struct arena *scratch)
{
	enum { NEW, OPEN, DONE };
	uint8_t *state = arena_array(scratch, flow->node_count, sizeof *state);
	uint32_t *next = arena_array(scratch, flow->node_count, sizeof *next);
	struct flow_node **stack = arena_array(scratch, flow->node_count + 1, sizeof *stack);
	struct flow_node **ordered = arena_array(arena, flow->node_count, sizeof *ordered);
	uint32_t count = 0;
	for (uint32_t root = 0; root < flow->node_count; root++) {
		uint32_t depth = 0;
		if (state[root] == NEW)
			stack[depth++] = flow->nodes[root];
		while (depth) {
			struct flow_node *node = stack[depth - 1];
			uint32_t *at = &next[node->index];
			state[node->index] = OPEN;
			while (*at < node->in_count &&
			       (node->in[*at]->back || state[node->in[*at]->from->index] != NEW))
				++*at;
			if (*at < node->in_count) {
				stack[depth++] = node->in[*at]->from;
				continue;
			}
			state[node->index] = DONE;
			ordered[count++] = node;
			depth--;
		}
	}
	flow->nodes = ordered;
	for (uint32_t i = 0; i < count; i++)
		ordered[i]->index = i;
}

/* Edges of one node stay in their order. */
static int
compare_edges(const void *a, const void *b)
{
	const struct flow_edge *x = *(struct flow_edge *const *)a,
			       *y = *(struct flow_edge *const *)b;
	uint32_t left = x->from->index, right = y->from->index;
	if (left == right) {
		left = x->rank;
		right = y->rank;
	}
	return (left > right) - (left < right);
}

/* flow_audit_offer; where two branches of a split lead to one place, the second flow_audit_offer_2.
 */
static void
name_edges(struct flow *flow, struct arena *arena, struct arena *scratch)
{
	uint32_t *of = arena_array(scratch, flow->node_count, sizeof *of);
	uint32_t *times = arena_array(scratch, flow->node_count, sizeof *times);
	for (uint32_t i = 0; i < flow->edge_count; i++) {
		struct flow_edge *edge = flow->edges[i];
		uint32_t to = edge->to->index, from = edge->from->index + 1;
		times[to] = of[to] == from ? times[to] + 1 : 1;
		of[to] = from;
		edge->id = arena_printf(arena, "flow_%s_%s", edge->from->id, edge->to->id);
		if (times[to] > 1)
			edge->id = arena_printf(arena, "%s_%u", edge->id, times[to]);
	}
}

/* A split has one branch that is taken when no other is: the last. */
static void
settle_otherwise(struct flow *flow)
{
	for (uint32_t i = 0; i < flow->node_count; i++) {
		bool seen = false;
		for (uint32_t j = flow->nodes[i]->out_count; j-- > 0;) {
			struct flow_edge *edge = flow->nodes[i]->out[j];
			edge->otherwise = edge->otherwise && !seen;
			seen = seen || edge->otherwise;
		}
	}
}

/* Lists edges by their sources, the branches of a split as its outcomes stand in the file. */
static void
order_edges(struct flow *flow)
{
	for (uint32_t i = 0; i < flow->node_count; i++)
		for (uint32_t j = 0; j < flow->nodes[i]->out_count; j++) {
			struct flow_edge *edge = flow->nodes[i]->out[j];
			edge->rank = edge->outcome     ? edge->outcome->base.number
				     : edge->otherwise ? UINT32_MAX
						       : edge->to->index;
		}
	if (flow->edge_count) /* there may be no stages at all */
		qsort(flow->edges, flow->edge_count, sizeof *flow->edges, compare_edges);
	for (uint32_t i = 0; i < flow->edge_count; i++)
		flow->edges[i]->index = i;
}

static void
lend_lane(struct flow_node *node, const struct flow_node *task)
{
	node->lane = task->lane;
	node->lane_of = task->lane_of;
}

/* A gateway or end without a lane stands in the lane of its task. */
static void
lend_lanes(struct flow *flow)
{
	for (uint32_t i = 0; i < flow->node_count; i++) {
		struct flow_node *node = flow->nodes[i];
		bool after =
		    node->type == FLOW_SPLIT || node->type == FLOW_FORK || node->type == FLOW_END;
		if (!node->lane && after && node->in_count)
			lend_lane(node, node->in[0]->from);
	}
	for (uint32_t i = flow->node_count; i-- > 0;) {
		struct flow_node *node = flow->nodes[i];
		bool before = node->type == FLOW_MERGE || node->type == FLOW_JOIN ||
			      node->type == FLOW_START || node->type == FLOW_FORK;
		if (!node->lane && before && node->out_count)
			lend_lane(node, node->out[0]->to);
	}
	for (uint32_t i = 0; i < flow->node_count; i++) {
		struct flow_node *node = flow->nodes[i];
		if (!node->lane && node->type != FLOW_TASK && node->in_count)
			lend_lane(node, node->in[0]->from);
	}
}

/* Marks what the first start leads to, or what leads to an end, going along the edges or against
 * them. */
static void
spread(struct flow *flow, bool along, struct arena *arena)
{
	struct flow_node **queue = arena_array(arena, flow->node_count, sizeof *queue);
	uint32_t head = 0, tail = 0;
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (along ? i == 0 : flow->nodes[i]->type == FLOW_END)
			queue[tail++] = flow->nodes[i];
	for (uint32_t i = 0; i < tail; i++)
		*(along ? &queue[i]->reached : &queue[i]->finishes) = true;
	while (head < tail) {
		const struct flow_node *node = queue[head++];
		for (uint32_t i = 0; i < (along ? node->out_count : node->in_count); i++) {
			struct flow_node *next = along ? node->out[i]->to : node->in[i]->from;
			bool *mark = along ? &next->reached : &next->finishes;
			if (!*mark)
				queue[tail++] = next;
			*mark = true;
		}
	}
}

static void
list_lanes(struct flow *flow, const struct model *model, struct arena *arena)
{
	uint32_t role_count = model->document->roles.count;
	bool *seen = arena_array(arena, role_count + 1, sizeof *seen);
	flow->lanes = arena_array(arena, role_count + 1, sizeof *flow->lanes);
	for (uint32_t i = 0; i < flow->node_count; i++) {
		const struct flow_node *node = flow->nodes[i];
		uint32_t number = node->lane ? node->lane->base.number : 0;
		if (node->type != FLOW_TASK || number > role_count || seen[number])
			continue;
		seen[number] = true;
		flow->lanes[flow->lane_count++] = node->lane;
	}
}

static void
list_stages(struct flow *flow, const struct plan *plan, struct arena *arena)
{
	uint32_t count = plan->model->document->stages.count;
	bool *seen = arena_array(arena, count + 1, sizeof *seen);
	flow->stages = arena_array(arena, count + 1, sizeof *flow->stages);
	for (uint32_t i = 0; i < flow->node_count; i++) {
		const struct stage *stage = flow->nodes[i]->stage;
		if (!stage || stage->base.number > count || seen[stage->base.number])
			continue;
		seen[stage->base.number] = true;
		flow->stages[flow->stage_count++] = stage;
	}
}

/* Frees what the nodes and edges were made of: of a large process it is more than they are. */
static void
forget_points(struct flow_build *build)
{
	memory_free(build->links);
	memory_free(build->places);
	arena_free(&build->passing);
	arena_free(&build->scratch);
}

/* Points and the links between them. */
static void
find_links(struct flow_build *build)
{
	flow_build_awaited(build);
	flow_build_points(build);
	flow_build_waits(build);
	flow_build_order(build);
	flow_build_routes(build);
	flow_build_ends(build);
	flow_build_settle(build);
}

/* The graph of the stages, or of a step's sub-steps when outer is the step. */
static void
build_flow(struct flow *flow, struct arena *arena, const struct alternatives *alternatives,
	   const struct task *outer)
{
	const struct plan *shown = flow->plan;
	struct flow_build build = {.flow = flow,
				   .arena = arena,
				   .plan = alternatives->whole,
				   .shown = shown,
				   .alternatives = alternatives,
				   .outer = outer,
				   .tasks = flow->tasks};
	find_links(&build);
	flow_build_gates(&build);
	forget_points(&build);
	index_edges(flow, arena);
	if (shown->whole && shown->count < shown->whole->count) {
		flow_reduce(flow, arena, &build.scratch);
		index_edges(flow, arena);
	}
	order_nodes(flow, arena, &build.scratch);
	order_edges(flow);
	index_edges(flow, arena);
	settle_otherwise(flow);
	name_edges(flow, arena, &build.scratch);
	lend_lanes(flow);
	spread(flow, true, &build.scratch);
	spread(flow, false, &build.scratch);
	list_lanes(flow, shown->model, arena);
	list_stages(flow, shown, arena);
	arena_free(&build.scratch);
}

/* True when a step of a plan of all has sub-steps that are shown. */
static bool
has_shown_steps(const struct plan *shown, const struct task *step)
{
	const struct task *task = plan_task(shown, step->entity);
	return task && task + 1 < shown->tasks + shown->count && task[1].parent == task;
}

struct flow *
flow_new(const struct plan *plan, const struct voice *voice)
{
	struct flow *flow = memory_alloc(sizeof *flow);
	*flow = (struct flow){.plan = plan, .voice = voice};
	const struct plan *all = plan->whole ? plan->whole : plan;
	flow->tasks = arena_array(&flow->arena, all->count, sizeof *flow->tasks);
	struct alternatives alternatives;
	alternatives_init(&alternatives, all, plan);
	build_flow(flow, &flow->arena, &alternatives, NULL);
	for (uint32_t i = 0; i + 1 < all->count; i++) {
		const struct task *task = &all->tasks[i];
		if (!task->parent || task->parent->parent || !has_shown_steps(plan, task) ||
		    !flow->tasks[i])
			continue;
		struct flow *inner = arena_alloc(&flow->arena, sizeof *inner);
		*inner = (struct flow){.plan = plan, .voice = voice, .tasks = flow->tasks};
		build_flow(inner, &flow->arena, &alternatives, task);
		flow->tasks[i]->inner = inner;
	}
	alternatives_free(&alternatives);
	return flow;
}

void
flow_free(struct flow *flow)
{
	arena_free(&flow->arena);
	memory_free(flow);
}
