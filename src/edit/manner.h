/* SPDX-License-Identifier: MIT */
/* The manner in which a file is written, so that what is added to it looks like the rest. */
#ifndef PRESALE_EDIT_MANNER_H
#define PRESALE_EDIT_MANNER_H

#include "yaml/spans.h"

struct manner {
	const char *line_end;
	size_t step;   /* columns by which the keys below a key are further in */
	size_t hyphen; /* the same of the hyphens of a list below a key */
};

/* The manner of a file, as its first mappings and lists show it; where they are not there, the
 * usual one. */
struct manner
manner_of(struct spans *spans, struct sources *sources, unsigned file);

/* The byte where the line of a byte begins, and where it ends: at its line end. */
size_t
manner_line_start(const struct text_index *index, size_t byte);
size_t
manner_line_end(const struct text_index *index, size_t byte);

/* The byte behind the line end that stands at a byte; the byte itself where none does. */
size_t
manner_next_line(const struct text_index *index, size_t byte);

#endif
