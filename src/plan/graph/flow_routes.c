/* SPDX-License-Identifier: MIT */
/* Where outcomes lead, as links of a process graph.
 *
 *      A: yes → B, no → C; only variant 2 has C        ┌─ yes ─▶ B
 *                                              A ─ split ─ no ──▶ C          in variant 2
 *                                                      └─ no ──▶ after C     in variant 1
 *
 * A place becomes the point of the task that is drawn for it. A variant without the place goes on
 * to the first task behind it that the variant has, or to the end (add_routes_to). Not so where
 * another outcome of the same task leads to what that variant has instead: then this outcome falls
 * away in it (variants_beside). Two outcomes that lead to one place share a link, which has both
 * conditions (shared_link).
 *
 * Each place of an outcome looks at the links that its task has so far, and at the tasks that its
 * variants skip: outcomes of one task are few, and the skipped stand in a row. */
#include "model/field.h"
#include "model/fields.h"
#include "model/show.h"
#include "plan/graph/flow_branches.h"

#include <string.h>

/* The point an outcome leads to: that of the step for a sub-step, and the end for what lies outside
 * of the step whose sub-steps are drawn. An outcome that goes back to something that goes on for
 * ever leads into it: what began beside it does not begin again. */
static uint32_t
target_of(const struct flow_build *build, uint32_t from, const struct entity *to, uint32_t end)
{
	const struct task *task = plan_task(build->plan, to),
			  *target = task ? flow_drawn_task(build, task) : NULL;
	if (!target)
		return end;
	uint32_t number = task_number(build, target), head = build->heads[number];
	bool back = head != PLAN_NONE && build->points[from].order >= build->points[head].order;
	return back && build->within[number] ? build->within[number] : head;
}

/* The link that another one shares, among those of its point from `first` on: it leads to the same
 * place and has the same outcome, or each is all there is of its outcome. NULL when there is
 * none. */
static struct link *
shared_link(const struct flow_build *build, uint32_t first, const struct link *other)
{
	for (struct link *link = &build->links[first]; link < &build->links[build->link_count];
	     link++)
		if (link->to == other->to &&
		    (link->outcome == other->outcome ||
		     (link->lone && other->lone && link->variants == other->variants)))
			return link;
	return NULL;
}

const char *
flow_either(const struct voice *voice, struct arena *arena, const char *one, const char *other)
{
	const char *usual = show_word(voice, WORD_USUAL),
		   *sometimes = show_word(voice, WORD_SOMETIMES);
	if (!one || !other)
		return one ? one : other;
	bool known = strcmp(one, usual) == 0 || strcmp(one, sometimes) == 0,
	     both = strcmp(other, usual) == 0 || strcmp(other, sometimes) == 0;
	if (strcmp(one, other) == 0)
		return one;
	return known && both ? usual : arena_printf(arena, "%s / %s", one, other);
}

/* Lets another outcome take a link as well, which then has both conditions. */
static void
share_link(const struct flow_build *build, struct link *link, const struct outcome *outcome,
	   const char *label)
{
	if (link->outcome == outcome)
		return;
	link->tap.label = flow_either(build->flow->voice, build->arena, link->tap.label, label);
	link->tap.otherwise = link->tap.otherwise || outcome_is_default(outcome);
}

/* When an outcome is taken. */
static const char *
label_of(const struct flow_build *build, const struct outcome *outcome)
{
	const struct voice *voice = build->flow->voice;
	const struct entity *owner = outcome->base.parent;
	const struct model *shown = build->shown->model;
	if (outcome_is_default(outcome))
		return show_word(voice, WORD_OTHERWISE);
	if (!build->shown->whole)
		return outcome->condition.s;
	if (plan_task(build->shown, owner) && shown->left[outcome->base.serial])
		return show_condition(voice, outcome_of(shown->left[outcome->base.serial]));
	return show_word(voice, task_usual(owner) == outcome ? WORD_USUAL : WORD_SOMETIMES);
}

/* Adds the link of an outcome to one of its places. Where another outcome leads to the same place
 * already, the two become one link with both conditions. */
static void
add_route(struct flow_build *build, uint32_t from, uint32_t first, uint32_t to,
	  const struct branch *branch, variant_set variants)
{
	if (to == PLAN_NONE || !variants)
		return;
	const struct point *point = &build->points[from];
	const struct outcome *outcome = branch->outcome;
	bool asks = !outcome_is_default(outcome) || point->branch_count > 1;
	bool joins = !asks && !(point->goes_on & variants);
	const char *label = asks ? label_of(build, outcome) : NULL;
	struct link link = {.from = from,
			    .to = to,
			    .joins = joins,
			    .stops = build->points[to].type == POINT_END && !joins,
			    .lone = flow_branch_places(outcome) == 1 &&
				    variants == (point->variants & branch->variants),
			    .outcome = outcome,
			    .variants = variants,
			    .tap = {.label = label,
				    .outcome = joins ? NULL : outcome,
				    .otherwise = asks && outcome_is_default(outcome)}};
	struct link *shared = shared_link(build, first, &link);
	if (!shared) {
		flow_build_link(build, link);
		return;
	}
	share_link(build, shared, outcome, label);
	shared->variants |= variants;
}

/* The variants that have a place among those of a point's outcomes which other variants lack: such
 * places are alternatives to one another. */
static variant_set
variants_beside(const struct flow_build *build, const struct point *point)
{
	variant_set beside = 0;
	for (uint32_t i = 0; i < point->branch_count; i++) {
		const struct refs *targets = outcome_targets(point->branches[i].outcome);
		for (uint32_t j = 0; j < targets->count; j++) {
			const struct entity *to = targets->items[j].to;
			variant_set of = to && to->kind != KIND_END
					     ? alternatives_of(build->alternatives, to)
					     : 0;
			if (of != build->alternatives->all)
				beside |= of;
		}
	}
	return beside;
}

/* Adds the routes of a point to one place. In variants that lack the place, the outcome falls away
 * if another leads to what is there instead, or else goes on to what follows there. */
static void
add_routes_to(struct flow_build *build, uint32_t from, uint32_t first, const struct branch *branch,
	      const struct entity *to, variant_set beside)
{
	const struct point *end = &build->points[build->point_count - 1];
	uint32_t at_end = (uint32_t)(end - build->points);
	variant_set left = build->points[from].variants & branch->variants;
	for (const struct entity *next = to; next && next->kind != KIND_END && left;
	     next = task_next(next)) {
		variant_set of = alternatives_of(build->alternatives, next);
		add_route(build, from, first, target_of(build, from, next, at_end), branch,
			  left & of);
		left &= ~of;
		if (next == to)
			left &= ~beside;
	}
	add_route(build, from, first, at_end, branch, left);
}

/* False where an outcome of a part leads to another part of a stage that is one task. */
static bool
leads_out(const struct point *point, const struct outcome *outcome, const struct entity *to)
{
	const struct entity *entity = point->task ? point->task->entity : NULL;
	bool closed = entity && entity->kind == KIND_STAGE && point->type != POINT_TAIL &&
		      outcome->base.parent != entity;
	return !closed || !entity_is_within(to, entity);
}

/* Adds the routes of a point. One that leads to what waits for the point anyway stands for that
 * wait. */
static void
add_routes(struct flow_build *build, uint32_t from)
{
	struct point *point = &build->points[from];
	uint32_t first = build->link_count;
	variant_set beside = variants_beside(build, point);
	for (uint32_t i = 0; i < point->branch_count; i++) {
		const struct outcome *outcome = point->branches[i].outcome;
		const struct refs *targets = outcome_targets(outcome);
		for (uint32_t j = 0; j < targets->count; j++)
			if (targets->items[j].to && leads_out(point, outcome, targets->items[j].to))
				add_routes_to(build, from, first, &point->branches[i],
					      targets->items[j].to, beside);
	}
}

void
flow_build_routes(struct flow_build *build)
{
	for (uint32_t i = 0; i + 1 < build->point_count; i++)
		add_routes(build, i);
}
