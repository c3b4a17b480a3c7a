/* SPDX-License-Identifier: MIT */
#include "plan/time/times.h"

const struct task *
times_task_at(const struct times *times, uint32_t point)
{
	return &times->order->plan->tasks[TASK_OF(point)];
}

struct length
times_at(const struct times *times, uint32_t point)
{
	return lengths_at(&times->order->plan->times[times->estimate], time_place(point));
}

struct length
times_length_on(const struct times *times, const struct edge *edge)
{
	return edge_length(times->order, times->estimate, edge);
}

bool
times_has_say(const struct times *times, uint32_t e)
{
	const struct order *order = times->order;
	return !order->cut[e] && order->edges[e].kind != EDGE_ORDER &&
	       !(times->mute && times->mute[e]);
}

bool
times_is_awaited(const struct task *task)
{
	return task->usual && !task->ongoing;
}
