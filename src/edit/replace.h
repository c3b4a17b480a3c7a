/* SPDX-License-Identifier: MIT */
/* A value becomes another: as little of it as the two differ in. */
#ifndef PRESALE_EDIT_REPLACE_H
#define PRESALE_EDIT_REPLACE_H

#include "change/written.h"
#include "edit/seat.h"

/* What is replaced: a node, what it says (NULL: nobody knows) and what it is to say, and the
 * language of the keys about it. */
struct replacement {
	unsigned file;
	uint32_t node;
	const struct written *was, *is;
	int lang;
};

/* False when it cannot be told how. */
bool
replace_value(struct editor *editor, const struct replacement *replacement);

/* Replaces a text alone, in its style; its anchor stays. */
void
replace_text(struct editor *editor, unsigned file, uint32_t node, const char *text);

/* The column, from 0, of the key or hyphen that a value stands behind. */
size_t
replace_column(struct editor *editor, unsigned file, uint32_t node);

#endif
