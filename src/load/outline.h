/* SPDX-License-Identifier: MIT */
/* A file that was written as an outline, not as YAML. */
#ifndef PRESALE_LOAD_OUTLINE_H
#define PRESALE_LOAD_OUTLINE_H

#include "diag/diag.h"

/* Where several lines of the file at path, the first of the process, are no keys: has the first of
 * these findings tell of the command that makes a process of an outline. */
void
outline_tell(struct diagnostics *diags, const char *path);

#endif
