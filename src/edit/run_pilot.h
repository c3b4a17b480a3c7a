/* SPDX-License-Identifier: MIT */
/* A run that is over as a pilot of its process: what was planned, and how long each stage took. */
#ifndef PRESALE_EDIT_RUN_PILOT_H
#define PRESALE_EDIT_RUN_PILOT_H

#include "change/change.h"
#include "diag/said.h"
#include "plan/run/progress.h"

/* The changes of the process; false when it cannot be one, and then *refusal says why. In arena. */
bool
run_pilot_changes(const struct progress *progress, struct changes *changes, struct said *refusal,
		  struct arena *arena);

#endif
