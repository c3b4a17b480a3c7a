/* SPDX-License-Identifier: MIT */
/* What processes share, joined with what a process says itself: its own word counts. */
#ifndef PRESALE_LOAD_SHARE_H
#define PRESALE_LOAD_SHARE_H

#include "diag/diag.h"
#include "model/model.h"

/* After the columns were read: those that the process has itself are no more shared ones. */
void
share_columns(struct model *model);

/* After all was read: a role, a term … that the process has as well gives it what it leaves open.
 * Where both say something and it is not the same, that is noted. */
void
share_join(struct model *model, struct diagnostics *diags);

/* After references were resolved: only what the process needs of the shared things stays. */
void
share_settle(struct model *model);

#endif
