/* SPDX-License-Identifier: MIT */
/* What passes from role to role. */
#ifndef PRESALE_PLAN_GRAPH_HANDOVER_H
#define PRESALE_PLAN_GRAPH_HANDOVER_H

#include "model/show.h"
#include "plan/graph/alternatives.h"
#include "plan/plan.h"

/* One hand-over: after a step its result passes from a role that did it to one that did not. Along
 * an outcome it does in one case; where that is not the usual one, the case is all that is known.
 */
struct handover {
	const struct role *from, *to;
	const struct entity *giver;    /* a step, or a stage without steps */
	const struct entity **takers;  /* those that begin with it, in order, NULL-ended; one at
					  least, all done by `to` */
	const struct outcome *outcome; /* along which it passes; NULL: not by a decision */
	variant_set variants;          /* in which it is; 0 where there are none */
	const struct entity **only; /* the same variants, NULL-ended, if those are not all that have
				       the giver, or the first taker; or NULL */
};

/* All hand-overs of a plan along `after` and outcomes, in the order of the giver; each is there
 * once. count is set. In arena. Where very many end and very many begin, each of them is in one at
 * least. */
struct handover *
plan_handovers(const struct plan *plan, struct arena *arena, uint32_t *count);

/* What passes, but along an unusual outcome: the result of the giver; without one that of the step
 * or stage that the giver ends, and the taker is no part of. May be empty. */
const struct texts *
handover_result(const struct handover *handover);

/* True when what one begins for a role, the other does too. */
bool
handover_is_for_same(const struct handover *one, const struct handover *other);

/* Behind the giver's name: «, только: Ключевой клиент»; "" where it goes without saying, as of all
 * variants. In arena.
 */
const char *
handover_only(const struct voice *voice, const struct handover *handover, struct arena *arena);

/* The result of a step or stage, or none. */
const struct texts *
handover_result_of(const struct entity *entity);

#endif
