/* SPDX-License-Identifier: MIT */
/* What was edited of a text: the words between those that are the same before and behind. */
#ifndef PRESALE_MERGE_DECIDE_REGION_H
#define PRESALE_MERGE_DECIDE_REGION_H

#include "support/arena.h"

/* A piece that stands somewhere in a text, as it becomes when the text becomes another: NULL when
 * it does not hold all that was edited. In arena. */
const char *
region_piece(const char *was, const char *is, const char *piece, struct arena *arena);

/* The source of a text with markup as it becomes when what it says becomes something else: the
 * markup of what was not edited stays. NULL when what was edited cannot be found in it. In arena.
 */
const char *
region_marked(const char *source, const char *was, const char *is, struct arena *arena);

#endif
