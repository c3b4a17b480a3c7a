/* SPDX-License-Identifier: MIT */
/* Where a thing or a value of a model is written: which nodes of its file it is. */
#ifndef PRESALE_EDIT_SEAT_H
#define PRESALE_EDIT_SEAT_H

#include "edit/editor.h"

/* A thing's. Nodes that there are not are SPAN_NONE. */
struct seat {
	unsigned file;
	uint32_t item;   /* what stands for it in its list; in a mapping of things its key */
	uint32_t value;  /* the thing itself: a mapping, a text, an alias */
	uint32_t keys;   /* the mapping that holds its keys; none of a bare text */
	uint32_t holder; /* the list or mapping of things; none where it stands alone */
};

/* False for what has no node of its own: an item that was found in a text. */
bool
seat_of(struct editor *editor, const struct entity *entity, struct seat *seat);

/* The node of a field's value, in the file of *pos; SPAN_NONE when it is not set or has none. */
uint32_t
seat_value(struct editor *editor, const struct entity *entity, const struct field *field,
	   struct pos *pos);

/* The key of a value in a mapping, or SPAN_NONE. */
uint32_t
seat_key(const struct span_node *nodes, uint32_t value);

/* The first node within another, and the next beside it; SPAN_NONE when there is none. */
uint32_t
seat_first(const struct span_tree *tree, uint32_t node);
uint32_t
seat_next(const struct span_tree *tree, uint32_t node);

/* The key of the pair behind that of a key, or SPAN_NONE. */
uint32_t
seat_next_key(const struct span_tree *tree, uint32_t key);

/* What kinds of node there are. */
bool
seat_is_list(const struct span_node *node);
bool
seat_is_map(const struct span_node *node);
bool
seat_is_text(const struct span_node *node);
bool
seat_is_flow(const struct span_node *node);

#endif
