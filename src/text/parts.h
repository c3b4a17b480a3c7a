/* SPDX-License-Identifier: MIT */
/* Several items that somebody typed as one text. */
#ifndef PRESALE_TEXT_PARTS_H
#define PRESALE_TEXT_PARTS_H

#include <stddef.h>

enum { PARTS_LINES = 1, PARTS_SEMICOLONS, PARTS_COMMAS };

/* What parts the items of a text, of the first so many separators: the ends of its lines,
 * semicolons, commas. NULL for one item: a sentence may hold them, too, so several are short, or
 * many, and none is a clause. */
const char *
parts_separator(const char *text, size_t separators);

#endif
