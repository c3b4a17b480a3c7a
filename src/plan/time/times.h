/* SPDX-License-Identifier: MIT */
/* Times by an estimate while they are reckoned (schedule.c), and what is asked of them. Inside of
 * src/plan only. */
#ifndef PRESALE_PLAN_TIME_TIMES_H
#define PRESALE_PLAN_TIME_TIMES_H

#include "plan/time/routes.h"

struct times {
	const struct order *order;
	enum estimate estimate;
	struct length *late; /* by point: latest */
	struct length *over; /* by task: by how much its steps run over its end */
	bool *mute;          /* by edge, where there are outcomes: with these times it has no say */
	struct length *arrives; /* by task: see arrival */
	struct length *first;   /* by task: when a part of it is entered */
};

/* When a point is at the earliest. */
struct length
times_at(const struct times *times, uint32_t point);

/* How long an edge takes. */
struct length
times_length_on(const struct times *times, const struct edge *edge);

/* Whether an edge has a say in when something is. */
bool
times_has_say(const struct times *times, uint32_t edge);

/* The task of a point. */
const struct task *
times_task_at(const struct times *times, uint32_t point);

/* True when what a task is part of has to see its end. */
bool
times_is_awaited(const struct task *task);

#endif
