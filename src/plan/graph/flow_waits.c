/* SPDX-License-Identifier: MIT */
/* What waits for what, as links of a process graph.
 *
 * A step may wait for a step of another stage. Where its stage waits for that stage anyway, the
 * link says nothing new, and many such links hide the few that matter:
 *
 *      stage 1: a, b ──▶ stage 2: c ──▶ stage 3: d      d waits for a: no link, since stage 3
 *                                                       begins after stage 1 in any case
 *
 * `follows` finds the common case, a plain row of stages, by going back CHAIN_MAX stages at most.
 * So the whole is linear; where a row is longer or branches, there is a link too many, never a
 * wrong one. */
#include "model/fields.h"
#include "plan/graph/flow_build.h"

enum { CHAIN_MAX = 256 };

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

/* What a step is drawn to wait for. NULL when that is the step itself or what it lies in, or when
 * its stage waits for it anyway. */
static const struct task *
drawn_wait(const struct flow_build *build, const struct task *step, const struct task *wait)
{
	const struct task *before = flow_drawn_task(build, wait);
	if (!before || before == step || before == step->parent)
		return NULL;
	bool outside = flow_stage_task(before) != flow_stage_task(step);
	return outside && follows(flow_stage_task(step), flow_stage_task(before)) ? NULL : before;
}

/* Whether a part of what is drawn as one is left to those that wait for it. */
static bool
is_left_to_waits(const struct task *part)
{
	return part->ongoing || task_goes_on(part->entity);
}

void
flow_build_awaited(struct flow_build *build)
{
	build->awaited = arena_array(&build->scratch, build->plan->count, sizeof *build->awaited);
	build->parted = arena_array(&build->scratch, build->plan->count, sizeof *build->parted);
	for (uint32_t i = 0; i < build->plan->count && !build->outer; i++) {
		const struct task *step = &build->plan->tasks[i];
		if (!step->parent || flow_drawn_task(build, step) != step)
			continue;
		struct waits waits = alternatives_waits(build->alternatives, step, &build->passing);
		for (uint32_t k = 0; k < waits.count; k++) {
			const struct task *wait = waits.items[k].before,
					  *before = drawn_wait(build, step, wait);
			if (before && flow_stage_task(before) != flow_stage_task(step))
				build->awaited[task_number(build, before)] = true;
			if (before && before != wait && is_left_to_waits(wait))
				build->parted[task_number(build, before)] = !before->ongoing;
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
		const struct task *wait = waits.items[i].before,
				  *before = drawn_wait(build, step, wait);
		if (!before || (before != wait && !is_left_to_waits(wait)))
			continue;
		uint32_t number = task_number(build, before);
		bool parted = before != wait && build->parted[number];
		flow_build_wait(build, parted ? build->heads[number] : build->tails[number], to,
				waits.items[i].variants);
	}
}

static void
add_stage_waits(struct flow_build *build, const struct task *stage, uint32_t start)
{
	uint32_t to = build->heads[task_number(build, stage)];
	struct waits waits = alternatives_waits(build->alternatives, stage, &build->passing);
	flow_build_wait(build, start, to,
			waits.none & ~alternatives_entering(build->alternatives, stage->entity));
	for (uint32_t i = 0; i < waits.count; i++)
		flow_build_wait(
		    build, build->tails[task_number(build, flow_stage_task(waits.items[i].before))],
		    to, waits.items[i].variants);
}

void
flow_build_waits(struct flow_build *build)
{
	enum { START = 0 };
	const struct plan *plan = build->plan;
	struct task_range span =
	    build->outer ? flow_steps_of(build, build->outer) : (struct task_range){0, plan->count};
	for (uint32_t i = span.first; i < span.end; i++) {
		const struct task *task = &plan->tasks[i];
		if (!build->outer && !task->parent)
			add_stage_waits(build, task, START);
		else if (flow_drawn_task(build, task) == task)
			add_step_waits(build, task);
		arena_clear(&build->passing);
	}
	if (build->outer)
		flow_build_wait(build, START, build->heads[task_number(build, build->outer)],
				build->points[START].variants);
}
