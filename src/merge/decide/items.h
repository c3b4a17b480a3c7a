/* SPDX-License-Identifier: MIT */
/* A cell as the list that it shows: its items, and which of those that were are which of those that
 * are. */
#ifndef PRESALE_MERGE_DECIDE_ITEMS_H
#define PRESALE_MERGE_DECIDE_ITEMS_H

#include "support/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct cell_items {
	const char **texts; /* without bullets; of several lines where an item has them */
	uint32_t count;
};

/* The items of a text: by its bullets where it has any, else by lines. In arena. */
struct cell_items
items_of(const char *text, struct arena *arena);

/* The same of a text that shows `count` of them, as the program wrote it; false when the text does
 * not show where each begins. */
bool
items_split(const char *text, uint32_t count, struct cell_items *items, struct arena *arena);

/* Another item, unless it says nothing. */
void
cell_items_add(struct cell_items *items, const char *text, struct arena *arena);

/* Items as one text, as cells have them: of several each behind a bullet, or on plain lines. In
 * arena. */
const char *
cell_items_joined(const struct cell_items *items, bool plain, struct arena *arena);

enum { ITEM_NONE = UINT32_MAX };

/* By item of those that are: which of those that were it is, or ITEM_NONE. The same texts first;
 * then, between two that are known, as many as there are in their order, or what is like. In
 * arena. */
const uint32_t *
items_match(const struct cell_items *was, const struct cell_items *is, struct arena *arena);

#endif
