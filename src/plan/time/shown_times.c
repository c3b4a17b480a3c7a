/* SPDX-License-Identifier: MIT */
#include "plan/time/shown_times.h"

#include "plan/time/order.h"

static bool
is_alike(const struct schedule *a, const struct schedule *b)
{
	return a->start.weight == b->start.weight && a->finish.weight == b->finish.weight;
}

/* When what a task is part of begins in the variant that the task's times are of. */
static struct length
start_of_outer(const struct plan *plan, const struct task *task, const struct schedule *times)
{
	for (uint32_t i = 0; i < plan->variant_count; i++) {
		const struct plan *of = plan->variants[i];
		const struct task *own = plan_task(of, task->entity);
		if (!own || !own->parent)
			continue;
		const struct schedule its = plan_times(of, own, ESTIMATE_MOST);
		if (is_alike(&its, times))
			return plan_times(of, own->parent, ESTIMATE_MOST).start;
	}
	return plan_times(plan, task->parent, ESTIMATE_MOST).start;
}

struct schedule *
plan_shown_times(const struct plan *plan, struct arena *arena)
{
	struct schedule *shown = arena_array(arena, (size_t)plan->count + 1, sizeof *shown);
	for (uint32_t i = 0; i < plan->count; i++) {
		const struct task *task = &plan->tasks[i];
		struct schedule times = plan_times(plan, task, ESTIMATE_MOST);
		shown[i] = times;
		if (!task->parent)
			continue;
		struct length moved = length_difference(shown[task_index(plan, task->parent)].start,
							start_of_outer(plan, task, &times));
		shown[i].start = length_sum(times.start, moved);
		shown[i].finish = length_sum(times.finish, moved);
	}
	return shown;
}
