/* SPDX-License-Identifier: MIT */
#include "plan/time/takes.h"

#include "model/variant.h"

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
	if (variant_values(task->entity, row) && !plan->variant)
		return show_deadline(voice, task->entity, arena);
	if (deadline->told && length.weight == duration_most(deadline).weight)
		return show_duration(voice, deadline, arena);
	if (task->terms && !deadline->told && !length.weight && !variant_values(task->entity, row))
		return show_deadline(voice, task->entity, arena);
	return show_length(voice, length, arena);
}
