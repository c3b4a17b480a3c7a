/* SPDX-License-Identifier: MIT */
/* Where every value, key and section of a file begins and ends.
 *
 * While a file is parsed, some three bytes are noted of each node (span_log, in the model's
 * source): its style, and how far it begins and ends behind the one before. The first question
 * about a file makes a tree of these notes and an index of the text (text_index.h), in time and
 * memory in proportion to the file but without parsing it again; it stays until spans_close. Each
 * further question is a binary search. Who asks nothing pays for the notes alone. */
#ifndef PRESALE_YAML_SPANS_H
#define PRESALE_YAML_SPANS_H

#include "source/source.h"
#include "yaml/scalar.h"

enum span_style {
	SPAN_PLAIN = SCALAR_PLAIN,
	SPAN_SINGLE = SCALAR_SINGLE,
	SPAN_DOUBLE = SCALAR_DOUBLE,
	SPAN_LITERAL = SCALAR_LITERAL,
	SPAN_FOLDED = SCALAR_FOLDED,
	SPAN_ALIAS,
	SPAN_LIST, /* these hold others */
	SPAN_MAP,
	SPAN_FLOW_LIST,
	SPAN_FLOW_MAP,
	SPAN_END, /* of the innermost of them that is open */
};

/* Writes the notes: nodes in the order of the file. */
struct span_log {
	struct buf *notes;
	size_t at; /* characters before the next one */
};

/* start and end count characters; the end of what holds others comes with its SPAN_END. */
void
span_log_add(struct span_log *log, enum span_style style, size_t start, size_t end);

#define SPAN_NONE UINT32_MAX

/* A node as the file has it: aliases and merges are not followed. */
struct span_node {
	uint32_t start, end; /* characters of the text; its anchor and tag are in it */
	uint32_t parent;     /* index, or SPAN_NONE */
	uint32_t after;      /* of the first node that is not below it */
	uint8_t style;       /* enum span_style */
	bool key;            /* of a mapping; its value is the node at `after` */
};

/* The nodes of a file, each before those below it, in the order of the text. */
struct span_tree {
	struct span_node *nodes;
	uint32_t count;
};

struct spans;

/* The sources must outlive it. */
struct spans *
spans_open(struct sources *sources);
/* NULL is ok. */
void
spans_close(struct spans *spans);

/* The tree of a file. It has no nodes when there is no such file, or nothing in it was understood;
 * of a file with an error it has what was read before that. */
const struct span_tree *
spans_tree(struct spans *spans, unsigned file);

/* The node that begins at a place, or SPAN_NONE. If several do, it is the outermost, or with inner
 * the innermost: the first key of a mapping rather than the mapping. */
uint32_t
spans_find(struct spans *spans, struct pos pos, bool inner);

/* The last node that begins at a place or before it in its file, or SPAN_NONE. */
uint32_t
spans_before(struct spans *spans, struct pos pos);

/* The bytes of a node. Blanks and empty lines behind a block are none of it. */
struct span
spans_of(struct spans *spans, unsigned file, uint32_t node);

/* What belongs to a node: its value, its key (start == end when it has none), and both together;
 * the whole of an item of a block list begins at its hyphen. An edit replaces one of them. */
struct section {
	struct span value, key, whole;
};

/* The section that a node is the key or value of; false for SPAN_NONE. */
bool
spans_section(struct spans *spans, unsigned file, uint32_t node, struct section *section);

/* Where length bytes of a value stand in its file: from offset on, of the value that begins at a
 * place. False when there is no text of that length; it may be an alias. The map of the last text
 * that was asked for stays. */
bool
spans_words(struct spans *spans, struct pos pos, size_t offset, size_t length, struct span *words);

#endif
