/* SPDX-License-Identifier: MIT */
/* A process with some of its findings' fixes, loaded and judged beside the process as it is. */
#ifndef PRESALE_API_PROCESS_TRIAL_H
#define PRESALE_API_PROCESS_TRIAL_H

#include "api/context/context.h"

/* A finding that has a fix, and whether that is carried out. */
struct remedy {
	const struct diagnostic *finding;
	bool taken;
};

/* A context beside another, with its options and such texts. */
struct presale *
trial_open(const struct presale *context, const struct overlays *overlays);

/* Loads and judges the process there. */
void
trial_load(struct presale *trial, const char *path);

/* Frees it with all that it holds. */
void
trial_close(struct presale *trial);

/* True when the fixes that are taken mend what they are for, and bring nothing but what the next
 * round mends. */
bool
trial_is_good(const struct presale *was, const struct remedy *remedies, size_t count,
	      const struct presale *trial);

#endif
