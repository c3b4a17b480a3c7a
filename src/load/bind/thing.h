/* SPDX-License-Identifier: MIT */
/* Empty things, their places in lists, the fields that keys mean, and durations. */
#ifndef PRESALE_LOAD_BIND_THING_H
#define PRESALE_LOAD_BIND_THING_H

#include "load/scalar/duration.h"
#include "model/field.h"
#include "support/map.h"
#include "yaml/tree.h"

/* A value behind a key that is none, and the field that is meant. */
struct meant_value {
	struct entity *entity;
	const struct field *field;
	const struct node *value;
};

struct binder {
	struct model *model;
	struct diagnostics *diags;
	struct map keys[KIND_COUNT]; /* by kind: a key as written → its field, or no_field */
	struct map told;             /* a duration as written → its struct told */
	struct map variants;         /* a variant's id or name, folded → its first spelling */
	bool knows_variants;         /* they are there */
	uint32_t unknown;            /* keys reported so far */
	struct meant_value *meant;   /* still to be bound */
	size_t meant_count;
	bool shares; /* what is read is shared: what the process says itself counts */
	const struct field *open_section; /* the last section, when it holds nothing; or NULL */
};

/* Makes an empty entity of a kind; the author's columns get their places. */
struct entity *
entity_new(struct model *model, enum kind kind, struct entity *parent, struct pos pos);

/* The field that a key or a title means in a kind, or NULL; and the same for keys alone. */
const struct field *
bind_field(struct binder *binder, enum kind kind, const char *key);
const struct field *
bind_key_field(struct binder *binder, enum kind kind, const char *key);

/* The field that is meant by a key, a title or a word of model/synonyms.def, with the sign of a
 * list before it or not: for what stands where only keys stand. */
const struct field *
bind_meant(struct binder *binder, enum kind kind, const char *key);

/* Tells of that sign. */
void
bind_mind_sign(struct binder *binder, enum kind kind, const struct node *key);

/* A key without typographic quotation marks around it, or what stands in brackets behind it:
 * «Показатели (KPI)»; the very key where there are none. */
const char *
bind_plain_key(struct binder *binder, const char *key);

/* The key that a word may stand for, in the language of its letters, or NULL. */
const char *
bind_hinted_key(struct binder *binder, enum kind kind, const char *key);

/* The key of a kind that some key is near to, as suggest.h has it, or NULL. */
const char *
bind_near_key(struct binder *binder, enum kind kind, const char *key);

/* The same; *certain tells whether no other is as near. */
const char *
bind_nearest_key(struct binder *binder, enum kind kind, const char *key, bool *certain);

/* Where the value of a field goes; allocates a rare one. Never NULL. */
void *
bind_place(struct binder *binder, struct entity *entity, const struct field *field);

/* Reads a duration, once for all that are written alike: they share what is told. Its pos is left
 * alone. The text is kept. */
enum duration_fault
bind_told(struct binder *binder, const char *text, struct duration *duration);

/* Notes that what was written for a field of a thing was reported and not taken. */
void
bind_refuse(struct binder *binder, struct entity *entity, const struct field *field);

/* Adds a thing to a list and numbers it. */
void
bind_list_add(struct binder *binder, struct list *list, struct entity *entity);

#endif
