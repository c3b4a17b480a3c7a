/* SPDX-License-Identifier: MIT */
/* References by a name that changes follow it. */
#ifndef PRESALE_MERGE_DECIDE_RENAMES_H
#define PRESALE_MERGE_DECIDE_RENAMES_H

#include "merge/decide/decision.h"

/* Adds to the changes what refers by its old name, or by an id made of it, to what is renamed. */
void
renames_follow(struct decision *decision);

#endif
