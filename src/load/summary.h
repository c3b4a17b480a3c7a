/* SPDX-License-Identifier: MIT */
/* What is kept of a process for those that refer to it. */
#ifndef PRESALE_LOAD_SUMMARY_H
#define PRESALE_LOAD_SUMMARY_H

#include "model/neighbour.h"

/* Fills in what a loaded process says of itself; all of it is copied into arena. The path and the
 * real path are there. */
void
summary_take(const struct model *model, struct neighbour *neighbour, struct arena *arena);

#endif
