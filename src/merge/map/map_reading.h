/* SPDX-License-Identifier: MIT */
/* A map being read back, part by part. */
#ifndef PRESALE_MERGE_MAP_MAP_READING_H
#define PRESALE_MERGE_MAP_MAP_READING_H

#include "merge/decide/items.h"
#include "merge/map/map_tree.h"

struct map_reading {
	struct decision *decision;
	struct sights *sights;
	struct arena *arena;
	struct map_tree tree;
	const char **titles[KIND_COUNT]; /* by kind, once asked for: those of its fields */
};

/* The field that a note on a thing is: what it says, or its description; NULL: none. */
const struct field *
map_note_field(enum kind kind);

/* The field of a kind whose title a text begins with, and what stands behind it; NULL: none. */
const struct field *
map_field_titled(struct map_reading *r, enum kind kind, const char *text, const char **behind);

/* Says that the note of a topic is not read, if it has one. */
void
map_note_leave(const struct map_reading *r, uint32_t node);

/* Adds what was edited of the texts of a known topic. */
void
map_texts_read(struct map_reading *r, uint32_t node);

/* Adds what was edited of what stands beside a known topic: Freeplane's table, XMind's labels. */
void
map_table_read(struct map_reading *r, uint32_t node);

/* Adds what is new on a known topic, and says what belongs nowhere. */
void
map_news_read(struct map_reading *r, uint32_t node);

/* Finds out by the mark of what hung on a node which of those that it lacks it had; false when that
 * cannot be told. */
bool
map_settle(struct map_tree *tree, uint32_t node);

/* Adds what is gone from the map, and what stands elsewhere. */
void
map_gone_read(struct map_reading *r);
void
map_moves_read(struct map_reading *r, uint32_t node);

#endif
