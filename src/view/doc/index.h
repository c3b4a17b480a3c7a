/* SPDX-License-Identifier: MIT */
/* What follows from the stages: where each role takes part and what passes through its hands, where
 * each material is used. */
#ifndef PRESALE_VIEW_DOC_INDEX_H
#define PRESALE_VIEW_DOC_INDEX_H

#include "model/show.h"
#include "plan/graph/handover.h"
#include "plan/part.h"

/* A step, or a control point, in a chain of those of one kind. */
struct doc_chain {
	const struct entity *what;
	unsigned letters; /* of a step in a share: what the role is to it, without what it takes
			     over from the stage but R */
	struct doc_chain *next;
};

/* A role's share of a stage. */
struct doc_share {
	const struct stage *stage;
	struct doc_chain *steps, *last; /* those the role does, or is named for */
	struct doc_share *next;
};

/* A hand-over among those that a role gives or takes. */
struct doc_hand {
	const struct handover *handover;
	struct doc_hand *next;
};

struct doc_role_index {
	struct doc_share *shares, *last_share;
	struct doc_hand *gives, *last_given;
	struct doc_hand *takes, *last_taken;
};

/* A material and the stages and steps that use it. */
struct doc_material {
	const struct attachment *attachment;
	struct doc_chain *users, *last;
	struct doc_material *next;
};

/* By letter, the steps of a stage that name roles of their own; none for R. */
struct doc_naming {
	struct doc_chain *steps[RACI_COUNT], *last[RACI_COUNT];
};

struct doc_index {
	struct doc_naming *namings;   /* by number of stage, from 0 */
	struct doc_role_index *roles; /* by number of role, from 0 */
	struct handover *handovers;   /* in the order of the giver */
	uint32_t handover_count;
	struct doc_chain *
	    *checkpoints; /* by number of stage, from 0; their parents are the roles */
	bool any_checkpoint;
	struct doc_material
	    *materials; /* in the order of the file's list, then of their first use */
};

/* In arena; linear in the model. */
struct doc_index *
doc_index_new(const struct plan *plan, const struct voice *voice, struct arena *arena);

/* Whether the role does the step, and not only has a say in it. */
static inline bool
doc_does(const struct doc_chain *step)
{
	return step->letters >> RACI_R & 1;
}

/* The materials of the stages of a role, and of steps that are not its own: those say theirs. In
 * arena.
 */
struct doc_material *
doc_index_needed(const struct doc_share *shares, const struct voice *voice, struct arena *arena);

/* What the index has of a role. Never NULL. */
const struct doc_role_index *
doc_index_role(const struct doc_index *index, const struct entity *role);

#endif
