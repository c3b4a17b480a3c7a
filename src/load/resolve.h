/* SPDX-License-Identifier: MIT */
/* The second half of loading: ids and anchors for everything, then references become pointers, once. */
#ifndef PRESALE_RESOLVE_H
#define PRESALE_RESOLVE_H

#include "diag/diag.h"

void
resolve_ids(struct model *model, struct diagnostics *diags, int lang);

void
resolve_refs(struct model *model, struct diagnostics *diags, int lang);

/* Reports required fields that are absent. */
void
resolve_required(struct model *model, struct diagnostics *diags, int lang);

#endif
