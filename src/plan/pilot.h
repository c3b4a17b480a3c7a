/* SPDX-License-Identifier: MIT */
/* What a pilot was to take, what it took, and when it ends. */
#ifndef PRESALE_PLAN_PILOT_H
#define PRESALE_PLAN_PILOT_H

#include "model/show.h"
#include "plan/plan.h"

/* The day that a pilot says, or else the one by which the process is to be done when it starts as
 * the pilot did, at most: by its deadline, without one by its stages. False when the file does not
 * say enough. */
bool
pilot_ends(const struct plan *plan, const struct pilot *pilot, struct date *end);

/* How long the stage of a pilot was to take, by the variant that was tried; "" where nobody has
 * said. In arena. */
const char *
pilot_planned(const struct voice *voice, const struct pilot_stage *tried, struct arena *arena);

/* True for a stage that was late: by its result, without one by its time. */
bool
pilot_was_late(const struct pilot_stage *tried);

#endif
