/* SPDX-License-Identifier: MIT */
/* When a pilot ends. */
#ifndef PRESALE_PLAN_PILOT_H
#define PRESALE_PLAN_PILOT_H

#include "plan/plan.h"

/* The day that a pilot says, or else the one by which the process is to be done when it starts as
 * the pilot did, at most: by its deadline, without one by its stages. False when the file does not
 * say enough. */
bool
pilot_ends(const struct plan *plan, const struct pilot *pilot, struct date *end);

#endif
