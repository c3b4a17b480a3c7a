/* SPDX-License-Identifier: MIT */
/* A YAML file as a tree of texts, lists and mappings with their places; anchors, aliases and merges
 * are already applied. */
#ifndef PRESALE_YAML_TREE_H
#define PRESALE_YAML_TREE_H

#include "diag/diag.h"

enum node_type { NODE_TEXT = 1, NODE_LIST, NODE_MAP };

enum {
	TREE_DEPTH_LIMIT = 64,
	TREE_EXPANSION_LIMIT = 4000000, /* values that aliases and merges stand for */
	TREE_NODES_LIMIT = 16000000,    /* values that a file holds */
	TREE_TEXT_LIMIT = 1 << 20
};

/* The children of a list follow each other through next; those of a mapping alternate key, value,
 * key, value. */
struct node {
	struct node *next;
	union {
		const char *text;
		struct node *first;
	};
	struct pos pos;
	uint32_t size; /* of a list or mapping: nodes below it after expansion, for the limit */
	uint8_t type;
	bool plain;    /* a text without quotes or block marks */
	bool merged;   /* a key that came through << */
	bool heads;    /* a key that has no colon in the file: keys stand under it all the same */
	bool numbered; /* a text that is a list to word processors (numbered.h) */
	bool goes_on; /* a key without quotes after a text without quotes, within { }: it may be the
			 rest of that text */
};

/* Parses a file, number being its index in the model, and notes in it where its nodes stand
 * (spans.h). Texts go to the arena texts, nodes to arena. What YAML refuses is reported, and the
 * rest read as if it were mended or not there (cure.h); lines where it was are noted in the file,
 * too. NULL where nothing of use is left; bytes that are no UTF-8 are such a case. */
struct node *
tree_parse(struct arena *arena, struct arena *texts, struct diagnostics *diags, struct source *file,
	   unsigned number);

/* True for a text of nothing but blanks, those of Unicode too: it says as much as no value at
 * all. */
bool
node_is_empty(const struct node *node);

/* The items of a list, or the single thing that stands for one; *count tells how many. */
const struct node *
node_items(const struct node *node, uint32_t *count);

#endif
