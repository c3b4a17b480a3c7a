/* SPDX-License-Identifier: MIT */
/* A file of another program where a process is expected. */
#ifndef PRESALE_LOAD_STRANGER_H
#define PRESALE_LOAD_STRANGER_H

#include "diag/said.h"

#include <stdbool.h>

/* A row of stranger.def. */
struct stranger {
	const char *begins, *ends;
	bool imports;
	struct said what;
};

/* What a file of a path is by its first bytes, which a NUL ends, and its ending; NULL when it may
 * be a process. */
const struct stranger *
stranger_find(const char *path, const char *bytes);

#endif
