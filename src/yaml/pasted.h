/* SPDX-License-Identifier: MIT */
/* What comes along when people paste from a chat, a page in Markdown or a program, and is neither a
 * key nor its value. */
#ifndef PRESALE_YAML_PASTED_H
#define PRESALE_YAML_PASTED_H

#include "yaml/line.h"

/* Reports what a line that YAML refuses was meant to be; false when it is nothing of the kind. */
bool
pasted_find(struct diagnostics *diags, const struct line *line);

/* True for a line of a table. */
bool
pasted_is_row(const char *text, size_t length);

/* True for a line that Git writes round the halves of a conflict. */
bool
pasted_is_conflict(const char *text, size_t length);

#endif
