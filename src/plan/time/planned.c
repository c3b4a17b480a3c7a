/* SPDX-License-Identifier: MIT */
/* What a finished plan knows of a stage or step. */
#include "plan/time/order.h"

const struct task *
plan_task(const struct plan *plan, const struct entity *entity)
{
	const struct task *task = entity ? plan->by_serial[entity->serial] : NULL;
	return task && task < plan->tasks + plan->count ? task : NULL;
}

struct schedule
plan_times(const struct plan *plan, const struct task *task, enum estimate estimate)
{
	const struct lengths *times = &plan->times[estimate];
	uint32_t i = task_index(plan, task);
	return (struct schedule){.start = lengths_at(times, time_place(START_OF(i))),
				 .finish = lengths_at(times, time_place(END_OF(i))),
				 .slack = lengths_at(times, time_slack_place(i))};
}

struct length
plan_chain(const struct plan *plan, const struct entity *entity, enum estimate estimate)
{
	const struct task *task = plan_task(plan, entity);
	return task && task->chain ? task->chain[estimate] : (struct length){0};
}

unsigned
task_level(const struct task *task)
{
	unsigned level = 0;
	for (; task->parent; task = task->parent)
		level++;
	return level;
}

bool
task_is_usual(const struct task *task)
{
	while (task && task->usual)
		task = task->parent;
	return !task;
}
