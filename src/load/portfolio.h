/* SPDX-License-Identifier: MIT */
/* The portfolio of a process: presale.yaml in its folder or one above, with what all processes
 * there share. */
#ifndef PRESALE_LOAD_PORTFOLIO_H
#define PRESALE_LOAD_PORTFOLIO_H

#include "files/overlay.h"
#include "files/path.h"

/* The path of the nearest one, from a folder ("" or with its slash) up to that of the repository
 * or 16 folders higher; NULL when there is none. Where it was looked for goes to *sought. In arena.
 */
const char *
portfolio_above(const char *folder, const struct overlays *overlays, struct arena *arena,
		struct paths *sought);

/* The paths that a portfolio lists below `processes`: what is there of a pattern, and plain ones
 * whether they are there or not; its own folder where it lists none. In arena. */
struct paths
portfolio_processes(const char *path, const struct overlays *overlays, struct arena *arena);

#endif
