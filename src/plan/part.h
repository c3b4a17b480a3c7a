/* SPDX-License-Identifier: MIT */
/* Who takes part: responsibility letters, the roles of a step. */
#ifndef PRESALE_PLAN_PART_H
#define PRESALE_PLAN_PART_H

#include "model/model.h"

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

#endif
