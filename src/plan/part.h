/* SPDX-License-Identifier: MIT */
/* Who takes part in a stage or step: R does it, A approves it, C is consulted, I is informed. A
 * step has the roles of what it is part of, letter by letter, where it names none of its own. Who
 * does it may differ by variant: then NULL for a variant stands for all together, whose R is
 * everybody who is R for one. */
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

/* Of a stage: R its responsible, A its accountable, or else the first responsible (nobody, where an
 * edition does not tell which of them it is). Of a step: its
 * own, or those of its outer step, or of its stage, whose A does what nobody is named for. */
struct part_refs
part_refs(const struct entity *entity, enum raci letter, const struct entity *variant);

/* The variants to look at one by one where who does a stage or step differs; else NULL alone, which
 * stands for all of them. */
struct part_variants {
	struct entity *const *items;
	uint32_t count;
};

/* Points into the model; ended by count alone. */
struct part_variants
part_variants(const struct entity *entity);

/* What a role is to a stage or step: sets of letters, 1 << RACI_R …. */
struct raci_letters {
	unsigned own, inherited;
	unsigned partly; /* those of them that it is for some variants only */
};

/* What one role is, whatever others are. */
struct raci_letters
part_in(const struct entity *entity, const struct role *role);

/* What all roles are, by their numbers: `parts` has one place for each, and the first is of no
 * role. */
void
part_all(const struct entity *entity, struct raci_letters *parts, uint32_t roles);

enum { RACI_LETTERS = 20 };

/* In the order RACI, what is inherited in brackets, what is partly so with a star: "R*(A)"; "" for
 * none. */
const char *
part_letters(struct raci_letters part, char letters[RACI_LETTERS]);

/* The variant by which a stage or step is shown where all stand together: one of the others, if
 * those have roles, else the first; NULL where the roles do not differ. */
const struct entity *
part_shown(const struct entity *entity);

/* Who does a stage or step, for which variants. */
struct part_case {
	const struct role **roles; /* NULL-ended */
	const struct entity **variants;
	uint32_t variant_count; /* 0 where the roles do not differ */
};

struct part_cases {
	struct part_case *items; /* first the one that is shown; one at least */
	uint32_t count;
	bool rest; /* the first is for all variants that the others do not name: for every one
		      that has it, if there are no others */
};

/* In arena. */
struct part_cases
part_cases(const struct entity *entity, struct arena *arena);

/* The roles that do a stage or step: its R, or the A of a stage without. In order, without repeats;
 * resolved ones only. The array is NULL-ended and in arena. */
const struct role **
part_roles(const struct entity *entity, const struct entity *variant, struct arena *arena);

/* Those that do it in some variant, those that are shown first. NULL-ended and in arena. */
const struct role **
part_everyone(const struct entity *entity, struct arena *arena);

/* The first of R: who is called responsible; NULL where nobody is named. */
const struct role *
part_responsible(const struct entity *entity, const struct entity *variant);

/* Who a stage or step says approves it, where that is not always who is responsible; else NULL. */
const struct role *
part_approver(const struct entity *entity);

/* The A of a stage; NULL when nobody answers for it. */
const struct role *
part_accountable(const struct stage *stage, const struct entity *variant);

#endif
