/* SPDX-License-Identifier: MIT */
/* A set of files by what they are, not by name: links and other spellings of a path are the same
 * file. */
#ifndef PRESALE_FILES_FILE_IDS_H
#define PRESALE_FILES_FILE_IDS_H

#include "support/arena.h"
#include "support/map.h"

#include <stdbool.h>

/* Zeros are an empty set. */
struct file_ids {
	struct arena arena;
	struct map ids;
};

/* Adds the file that a path leads to, "-" standard input; nothing when there is none. */
void
file_ids_add(struct file_ids *set, const char *path);

/* True when a path leads to one of the files. */
bool
file_ids_have(const struct file_ids *set, const char *path);

/* Frees what the set holds; it is empty and usable again. */
void
file_ids_free(struct file_ids *set);

#endif
