/* SPDX-License-Identifier: MIT */
#include "load/share.h"

#include "model/fields.h"
#include "model/visit.h"
#include "plan/cut/used.h"
#include "support/map.h"
#include "support/utf8.h"

#include <string.h>

static bool
is_shared(const struct model *model, const struct entity *entity)
{
	return entity->pos.line && entity->pos.file >= model->own_files;
}

static bool
shares_any(const struct model *model)
{
	return model->own_files < model->file_count;
}

static const char *
form(struct arena *arena, const struct text *text)
{
	return text && text->s ? utf8_fold(arena, text->s, FOLD_CASE) : NULL;
}

static const struct text *
text_flagged(const struct entity *entity, enum field_flag flag)
{
	const struct field *field = field_flagged(entity->kind, flag);
	return field ? field_value(entity, field) : NULL;
}

static void
note_key(struct map *known, const char *key, struct entity *entity)
{
	void **place = key ? map_at(known, key) : NULL;
	if (place && !*place)
		*place = entity;
}

/* Has a thing found by its id, its name and its other names. */
static void
know(struct map *known, struct arena *arena, struct entity *entity)
{
	const struct field *aliases = field_flagged(entity->kind, F_ALIASES);
	const struct texts *others = aliases ? field_value(entity, aliases) : NULL;
	note_key(known, form(arena, text_flagged(entity, F_ID)), entity);
	note_key(known, form(arena, text_flagged(entity, F_NAME)), entity);
	for (uint32_t i = 0; others && i < others->count; i++)
		note_key(known, form(arena, &others->items[i]), entity);
}

static struct entity *
twin_of(const struct map *known, struct arena *arena, const struct entity *shared)
{
	const char *id = form(arena, text_flagged(shared, F_ID)),
		   *name = form(arena, text_flagged(shared, F_NAME));
	struct entity *twin = id ? map_get(known, id) : NULL;
	return twin || !name ? twin : map_get(known, name);
}

/* Has the things of a value stand below another thing. */
static void
take_over(struct entity *entity, const struct field *field)
{
	struct leaves things = leaves_of(entity, field, LEAF_THING);
	struct leaf leaf;
	while (leaves_next(&things, &leaf))
		((struct entity *)(uintptr_t)leaf_thing(&leaf))->parent = entity;
}

static void
give(struct model *model, struct entity *own, const struct entity *shared,
     const struct field *field)
{
	if (field->flags & F_RARE)
		entity_make_more(own, &model->arena);
	memcpy(field_place(own, field), field_value(shared, field), type_table[field->type].size);
	take_over(own, field);
}

/* Texts and references tell whether two values are the same; what else differs is seldom said. */
static bool
says_otherwise(const struct entity *own, const struct entity *shared, const struct field *field)
{
	const unsigned wanted = LEAF_TEXT | LEAF_PROSE | LEAF_REF;
	struct leaves mine = leaves_of(own, field, wanted),
		      theirs = leaves_of(shared, field, wanted);
	struct leaf a, b;
	for (;;) {
		bool more = leaves_next(&mine, &a), also = leaves_next(&theirs, &b);
		if (!more || !also)
			return more || also;
		const char *one = a.type == LEAF_REF ? leaf_ref(&a)->raw : leaf_text(&a)->s,
			   *other = b.type == LEAF_REF ? leaf_ref(&b)->raw : leaf_text(&b)->s;
		if (!one || !other || strcmp(one, other) != 0)
			return true;
	}
}

/* Fills what a process leaves open of a thing. */
static void
fill(struct model *model, struct diagnostics *diags, struct entity *own,
     const struct entity *shared)
{
	for (const struct field **at = model->fields[own->kind]; *at; at++) {
		const struct field *field = *at;
		if (!field_is_set(shared, field) || field->flags & F_BESIDE)
			continue;
		if (!field_is_set(own, field))
			give(model, own, shared, field);
		else if (!(field->flags & (F_NAME | F_ID | F_ALIASES | F_SETTING | F_PLUMBING)) &&
			 says_otherwise(own, shared, field)) {
			struct diagnostic *d =
			    diag2(diags, RULE_REF_SHARED_OTHERWISE, field_pos(own, field),
				  entity_name(own), said_key(field, &diags->arena));
			d->related = field_pos(shared, field);
			d->entity = own;
		}
	}
}

/* Joins each shared thing of a list with the one that the process has itself; diags is NULL where
 * nothing is to be told. */
static void
join(struct model *model, struct diagnostics *diags, struct list *list)
{
	struct arena scratch = {0};
	struct map known = {0};
	uint32_t count = 0;
	for (uint32_t i = 0; i < list->count; i++) {
		struct entity *item = list->items[i], *twin = is_shared(model, item)
								  ? twin_of(&known, &scratch, item)
								  : NULL;
		if (twin && diags && item->kind != KIND_SETTING)
			fill(model, diags, twin, item);
		if (twin)
			continue;
		list->items[count++] = item;
		item->number = count;
		if (!is_shared(model, item))
			know(&known, &scratch, item);
	}
	list->count = count;
	map_free(&known);
	arena_free(&scratch);
}

void
share_columns(struct model *model)
{
	const struct entity *columns = model->document->columns;
	if (!columns || !shares_any(model))
		return;
	for (const struct field *field = kind_info(KIND_COLUMNS)->fields;
	     field->kind == KIND_COLUMNS; field++)
		join(model, NULL, field_place(model->document->columns, field));
}

void
share_join(struct model *model, struct diagnostics *diags)
{
	struct document *document = model->document;
	if (!shares_any(model))
		return;
	join(model, diags, &document->roles);
	join(model, diags, &document->glossary);
	join(model, diags, &document->attachments);
	join(model, diags, &document->editions);
	join(model, diags, &document->check);
}

/* Keeps of a list what is the process's own, and of the rest what stays. */
static void
keep(const struct model *model, struct list *list, bool (*stays)(const bool *, struct entity *),
     const bool *used)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < list->count; i++) {
		struct entity *item = list->items[i];
		if (is_shared(model, item) && !stays(used, item))
			continue;
		list->items[count++] = item;
		item->number = count;
	}
	list->count = count;
	if (!count)
		list->pos = (struct pos){0};
}

static bool
is_used(const bool *used, struct entity *entity)
{
	return used[entity->serial];
}

/* An edition for readers that the process does not have is none of its. */
static bool
has_its_readers(const bool *used, struct entity *entity)
{
	const struct entity *audience = edition_of(entity)->audience.to;
	return !audience || used[audience->serial];
}

void
share_settle(struct model *model)
{
	struct document *document = model->document;
	struct arena scratch = {0};
	if (!shares_any(model) || !model->complete)
		return;
	bool *own = arena_array(&scratch, (size_t)model->made_count + 1, sizeof *own);
	const struct list *lists[] = {&document->roles, &document->glossary,
				      &document->attachments};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		for (uint32_t j = 0; j < lists[i]->count; j++)
			own[lists[i]->items[j]->serial] = !is_shared(model, lists[i]->items[j]);
	const bool *used = used_find(model, own, &scratch);
	keep(model, &document->roles, is_used, used);
	keep(model, &document->glossary, is_used, used);
	keep(model, &document->attachments, is_used, used);
	keep(model, &document->editions, has_its_readers, used);
	arena_free(&scratch);
}
