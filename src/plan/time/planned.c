/* SPDX-License-Identifier: MIT */
/* What a finished plan knows of a stage or step. */
#include "model/field.h"
#include "model/fields.h"
#include "model/variant.h"
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

bool
critical_path_is_within(const struct critical_path *path, const struct critical_path *other)
{
	uint32_t met = 0;
	for (uint32_t i = 0; other->stages[i] && path->stages[met]; i++)
		met += other->stages[i]->entity == path->stages[met]->entity;
	return !path->stages[met];
}

struct length
plan_passed(const struct plan *plan, const struct task *task, enum estimate estimate)
{
	const struct schedule times = plan_times(plan, task, estimate);
	return task->ongoing ? times.start : times.finish;
}

struct length
plan_chain(const struct plan *plan, const struct entity *entity, enum estimate estimate)
{
	const struct task *task = plan_task(plan, entity);
	return task && task->chain ? task->chain[estimate] : (struct length){0};
}

const struct duration *
plan_deadline(const struct plan *plan)
{
	return variant_field(plan->variant, &model_process(plan->model)->base,
			     field_row(FIELD_PROCESS_deadline));
}

bool
plan_takes(const struct plan *plan, enum estimate estimate, struct length *takes)
{
	const struct field *row = field_terms(field_row(FIELD_PROCESS_deadline));
	const struct entity *const *said =
	    variant_field(plan->variant, &model_process(plan->model)->base, row);
	const struct ref *from = *said ? &terms_of(*said)->from : NULL;
	*takes = plan->total[estimate];
	if (!from || !from->pos.line || (from->to && from->to->kind == KIND_PROCESS))
		return true;
	const struct task *task = plan_task(plan, from->to);
	if (!task || !task_is_usual(task))
		return false;
	*takes = length_difference(*takes, plan_passed(plan, task, estimate));
	return true;
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
