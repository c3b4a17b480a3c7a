/* SPDX-License-Identifier: MIT */
/* Things that a cell shows as lines of a list: criteria, outcomes, the steps of a stage. What was
 * edited of a line is the value of a field of its thing. */
#ifndef PRESALE_MERGE_DECIDE_THINGS_H
#define PRESALE_MERGE_DECIDE_THINGS_H

#include "merge/decide/decision.h"

/* Decides on a value that holds a list of things. */
void
things_decide(struct decision *decision, const struct sight_value *value);

#endif
