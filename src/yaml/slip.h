/* SPDX-License-Identifier: MIT */
/* Slips of the pen in a value: signs that YAML takes otherwise than people mean. */
#ifndef PRESALE_YAML_SLIP_H
#define PRESALE_YAML_SLIP_H

#include "model/field.h"
#include "yaml/line.h"

#include <stdbool.h>

/* Reports the first slip in a value that YAML stops at, false when there is none; problem: what the
 * parser says, of the line or of one that it may have begun in; pos: where it stopped. */
bool
slip_in_value(struct diagnostics *diags, const struct line *line, struct pos pos,
	      const char *problem);

/* Where the value of a line begins: past the indent, list hyphens and a key; 0 when there is no
 * key. */
size_t
slip_value(const struct line *line);

/* Behind the text that begins at a place of a line: the line's end, or what ends it in brackets. */
size_t
slip_length(const struct line *line, size_t offset);

/* The field of any kind that so many bytes may stand for the key of; NULL when there is none. */
const struct field *
slip_field(struct diagnostics *diags, const char *key, size_t length);

#endif
