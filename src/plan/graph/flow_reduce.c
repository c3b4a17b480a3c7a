/* SPDX-License-Identifier: MIT */
/* What is hidden leaves gateways behind that nothing is between. These go, as long as there are
 * any:
 *
 * - a gateway with one edge in and one out;
 * - of two edges from a split to the same merge, or from a fork to the same join, one: whichever is
 *   taken, the same follows;
 * - an edge back from a split to the merge right before it: nothing is done again;
 * - an edge from a fork to a join that another path from the fork leads to: that waits anyway;
 * - an edge from a fork to an end of its own for what goes on for ever, with nothing that does.
 *
 * Each step drops an edge and looks again at the gateways at its ends only. */
#include "plan/graph/flow_build.h"

enum { CHAIN_MAX = 64 }; /* nodes that are looked along for another path */

struct reducer {
	struct flow_node **queue; /* gateways to look at */
	uint32_t count;
	bool *gone; /* by node */
	const struct voice *voice;
	struct arena *arena; /* while it is done */
	struct arena *keep;  /* the graph's */
};

static bool
is_gateway(const struct flow_node *node)
{
	return node->type == FLOW_SPLIT || node->type == FLOW_MERGE || node->type == FLOW_FORK ||
	       node->type == FLOW_JOIN;
}

static void
look_at(struct reducer *r, struct flow_node *node)
{
	if (!is_gateway(node))
		return;
	r->queue = arena_grow(r->arena, r->queue, r->count, 1, sizeof(struct flow_node *));
	r->queue[r->count++] = node;
}

static void
take_out(struct flow_edge **edges, uint32_t *count, const struct flow_edge *edge)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < *count; i++)
		if (edges[i] != edge)
			edges[kept++] = edges[i];
	*count = kept;
}

static void
drop_edge(struct reducer *r, struct flow_edge *edge)
{
	take_out(edge->from->out, &edge->from->out_count, edge);
	take_out(edge->to->in, &edge->to->in_count, edge);
	look_at(r, edge->from);
	look_at(r, edge->to);
	edge->from = NULL;
}

/* The edge in goes on to where the edge out leads. */
static void
pass_by(struct reducer *r, struct flow_node *gate)
{
	struct flow_edge *in = gate->in[0], *out = gate->out[0];
	struct flow_node *to = out->to;
	for (uint32_t i = 0; i < to->in_count; i++)
		if (to->in[i] == out)
			to->in[i] = in;
	in->to = to;
	in->back = in->back || out->back;
	out->from = NULL;
	r->gone[gate->index] = true;
	look_at(r, in->from);
	look_at(r, to);
}

/* Another edge that leads to the same place as one and says nothing else; or NULL. */
static struct flow_edge *
find_twin(const struct flow_node *gate, const struct flow_edge *edge)
{
	const struct flow_node *to = edge->to;
	bool pair = (gate->type == FLOW_SPLIT && to->type == FLOW_MERGE) ||
		    (gate->type == FLOW_FORK && to->type == FLOW_JOIN);
	for (uint32_t i = 0; i < gate->out_count && pair; i++)
		if (gate->out[i] != edge && gate->out[i]->to == to)
			return gate->out[i];
	return NULL;
}

static bool
leads_straight_back(const struct flow_node *gate, const struct flow_edge *edge)
{
	const struct flow_node *to = edge->to;
	return gate->type == FLOW_SPLIT && to->type == FLOW_MERGE && to->out_count == 1 &&
	       to->out[0]->to == gate && gate->out_count > 1;
}

/* True when a row of tasks leads from an edge to a join. */
static bool
is_row_to(const struct flow_edge *edge, const struct flow_node *join)
{
	for (uint32_t i = 0; i < CHAIN_MAX && edge->to != join; i++) {
		if (edge->to->out_count != 1 || edge->to->type != FLOW_TASK)
			return false;
		edge = edge->to->out[0];
	}
	return edge->to == join;
}

static bool
waits_anyway(const struct flow_node *gate, const struct flow_edge *edge)
{
	if (gate->type != FLOW_FORK || edge->to->type != FLOW_JOIN)
		return false;
	for (uint32_t i = 0; i < gate->out_count; i++)
		if (gate->out[i] != edge && is_row_to(gate->out[i], edge->to))
			return true;
	return false;
}

static bool
is_idle_aside(const struct flow_node *gate, const struct flow_edge *edge)
{
	return gate->type == FLOW_FORK && edge->to->type == FLOW_END && edge->to->aside &&
	       gate->out_count > 1;
}

/* Two branches that are one are taken under both conditions. */
static void
join_labels(struct reducer *r, struct flow_edge *kept, const struct flow_edge *edge)
{
	kept->label = flow_either(r->voice, r->keep, kept->label, edge->label);
	kept->condition = flow_either(r->voice, r->keep, kept->condition, edge->condition);
	kept->otherwise = kept->otherwise || edge->otherwise;
	kept->variants |= edge->variants;
	kept->back = kept->back && edge->back;
}

/* Drops one edge of a gateway that says nothing; false when all of them say something. */
static bool
drop_one(struct reducer *r, struct flow_node *gate)
{
	for (uint32_t i = 0; i < gate->out_count; i++) {
		struct flow_edge *edge = gate->out[i], *twin = find_twin(gate, edge);
		bool aside = is_idle_aside(gate, edge);
		if (!twin && !aside && !leads_straight_back(gate, edge) &&
		    !waits_anyway(gate, edge))
			continue;
		if (twin)
			join_labels(r, twin, edge);
		if (aside)
			r->gone[edge->to->index] = true;
		drop_edge(r, edge);
		return true;
	}
	return false;
}

static void
reduce_at(struct reducer *r, struct flow_node *gate)
{
	while (!r->gone[gate->index] && drop_one(r, gate))
		;
	if (!r->gone[gate->index] && gate->in_count == 1 && gate->out_count == 1 &&
	    gate->in[0]->from != gate)
		pass_by(r, gate);
}

static void
forget_gone(struct flow *flow, const struct reducer *r)
{
	uint32_t nodes = 0, edges = 0;
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (!r->gone[i])
			flow->nodes[nodes++] = flow->nodes[i];
	for (uint32_t i = 0; i < flow->edge_count; i++)
		if (flow->edges[i]->from)
			flow->edges[edges++] = flow->edges[i];
	flow->node_count = nodes;
	flow->edge_count = edges;
	for (uint32_t i = 0; i < nodes; i++)
		flow->nodes[i]->index = i;
}

void
flow_reduce(struct flow *flow, struct arena *keep, struct arena *scratch)
{
	struct reducer r = {.arena = scratch, .keep = keep, .voice = flow->voice};
	r.gone = arena_array(scratch, (size_t)flow->node_count + 1, sizeof *r.gone);
	for (uint32_t i = flow->node_count; i-- > 0;)
		look_at(&r, flow->nodes[i]);
	while (r.count)
		reduce_at(&r, r.queue[--r.count]);
	forget_gone(flow, &r);
}
