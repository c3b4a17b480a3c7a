/* SPDX-License-Identifier: MIT */
/* The proof of an edit: the model of the edited files is the old one with the changes made, and
 * nothing else. */
#ifndef PRESALE_EDIT_PROVE_H
#define PRESALE_EDIT_PROVE_H

#include "change/change.h"

/* Where a model is not what it should be. */
struct proof_fault {
	const struct change *change; /* that was not made as it was meant, or NULL */
	struct pos pos;              /* in the old model */
};

/* True when `is` is `was` with the changes made. Things are known by their places in the lists, as
 * the changes would have them; references are the same when what they lead to is. */
bool
prove_changes(const struct model *was, const struct model *is, const struct changes *changes,
	      struct proof_fault *fault);

#endif
