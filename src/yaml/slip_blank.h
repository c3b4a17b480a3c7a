/* SPDX-License-Identifier: MIT */
/* Blanks that are none to YAML, and tabs, where it needs a blank or nothing. */
#ifndef PRESALE_YAML_SLIP_BLANK_H
#define PRESALE_YAML_SLIP_BLANK_H

#include "yaml/line.h"

#include <stdbool.h>

/* Reports the first of a line: in its indent, behind a hyphen, in its key or behind the colon of
 * that; false when there is none. */
bool
slip_in_blanks(struct diagnostics *diags, const struct line *line);

/* True for a text of a file that begins with such a blank where its line begins: to YAML it has no
 * indent. */
bool
slip_is_odd_indent(struct pos pos, const char *text);

/* Reports the blank at a place of a line; true. */
bool
slip_odd_blank(struct diagnostics *diags, const struct line *line, size_t at);

#endif
