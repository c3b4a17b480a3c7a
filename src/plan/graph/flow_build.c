/* SPDX-License-Identifier: MIT */
/* What all that build a process graph share: which task stands for which, and adding links. */
#include "plan/graph/flow_build.h"

bool
flow_stage_is_closed(const struct flow_build *build, const struct task *stage)
{
	const struct task *shown = flow_shown_task(build, stage);
	const struct plan *plan = build->shown;
	return !shown || shown + 1 == plan->tasks + plan->count || shown[1].parent != shown;
}

const struct task *
flow_drawn_task(const struct flow_build *build, const struct task *task)
{
	if (build->outer)
		return task->parent == build->outer ? task : NULL;
	while (task->parent && task->parent->parent)
		task = task->parent;
	return task->parent && flow_stage_is_closed(build, task->parent) ? task->parent : task;
}

const struct task *
flow_stage_task(const struct task *task)
{
	while (task->parent)
		task = task->parent;
	return task;
}

struct task_range
flow_steps_of(const struct flow_build *build, const struct task *parent)
{
	struct task_range span = {task_number(build, parent) + 1, task_number(build, parent) + 1};
	const struct task *tasks = build->plan->tasks;
	while (span.end < build->plan->count && tasks[span.end].parent &&
	       (tasks[span.end].parent == parent || tasks[span.end].parent->parent == parent))
		span.end++;
	return span;
}

void
flow_build_link(struct flow_build *build, struct link link)
{
	bool repeats = link.from == link.to && link.outcome;
	if (link.from == PLAN_NONE || link.to == PLAN_NONE || (link.from == link.to && !repeats))
		return;
	build->links = list_grow(build->links, build->link_count, sizeof *build->links);
	build->links[build->link_count++] = link;
}

void
flow_build_wait(struct flow_build *build, uint32_t from, uint32_t to, variant_set variants)
{
	if (variants)
		flow_build_link(
		    build,
		    (struct link){.from = from, .to = to, .wait = true, .variants = variants});
}

bool
flow_build_goes_on(const struct flow_build *build, const struct point *point)
{
	const struct task *task = point->type == POINT_ASIDE ? point->task->parent : point->task;
	while (task && task != build->outer && !task->ongoing)
		task = task->parent;
	return task && task != build->outer;
}
