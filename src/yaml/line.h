/* SPDX-License-Identifier: MIT */
/* A line of a file, as the traps look through it. */
#ifndef PRESALE_YAML_LINE_H
#define PRESALE_YAML_LINE_H

#include "diag/diag.h"
#include "source/text_index.h"

enum { LINE_LONGEST_KEY = 60 }; /* bytes of what may be a key */

struct line {
	const char *text; /* in the arena of the diagnostics, without the line end */
	size_t indent;    /* bytes of blanks at the start */
	struct pos pos;   /* of its first character */
};

/* The line of a number, counted from 1; an empty one when there is none. */
struct line
line_of(struct diagnostics *diags, struct text_index *index, uint32_t number);

/* The place of a byte of a line, and back. */
struct pos
line_place(const struct line *line, size_t offset);
size_t
line_offset(const struct line *line, struct pos pos);

/* Past the indent and the hyphens of a line. */
size_t
line_content(const struct line *line);

/* The bytes of a line without the blanks at its end. */
size_t
line_length(const struct line *line);

#endif
