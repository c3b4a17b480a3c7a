/* SPDX-License-Identifier: MIT */
/* Files by what they are, not by name: links and other spellings of a path are the same
 * file. */
#ifndef PRESALE_FILES_FILE_IDS_H
#define PRESALE_FILES_FILE_IDS_H

#include "support/arena.h"
#include "support/map.h"

#include <stdbool.h>

/* Zeros are an empty set; each file of it may have a value. */
struct file_ids {
	struct arena arena;
	struct map ids;
};

/* Adds the file that a path leads to, "-" standard input; nothing when there is none. */
void
file_ids_add(struct file_ids *set, const char *path);

/* The place of the value of the file that a path leads to, added as NULL when missing; NULL when
 * there is no such file. Valid until the next file is added. */
void **
file_ids_at(struct file_ids *set, const char *path);

/* True when a path leads to one of the files that have a value; those that were added have one. */
bool
file_ids_have(const struct file_ids *set, const char *path);

/* Frees what the set holds; it is empty and usable again. */
void
file_ids_free(struct file_ids *set);

#endif
