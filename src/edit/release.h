/* SPDX-License-Identifier: MIT */
/* A new version of a process becomes changes of it: the version, its status, an entry of the change
 * list with the fingerprint of what is released, and the problems that it closes. */
#ifndef PRESALE_EDIT_RELEASE_H
#define PRESALE_EDIT_RELEASE_H

#include "change/change.h"
#include "diag/said.h"

struct edit_release {
	const struct model *before; /* the process as it was released last, or NULL: then the
				       fingerprints of the change list tell what has changed */
	const char *version;
	const char *status; /* in any spelling; NULL: in review as long as somebody has to approve,
			       then approved; where nobody has to, as it is */
	const char *author, *note; /* or NULL; the note goes on with the change list */
	const char *const *fixes;  /* names of open problems, so many */
	size_t fix_count;
	int32_t today;
};

/* The changes, or in *refusal why this version cannot be released: false. *waited becomes who has
 * yet to approve it, parted by commas, or NULL: nobody. In arena; values in the words of the voice,
 * whose model is the process and has nothing cut out of it. */
bool
release_changes(const struct voice *voice, const struct edit_release *release,
		struct changes *changes, const char **waited, struct said *refusal,
		struct arena *arena);

#endif
