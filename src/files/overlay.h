/* SPDX-License-Identifier: MIT */
/* Texts that stand for the contents of files: what an editor has not saved yet, or files that are
 * on no disk at all. */
#ifndef PRESALE_FILES_OVERLAY_H
#define PRESALE_FILES_OVERLAY_H

#include "support/buf.h"

#include <stdbool.h>

struct overlay {
	char *path; /* as path_real gives it */
	struct buf text;
};

/* Zeros are none. */
struct overlays {
	struct overlay *items;
	size_t count;
};

/* Has a copy of the text stand for the file at a path, whether there is one or not; with NULL the
 * file speaks for itself again. False when the current folder is lost. */
bool
overlays_put(struct overlays *overlays, const char *path, const char *text, size_t length);

/* What stands for the file at a path, or NULL; overlays may be NULL. */
const struct buf *
overlays_find(const struct overlays *overlays, const char *path);

/* Frees all of them; none are left. */
void
overlays_free(struct overlays *overlays);

#endif
