/* SPDX-License-Identifier: MIT */
#include "load/bind/by_variant.h"

#include "load/bind/key.h"
#include "model/fields.h"
#include "model/variant.h"
#include "model/visit.h"
#include "support/utf8.h"
#include "text/slug.h"

/* What a variant may be called, folded, with its own first spelling. */
static void
know(struct binder *b, const char *name, const char *variant)
{
	void **place = map_at(&b->variants, utf8_fold(&b->model->arena, name, FOLD_CASE));
	*place = *place ? *place : (void *)(uintptr_t)variant;
}

static void
know_variants(struct binder *b)
{
	const struct list *variants = &b->model->document->variants;
	b->knows_variants = true;
	for (uint32_t i = 0; i < variants->count; i++) {
		const struct variant *variant = variant_at(variants, i);
		const char *name = variant->name.s, *id = variant->id.s;
		if (!name && !id)
			continue;
		know(b, id ? id : slug_of(&b->model->arena, name), id ? id : name);
		if (name)
			know(b, name, id ? id : name);
	}
}

/* The first spelling of the variant that a key is of; NULL when it is of none. */
static const char *
variant_of_key(struct binder *b, const char *key)
{
	struct arena scratch = {0};
	if (!b->knows_variants)
		know_variants(b);
	const char *found = map_get(&b->variants, utf8_fold(&scratch, key, FOLD_CASE));
	arena_free(&scratch);
	return found;
}

bool
by_variant_is_others(struct binder *b, const char *key)
{
	struct arena scratch = {0};
	bool is = field_spelling_matches(BY_VARIANT_OTHERS, utf8_fold(&scratch, key, FOLD_KEY)) &&
		  !variant_of_key(b, key);
	arena_free(&scratch);
	return is;
}

bool
by_variant_knows(struct binder *b, const char *key)
{
	return variant_of_key(b, key) || by_variant_is_others(b, key);
}

const char *
by_variant_key(struct binder *b, const char *key)
{
	const char *variant = variant_of_key(b, key);
	return variant ? variant : by_variant_is_others(b, key) ? "" : key;
}

/* Looks at the keys that are texts: whether one of them is a key of a deadline, or near to one;
 * whether one of them names a variant. */
struct mapping_keys {
	bool terms, near, variants;
};

static struct mapping_keys
look_at_keys(struct binder *b, const struct node *map)
{
	struct mapping_keys keys = {0};
	for (const struct node *key = map->first; key; key = key->next->next) {
		if (key->type != NODE_TEXT || bind_is_ignored(key->text))
			continue;
		bool terms = bind_meant(b, KIND_TERMS, key->text) || bind_is_exception(key->text);
		keys.terms = keys.terms || terms;
		bool variant = by_variant_knows(b, key->text);
		keys.variants = keys.variants || variant;
		keys.near =
		    keys.near || (!terms && !variant && bind_near_key(b, KIND_TERMS, key->text));
	}
	return keys;
}

bool
by_variant_is_meant(struct binder *b, const struct field *field, const struct node *map)
{
	if (map->type != NODE_MAP || !map->first || !field_beside(field, KIND_BY_VARIANT))
		return false;
	struct mapping_keys keys = look_at_keys(b, map);
	bool some = keys.variants || b->model->document->variants.count;
	return field_is(field, LEAF_DURATION)
		   ? !keys.terms && (keys.variants || (some && !keys.near))
		   : some;
}

bool
by_variant_is_misplaced(struct binder *b, const struct field *field, const struct node *map)
{
	bool plain = !field_is(field, LEAF_THING) && !field_is(field, LEAF_NOTE) &&
		     field->kind != KIND_VARIANT_VALUE;
	if (map->type != NODE_MAP || !map->first || !plain || field_beside(field, KIND_BY_VARIANT))
		return false;
	bool all = true, some = false;
	for (const struct node *key = map->first; key && all; key = key->next->next) {
		all = key->type == NODE_TEXT && by_variant_knows(b, key->text);
		some = some || (all && variant_of_key(b, key->text));
	}
	return all && some;
}

const struct field *
by_variant_row(const struct field *field)
{
	return field_row(field_is(field, LEAF_DURATION) ? FIELD_VARIANT_VALUE_deadline
							: FIELD_VARIANT_VALUE_roles);
}

/* Widens a span by another. Where one of them is no bound, only what is the least of all holds. */
static void
widen(struct told *span, const struct told *by)
{
	bool bound = span->limit != LIMIT_NO_LESS && by->limit != LIMIT_NO_LESS;
	if (by->best_length.weight < span->best_length.weight) {
		span->best = by->best;
		span->best_length = by->best_length;
	}
	if (by->most_length.weight > span->most_length.weight) {
		span->most = by->most;
		span->most_length = by->most_length;
	}
	if (!bound) {
		span->most = span->best;
		span->most_length = span->best_length;
	}
	if (!bound || span->limit != by->limit)
		span->limit = bound ? LIMIT_NONE : LIMIT_NO_LESS;
}

void
by_variant_span(struct binder *b, struct duration *deadline, const struct list *values)
{
	struct told *span = NULL;
	deadline->told = NULL;
	for (uint32_t i = 0; i < values->count; i++) {
		const struct told *told = variant_value_at(values, i)->deadline.told;
		if (!told)
			continue;
		if (span)
			widen(span, told);
		if (!span) {
			span = arena_alloc(&b->model->arena, sizeof *span);
			*span = *told;
		}
	}
	deadline->told = span;
}

/* The mark is by serial of roles: the last thing that has one, from 1. */
struct joining {
	struct model *model;
	uint32_t *marks;
};

static void
join_value(struct joining *j, uint32_t whose, const struct refs *roles, struct refs *all)
{
	all->items =
	    arena_grow(&j->model->arena, all->items, all->count, roles->count, sizeof *all->items);
	for (uint32_t i = 0; i < roles->count; i++) {
		const struct entity *role = roles->items[i].to;
		if (role && j->marks[role->serial] == whose)
			continue;
		if (role)
			j->marks[role->serial] = whose;
		all->items[all->count++] = roles->items[i];
	}
}

static void
join_roles(struct joining *j, struct entity *entity, const struct field *field)
{
	const struct by_variant *by = variant_values(entity, field);
	if (!by)
		return;
	struct refs all = {.pos = by->base.pos};
	for (uint32_t i = 0; i < by->values.count; i++)
		join_value(j, entity->serial, &variant_value_at(&by->values, i)->roles, &all);
	*(struct refs *)field_place(entity, field) = all;
}

static void
join_thing(void *data, struct entity *entity)
{
	if (entity->kind == KIND_STAGE)
		join_roles(data, entity, field_row(FIELD_STAGE_responsible));
	else if (entity->kind == KIND_STEP)
		join_roles(data, entity, field_row(FIELD_STEP_role));
}

void
by_variant_join(struct model *model)
{
	struct arena scratch = {0};
	if (!model->made[KIND_BY_VARIANT])
		return;
	struct joining joining = {
	    model, arena_array(&scratch, (size_t)model->made_count + 1, sizeof *joining.marks)};
	visit_change(model, &model->document->base, &(struct changer){.thing = join_thing},
		     &joining);
	arena_free(&scratch);
}
