/* SPDX-License-Identifier: MIT */
/* Findings get their places in the file. */
#ifndef PRESALE_YAML_SETTLE_H
#define PRESALE_YAML_SETTLE_H

#include "diag/diag.h"
#include "source/source.h"

/* Finds out of every finding the field it is about, the words of a text that are meant, and where
 * what is meant ends; then sorts the findings. Takes what spans.h says of the files in which
 * something was found, and a few binary searches a finding. */
void
settle_findings(struct diagnostics *diags, struct sources *sources);

#endif
