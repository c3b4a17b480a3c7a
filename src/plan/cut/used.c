/* SPDX-License-Identifier: MIT */
#include "plan/cut/used.h"

#include "model/fields.h"
#include "model/names.h"
#include "model/visit.h"

struct use_search {
	const struct model *model;
	const struct names *names;
	bool *used;
	const struct entity **waiting; /* used, but not looked at yet */
	size_t count;
	const struct entity *root; /* of the walk under way */
};

static void
use(struct use_search *s, const struct entity *entity)
{
	if (!entity || s->used[entity->serial] ||
	    (entity->kind != KIND_ROLE && entity->kind != KIND_TERM &&
	     entity->kind != KIND_ATTACHMENT))
		return;
	s->used[entity->serial] = true;
	s->waiting[s->count++] = entity;
}

static void
read_text(struct use_search *s, const struct text *text)
{
	struct mention mention;
	for (const char *at = text->s; at && names_find(s->names, at, &mention); at = mention.end)
		use(s, mention.what);
}

/* Of roles, terms and the document's own list of materials only what is used is looked at, and only
 * later. */
static bool
waits(const struct use_search *s, const struct entity *entity)
{
	return entity->kind == KIND_ROLE || entity->kind == KIND_TERM ||
	       (entity->kind == KIND_ATTACHMENT && entity->parent == &s->model->document->base);
}

static bool
enter(void *data, const struct entity *entity)
{
	struct use_search *s = data;
	return entity == s->root || !waits(s, entity);
}

static bool
is_looked_at(void *data, const struct entity *entity, const struct field *field)
{
	(void)data, (void)entity;
	return !(field->flags & (F_SETTING | F_LINK));
}

static void
read_leaf(void *data, const struct entity *entity, const struct leaf *leaf)
{
	struct use_search *s = data;
	if (leaf->type == LEAF_REF)
		use(s, leaf_ref(leaf)->to);
	else if (leaf->type != LEAF_THING)
		read_text(s, leaf_text(leaf));
	else if (waits(s, leaf_thing(leaf)) && entity->kind != KIND_DOCUMENT)
		use(s, leaf_thing(leaf));
}

static void
look_at(struct use_search *s, const struct entity *entity)
{
	static const struct visitor visitor = {.leaves =
						   LEAF_TEXT | LEAF_PROSE | LEAF_REF | LEAF_THING,
					       .thing = enter,
					       .field = is_looked_at,
					       .leaf = read_leaf};
	s->root = entity;
	visit(s->model, entity, &visitor, s);
}

static void
use_besides(struct use_search *s, const struct list *list, const bool *besides)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (besides[list->items[i]->serial])
			use(s, list->items[i]);
}

const bool *
used_find(const struct model *model, const bool *besides, struct arena *arena)
{
	const struct document *document = model->document;
	struct use_search s = {.model = model, .names = names_new(model, arena)};
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
