/* SPDX-License-Identifier: MIT */
/* What the parser finds it finds before there are things: afterwards its findings are told which
 * one they are about. */
#ifndef PRESALE_LOAD_LOCATE_H
#define PRESALE_LOAD_LOCATE_H

#include "diag/diag.h"

/* Gives findings with a place and without a thing the innermost one that holds the place. When
 * there are such, it takes a walk over the model and what spans.h says of their files. */
void
locate_findings(const struct model *model, struct diagnostics *diags);

#endif
