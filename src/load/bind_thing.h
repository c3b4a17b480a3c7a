/* SPDX-License-Identifier: MIT */
/* Empty things, their places in lists, and the fields that keys mean. */
#ifndef PRESALE_LOAD_BIND_THING_H
#define PRESALE_LOAD_BIND_THING_H

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

/* Adds a thing to a list and numbers it. */
void
bind_list_add(struct binder *binder, struct list *list, struct entity *entity);

#endif
