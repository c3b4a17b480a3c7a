/* SPDX-License-Identifier: MIT */
/* Prose as cmark's tree: read, mended, and what its renderings share. Inside of this folder only. A
 * tree is the caller's to free with cmark_node_free; what cmark allocates is memory of ours. */
#ifndef PRESALE_TEXT_PROSE_TREE_H
#define PRESALE_TEXT_PROSE_TREE_H

#include "text/prose/prose.h"

#include <cmark.h>
#include <stdbool.h>
#include <stddef.h>

/* Length without blank space at the end. */
size_t
prose_trimmed(const char *text);

/* The tree of a text as CommonMark has it. */
cmark_node *
prose_read(const char *text, size_t length);

/* A node, and one of the text from start to end. */
cmark_node *
prose_node(cmark_node_type type);
cmark_node *
prose_text_node(const char *start, const char *end);

/* Parts a text node where the linker finds something. */
void
prose_link_text(cmark_node *node, const struct prose_linker *linker);

/* Takes bytes off the beginning of a text node. */
void
prose_cut(cmark_node *text, size_t length);

/* Puts a node's children in its place; a link to a picture in the picture's place. */
void
prose_unwrap(cmark_node *node);
void
prose_make_link(cmark_node *picture);

/* Takes what cmark rendered into the arena, without line ends at the end, and frees it. */
const char *
prose_keep(struct arena *arena, char *rendered);

#endif
