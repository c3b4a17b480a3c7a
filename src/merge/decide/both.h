/* SPDX-License-Identifier: MIT */
/* A value that both sides have changed since the document was built: where it is known what it said
 * then, each item of a list and each sentence of a text is decided on for itself. */
#ifndef PRESALE_MERGE_DECIDE_BOTH_H
#define PRESALE_MERGE_DECIDE_BOTH_H

#include "merge/decide/decision.h"

/* The text of the document with what the source has changed elsewhere; NULL where both have changed
 * the same and no side counts. In arena. */
const char *
both_merged(const struct sight_value *value, enum merge_side prefer, struct arena *arena);

#endif
