/* SPDX-License-Identifier: MIT */
/* What an edited map shows: of Freeplane, of an outliner, of XMind. */
#ifndef PRESALE_MERGE_MAP_MAP_H
#define PRESALE_MERGE_MAP_MAP_H

#include "import/read/foreign.h"
#include "merge/decide/decision.h"

/* Adds what differs from today's source; false, with a remark, when the map is none of this
 * process. */
bool
map_sights(struct decision *decision, const struct foreign *foreign, struct sights *sights);

#endif
