/* SPDX-License-Identifier: MIT */
#include "model/visit.h"

#include <string.h>

/* What all lists begin with. */
struct items {
	void *items;
	uint32_t count;
};

#define TYPE(...)
#define LIST(TYPE, member, item, LEAF) \
	_Static_assert(offsetof(member, items) == offsetof(struct items, items) && \
			   offsetof(member, count) == offsetof(struct items, count), \
		       "a list begins with items and count");
#define THING(...)
#include "model/types.def"
#undef TYPE
#undef LIST
#undef THING

static struct items
items_of(const void *list)
{
	struct items items;
	memcpy(&items, list, sizeof items);
	return items;
}

struct leaves
leaves_of(const struct entity *entity, const struct field *field, unsigned wanted)
{
	struct leaves leaves = {
	    .field = field, .value = field_value(entity, field), .wanted = wanted};
	if (!(field_leaves(field) & wanted))
		return leaves;
	leaves.count =
	    field_is_list(field) ? items_of(leaves.value).count : field_is_set(entity, field);
	return leaves;
}

static const void *
item_at(const struct leaves *leaves)
{
	if (!field_is_list(leaves->field))
		return leaves->value;
	return (const char *)items_of(leaves->value).items +
	       leaves->item * type_table[leaves->field->type].item;
}

/* The key of a note, then its texts, as far as they are wanted. */
static bool
next_of_note(struct leaves *leaves, struct leaf *leaf)
{
	for (; leaves->item < leaves->count; leaves->item++, leaves->text = 0) {
		const struct note *note = item_at(leaves);
		leaf->item = leaves->item;
		if (leaves->text == 0 && leaves->wanted & LEAF_REF) {
			leaves->text = 1;
			leaf->type = LEAF_REF;
			leaf->value = &note->key;
			return true;
		}
		leaves->text += leaves->text == 0;
		if (leaves->wanted & LEAF_PROSE && leaves->text <= note->texts.count) {
			leaf->type = LEAF_PROSE;
			leaf->value = &note->texts.items[leaves->text++ - 1];
			leaf->key = &note->key;
			return true;
		}
	}
	return false;
}

bool
leaves_next(struct leaves *leaves, struct leaf *leaf)
{
	if (leaves->item >= leaves->count)
		return false;
	*leaf = (struct leaf){.type = (enum leaf_type)field_leaves(leaves->field),
			      .field = leaves->field,
			      .item = leaves->item,
			      .count = leaves->count};
	if (leaf->type == LEAF_NOTE)
		return next_of_note(leaves, leaf);
	leaf->value = item_at(leaves);
	if (leaf->type == LEAF_THING)
		leaf->value = *(struct entity *const *)leaf->value;
	leaves->item++;
	return true;
}

void *
leaf_place(struct entity *entity, const struct leaf *leaf)
{
	(void)entity;
	return (void *)(uintptr_t)leaf->value;
}

void
visit(const struct model *model, const struct entity *entity, const struct visitor *visitor,
      void *data)
{
	if (visitor->thing && !visitor->thing(data, entity))
		return;
	unsigned wanted = visitor->leaves | LEAF_THING;
	for (const struct field **field = model->fields[entity->kind]; *field; field++) {
		if (!(field_leaves(*field) & wanted) ||
		    (visitor->field && !visitor->field(data, entity, *field)))
			continue;
		struct leaves leaves = leaves_of(entity, *field, wanted);
		struct leaf leaf;
		while (leaves_next(&leaves, &leaf)) {
			if (leaf.type & visitor->leaves)
				visitor->leaf(data, entity, &leaf);
			if (leaf.type == LEAF_THING && leaf_thing(&leaf)->parent == entity)
				visit(model, leaf_thing(&leaf), visitor, data);
		}
	}
}

struct changing {
	const struct changer *changer;
	void *data;
};

/* The model that visit_change() was given is writable, and so is everything in it. */
static struct entity *
writable(const struct entity *entity)
{
	return (struct entity *)(uintptr_t)entity;
}

static bool
change_thing(void *data, const struct entity *entity)
{
	const struct changing *change = data;
	if (change->changer->thing)
		change->changer->thing(change->data, writable(entity));
	return true;
}

static void
change_leaf(void *data, const struct entity *entity, const struct leaf *leaf)
{
	const struct changing *change = data;
	struct entity *owner = writable(entity);
	change->changer->leaf(change->data, owner, leaf, leaf_place(owner, leaf));
}

void
visit_change(struct model *model, struct entity *entity, const struct changer *changer, void *data)
{
	struct changing all = {changer, data};
	const struct visitor visitor = {
	    .leaves = changer->leaves, .thing = change_thing, .leaf = change_leaf};
	visit(model, entity, &visitor, &all);
}

static void
detach_notes(struct notes *notes, struct arena *arena)
{
	for (uint32_t i = 0; i < notes->count; i++) {
		struct texts *texts = &notes->items[i].texts;
		struct text *items = arena_array(arena, texts->count + 1, sizeof *items);
		if (texts->count)
			memcpy(items, texts->items, texts->count * sizeof *items);
		texts->items = items;
	}
}

void
field_detach(struct entity *entity, const struct field *field, struct arena *arena)
{
	void *place = field_place(entity, field);
	if (!field_is_list(field) || !place)
		return;
	struct items list = items_of(place);
	size_t size = type_table[field->type].item;
	void *items = arena_array(arena, (size_t)list.count + 1, size);
	if (list.count)
		memcpy(items, list.items, list.count * size);
	memcpy(place, &items, sizeof items);
	if (field_is(field, LEAF_NOTE))
		detach_notes(place, arena);
}

void
field_keep_refs(struct entity *entity, const struct field *field,
		bool (*keep)(void *data, const struct field *field, struct ref *ref), void *data)
{
	char *place = field_place(entity, field);
	if (!place)
		return;
	if (!field_is_list(field)) {
		void *ref = place;
		if (field_is_set(entity, field) && !keep(data, field, ref))
			field_clear(entity, field);
		return;
	}
	struct items list = items_of(place);
	size_t size = type_table[field->type].item;
	uint32_t kept = 0;
	for (uint32_t i = 0; i < list.count; i++) {
		void *item = (char *)list.items + i * size; /* a note begins with its reference */
		if (keep(data, field, item))
			memmove((char *)list.items + kept++ * size, item, size);
	}
	memcpy(place + offsetof(struct items, count), &kept, sizeof kept);
	if (list.count && !kept)
		field_clear(entity, field);
}
