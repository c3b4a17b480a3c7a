/* SPDX-License-Identifier: MIT */
/* The points of a process graph.
 *
 * A point is a task that has no graph of its own, the start, the end, and, of a stage with several
 * first or last steps, its head or tail (and the beginning of what goes on for ever), so that «the
 * stage waits for» and «waits for the stage» are one link each and not as many as there are pairs
 * of steps:
 *
 *                 ┌─▶ step 1 ─┐
 *      …  ─▶ head ┤           ├ tail ─▶ …
 *                 └─▶ step 2 ─┘
 *
 * To begin with, each step counts both as a first and as a last one. A step that waits for another
 * of its stage is no first one then, and the other no last one, each in the variants in which that
 * wait holds (find_ends). Where a single first step is left there is no head: what leads to the
 * stage leads to that step. A tail is also needed where a stage has outcomes of its own and others
 * wait for its last step (part_from_last).
 *
 * Linear in tasks and waits: sets of variants are words of 64 bits, and each wait of a step is
 * looked at once. */
#include "model/fields.h"
#include "plan/graph/flow_branches.h"

#include <string.h>

/* How the steps of a parent stand at its ends. By the place of a step in the span: the variants in
 * which it begins with the parent; in which no other step waits for it; and of those the ones in
 * which it stands last in the file. */
struct step_ends {
	variant_set *firsts, *lasts, *very_last;
	uint32_t first_count, last_count;
	variant_set bare; /* in which there are no steps */
};

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

/* The steps among a parent's tasks: sub-steps of steps are passed over. */
static uint32_t
next_step(const struct flow_build *build, const struct task *parent, struct task_range span,
	  uint32_t at)
{
	while (at < span.end && build->plan->tasks[at].parent != parent)
		at++;
	return at;
}

/* Where outcomes enter every step that might begin, in some variants, the first of these steps
 * begins all the same. */
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

/* A step that waits for another is no first one, and the other is no last one. */
static void
find_ends_of(struct flow_build *build, const struct task *task, struct task_range span,
	     struct step_ends *ends)
{
	struct waits waits = alternatives_waits(build->alternatives, task, &build->passing);
	variant_set *first = &ends->firsts[task_number(build, task) - span.first];
	*first &= ~alternatives_entering(build->alternatives, task->entity);
	for (uint32_t i = 0; i < waits.count; i++) {
		const struct task *before = flow_drawn_task(build, waits.items[i].before);
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

/* The task of a stage in variants in which it has no steps. */
static uint32_t
add_bare(struct flow_build *build, const struct task *stage, variant_set variants)
{
	uint32_t at = build->point_count;
	add_point(build, POINT_TASK, stage)->variants = variants;
	flow_build_wait(build, build->heads[task_number(build, stage)], at, variants);
	return at;
}

/* Adds a link from a last part to where the whole ends. */
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

/* Has the outcomes of a point lead on from a tail of a task behind it, so that who waits for the
 * point follows in spite of them. */
static void
part_outcomes(struct flow_build *build, const struct task *task, uint32_t from)
{
	uint32_t at = build->tails[task_number(build, task)] = build->point_count;
	variant_set variants = add_point(build, POINT_TAIL, task)->variants;
	flow_branches_take(build, &build->points[at], &build->points[from], variants);
	add_closing(build, from, at, variants, variants);
}

/* Who waits for a part of what is drawn as one follows that, however the whole is left. */
static void
part_whole(struct flow_build *build, const struct task *task)
{
	uint32_t at = build->heads[task_number(build, task)];
	part_outcomes(build, task, at);
	build->points[at].goes_on = build->points[at].variants;
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
			flow_branches_take(build, &build->points[at],
					   &build->points[build->tails[i]], lasts & left);
		left &= ~lasts;
	}
	for (uint32_t i = span.first; i < span.end; i++)
		add_closing(build, build->tails[i], at, ends->lasts[i - span.first],
			    ends->very_last[i - span.first]);
	flow_build_wait(build, whole, at, ends->bare);
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
		flow_branches_step(build, point, build->plan->tasks[i].entity);
		build->heads[i] = build->tails[i] = at;
		if (build->parted[i])
			part_whole(build, &build->plan->tasks[i]);
		put_aside(build, &build->plan->tasks[i]);
		if (head)
			flow_build_wait(build, build->heads[number], build->heads[i],
					ends.firsts[i - span.first]);
		else if (ends.firsts[i - span.first])
			build->heads[number] = build->heads[i];
	}
	add_tail(build, parent, span, &ends);
}

/* What is not shown of a stage is told with the stage before it, or else with the first. */
static void
find_stage(struct flow_build *build, const struct task *task)
{
	const struct task *stage = flow_shown_task(build, flow_stage_task(task));
	if (!stage && !build->stage && build->shown->count)
		stage = build->shown->tasks;
	if (stage)
		build->stage = stage_of(stage->entity);
}

/* A stage's own outcomes leave the stage alone, which its last step may be waited for in spite of.
 */
static void
part_from_last(struct flow_build *build, const struct task *stage)
{
	uint32_t last = build->tails[task_number(build, stage)];
	const struct point *point = &build->points[last];
	if (point->type == POINT_TASK && point->task != stage && point->goes_on &&
	    build->awaited[task_number(build, point->task)])
		part_outcomes(build, stage, last);
}

static void
add_stage(struct flow_build *build, const struct task *stage)
{
	find_stage(build, stage);
	uint32_t number = task_number(build, stage);
	struct task_range span = flow_steps_of(build, stage);
	if (span.end > span.first && !flow_stage_is_closed(build, stage)) {
		add_steps(build, stage, span);
	} else {
		build->heads[number] = build->tails[number] = build->point_count;
		struct point *point = add_task_point(build, stage);
		if (span.end > span.first)
			point->goes_on = flow_branches_inner(build, point, stage->entity);
		if (build->parted[number])
			part_whole(build, stage);
	}
	if (build->tails[number] != PLAN_NONE && task_outcomes(stage->entity)->count) {
		part_from_last(build, stage);
		struct point *tail = &build->points[build->tails[number]];
		flow_branches_own(build, tail, stage->entity, tail->goes_on);
	}
	put_aside(build, stage);
}

void
flow_build_points(struct flow_build *build)
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
		add_steps(build, build->outer, flow_steps_of(build, build->outer));
	}
	for (uint32_t i = 0; i < plan->count && !build->outer; i++)
		if (!plan->tasks[i].parent)
			add_stage(build, &plan->tasks[i]);
	add_point(build, POINT_END, NULL);
}
