/* SPDX-License-Identifier: MIT */
/* Text within the quotes of a Mermaid diagram. */
#ifndef PRESALE_MERMAID_TEXT_H
#define PRESALE_MERMAID_TEXT_H

#include "support/buf.h"

/* Longer diagrams are an error text on GitHub and GitLab; so are flowcharts of more edges. */
enum { MERMAID_CHARACTERS = 50000, MERMAID_EDGES = 500 };

/* Adds the text so that none of it is markup; a line end is a break. */
void
mermaid_text(struct buf *out, const char *text);

#endif
