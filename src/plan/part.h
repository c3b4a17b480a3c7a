/* SPDX-License-Identifier: MIT */
/* Who takes part: responsibility letters, the roles of a step, and what is handed from role to
 * role. */
#ifndef PRESALE_PLAN_PART_H
#define PRESALE_PLAN_PART_H

#include "plan/alternatives.h"
#include "plan/plan.h"

/* The roles that do a step: given, or of its outer step, or the accountable of the stage. In order,
 * without repeats; resolved ones only. The array is NULL-ended and in arena. */
const struct role **
part_roles(const struct entity *step, struct arena *arena);

/* Who answers for a stage: `accountable`, else the first responsible; NULL when nobody does. */
const struct role *
part_accountable(const struct stage *stage);

/* The letters of a role in a stage or step: any of R A C I in this order, "" for none; at most
 * "RACI". A step's roles are R and its stage's accountable is A. */
const char *
part_letters(const struct entity *entity, const struct role *role, char letters[5]);

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
