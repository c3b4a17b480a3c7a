/* SPDX-License-Identifier: MIT */
/* Text within the quotes of a Mermaid diagram. */
#ifndef PRESALE_TEXT_SYNTAX_MERMAID_TEXT_H
#define PRESALE_TEXT_SYNTAX_MERMAID_TEXT_H

#include "support/buf.h"

#include <stdbool.h>

/* Longer diagrams, in UTF-16 units, are an error text on GitHub and GitLab; so are flowcharts of
 * more edges. */
enum { MERMAID_UNITS = 50000, MERMAID_EDGES = 500 };

/* Whether a diagram of so many edges is within both. */
bool
mermaid_draws(const struct buf *diagram, size_t edges);

/* Adds the text so that none of it is markup; a line end is a break. */
void
mermaid_text(struct buf *out, const char *text);

#endif
