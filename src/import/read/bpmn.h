/* SPDX-License-Identifier: MIT */
/* Charts of BPMN 2.0, of any program. */
#ifndef PRESALE_IMPORT_READ_BPMN_H
#define PRESALE_IMPORT_READ_BPMN_H

#include "import/read/foreign.h"

/* True for XML that begins as such a chart does. */
bool
bpmn_looks_like(const char *text);

/* Takes the shapes of a chart and the edges between them; false, with a remark, when it is
 * damaged. */
bool
bpmn_read(struct foreign *foreign, const char *text);

#endif
