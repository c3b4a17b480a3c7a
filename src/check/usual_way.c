/* SPDX-License-Identifier: MIT */
/* Whether the usual way comes to the end. It is followed through the graph: out of a decision by
 * the usual outcome, or where there is none by what happens otherwise. Where an outcome is usual
 * only since it is the first that does not lead back, it may lead to what always does. */
#include "check/checker.h"
#include "model/fields.h"
#include "plan/graph/flow.h"

static bool
is_usual(const struct flow_edge *edge)
{
	return edge->outcome && task_usual(edge->outcome->base.parent) == edge->outcome;
}

/* True for an edge that is usually taken. */
static bool
is_taken(const struct flow_node *node, const struct flow_edge *edge)
{
	if (node->type != FLOW_SPLIT || node->by_variant || is_usual(edge))
		return true;
	for (uint32_t i = 0; i < node->out_count; i++)
		if (is_usual(node->out[i]))
			return false;
	return !edge->outcome;
}

/* The outcome that is taken, where nobody said that it is usual; or NULL. */
static const struct outcome *
assumed_at(const struct flow_node *node)
{
	for (uint32_t i = 0; node->type == FLOW_SPLIT && i < node->out_count; i++)
		if (is_usual(node->out[i]) && !node->out[i]->outcome->usual.on)
			return node->out[i]->outcome;
	return NULL;
}

/* True when what is reached never ends: that is told of it. */
static bool
has_trap(const struct flow *flow)
{
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (flow->nodes[i]->reached && !flow->nodes[i]->finishes)
			return true;
	return !flow->node_count;
}

void
check_usual_way(struct checker *c, const struct flow *flow)
{
	const struct flow_node **queue =
	    arena_array(&c->arena, (size_t)flow->node_count + 1, sizeof *queue);
	bool *met = arena_array(&c->arena, (size_t)flow->node_count + 1, sizeof *met);
	const struct outcome *assumed = NULL;
	uint32_t count = 0;
	if (has_trap(flow))
		return;
	queue[count++] = flow->nodes[0];
	for (uint32_t head = 0; head < count; head++) {
		const struct flow_node *node = queue[head];
		if (node->type == FLOW_END && !node->aside)
			return;
		assumed = assumed ? assumed : assumed_at(node);
		for (uint32_t i = 0; i < node->out_count; i++) {
			const struct flow_node *to = node->out[i]->to;
			if (!is_taken(node, node->out[i]) || met[to->index])
				continue;
			met[to->index] = true;
			queue[count++] = to;
		}
	}
	if (assumed)
		report2(c, RULE_FLOW_USUAL_BACK, &assumed->base, assumed->base.pos,
			entity_name(assumed->base.parent),
			assumed->condition.s ? assumed->condition.s : "");
}
