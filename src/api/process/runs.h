/* SPDX-License-Identifier: MIT */
/* Runs of a process: their files as they begin, and as they are shown. */
#ifndef PRESALE_API_PROCESS_RUNS_H
#define PRESALE_API_PROCESS_RUNS_H

#include "api/context/context.h"
#include "diag/said.h"

/* The text of a run that begins; false when it is refused, and *refusal says why, in scratch. */
bool
runs_begin(struct presale *context, const struct presale_run *run, struct buf *out,
	   struct said *refusal, struct arena *scratch);

/* Adds so many runs in a form to out; gives the status, of the first context. */
enum presale_status
runs_show(struct presale *const *contexts, size_t count, const char *form, struct buf *out);

#endif
