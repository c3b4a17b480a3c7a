/* SPDX-License-Identifier: MIT */
/* Which roles, terms and materials a process needs: those that something else refers to or
 * names. */
#ifndef PRESALE_PLAN_CUT_USED_H
#define PRESALE_PLAN_CUT_USED_H

#include "model/model.h"

/* By serial (0 to made_count): true for every role, term and material of the document's lists to
 * which something outside of these lists refers, or which a text there names; and for what those
 * use in turn. `besides`, by serial or NULL, are those that count as used in any case. In arena. */
const bool *
used_find(const struct model *model, const bool *besides, struct arena *arena);

#endif
