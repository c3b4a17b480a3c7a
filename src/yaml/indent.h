/* SPDX-License-Identifier: MIT */
/* How far in the lines of a file stand. */
#ifndef PRESALE_YAML_INDENT_H
#define PRESALE_YAML_INDENT_H

#include "source/text_index.h"

#include <stdbool.h>

/* No indent that would be one. */
#define INDENT_NONE SIZE_MAX

/* A line of a text, with what stands before its first character. */
struct indented {
	const char *line;
	size_t length, indent; /* bytes, without the line end */
};

/* False when there is no line of that number. */
bool
indent_open(struct indented *at, struct text_index *index, uint32_t number);

/* Whether nothing stands on a line. */
bool
indent_is_blank(const struct indented *at);

/* Whether a line is an item of a list. */
bool
indent_is_item(const struct indented *at);

/* The indent among those of the lines above, as far as these are open, that is nearest to that of a
 * line without being it, of two the further one; of an item among items. INDENT_NONE when there is
 * none. *fits: its own is among them, too. */
size_t
indent_nearest(struct text_index *index, uint32_t number, bool *fits);

#endif
