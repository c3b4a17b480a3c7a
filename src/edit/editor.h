/* SPDX-License-Identifier: MIT */
/* What the parts of an edit share: the source as it was read, and what is to become of its files.
 */
#ifndef PRESALE_EDIT_EDITOR_H
#define PRESALE_EDIT_EDITOR_H

#include "edit/manner.h"
#include "edit/patch.h"

struct editor {
	const struct model *model;
	struct sources *sources;
	struct spans *spans;
	struct arena *arena;    /* of the texts that come */
	struct patch *patches;  /* by file */
	struct manner *manners; /* by file; without a line end until it is asked for */
};

/* The model must outlive it, and the arena too; end with editor_close. */
struct editor
editor_open(const struct model *model, struct arena *arena);
void
editor_close(struct editor *editor);

/* The manner of a file. */
const struct manner *
editor_manner(struct editor *editor, unsigned file);

/* The text of a file by place, and its nodes. */
struct text_index *
editor_index(struct editor *editor, unsigned file);
const struct span_node *
editor_nodes(struct editor *editor, unsigned file);

/* Has bytes of a file replaced by what the buffer holds, which is emptied. */
void
editor_put(struct editor *editor, unsigned file, struct span span, struct buf *text);

/* Puts what the buffer holds at a byte, as a part of the lists and mappings that a node is one of;
 * it is emptied. */
void
editor_put_beside(struct editor *editor, unsigned file, size_t at, uint32_t node, struct buf *text);

/* How many lists and mappings a node is in. */
uint32_t
editor_depth(struct editor *editor, unsigned file, uint32_t node);

#endif
