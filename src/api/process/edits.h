/* SPDX-License-Identifier: MIT */
/* Changes of a process that a call makes in memory, and why it would not. */
#ifndef PRESALE_API_PROCESS_EDITS_H
#define PRESALE_API_PROCESS_EDITS_H

#include "api/context/guard.h"
#include "edit/edit.h"
#include "edit/rename.h"

/* True when a process may be changed by the day of the option today; else the call has its status.
 * What was said of the last change is gone. */
bool
edits_may(struct call *call);

/* Makes the changes: the call gets the files that they change, or is refused. */
void
edits_make(struct call *call, const struct changes *changes, struct edited *edited);

/* Makes a word another one; likewise. */
void
edits_rename(struct call *call, const struct renaming *renaming, struct edited *edited);

/* Refuses them. */
enum presale_status
edits_refuse(struct presale *context, const struct said *why);

/* Gives the files that a call has changed; none of one that failed. */
void
edits_give(const struct call *call, const struct presale_fixed **files, size_t *count);

/* What was said of the last change, or NULL. */
const char *
edits_said(struct presale *context);

#endif
