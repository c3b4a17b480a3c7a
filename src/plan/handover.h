/* SPDX-License-Identifier: MIT */
/* What passes from role to role. */
#ifndef PRESALE_PLAN_HANDOVER_H
#define PRESALE_PLAN_HANDOVER_H

#include "plan/alternatives.h"
#include "plan/plan.h"

/* One hand-over: work passes between steps whose roles differ. */
struct handover {
	const struct role *from, *to;
	const struct entity *giver, *taker; /* steps, or stages without steps */
	variant_set variants;               /* in which it is; 0 where there are none */
	const struct entity **only; /* the same variants, NULL-ended, if those are not all that have
				       the giver and the taker; or NULL */
};

/* All hand-overs of a plan along `after` and outcomes, in the order of the giver; count is set. In
 * arena. Where very many end and very many begin, each of them is in one at least. */
struct handover *
part_handovers(const struct plan *plan, struct arena *arena, uint32_t *count);

/* What a step or stage hands over: its result's texts, or none. */
const struct texts *
part_result(const struct entity *entity);

#endif
