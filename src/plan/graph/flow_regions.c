/* SPDX-License-Identifier: MIT */
/* Where paths that divide meet again, read off the tree of dominators (dominators.h).
 *
 * A merge whose dominator is a split closes that split's region: every path to it passes the split,
 * and the split is the last such node. Two things can still spoil the block. Of the edges into the
 * merge only one may come from some branch: then nothing meets there (count_branches asks that at
 * least two branches arrive). And, of a split, a path may leave the region past the merge: exits
 * counts, for every node, the edges from below it to where paths meet, less those that meet below
 * it, in one sum up the tree; the region is closed when all of them are the merge's own.
 *
 *      split ──▶ a ─────────▶ merge     closed: both of the two exits lead to the merge
 *          └───▶ b ──────────▲
 *      split ──▶ a ─────────▶ merge     open: b also leads past the merge, to what
 *          └───▶ b ──────────▲          follows it, so three exits, two edges in
 *                └──────────────▶ …
 *
 * Linear but for the logarithm of a common ancestor. */
#include "plan/graph/flow_regions.h"

#include "plan/graph/dominators.h"

/* The last place is the root of all, above the start and whatever nothing leads to. */
static struct dominator *
find_places(const struct flow *flow, const uint32_t *entries, struct arena *arena)
{
	uint32_t root = flow->node_count;
	struct dominator *places = arena_array(arena, root + 1, sizeof *places);
	places[root] = (struct dominator){root, root, 0};
	for (uint32_t i = 0; i < root; i++) {
		const struct flow_node *node = flow->nodes[i];
		uint32_t parent = root, met = 0;
		for (uint32_t k = 0; k < node->in_count && entries[i]; k++)
			if (!node->in[k]->back)
				parent = met++ ? dominator_common(places, parent,
								  node->in[k]->from->index)
					       : node->in[k]->from->index;
		dominator_place(places, i, parent);
	}
	return places;
}

/* How many branches of a gateway lead to where they meet. */
static uint32_t
count_branches(const struct flow_node *end, uint32_t gateway, const struct dominator *places,
	       const uint32_t *entries, uint32_t *seen)
{
	uint32_t count = 0;
	for (uint32_t k = 0; k < end->in_count; k++) {
		uint32_t from = end->in[k]->from->index;
		if (end->in[k]->back)
			continue;
		uint32_t branch = from == gateway
				      ? gateway
				      : dominator_at(places, from, places[gateway].depth + 1);
		if (branch != gateway && (entries[branch] != 1 || seen[branch] == end->index + 1))
			continue;
		seen[branch] = end->index + 1;
		count++;
	}
	return count;
}

/* By node, the number of edges that leave it, or what is reached through it alone, for a place
 * where paths meet that is not itself among those. */
static uint32_t *
count_exits(const struct flow *flow, const struct dominator *places, const uint32_t *entries,
	    struct arena *arena)
{
	uint32_t *exits = arena_array(arena, flow->node_count + 1, sizeof *exits);
	for (uint32_t i = 0; i < flow->edge_count; i++) {
		const struct flow_edge *edge = flow->edges[i];
		if (edge->back || entries[edge->to->index] < 2)
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
	    arena_array(arena, flow->node_count, sizeof *regions.entries)};
	for (uint32_t i = 0; i < flow->edge_count; i++)
		regions.entries[flow->edges[i]->to->index] += !flow->edges[i]->back;
	struct dominator *places = find_places(flow, regions.entries, arena);
	uint32_t *seen = arena_array(arena, flow->node_count, sizeof *seen);
	for (uint32_t i = 0; i < flow->node_count; i++) {
		uint32_t gateway = places[i].parent;
		if (regions.entries[i] > 1 && gateway < flow->node_count &&
		    is_pair(flow->nodes[gateway], flow->nodes[i]) &&
		    count_branches(flow->nodes[i], gateway, places, regions.entries, seen) > 1)
			regions.ends[gateway] = flow->nodes[i];
	}
	const uint32_t *exits = count_exits(flow, places, regions.entries, arena);
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (regions.ends[i] && regions.ends[i]->type == FLOW_MERGE &&
		    exits[i] != regions.entries[regions.ends[i]->index])
			regions.ends[i] = NULL;
	for (uint32_t i = flow->node_count; i-- > 0;)
		regions.sizes[places[i].parent] += ++regions.sizes[i];
	return regions;
}
