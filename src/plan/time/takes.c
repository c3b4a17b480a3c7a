/* SPDX-License-Identifier: MIT */
#include "plan/time/takes.h"

#include "model/fields.h"
#include "model/variant.h"

bool
task_takes_by_variant(const struct plan *plan, const struct task *task)
{
	return !plan->variant && !task->ongoing &&
	       variant_values(task->entity, task_deadline_row(task->entity));
}

const char *
task_takes(const struct voice *voice, const struct plan *plan, const struct task *task,
	   struct arena *arena)
{
	if (task->ongoing)
		return show_word(voice, WORD_ONGOING);
	const struct schedule times = plan_times(plan, task, ESTIMATE_MOST);
	struct length length = length_difference(times.finish, times.start);
	const struct duration *deadline = task_deadline(task->entity, plan->variant);
	const struct field *row = task_deadline_row(task->entity);
	if (task_takes_by_variant(plan, task))
		return show_deadline(voice, task->entity, arena);
	if (task->terms && (task->terms->from.to || task->from_start) && deadline->told)
		return show_deadline(voice, task->entity, arena);
	if (deadline->told && length.weight == duration_most(deadline).weight)
		return show_duration(voice, deadline, arena);
	if (task->terms && !deadline->told && !length.weight && !variant_values(task->entity, row))
		return show_deadline(voice, task->entity, arena);
	return show_length(voice, length, arena);
}

static bool
is_within(const struct task *step, const struct task *outer)
{
	return step->parent && (step->parent == outer || step->parent->parent == outer);
}

/* True for a step on the usual path that ends by what its deadline counts from. */
static bool
ends_by_terms(const struct task *step)
{
	return step->terms && step->terms->from.to && duration_is_bound(step->deadline) &&
	       !step->ongoing && task_is_usual(step);
}

struct length
plan_steps_take(const struct plan *plan, const struct entity *entity, enum estimate estimate)
{
	const struct task *task = plan_task(plan, entity), *end = plan->tasks + plan->count;
	struct length time = plan_chain(plan, entity, estimate);
	bool own = task && task->chain && !(task->terms && task->terms->from.to);
	for (const struct task *step = task; own && ++step < end && is_within(step, task);)
		if (step->parent == task && ends_by_terms(step))
			length_raise(&time,
				     length_difference(plan_times(plan, step, estimate).finish,
						       plan_times(plan, task, estimate).start));
	return time;
}
