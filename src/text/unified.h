/* SPDX-License-Identifier: MIT */
/* How a text became another, line by line, in the form that patch reads: a unified diff. */
#ifndef PRESALE_TEXT_UNIFIED_H
#define PRESALE_TEXT_UNIFIED_H

#include "support/buf.h"

/* A text under a name. */
struct unified_side {
	const char *name, *text;
	size_t length;
};

/* Adds the difference of two texts with three lines around each; nothing where they are the same.
 * It takes time in proportion to the texts and to the square of the number of lines that differ;
 * where these are many, all between the first and the last of them counts as other. */
void
unified_add(const struct unified_side *was, const struct unified_side *is, struct buf *out);

#endif
