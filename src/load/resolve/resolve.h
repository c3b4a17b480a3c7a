/* SPDX-License-Identifier: MIT */
/* The second half of loading: ids and anchors for everything, then references become pointers,
 * once. */
#ifndef PRESALE_LOAD_RESOLVE_RESOLVE_H
#define PRESALE_LOAD_RESOLVE_RESOLVE_H

#include "diag/diag.h"

/* Reports required fields that are absent, gives everything its id and anchor, makes references
 * point. The document gets a process when it has none. Of a model that is not complete
 * absences and references are not judged. Each pass touches the whole model, so there are
 * three and no more: given ids; made ids, anchors and what things are found by; references. */
void
resolve(struct model *model, struct diagnostics *diags);

#endif
