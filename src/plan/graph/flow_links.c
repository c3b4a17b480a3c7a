/* SPDX-License-Identifier: MIT */
/* Points and links of a process graph: what waits for what, and where outcomes lead.
 *
 * A process says two kinds of things about its order: a task waits for others (`after`), and an
 * outcome leads somewhere (`outcomes`). Both become links between points. A point is a task that
 * has no graph of its own, the start, the end, and, of a stage with several first or last steps,
 * its head or tail (and the beginning of what goes on for ever), so that «the stage waits for» and
 * «waits for the stage» are one link each and not as many as there are pairs of steps:
 *
 *                 ┌─▶ step 1 ─┐
 *      …  ─▶ head ┤           ├ tail ─▶ …
 *                 └─▶ step 2 ─┘
 *
 * In this order: points with their outcomes; waits; routes of outcomes; what is left open leads to
 * the end. flow_settle.c drops and orders them then, and flow_gates.c makes nodes and gateways of
 * the result.
 *
 * A stage's step may wait for a step of another stage. Where its stage waits for that stage anyway
 * the link would say nothing, and many such links hide the few that matter; `follows` finds the
 * common case, a plain row of stages, by looking back at most CHAIN_MAX stages, so the whole is
 * linear: a longer detour costs a link too many, never a wrong one. */
#include "model/field.h"
#include "model/fields.h"
#include "model/show.h"
#include "plan/graph/flow_build.h"

#include <string.h>

enum { CHAIN_MAX = 256 };

/* The tasks of a stage's steps and their sub-steps, or of a step's sub-steps. */
struct task_range {
	uint32_t first, end;
};

/* Of a parent's steps, by their place in its span: in which variants they begin with it, in which
 * none of the others waits for them, and of those in which none stands behind them. */
struct step_ends {
	variant_set *firsts, *lasts, *very_last;
	uint32_t first_count, last_count;
	variant_set bare; /* in which there are no steps */
};

/* True for a stage of which no step is shown: it is one task, or passed by as one. */
static bool
is_closed(const struct flow_build *build, const struct task *stage)
{
	const struct task *shown = flow_shown_task(build, stage);
	const struct plan *plan = build->shown;
	return !shown || shown + 1 == plan->tasks + plan->count || shown[1].parent != shown;
}

/* The task of the level that is built which a task is part of: a step for its sub-steps, a stage
 * stays a stage. NULL when it is outside the step whose sub-steps are built. */
static const struct task *
raise(const struct flow_build *build, const struct task *task)
{
	if (build->outer)
		return task->parent == build->outer ? task : NULL;
	while (task->parent && task->parent->parent)
		task = task->parent;
	return task->parent && is_closed(build, task->parent) ? task->parent : task;
}

static struct point *
add_point(struct flow_build *build, enum point_type type, const struct task *task)
{
	struct point *point = &build->points[build->point_count++];
	*point = (struct point){.type = type, .task = task, .goes_on = build->alternatives->all};
	point->variants =
	    task ? alternatives_of(build->alternatives, task->entity) : build->alternatives->all;
	point->stage = task ? build->stage : NULL;
	return point;
}

/* The point of a stage or step itself. */
static struct point *
add_task_point(struct flow_build *build, const struct task *task)
{
	return add_point(build, flow_shown_task(build, task) ? POINT_TASK : POINT_PASS, task);
}

static void
add_wait(struct flow_build *build, uint32_t from, uint32_t to, variant_set variants)
{
	if (variants)
		flow_build_link(
		    build,
		    (struct link){.from = from, .to = to, .wait = true, .variants = variants});
}

static struct task_range
steps_of(const struct flow_build *build, const struct task *parent)
{
	struct task_range span = {task_number(build, parent) + 1, task_number(build, parent) + 1};
	const struct task *tasks = build->plan->tasks;
	while (span.end < build->plan->count && tasks[span.end].parent &&
	       (tasks[span.end].parent == parent || tasks[span.end].parent->parent == parent))
		span.end++;
	return span;
}

/* The steps among a parent's tasks: sub-steps of steps are passed over. */
static uint32_t
next_step(const struct flow_build *build, const struct task *parent, struct task_range span,
	  uint32_t at)
{
	while (at < span.end && build->plan->tasks[at].parent != parent)
		at++;
	return at;
}

/* In variants in which an outcome enters every step that might begin, the first of them begins all
 * the same. */
static void
begin_entered(const struct flow_build *build, struct task_range span, struct step_ends *ends,
	      variant_set variants)
{
	for (uint32_t i = span.first; i < span.end; i++)
		variants &= ~ends->firsts[i - span.first];
	for (uint32_t i = span.first; i < span.end && variants; i++) {
		const struct task *task = &build->plan->tasks[i];
		variant_set entered = alternatives_entering(build->alternatives, task->entity);
		if (task->parent != build->plan->tasks[span.first].parent)
			continue;
		ends->firsts[i - span.first] |= entered & variants;
		variants &= ~entered;
	}
}

/* Takes a step that waits for others out of those that begin, and those out of the last ones. */
static void
find_ends_of(struct flow_build *build, const struct task *task, struct task_range span,
	     struct step_ends *ends)
{
	struct waits waits = alternatives_waits(build->alternatives, task, &build->passing);
	variant_set *first = &ends->firsts[task_number(build, task) - span.first];
	*first &= ~alternatives_entering(build->alternatives, task->entity);
	for (uint32_t i = 0; i < waits.count; i++) {
		const struct task *before = raise(build, waits.items[i].before);
		if (!before || before == task || before->parent != task->parent)
			continue;
		*first &= ~waits.items[i].variants;
		ends->lasts[task_number(build, before) - span.first] &= ~waits.items[i].variants;
	}
}

static struct step_ends
find_ends(struct flow_build *build, const struct task *parent, struct task_range span)
{
	struct step_ends ends = {0};
	ends.firsts = arena_array(&build->scratch, span.end - span.first, sizeof *ends.firsts);
	ends.lasts = arena_array(&build->scratch, span.end - span.first, sizeof *ends.lasts);
	ends.very_last = arena_array(&build->scratch, span.end - span.first, sizeof *ends.lasts);
	ends.bare = alternatives_of(build->alternatives, parent->entity);
	for (uint32_t i = next_step(build, parent, span, span.first); i < span.end;
	     i = next_step(build, parent, span, i + 1)) {
		variant_set of = alternatives_of(build->alternatives, build->plan->tasks[i].entity);
		ends.firsts[i - span.first] = ends.lasts[i - span.first] = of;
		ends.bare &= ~of;
	}
	for (uint32_t i = next_step(build, parent, span, span.first); i < span.end;
	     i = next_step(build, parent, span, i + 1))
		find_ends_of(build, &build->plan->tasks[i], span, &ends);
	arena_clear(&build->passing);
	begin_entered(build, span, &ends,
		      alternatives_of(build->alternatives, parent->entity) & ~ends.bare);
	for (uint32_t i = 0; i < span.end - span.first; i++) {
		ends.first_count += ends.firsts[i] != 0;
		ends.last_count += ends.lasts[i] != 0;
	}
	return ends;
}

/* How many known places an outcome leads to. */
static uint32_t
place_count(const struct outcome *outcome)
{
	const struct refs *targets = outcome_targets(outcome);
	uint32_t count = 0;
	for (uint32_t i = 0; i < targets->count; i++)
		count += targets->items[i].to != NULL;
	return count;
}

/* The variants in which those that wait for a point follow it in spite of its outcomes: there is
 * none, or a single one with a condition. */
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

/* Makes a point be left by an outcome in more variants. */
static void
add_branch(struct flow_build *build, struct point *point, const struct outcome *outcome,
	   variant_set variants)
{
	if (!variants || !place_count(outcome))
		return;
	point->branches = arena_grow(&build->scratch, point->branches, point->branch_count, 1,
				     sizeof *point->branches);
	point->branches[point->branch_count++] = (struct branch){outcome, variants};
}

/* The outcomes of a stage or step, in the variants that it and those given have. */
static void
add_outcomes(struct flow_build *build, struct point *point, const struct entity *owner,
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

/* Outcomes of parts that lead out of a stage or step are its own, which goes on where its last part
 * may end without them. */
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

static void
add_step_outcomes(struct flow_build *build, struct point *point, const struct entity *entity)
{
	add_outcomes(build, point, entity, build->alternatives->all);
	if (point->branch_count == 0)
		point->goes_on = add_inner_outcomes(build, point, entity, entity);
}

/* The task of a stage in variants in which it has no steps. */
static uint32_t
add_bare(struct flow_build *build, const struct task *stage, variant_set variants)
{
	uint32_t at = build->point_count;
	add_point(build, POINT_TASK, stage)->variants = variants;
	add_wait(build, build->heads[task_number(build, stage)], at, variants);
	return at;
}

/* Takes the outcomes of the very last step, in the variants in which it is that, to where the last
 * ones meet. */
static void
take_last(struct flow_build *build, struct point *tail, struct point *last, variant_set variants)
{
	for (uint32_t i = 0; i < last->branch_count; i++) {
		struct branch *branch = &last->branches[i];
		add_branch(build, tail, branch->outcome, branch->variants & variants);
		branch->variants &= ~variants;
	}
	tail->goes_on = (tail->goes_on & ~variants) | (last->goes_on & variants);
}

/* From a last part to where the whole ends. */
static void
add_closing(struct flow_build *build, uint32_t from, uint32_t to, variant_set variants,
	    variant_set closes)
{
	if (variants)
		flow_build_link(build, (struct link){.from = from,
						     .to = to,
						     .wait = true,
						     .closes = closes,
						     .variants = variants});
}

/* Where several last steps meet. */
static void
add_tail(struct flow_build *build, const struct task *parent, struct task_range span,
	 const struct step_ends *ends)
{
	uint32_t number = task_number(build, parent), whole = build->heads[number];
	for (uint32_t i = span.first; i < span.end && ends->last_count == 1; i++)
		if (ends->lasts[i - span.first])
			build->tails[number] = build->tails[i];
	if (ends->last_count < 2 && !ends->bare)
		return;
	if (ends->bare && !build->outer)
		whole = add_bare(build, parent, ends->bare);
	uint32_t at = build->point_count;
	variant_set left = add_point(build, POINT_TAIL, parent)->variants;
	for (uint32_t i = span.end; i-- > span.first;) {
		variant_set lasts = ends->lasts[i - span.first];
		ends->very_last[i - span.first] = lasts & left;
		if (lasts & left)
			take_last(build, &build->points[at], &build->points[build->tails[i]],
				  lasts & left);
		left &= ~lasts;
	}
	for (uint32_t i = span.first; i < span.end; i++)
		add_closing(build, build->tails[i], at, ends->lasts[i - span.first],
			    ends->very_last[i - span.first]);
	add_wait(build, whole, at, ends->bare);
	build->tails[number] = at;
}

/* Who waits for what goes on for ever waits for its beginning: there the two part. */
static void
put_aside(struct flow_build *build, const struct task *task)
{
	uint32_t number = task_number(build, task), at = build->point_count;
	if (!task->ongoing)
		return;
	variant_set variants = add_point(build, POINT_ASIDE, task)->variants;
	flow_build_link(build, (struct link){.from = at,
					     .to = build->heads[number],
					     .wait = true,
					     .aside = true,
					     .variants = variants});
	build->within[number] = build->heads[number];
	build->heads[number] = build->tails[number] = at;
}

/* Points of a parent's steps, with its head and tail where it has several first or last ones, or
 * none in some variant. */
static void
add_steps(struct flow_build *build, const struct task *parent, struct task_range span)
{
	uint32_t number = task_number(build, parent);
	struct step_ends ends = find_ends(build, parent, span);
	bool head = ends.first_count > 1 || ends.bare;
	if (head) {
		build->heads[number] = build->point_count;
		add_point(build, POINT_HEAD, parent);
	}
	for (uint32_t i = next_step(build, parent, span, span.first); i < span.end;
	     i = next_step(build, parent, span, i + 1)) {
		uint32_t at = build->point_count;
		if (!alternatives_of(build->alternatives, build->plan->tasks[i].entity))
			continue; /* it is nowhere */
		struct point *point = add_task_point(build, &build->plan->tasks[i]);
		add_step_outcomes(build, point, build->plan->tasks[i].entity);
		build->heads[i] = build->tails[i] = at;
		put_aside(build, &build->plan->tasks[i]);
		if (head)
			add_wait(build, build->heads[number], build->heads[i],
				 ends.firsts[i - span.first]);
		else if (ends.firsts[i - span.first])
			build->heads[number] = build->heads[i];
	}
	add_tail(build, parent, span, &ends);
}

static const struct task *
stage_task(const struct task *task)
{
	while (task->parent)
		task = task->parent;
	return task;
}

/* What is not shown of a stage is told with the stage before it, or else with the first. */
static void
find_stage(struct flow_build *build, const struct task *task)
{
	const struct task *stage = flow_shown_task(build, stage_task(task));
	if (!stage && !build->stage && build->shown->count)
		stage = build->shown->tasks;
	if (stage)
		build->stage = stage_of(stage->entity);
}

/* A stage's own outcomes leave the stage alone: where its last step is waited for from outside,
 * they lead on from a tail behind that. */
static void
part_from_last(struct flow_build *build, const struct task *stage)
{
	uint32_t *tail = &build->tails[task_number(build, stage)], last = *tail;
	const struct point *point = &build->points[last];
	if (point->type != POINT_TASK || point->task == stage || !point->goes_on ||
	    !build->awaited[task_number(build, point->task)])
		return;
	*tail = build->point_count;
	variant_set variants = add_point(build, POINT_TAIL, stage)->variants;
	take_last(build, &build->points[*tail], &build->points[last], variants);
	add_closing(build, last, *tail, variants, variants);
}

static void
add_stage(struct flow_build *build, const struct task *stage)
{
	find_stage(build, stage);
	uint32_t number = task_number(build, stage);
	struct task_range span = steps_of(build, stage);
	if (span.end > span.first && !is_closed(build, stage)) {
		add_steps(build, stage, span);
	} else {
		build->heads[number] = build->tails[number] = build->point_count;
		struct point *point = add_task_point(build, stage);
		if (span.end > span.first)
			point->goes_on =
			    add_inner_outcomes(build, point, stage->entity, stage->entity);
	}
	if (build->tails[number] != PLAN_NONE && task_outcomes(stage->entity)->count) {
		part_from_last(build, stage);
		struct point *tail = &build->points[build->tails[number]];
		add_outcomes(build, tail, stage->entity, tail->goes_on);
	}
	put_aside(build, stage);
}

/* True when the stage waits for the other by a plain row of stages: the common case, found without
 * a search. */
static bool
follows(const struct task *stage, const struct task *other)
{
	for (uint32_t i = 0; i < CHAIN_MAX && stage; i++) {
		for (uint32_t j = 0; j < stage->after_count; j++)
			if (stage->after[j] == other)
				return true;
		stage = stage->after_count == 1 ? stage->after[0] : NULL;
	}
	return false;
}

/* What a step is drawn to wait for; NULL for what it is or lies in, or what its stage waits for
 * anyway. */
static const struct task *
drawn_wait(const struct flow_build *build, const struct task *step, const struct task *wait)
{
	const struct task *before = raise(build, wait);
	if (!before || before == step || before == step->parent)
		return NULL;
	bool outside = stage_task(before) != stage_task(step);
	return outside && follows(stage_task(step), stage_task(before)) ? NULL : before;
}

/* Marks the steps that are waited for from outside of their stages. */
static void
mark_awaited(struct flow_build *build)
{
	build->awaited = arena_array(&build->scratch, build->plan->count, sizeof *build->awaited);
	for (uint32_t i = 0; i < build->plan->count; i++) {
		const struct task *step = &build->plan->tasks[i];
		if (!step->parent || raise(build, step) != step)
			continue;
		struct waits waits = alternatives_waits(build->alternatives, step, &build->passing);
		for (uint32_t k = 0; k < waits.count; k++) {
			const struct task *before = drawn_wait(build, step, waits.items[k].before);
			if (before && stage_task(before) != stage_task(step))
				build->awaited[task_number(build, before)] = true;
		}
		arena_clear(&build->passing);
	}
}

static void
add_step_waits(struct flow_build *build, const struct task *step)
{
	uint32_t to = build->heads[task_number(build, step)];
	struct waits waits = alternatives_waits(build->alternatives, step, &build->passing);
	for (uint32_t i = 0; i < waits.count; i++) {
		const struct task *before = drawn_wait(build, step, waits.items[i].before);
		if (!before)
			continue;
		add_wait(build, build->tails[task_number(build, before)], to,
			 waits.items[i].variants);
	}
}

static void
add_stage_waits(struct flow_build *build, const struct task *stage, uint32_t start)
{
	uint32_t to = build->heads[task_number(build, stage)];
	struct waits waits = alternatives_waits(build->alternatives, stage, &build->passing);
	add_wait(build, start, to,
		 waits.none & ~alternatives_entering(build->alternatives, stage->entity));
	for (uint32_t i = 0; i < waits.count; i++)
		add_wait(build, build->tails[task_number(build, stage_task(waits.items[i].before))],
			 to, waits.items[i].variants);
}

/* Where an outcome leads: a sub-step's step, and out of a step's sub-steps the end. One that goes
 * back to what goes on for ever leads into that: what began beside it does not begin again. */
static uint32_t
target_of(const struct flow_build *build, uint32_t from, const struct entity *to, uint32_t end)
{
	const struct task *task = plan_task(build->plan, to),
			  *target = task ? raise(build, task) : NULL;
	if (!target)
		return end;
	uint32_t number = task_number(build, target), head = build->heads[number];
	bool back = head != PLAN_NONE && build->points[from].order >= build->points[head].order;
	return back && build->within[number] ? build->within[number] : head;
}

/* The link among a point's from `first` on that another shares: one that leads to the same place,
 * of the same outcome, or where both are all there is of their outcomes. NULL when there is none.
 */
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

/* Another outcome takes a link as well: it has both conditions. */
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

/* The link of an outcome to one of its places. Where another outcome leads to the same place
 * already, it is one link with both conditions. */
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
			    .lone = place_count(outcome) == 1 &&
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

/* The variants that have some of the places of a point's outcomes, of which not all have that one:
 * alternatives to a place that others have. */
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

/* The routes of a point to one place. In variants without it the outcome falls away where another
 * leads to what is there instead, or else goes to what follows there. */
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

/* The routes of a point. One that leads to what waits for the point is what it waits for. */
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

static void
add_all_waits(struct flow_build *build, uint32_t start)
{
	const struct plan *plan = build->plan;
	struct task_range span =
	    build->outer ? steps_of(build, build->outer) : (struct task_range){0, plan->count};
	for (uint32_t i = span.first; i < span.end; i++) {
		const struct task *task = &plan->tasks[i];
		if (!build->outer && !task->parent)
			add_stage_waits(build, task, start);
		else if (raise(build, task) == task)
			add_step_waits(build, task);
		arena_clear(&build->passing);
	}
	if (build->outer)
		add_wait(build, start, build->heads[task_number(build, build->outer)],
			 build->points[start].variants);
}

void
flow_build_links(struct flow_build *build)
{
	const struct plan *plan = build->plan;
	build->points =
	    arena_array(&build->scratch, (size_t)plan->count * 4 + 2, sizeof *build->points);
	build->heads = arena_array(&build->scratch, plan->count, sizeof *build->heads);
	build->tails = arena_array(&build->scratch, plan->count, sizeof *build->tails);
	build->within = arena_array(&build->scratch, plan->count, sizeof *build->within);
	memset(build->heads, 0xFF, plan->count * sizeof *build->heads);
	memset(build->tails, 0xFF, plan->count * sizeof *build->tails);
	add_point(build, POINT_START, NULL);
	if (build->outer) {
		find_stage(build, build->outer);
		add_steps(build, build->outer, steps_of(build, build->outer));
	}
	if (!build->outer)
		mark_awaited(build);
	for (uint32_t i = 0; i < plan->count && !build->outer; i++)
		if (!plan->tasks[i].parent)
			add_stage(build, &plan->tasks[i]);
	uint32_t end = build->point_count;
	add_point(build, POINT_END, NULL);
	add_all_waits(build, 0);
	flow_build_order(build);
	for (uint32_t i = 0; i < end; i++)
		add_routes(build, i);
	flow_build_ends(build, end);
	flow_build_settle(build);
}
