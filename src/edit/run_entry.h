/* SPDX-License-Identifier: MIT */
/* What is entered into the file of a run as changes of it: a step that is done, the process that it
 * goes by. */
#ifndef PRESALE_EDIT_RUN_ENTRY_H
#define PRESALE_EDIT_RUN_ENTRY_H

#include "change/change.h"
#include "diag/said.h"
#include "plan/run/progress.h"

struct edit_run_step {
	const char *step, *date, *choice, *note; /* the first is never NULL */
	int32_t today;
};

/* The changes; false when it cannot be entered, and then *refusal says why. All in arena. */
bool
run_entry_done(const struct progress *progress, const struct edit_run_step *step,
	       struct changes *changes, struct said *refusal, struct arena *arena);
bool
run_entry_move(const struct progress *progress, struct changes *changes, struct said *refusal,
	       struct arena *arena);

#endif
