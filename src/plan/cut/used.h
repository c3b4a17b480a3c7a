/* SPDX-License-Identifier: MIT */
/* Which roles, terms and materials a process needs: those that something else refers to or
 * names. */
#ifndef PRESALE_PLAN_CUT_USED_H
#define PRESALE_PLAN_CUT_USED_H

#include "model/model.h"

/* By serial (0 to made_count): true for every role, term and material of the document's lists that
 * is referred to, or named in a text, by anything outside of these lists or by one that is used
 * itself. `besides`, by serial or NULL, are those that count as used in any case. In arena. */
const bool *
used_find(const struct model *model, const bool *besides, struct arena *arena);

#endif
