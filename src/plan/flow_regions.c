/* SPDX-License-Identifier: MIT */
/* The tree of dominators: the parent of a node is the last one that all ways to it pass. The nodes
 * come in an order in which no way leads to an earlier one, so one pass makes the tree. */
#include "plan/flow_regions.h"

/* A place in the tree; the last place is the root of all, above the start and whatever nothing
 * leads to. */
struct place {
	uint32_t parent, jump; /* jump is a far ancestor: ancestors are found in logarithmic time */
	uint32_t depth;
};

static uint32_t
climb(const struct place *places, uint32_t at, uint32_t depth)
{
	while (places[at].depth > depth)
		at = places[places[at].jump].depth >= depth ? places[at].jump : places[at].parent;
	return at;
}

static uint32_t
meeting(const struct place *places, uint32_t a, uint32_t b)
{
	a = climb(places, a, places[b].depth);
	b = climb(places, b, places[a].depth);
	while (a != b) {
		bool far = places[a].jump != places[b].jump;
		a = far ? places[a].jump : places[a].parent;
		b = far ? places[b].jump : places[b].parent;
	}
	return a;
}

static void
place_under(struct place *places, uint32_t node, uint32_t parent)
{
	const struct place *above = &places[parent], *jump = &places[above->jump];
	bool skip = above->depth - jump->depth == jump->depth - places[jump->jump].depth;
	places[node] = (struct place){parent, skip ? jump->jump : parent, above->depth + 1};
}

static struct place *
find_places(const struct flow *flow, const uint32_t *ways, struct arena *arena)
{
	uint32_t root = flow->node_count;
	struct place *places = arena_array(arena, root + 1, sizeof *places);
	places[root] = (struct place){root, root, 0};
	for (uint32_t i = 0; i < root; i++) {
		const struct flow_node *node = flow->nodes[i];
		uint32_t parent = root, met = 0;
		for (uint32_t k = 0; k < node->in_count && ways[i]; k++)
			if (!node->in[k]->back)
				parent = met++ ? meeting(places, parent, node->in[k]->from->index)
					       : node->in[k]->from->index;
		place_under(places, i, parent);
	}
	return places;
}

/* How many ways out of a gateway lead to where they meet. */
static uint32_t
count_ways(const struct flow_node *end, uint32_t gateway, const struct place *places,
	   const uint32_t *ways, uint32_t *seen)
{
	uint32_t count = 0;
	for (uint32_t k = 0; k < end->in_count; k++) {
		uint32_t from = end->in[k]->from->index;
		if (end->in[k]->back)
			continue;
		uint32_t way =
		    from == gateway ? gateway : climb(places, from, places[gateway].depth + 1);
		if (way != gateway && (ways[way] != 1 || seen[way] == end->index + 1))
			continue;
		seen[way] = end->index + 1;
		count++;
	}
	return count;
}

/* By node: edges from it and from what is reached only through it to where ways meet, when that is
 * not itself among those. */
static uint32_t *
count_exits(const struct flow *flow, const struct place *places, const uint32_t *ways,
	    struct arena *arena)
{
	uint32_t *exits = arena_array(arena, flow->node_count + 1, sizeof *exits);
	for (uint32_t i = 0; i < flow->edge_count; i++) {
		const struct flow_edge *edge = flow->edges[i];
		if (edge->back || ways[edge->to->index] < 2)
			continue;
		exits[edge->from->index]++;
		exits[places[places[edge->to->index].parent].parent]--; /* the sums below wrap
									   around and back */
	}
	for (uint32_t i = flow->node_count; i-- > 0;)
		exits[places[i].parent] += exits[i];
	return exits;
}

static bool
is_pair(const struct flow_node *gateway, const struct flow_node *end)
{
	return (gateway->type == FLOW_SPLIT && end->type == FLOW_MERGE) ||
	       (gateway->type == FLOW_FORK && end->type == FLOW_JOIN);
}

struct flow_regions
flow_regions(const struct flow *flow, struct arena *arena)
{
	struct flow_regions regions = {
	    arena_array(arena, flow->node_count, sizeof *regions.ends),
	    arena_array(arena, flow->node_count + 1, sizeof *regions.sizes),
	    arena_array(arena, flow->node_count, sizeof *regions.ways)};
	for (uint32_t i = 0; i < flow->edge_count; i++)
		regions.ways[flow->edges[i]->to->index] += !flow->edges[i]->back;
	struct place *places = find_places(flow, regions.ways, arena);
	uint32_t *seen = arena_array(arena, flow->node_count, sizeof *seen);
	for (uint32_t i = 0; i < flow->node_count; i++) {
		uint32_t gateway = places[i].parent;
		if (regions.ways[i] > 1 && gateway < flow->node_count &&
		    is_pair(flow->nodes[gateway], flow->nodes[i]) &&
		    count_ways(flow->nodes[i], gateway, places, regions.ways, seen) > 1)
			regions.ends[gateway] = flow->nodes[i];
	}
	const uint32_t *exits = count_exits(flow, places, regions.ways, arena);
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (regions.ends[i] && regions.ends[i]->type == FLOW_MERGE &&
		    exits[i] != regions.ways[regions.ends[i]->index])
			regions.ends[i] = NULL;
	for (uint32_t i = flow->node_count; i-- > 0;)
		regions.sizes[places[i].parent] += ++regions.sizes[i];
	return regions;
}
