/* SPDX-License-Identifier: MIT */
#include "plan/time/begun.h"

#include "model/fields.h"
#include "plan/time/order.h"

enum { LOOKED_PAST_AT_MOST = 256 }; /* at one place */

/* True when those that wait for something that goes on for ever begin with it. */
static bool
is_passed(const struct task *task)
{
	const struct list *outcomes = task_outcomes(task->entity);
	for (uint32_t i = 0; i < outcomes->count; i++)
		if (outcome_at(outcomes, i)->usual.on)
			return false;
	return task->ongoing;
}

/* Adds a task to those found that the question has not met. */
static void
find(struct begun *begun, uint32_t i, uint32_t *count)
{
	if (begun->seen[i] == begun->question)
		return;
	begun->seen[i] = begun->question;
	begun->found[(*count)++] = i;
}

static bool
waits_for_ongoing(const struct task *task)
{
	for (uint32_t k = 0; k < task->after_count; k++)
		if (task->after[k]->ongoing)
			return true;
	return false;
}

static struct task_waits
waits_past(struct begun *begun, uint32_t i, struct arena *arena)
{
	const struct task *tasks = begun->plan->tasks, **waits = NULL;
	uint32_t count = 0, found = 0;
	begun->question++;
	find(begun, i, &found);
	for (uint32_t at = 0; at < found && at < LOOKED_PAST_AT_MOST; at++) {
		const struct task *task = &tasks[begun->found[at]];
		for (uint32_t k = 0; k < task->after_count; k++) {
			const struct task *wait = task->after[k];
			if (is_passed(wait))
				find(begun, task_index(begun->plan, wait), &found);
			if (wait->ongoing)
				continue;
			waits = arena_grow(arena, waits, count, 1, sizeof *waits);
			waits[count++] = wait;
		}
	}
	return (struct task_waits){waits, count};
}

/* Counts those that begin with each, then puts them at their places. */
static void
index_with(struct begun *begun, struct arena *arena)
{
	const struct plan *plan = begun->plan;
	uint32_t *next = arena_array(arena, (size_t)plan->count + 1, sizeof *next), sum = 0;
	begun->first = arena_array(arena, (size_t)plan->count + 1, sizeof *begun->first);
	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; i < plan->count; i++)
			for (uint32_t k = 0; k < plan->tasks[i].after_count; k++) {
				const struct task *wait = plan->tasks[i].after[k];
				uint32_t *at = &next[task_index(plan, wait)];
				if (is_passed(wait) && pass)
					begun->with[*at] = i;
				*at += is_passed(wait);
			}
		for (uint32_t i = 0; i <= plan->count && pass == 0; i++) {
			begun->first[i] = sum;
			sum += next[i];
			next[i] = begun->first[i];
		}
		if (pass == 0)
			begun->with = arena_array(arena, (size_t)sum + 1, sizeof *begun->with);
	}
}

void
begun_init(struct begun *begun, const struct plan *plan, struct arena *arena)
{
	size_t size = (size_t)plan->count + 1;
	*begun = (struct begun){.plan = plan};
	begun->waits = arena_array(arena, size, sizeof *begun->waits);
	begun->found = arena_array(arena, size, sizeof *begun->found);
	begun->seen = arena_array(arena, size, sizeof *begun->seen);
	for (uint32_t i = 0; i < plan->count; i++) {
		const struct task *task = &plan->tasks[i];
		begun->waits[i] =
		    (struct task_waits){(const struct task *const *)task->after, task->after_count};
		if (waits_for_ongoing(task))
			begun->waits[i] = waits_past(begun, i, arena);
	}
	index_with(begun, arena);
}

uint32_t
begun_with(struct begun *begun, uint32_t task)
{
	uint32_t count = 0;
	begun->question++;
	find(begun, task, &count);
	for (uint32_t at = 0; at < count && count < LOOKED_PAST_AT_MOST; at++) {
		uint32_t i = begun->found[at];
		for (uint32_t k = begun->first[i]; k < begun->first[i + 1]; k++)
			find(begun, begun->with[k], &count);
	}
	return count;
}
