/* SPDX-License-Identifier: MIT */
/* What somebody signs becomes changes of the process: an approval or acknowledgement with the
 * fingerprint of what is signed. */
#ifndef PRESALE_EDIT_SIGNATURE_H
#define PRESALE_EDIT_SIGNATURE_H

#include "change/change.h"
#include "diag/said.h"

struct edit_signature {
	bool read;            /* an acknowledgement; else an approval */
	const char *role;     /* by id, name or alias */
	const char *person;   /* NULL: the only one of the role, if there is one */
	const char *decision; /* of an approval, in any spelling; NULL: approved */
	const char *note;     /* of an approval; or NULL */
	bool own_part;        /* of an approval: of the role's own part alone */
	int32_t today;
};

/* The changes, or in *refusal why this signature cannot be taken: false. In arena; values in the
 * words of the voice, whose model is the process and has nothing cut out of it. */
bool
signature_changes(const struct voice *voice, const struct edit_signature *signature,
		  struct changes *changes, struct said *refusal, struct arena *arena);

#endif
