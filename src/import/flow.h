/* SPDX-License-Identifier: MIT */
/* Charts of work: pools and lanes are roles; groups and parts are stages, and what is in them are
 * steps; what stands alone is a stage of its own; the edges tell the order and the outcomes. */
#ifndef PRESALE_IMPORT_FLOW_H
#define PRESALE_IMPORT_FLOW_H

#include "import/assembly.h"

/* Takes the chart of a document, if it has one. What is not understood is said. */
void
flow_take(struct assembly *assembly, const struct foreign *foreign);

#endif
