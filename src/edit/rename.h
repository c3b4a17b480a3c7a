/* SPDX-License-Identifier: MIT */
/* A word that stands for a thing becomes another, wherever it stands for that thing. */
#ifndef PRESALE_EDIT_RENAME_H
#define PRESALE_EDIT_RENAME_H

#include "assist/assist.h"
#include "edit/editor.h"

struct renaming {
	struct assist *assist; /* of the model */
	const struct occurrence *word;
	const char *name; /* that it becomes */
};

/* The piece of a text that is renamed: of a path («Бриф/Позвонить») its last part. In arena. */
const char *
rename_word(const struct occurrence *occurrence, struct arena *arena);

/* Puts the other word wherever this one stands. */
void
rename_gather(struct editor *editor, const struct renaming *renaming);

/* Whether each reference of one model leads to the same thing as in the other. */
bool
rename_holds(const struct model *was, const struct model *is);

#endif
