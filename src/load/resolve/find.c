/* SPDX-License-Identifier: MIT */
/* What a text calls: a thing of a kind by its id, name or alias, a stage or step as seen from
 * another, a path. */
#include "load/resolve/resolver.h"
#include "model/fields.h"
#include "model/pass.h"
#include "text/words/expansion.h"

#include <string.h>

static void
index_add(struct resolver *r, struct map *map, const char *key, struct entity *entity)
{
	struct entity **place = (struct entity **)map_at(map, key);
	*place = *place && *place != entity ? &r->several : entity;
}

static void
index_alias(struct resolver *r, struct name_index *index, const char *alias, struct entity *entity)
{
	index_add(r, &index->aliases, resolver_form(r, alias, FOLD_FORM), entity);
	index_add(r, &index->folded, resolver_form(r, alias, FOLD_CASE), entity);
}

struct words *
resolver_words(struct resolver *r)
{
	if (!r->words)
		r->words = words_new(&r->scratch);
	return r->words;
}

/* «Коммерческое предложение (КП)» is called by either. */
static void
index_parts(struct resolver *r, struct name_index *index, struct entity *entity)
{
	const char *name = entity_name(entity);
	struct expansion parts;
	if (!strchr(name, '('))
		return;
	if (!expansion_of_title(resolver_words(r), name, &parts))
		return;
	size_t brief = (size_t)(parts.brief_end - parts.brief),
	       full = (size_t)(parts.full_end - parts.full);
	index_alias(r, index, arena_copy(&r->scratch, parts.brief, brief), entity);
	index_alias(r, index, arena_copy(&r->scratch, parts.full, full), entity);
}

static void
index_aliases(struct resolver *r, struct name_index *index, struct entity *entity)
{
	const struct field *field = field_flagged(entity->kind, F_ALIASES);
	if (!field)
		return;
	const struct texts *aliases = field_value(entity, field);
	for (uint32_t i = 0; i < aliases->count; i++)
		index_alias(r, index, aliases->items[i].s, entity);
	index_parts(r, index, entity);
}

void
resolver_index(struct resolver *r, struct entity *entity)
{
	if (!(kind_info(entity->kind)->flags & K_ID) || entity->kind == KIND_STEP)
		return;
	struct name_index *index = &r->by_kind[entity->kind];
	const char *name = resolver_form(r, entity_name(entity), FOLD_FORM);
	index_add(r, &index->ids, entity->id, entity);
	index_add(r, &index->names, name, entity);
	index_add(r, &index->folded, resolver_form(r, entity->id, FOLD_CASE), entity);
	index_add(r, &index->folded, resolver_form(r, name, FOLD_CASE), entity);
	index_aliases(r, index, entity);
}

struct entity *
resolver_find_in(struct resolver *r, const struct name_index *index, const char *text)
{
	const char *exact = resolver_form(r, text, FOLD_FORM);
	struct entity *found = map_get(&index->ids, exact);
	if (!found)
		found = map_get(&index->names, exact);
	if (!found)
		found = map_get(&index->aliases, exact);
	return found ? found : map_get(&index->folded, resolver_form(r, text, FOLD_CASE));
}

const struct list *
resolver_steps(const struct entity *parent)
{
	return parent->kind == KIND_STAGE ? &stage_of(parent)->steps : &step_of(parent)->steps;
}

static void
index_steps(struct resolver *r, struct entity *parent)
{
	void **seen = map_at(&r->indexed, resolver_key(r, parent, OF_STEPS, ""));
	if (*seen)
		return;
	*seen = parent;
	const struct list *steps = resolver_steps(parent);
	for (uint32_t i = 0; i < steps->count; i++) {
		struct entity *step = steps->items[i];
		index_add(r, &r->steps, resolver_key(r, parent, OF_ID, step->id), step);
		index_add(r, &r->steps,
			  resolver_key(r, parent, OF_NAME,
				       resolver_form(r, entity_name(step), FOLD_FORM)),
			  step);
		index_add(r, &r->steps,
			  resolver_key(r, parent, OF_FOLDED, resolver_form(r, step->id, FOLD_CASE)),
			  step);
		index_add(r, &r->steps,
			  resolver_key(r, parent, OF_FOLDED,
				       resolver_form(r, entity_name(step), FOLD_CASE)),
			  step);
	}
}

/* A step among those of a stage or step. */
static struct entity *
find_step(struct resolver *r, struct entity *parent, const char *text)
{
	if (parent->kind != KIND_STAGE && parent->kind != KIND_STEP)
		return NULL;
	index_steps(r, parent);
	const char *exact = resolver_form(r, text, FOLD_FORM);
	struct entity *found = map_get(&r->steps, resolver_key(r, parent, OF_ID, exact));
	if (!found)
		found = map_get(&r->steps, resolver_key(r, parent, OF_NAME, exact));
	return found ? found
		     : map_get(&r->steps, resolver_key(r, parent, OF_FOLDED,
						       resolver_form(r, text, FOLD_CASE)));
}

static struct entity *
find_path(struct resolver *r, const char *text)
{
	for (const char *slash = strchr(text, '/'); slash; slash = strchr(slash + 1, '/')) {
		const char *head = arena_copy(&r->model->arena, text, (size_t)(slash - text));
		struct entity *found = resolver_find_in(r, &r->by_kind[KIND_STAGE], head);
		if (!found || found == &r->several)
			continue;
		struct entity *step = find_step(r, found, slash + 1);
		const char *second = strchr(slash + 1, '/');
		if (!step && second) {
			struct entity *outer = find_step(
			    r, found,
			    arena_copy(&r->model->arena, slash + 1, (size_t)(second - slash) - 1));
			step =
			    outer && outer != &r->several ? find_step(r, outer, second + 1) : NULL;
		}
		if (step)
			return step;
	}
	return NULL;
}

struct entity *
resolver_find_route(struct resolver *r, const struct entity *from, const char *text, bool end)
{
	if (end && resolver_is_reserved(r, text))
		return &r->model->end;
	struct entity *found = NULL;
	if (from->kind == KIND_STEP) {
		found = find_step(r, from->parent, text);
		if (!found && from->parent->kind == KIND_STEP)
			found = find_step(r, from->parent->parent, text);
	}
	if (!found)
		found = resolver_find_in(r, &r->by_kind[KIND_STAGE], text);
	if (!found && from->kind == KIND_STAGE)
		found = find_step(r, (struct entity *)(uintptr_t)from, text);
	return found ? found : find_path(r, text);
}

/* A step of any stage; where several are called so nobody can tell which is meant. */
static struct entity *
find_anywhere(struct resolver *r, const char *text)
{
	const struct list *stages = &r->model->document->stages;
	struct entity *found = NULL;
	for (uint32_t i = 0; i < stages->count; i++) {
		struct entity *step = find_step(r, stages->items[i], text);
		const struct list *steps = resolver_steps(stages->items[i]);
		for (uint32_t k = 0; k < steps->count && !step; k++)
			step = find_step(r, steps->items[k], text);
		if (step)
			found = found ? &r->several : step;
	}
	return found;
}

static struct entity *
find_place(struct resolver *r, const char *text)
{
	struct entity *found = resolver_find_route(r, &r->model->document->base, text, false);
	return found ? found : find_anywhere(r, text);
}

struct entity *
resolver_find_passed(struct resolver *r, const char *text)
{
	struct entity *found = find_place(r, text);
	return found || !pass_number(text) ? found : find_place(r, pass_place(text, &r->scratch));
}

struct entity *
resolver_find_parent(struct resolver *r, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return NULL;
	const char *head = arena_copy(&r->scratch, path, (size_t)(slash - path));
	struct entity *stage = resolver_find_in(r, &r->by_kind[KIND_STAGE], head),
		      *found = stage ? stage : find_path(r, head);
	return found == &r->several ? NULL : found;
}
