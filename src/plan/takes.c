/* SPDX-License-Identifier: MIT */
#include "plan/takes.h"

const char *
task_takes(const struct voice *voice, const struct task *task, struct arena *arena)
{
	const struct schedule *times = &task->times[ESTIMATE_MOST];
	struct length length = length_difference(times->finish, times->start);
	if (task->keeps && length.weight == task->deadline[ESTIMATE_MOST].weight)
		return show_duration(voice, task_deadline(task->entity), arena);
	return show_length(voice, length, arena);
}
