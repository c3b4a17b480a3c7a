/* SPDX-License-Identifier: MIT */
/* What is to become of a list of things, in the text of its files: who comes, goes and moves. */
#ifndef PRESALE_EDIT_ROSTER_H
#define PRESALE_EDIT_ROSTER_H

#include "change/change.h"
#include "diag/said.h"
#include "edit/seat.h"
#include "support/map.h"

/* The lists of an edit, and what is known of what happens to their things. Zeros are none; free
 * with roster_free. */
struct roster {
	const struct changes *changes; /* all of the edit */
	struct map going;              /* by address of a thing: it goes, or moves away */
	struct map
	    anchors; /* by address of a change: behind which thing it comes (struct anchor) */
};

/* Notes what goes, of all changes of an edit. */
void
roster_note(struct roster *roster, const struct changes *changes);

/* Carries out the changes of one list of things, count of them, in their order: ADD, REMOVE, and
 * MOVE to it. The first that cannot be made goes to *refused. */
enum phrase
roster_edit(struct roster *roster, struct editor *editor, const struct change *const *changes,
	    uint32_t count, const struct change **refused);

/* The list that a change is one of: the thing that has it. */
const struct entity *
roster_owner(const struct change *change);

/* Frees what was noted. */
void
roster_free(struct roster *roster);

#endif
