/* SPDX-License-Identifier: MIT */
#include "plan/used.h"

#include "model/field.h"
#include "model/names.h"

struct search {
	const struct model *model;
	const struct names *names;
	bool *used;
	const struct entity **waiting; /* used, but not looked at yet */
	size_t count;
};

static void
use(struct search *s, const struct entity *entity)
{
	if (!entity || s->used[entity->serial] ||
	    (entity->kind != KIND_ROLE && entity->kind != KIND_TERM &&
	     entity->kind != KIND_ATTACHMENT))
		return;
	s->used[entity->serial] = true;
	s->waiting[s->count++] = entity;
}

static void
read_text(struct search *s, const struct text *text)
{
	struct mention mention;
	for (const char *at = text->s; at && names_find(s->names, at, &mention); at = mention.end)
		use(s, mention.what);
}

static void
read_texts(struct search *s, const struct texts *texts)
{
	for (uint32_t i = 0; i < texts->count; i++)
		read_text(s, &texts->items[i]);
}

static void
look_at(struct search *s, const struct entity *entity);

/* Of the document's own lists of roles, terms and materials only what is used is looked at, and
 * that later. */
static void
read_list(struct search *s, const struct entity *owner, const struct list *list)
{
	for (uint32_t i = 0; i < list->count; i++) {
		const struct entity *item = list->items[i];
		bool waits =
		    item->kind == KIND_ROLE || item->kind == KIND_TERM ||
		    (item->kind == KIND_ATTACHMENT && item->parent == &s->model->document->base);
		if (!waits)
			look_at(s, item);
		else if (owner->kind != KIND_DOCUMENT)
			use(s, item);
	}
}

static void
look_at_field(struct search *s, const struct entity *entity, const struct field *field)
{
	const void *value = field_value(entity, field);
	const struct refs *refs = value;
	const struct notes *notes = value;
	if (field->type == TYPE_TEXT || field->type == TYPE_PROSE)
		read_text(s, value);
	else if (field->type == TYPE_TEXTS || field->type == TYPE_PROSES)
		read_texts(s, value);
	else if (field->type == TYPE_REF)
		use(s, ((const struct ref *)value)->to);
	else if (field->type == TYPE_MANY)
		read_list(s, entity, value);
	else if (field->type == TYPE_ONE && *(struct entity *const *)value)
		look_at(s, *(struct entity *const *)value);
	for (uint32_t i = 0; field->type == TYPE_REFS && i < refs->count; i++)
		use(s, refs->items[i].to);
	for (uint32_t i = 0; field->type == TYPE_NOTES && i < notes->count; i++)
		read_texts(s, &notes->items[i].texts);
}

/* Depth is that of the field table. */
static void
look_at(struct search *s, const struct entity *entity)
{
	for (const struct field **field = s->model->fields[entity->kind]; *field; field++)
		if (!((*field)->flags & (F_SETTING | F_LINK)))
			look_at_field(s, entity, *field);
}

static void
use_besides(struct search *s, const struct list *list, const bool *besides)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (besides[list->items[i]->serial])
			use(s, list->items[i]);
}

const bool *
used_find(const struct model *model, const bool *besides, struct arena *arena)
{
	const struct document *document = model->document;
	struct search s = {.model = model, .names = names_new(model, arena)};
	s.used = arena_array(arena, (size_t)model->made_count + 1, sizeof *s.used);
	s.waiting = arena_array(arena, (size_t)model->made_count + 1, sizeof *s.waiting);
	if (besides) {
		use_besides(&s, &document->roles, besides);
		use_besides(&s, &document->glossary, besides);
		use_besides(&s, &document->attachments, besides);
	}
	look_at(&s, &document->base);
	while (s.count)
		look_at(&s, s.waiting[--s.count]);
	return s.used;
}
