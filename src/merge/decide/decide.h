/* SPDX-License-Identifier: MIT */
/* From all that a document shows to what becomes of the source. What cannot be decided is said. */
#ifndef PRESALE_MERGE_DECIDE_DECIDE_H
#define PRESALE_MERGE_DECIDE_DECIDE_H

#include "merge/decide/decision.h"

/* Adds the changes and remarks of one document to those of the others. */
void
decide_sights(struct decision *decision, const struct sights *sights);

#endif
