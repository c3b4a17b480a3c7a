/* SPDX-License-Identifier: MIT */
/* Who takes part in a stage or step: R does it, A approves it, C is consulted, I is informed. A
 * step has the roles of what it is part of, letter by letter, where it names none of its own. */
#ifndef PRESALE_PLAN_PART_H
#define PRESALE_PLAN_PART_H

#include "model/field.h"

enum raci { RACI_R, RACI_A, RACI_C, RACI_I, RACI_COUNT };

/* The roles of a letter, as the file names them: some may be unresolved, or stand there twice. */
struct part_refs {
	const struct ref *items;
	uint32_t count;
	bool inherited; /* from what a step is part of */
	bool assumed;   /* nobody is named as A: the first responsible is */
};

/* The field that names them. */
const struct field *
part_field(enum kind kind, enum raci letter);

/* Of a stage: R its responsible, A its accountable, or else the first responsible. Of a step: its
 * own, or those of its outer step, or of its stage, whose A does what nobody is named for. */
struct part_refs
part_refs(const struct entity *entity, enum raci letter);

/* What a role is to a stage or step: sets of letters, 1 << RACI_R …. */
struct raci_letters {
	unsigned own, inherited;
};

struct raci_letters
part_in(const struct entity *entity, const struct role *role);

/* What all roles are, by their numbers: `parts` has room for that of each, and the first is of no
 * role. */
void
part_all(const struct entity *entity, struct raci_letters *parts, uint32_t roles);

enum { RACI_ROOM = 8 };

/* In the order RACI, what is inherited in brackets: "R(A)"; "" for none. */
const char *
part_letters(struct raci_letters part, char letters[RACI_ROOM]);

/* The roles that do a stage or step: its R, or the A of a stage without. In order, without repeats;
 * resolved ones only. The array is NULL-ended and in arena. */
const struct role **
part_roles(const struct entity *entity, struct arena *arena);

/* The first of R: who is called responsible; NULL where nobody is named. */
const struct role *
part_responsible(const struct entity *entity);

/* Who a stage or step says approves it, where that is not who is responsible; else NULL. */
const struct role *
part_approver(const struct entity *entity);

/* The A of a stage; NULL when nobody answers for it. */
const struct role *
part_accountable(const struct stage *stage);

#endif
