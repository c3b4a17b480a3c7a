/* SPDX-License-Identifier: MIT */
#include "plan/graph/flow_branches.h"

#include "model/field.h"
#include "model/fields.h"

uint32_t
flow_branch_places(const struct outcome *outcome)
{
	const struct refs *targets = outcome_targets(outcome);
	uint32_t count = 0;
	for (uint32_t i = 0; i < targets->count; i++)
		count += targets->items[i].to != NULL;
	return count;
}

/* The variants in which those that wait for a point follow it although it has outcomes: it has none
 * there, or a single one with a condition. */
static variant_set
variants_going_on(const struct point *point)
{
	variant_set none = point->variants, one = 0;
	for (uint32_t i = 0; i < point->branch_count; i++) {
		const struct branch *branch = &point->branches[i];
		one = (one & ~branch->variants) |
		      (outcome_is_default(branch->outcome) ? 0 : none & branch->variants);
		none &= ~branch->variants;
	}
	return none | one;
}

/* Adds variants in which a point is left by an outcome. */
static void
add_branch(struct flow_build *build, struct point *point, const struct outcome *outcome,
	   variant_set variants)
{
	if (!variants || !flow_branch_places(outcome))
		return;
	point->branches = arena_grow(&build->scratch, point->branches, point->branch_count, 1,
				     sizeof *point->branches);
	point->branches[point->branch_count++] = (struct branch){outcome, variants};
}

void
flow_branches_own(struct flow_build *build, struct point *point, const struct entity *owner,
		  variant_set variants)
{
	const struct list *outcomes = task_outcomes(owner);
	variant_set of = alternatives_of(build->alternatives, owner);
	for (uint32_t i = 0; i < outcomes->count; i++)
		add_branch(build, point, outcome_at(outcomes, i), of & variants);
	point->goes_on = variants_going_on(point);
}

/* True when every place an outcome leads to is a stage or step, or part of it. */
static bool
stays_within(const struct outcome *outcome, const struct entity *outer)
{
	const struct refs *targets = outcome_targets(outcome);
	for (uint32_t i = 0; i < targets->count; i++)
		if (targets->items[i].to && !entity_is_within(targets->items[i].to, outer))
			return false;
	return true;
}

/* Of a part of a stage or step. */
static variant_set
add_inner_outcomes(struct flow_build *build, struct point *point, const struct entity *entity,
		   const struct entity *outer)
{
	const struct list *steps = task_steps(entity);
	variant_set goes_on = point->variants;
	for (uint32_t i = 0; i < steps->count; i++) {
		const struct entity *step = steps->items[i];
		variant_set of = alternatives_of(build->alternatives, step);
		const struct list *outcomes = task_outcomes(step);
		variant_set ends = task_goes_on(step) ? 0 : of;
		for (uint32_t j = 0; j < outcomes->count; j++)
			if (stays_within(outcome_at(outcomes, j), outer))
				ends = 0;
			else
				add_branch(build, point, outcome_at(outcomes, j), of);
		if (!outcomes->count)
			ends = of & ~add_inner_outcomes(build, point, step, outer);
		goes_on = (goes_on | of) & ~ends;
	}
	return goes_on;
}

variant_set
flow_branches_inner(struct flow_build *build, struct point *point, const struct entity *entity)
{
	return add_inner_outcomes(build, point, entity, entity);
}

void
flow_branches_step(struct flow_build *build, struct point *point, const struct entity *entity)
{
	flow_branches_own(build, point, entity, build->alternatives->all);
	if (point->branch_count == 0)
		point->goes_on = flow_branches_inner(build, point, entity);
}

void
flow_branches_take(struct flow_build *build, struct point *tail, struct point *last,
		   variant_set variants)
{
	for (uint32_t i = 0; i < last->branch_count; i++) {
		struct branch *branch = &last->branches[i];
		add_branch(build, tail, branch->outcome, branch->variants & variants);
		branch->variants &= ~variants;
	}
	tail->goes_on = (tail->goes_on & ~variants) | (last->goes_on & variants);
}
