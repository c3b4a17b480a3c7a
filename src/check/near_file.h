/* SPDX-License-Identifier: MIT */
/* What was meant by the path of a material that leads to no file. */
#ifndef PRESALE_CHECK_NEAR_FILE_H
#define PRESALE_CHECK_NEAR_FILE_H

#include "support/arena.h"

/* The path or address to write instead, or NULL when none is near: the file that is there under the
 * very name (#, ? and % encoded); the one whose name differs by its slashes, the case of its
 * letters or a slip, or that a place on one computer ends with; else the address of a site or
 * mailbox with the scheme that makes it one, or that a scheme with a slip means. Looks at most at a
 * few thousand names, all of them in folder and below it; a path that climbs out of it is not
 * followed, nor is a link. In arena. */
const char *
near_file(struct arena *arena, const char *folder, const char *href);

#endif
