/* SPDX-License-Identifier: MIT */
/* The walk over a process by the table of fields: every thing, every field, every leaf of a value
 * (a text, a reference, a date …) with its place, in the table's order and with the author's
 * columns. Nobody else asks of which type a field is, but those who read a value, or show it each
 * in a way of its own. */
#ifndef PRESALE_MODEL_VISIT_H
#define PRESALE_MODEL_VISIT_H

#include "model/field.h"

/* A text, a reference … of a field's value. */
struct leaf {
	enum leaf_type type; /* one bit */
	const struct field *field;
	const void *value; /* a struct text, ref, date … by the type; of LEAF_THING the thing */
	uint32_t item,
	    count; /* which of the value's items it is of, from 0, and how many there are */
	const struct ref *key; /* of a text of a note: what it is for; else NULL */
};

/* Of a leaf of LEAF_TEXT or LEAF_PROSE. */
static inline const struct text *
leaf_text(const struct leaf *leaf)
{
	return leaf->value;
}

/* Of a leaf of LEAF_REF. */
static inline const struct ref *
leaf_ref(const struct leaf *leaf)
{
	return leaf->value;
}

/* Of a leaf of LEAF_THING. */
static inline const struct entity *
leaf_thing(const struct leaf *leaf)
{
	return leaf->value;
}

/* Through the leaves of one value: those that are wanted (LEAF_…), nothing when it is absent. An
 * item must not move meanwhile. */
struct leaves {
	const struct field *field;
	const void *value;
	unsigned wanted;
	uint32_t item, count;
	uint32_t text; /* of a note under way: 0 its key, then its texts */
};

/* Before the first leaf of an entity's field. Points into the model; nothing to free. */
struct leaves
leaves_of(const struct entity *entity, const struct field *field, unsigned wanted);

/* The next one; false at the end. */
bool
leaves_next(struct leaves *leaves, struct leaf *leaf);

/* The same value, writable: entity is the one the leaf was found in. */
void *
leaf_place(struct entity *entity, const struct leaf *leaf);

/* What a walk tells; data is the caller's. Whatever is NULL is not asked. */
struct visitor {
	unsigned leaves; /* LEAF_… that are wanted */
	/* A thing, before its fields; false: nothing below it. */
	bool (*thing)(void *data, const struct entity *entity);
	/* A field that has leaves of the types wanted, or things below; false: it is passed by. */
	bool (*field)(void *data, const struct entity *entity, const struct field *field);
	/* A leaf; a thing is given before it is entered. */
	void (*leaf)(void *data, const struct entity *entity, const struct leaf *leaf);
};

/* Walks a thing and all that stands below it. What is only mentioned in a list (a material that is
 * defined elsewhere) is a leaf there, and entered where it stands. Depth is that of the field
 * table, not of the input. */
void
visit(const struct model *model, const struct entity *entity, const struct visitor *visitor,
      void *data);

/* The same for those who change what they find: place is the leaf's value, writable; things may
 * change in their own callback, before their fields are looked at. */
struct changer {
	unsigned leaves;
	void (*thing)(void *data, struct entity *entity);
	void (*leaf)(void *data, struct entity *entity, const struct leaf *leaf, void *place);
};

/* As visit, of a model that is being made or cut. */
void
visit_change(struct model *model, struct entity *entity, const struct changer *changer, void *data);

/* Gives a value items of its own in arena, so that changing them changes no other thing that was
 * copied from the same. Things are not copied. */
void
field_detach(struct entity *entity, const struct field *field, struct arena *arena);

/* Drops the references of a field (with a note's its texts) to which keep() says no; it may change
 * those it keeps. The items are the entity's own (field_detach). Where all were dropped the field
 * is absent. */
void
field_keep_refs(struct entity *entity, const struct field *field,
		bool (*keep)(void *data, const struct field *field, struct ref *ref), void *data);

#endif
