/* SPDX-License-Identifier: MIT */
/* What stands in a document as the value of a field: what was not edited of it stays as it is
 * written in the source, with its markup. Durations, dates and the like stay as they were typed:
 * the loader reads them, and refuses what it cannot. */
#ifndef PRESALE_MERGE_DECIDE_VALUE_H
#define PRESALE_MERGE_DECIDE_VALUE_H

#include "change/written.h"
#include "merge/decide/items.h"

struct value_reading {
	const struct voice *voice;
	struct arena *arena;
	bool removes;     /* what is gone of a list goes; else it is kept … */
	const char *held; /* … and here is the first of it; NULL: nothing was held back */
};

/* The value of a field (no things) that was shown as one text and is another, which says something;
 * NULL when it cannot be told what is meant. */
const struct written *
value_read(struct value_reading *reading, const struct entity *entity, const struct field *field,
	   const char *was, const char *is);

/* The same of a thing that there was not; things in a list by their names. */
const struct written *
value_read_new(struct value_reading *reading, const struct field *field, const char *text);

/* What a field of a thing shows, item by item, as marks know it. In the reading's arena. */
struct cell_items
value_shown(struct value_reading *reading, const struct entity *entity, const struct field *field);

/* Nodes of values, and a value in a list or mapping behind the others. */
struct written *
value_node(struct arena *arena, enum written_type type, const char *text);
void
value_add(struct written *holder, struct written *item);

#endif
