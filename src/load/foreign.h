/* SPDX-License-Identifier: MIT */
/* A file of another program where a process is expected. */
#ifndef PRESALE_LOAD_FOREIGN_H
#define PRESALE_LOAD_FOREIGN_H

#include "diag/said.h"

#include <stdbool.h>

/* What a file of a path is by its first bytes, which a NUL ends, and its ending; false when it may
 * be a process. */
bool
foreign_find(const char *path, const char *bytes, struct said *what);

#endif
