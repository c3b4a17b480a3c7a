/* SPDX-License-Identifier: MIT */
/* The branches of a point: by which outcomes it is left, and in which variants it goes on without
 * them. */
#ifndef PRESALE_PLAN_GRAPH_FLOW_BRANCHES_H
#define PRESALE_PLAN_GRAPH_FLOW_BRANCHES_H

#include "plan/graph/flow_build.h"

/* How many known places an outcome leads to. */
uint32_t
flow_branch_places(const struct outcome *outcome);

/* The outcomes of a stage or step, in the variants that it and those given have. */
void
flow_branches_own(struct flow_build *build, struct point *point, const struct entity *owner,
		  variant_set variants);

/* Outcomes of parts that lead out of a stage or step are its own. Gives the variants in which it
 * goes on: those in which its last part may end without them. */
variant_set
flow_branches_inner(struct flow_build *build, struct point *point, const struct entity *entity);

/* The outcomes of a step, or else those of its sub-steps. */
void
flow_branches_step(struct flow_build *build, struct point *point, const struct entity *step);

/* Takes the outcomes of the very last step, in the variants in which it is that, to where the last
 * ones meet. */
void
flow_branches_take(struct flow_build *build, struct point *tail, struct point *last,
		   variant_set variants);

#endif
