/* SPDX-License-Identifier: MIT */
/* What builds wrote into a folder, as the file .presale-manifest in it says: a line a file, with
 * its label (a stem that its name begins with, a tab and an output), name and hash behind tabs.
 * Anybody may have written that file. */
#ifndef PRESALE_FILES_WRITTEN_H
#define PRESALE_FILES_WRITTEN_H

#include "support/arena.h"
#include "support/buf.h"
#include "support/map.h"

#include <stdbool.h>

struct written_entry {
	const char *label, *name, *mark;
};

extern const char written_list[];

/* Adds to text what the list of a folder says, nothing without one. False when there is one that
 * cannot be read. */
bool
written_open(const char *folder, struct buf *text);

/* Cuts a line at its tabs; false when it names no file that a build could have written. */
bool
written_read(char *line, struct written_entry *entry);

/* The lists of the folders looked into so far. Begin with {0}. */
struct written_lists {
	struct arena arena;
	struct map folders, files; /* file → the folder whose list names it */
};

/* The folder whose list names a file: its own or one above it up to root; NULL when none does. All
 * are real paths, the file lies in root. In the arena. */
const char *
written_into(struct written_lists *lists, const char *root, const char *file);

/* Frees what was read; what written_into gave goes with it. */
void
written_lists_free(struct written_lists *lists);

#endif
