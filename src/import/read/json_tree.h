/* SPDX-License-Identifier: MIT */
/* JSON of others as a tree. */
#ifndef PRESALE_IMPORT_READ_JSON_TREE_H
#define PRESALE_IMPORT_READ_JSON_TREE_H

#include "support/arena.h"

#include <stdbool.h>

enum json_type { JSON_TEXT, JSON_OTHER, JSON_LIST, JSON_MAP };

enum { JSON_DEPTH = 512 };

struct json_node {
	enum json_type type;
	const char *key;  /* in a mapping */
	const char *text; /* of a text; of a number, true, false or null as it is written */
	struct json_node *first, *last, *next, *parent;
};

/* The tree of a text of valid UTF-8; NULL when it is no JSON, or nested deeper than JSON_DEPTH. In
 * arena. */
const struct json_node *
json_tree_parse(struct arena *arena, const char *text);

/* What stands under a key, or NULL; NULL for a node that is no mapping, and for NULL. */
const struct json_node *
json_node_find(const struct json_node *node, const char *key);

/* The text under a key, or NULL. */
const char *
json_node_text(const struct json_node *node, const char *key);

#endif
