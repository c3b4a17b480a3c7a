/* SPDX-License-Identifier: MIT */
/* From the tree to entities, field by field as the table says. References are only noted here;
 * resolve.c makes them point. */
#ifndef PRESALE_LOAD_BIND_H
#define PRESALE_LOAD_BIND_H

#include "model/field.h"
#include "support/map.h"
#include "yaml/tree.h"

struct binder {
	struct model *model;
	struct diagnostics *diags;
	struct map keys[KIND_COUNT]; /* by kind: a key as written → its field, or no_field */
	uint32_t unknown;            /* keys reported so far */
};

/* Makes an empty entity of a kind; the author's columns get their places. */
struct entity *
entity_new(struct model *model, enum kind kind, struct entity *parent, struct pos pos);

/* The field a key means in a kind, or NULL. */
const struct field *
bind_field(struct binder *binder, enum kind kind, const char *key);

/* The field that some key of a kind is near to, as suggest.h has it, or NULL. */
const char *
bind_near_key(struct binder *binder, enum kind kind, const char *key);

/* Reads a mapping's keys into an entity. */
void
bind_map(struct binder *binder, struct entity *entity, const struct node *map);

/* Reads one file's top level into the document: lists grow, a second process is an error. First
 * `early` (calendar, columns, language), for every file, then the rest. */
void
bind_document(struct binder *binder, const struct node *root, bool early);

/* Sets up the list of fields of each kind, with the author's columns once they are read. */
void
bind_columns(struct binder *binder);

void
binder_free(struct binder *binder);

#endif
