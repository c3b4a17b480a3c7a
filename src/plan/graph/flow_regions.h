/* SPDX-License-Identifier: MIT */
/* Where a process graph nests: the paths that divide at a gateway and meet again at one of the same
 * kind, with no edge in from the side. For outputs that must write a graph as blocks within blocks.
 * Edges back are left out of account. */
#ifndef PRESALE_PLAN_GRAPH_FLOW_REGIONS_H
#define PRESALE_PLAN_GRAPH_FLOW_REGIONS_H

#include "plan/graph/flow.h"

struct flow_regions {
	const struct flow_node *
	    *ends;         /* by node: of a split or fork where at least two of its branches
			    * meet (and, of a split, none goes past), else NULL */
	uint32_t *sizes;   /* by node: how many nodes, itself too, are reached only through it */
	uint32_t *entries; /* by node: edges that lead to it, but for those back */
};

/* All in arena. Linear but for a logarithm. */
struct flow_regions
flow_regions(const struct flow *flow, struct arena *arena);

#endif
