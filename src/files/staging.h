/* SPDX-License-Identifier: MIT */
/* A folder in which files wait until they are put in place: made within the folder they are for,
 * so on its disk, and locked while its owner lives. By the free lock and a mark in it is known what
 * a killed process left behind. */
#ifndef PRESALE_FILES_STAGING_H
#define PRESALE_FILES_STAGING_H

#include "support/arena.h"

#include <stdbool.h>

struct staging {
	const char *path; /* NULL before it is made; in the maker's arena */
	int fd;           /* holds the lock; -1 before, closed by the owner */
};

/* Makes a folder within another and takes its lock; false with errno set on failure, and then
 * nothing is left of it. */
bool
staging_make(struct staging *staging, const char *within, struct arena *arena);

/* Removes all that is in the folder, and the folder. */
void
staging_remove(const struct staging *staging);

/* Removes the folder if nothing but the mark is in it; false when there is more, or it is gone.
 * Takes no memory. */
bool
staging_remove_empty(const struct staging *staging);

/* Whether the folder was made and is on the disk yet. */
bool
staging_is_there(const struct staging *staging);

/* Removes the staging folders within a folder whose owners were killed, also just before they made
 * the mark. Failures are passed over. */
void
staging_sweep(const char *within, struct arena *arena);

#endif
