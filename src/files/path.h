/* SPDX-License-Identifier: MIT */
/* Paths relative to one another. */
#ifndef PRESALE_FILES_PATH_H
#define PRESALE_FILES_PATH_H

#include "support/arena.h"

#include <stdbool.h>

/* Some paths; whoever gathers them says whose memory they are in. */
struct paths {
	const char **items;
	size_t count;
};

/* The absolute path without links, . and .. ; parts that do not exist yet are taken as written (""
 * is the current folder). NULL when the current folder is lost. In arena. */
const char *
path_real(struct arena *arena, const char *path);

/* The address of one folder from another, both as path_real gives them: "", or parts that each end
 * with a slash, what has a meaning in addresses as %XX. NULL when they share no more than / or
 * /home: the address would tell who owns the folder. In arena. */
const char *
path_between(struct arena *arena, const char *from, const char *to);

/* The path of a file from a folder, both as path_real gives them. In arena. */
const char *
path_from(struct arena *arena, const char *folder, const char *path);

/* The folder above one, both "" (the current one) or with their slash; NULL at the top. In arena.
 */
const char *
path_above(struct arena *arena, const char *folder);

/* True when a path is a folder or lies in it; both as path_real gives them. */
bool
path_is_within(const char *path, const char *folder);

/* True when both paths lead to one file or folder that is there. */
bool
path_same_file(const char *one, const char *other);

#endif
