/* SPDX-License-Identifier: MIT */
/* Whose the names of files are, without regard to case and normal form: two names that some disk
 * takes for one are one. */
#ifndef PRESALE_FILES_CLAIMS_H
#define PRESALE_FILES_CLAIMS_H

#include "support/arena.h"
#include "support/map.h"

#include <stdbool.h>

/* Whose a file is. Files in one folder, and in folders below it, are all of one group: those of two
 * would be taken for one another's. */
struct file_owner {
	const void *group;
	const char *source; /* what the group is made of, for messages */
	const char *label;  /* what made the file, as the caller will want to know */
};

/* Begin with {0}. */
struct claims {
	struct map names; /* folded → claim, of files and the folders they are in */
};

/* Takes a name, with / between its parts, for an owner (or NULL), who outlives the claims. False
 * when it was taken before, or lies in a folder of another group. */
bool
claims_take(struct claims *claims, const struct file_owner *owner, const char *name,
	    struct arena *arena);

/* Who of another group has the name, or a folder of it; NULL when nobody has. */
const struct file_owner *
claims_rival(const struct claims *claims, const struct file_owner *owner, const char *name,
	     struct arena *arena);

/* Gives back the memory; the owners are the caller's. */
void
claims_free(struct claims *claims);

#endif
