/* SPDX-License-Identifier: MIT */
/* What begins after what, past that which goes on for ever: of this only the beginning is waited
 * for, so that its followers begin when it does. Inside of src/plan only. */
#ifndef PRESALE_PLAN_TIME_BEGUN_H
#define PRESALE_PLAN_TIME_BEGUN_H

#include "plan/plan.h"

/* Tasks that end before another begins. */
struct task_waits {
	const struct task *const *items;
	uint32_t count;
};

struct begun {
	const struct plan *plan;
	struct task_waits *waits; /* by task */
	uint32_t *found;          /* by begun_with */
	uint32_t *first, *with;   /* of a task those that begin with it: from first[i] to
				     first[i + 1] */
	uint32_t *seen, question; /* by task: the last question that met it */
};

/* All that is known is the arena's. Of very many things in a row that go on for ever not all are
 * looked past. */
void
begun_init(struct begun *begun, const struct plan *plan, struct arena *arena);

/* How many tasks begin when the one with the index does, itself among them; their indices in
 * `found`, until the next call. */
uint32_t
begun_with(struct begun *begun, uint32_t task);

#endif
