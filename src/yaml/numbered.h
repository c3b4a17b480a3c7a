/* SPDX-License-Identifier: MIT */
/* A list as word processors have it:
 *
 *     steps:
 *       1. Collect
 *       2. Send
 *
 * To YAML it is one text. It stays one, and knows its items, so that whoever expects a list finds
 * one. Hyphens below a text are no list to YAML either; what expects prose has one there. */
#ifndef PRESALE_YAML_NUMBERED_H
#define PRESALE_YAML_NUMBERED_H

#include "yaml/trap.h"
#include "yaml/tree.h"

/* How a line may be meant otherwise than it is read. */
enum numbered_fault {
	NUMBERED_PLAIN,
	NUMBERED_SKIPS, /* an item, but its number is not the next */
	NUMBERED_NESTS, /* no item, though it begins like one: of a list within an item */
};

struct numbered_doubt {
	enum numbered_fault fault;
	const char *line;
	const char *before; /* the marker of the item before it */
	struct pos pos, end;
};

/* Makes a text, which stands from start to end in the file, a numbered one when a line of it begins
 * like an item of a list (text/marker.h), or a line after the first with a hyphen. An item is a
 * line with the next number, or one of that form right below an item; any other line goes on with
 * the one before. */
void
numbered_find(struct node *node, struct arena *arena, struct arena *texts, struct trap_text *source,
	      struct pos end);

/* Whether the whole of a text is numbered and a list. */
bool
numbered_is_list(const struct node *node);

/* The items of such a list, without their numbers. In arena. */
const struct node *
numbered_list(struct arena *arena, const struct node *node);

/* The first line of a numbered text that is in doubt. */
const struct numbered_doubt *
numbered_doubt(const struct node *node);

/* A short text of several lines, each of which begins with a capital letter or has an arrow, with
 * its lines parted; NULL of any other. */
const char *
numbered_rows(const struct node *node);

/* The same of any short text of several lines. */
const char *
numbered_any_rows(const struct node *node);

/* A text as prose: with a line for each item, when it has several. */
const char *
numbered_prose(const struct node *node);

#endif
