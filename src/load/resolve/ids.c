/* SPDX-License-Identifier: MIT */
/* Ids and anchors: those that authors gave, and those made from names. */
#include "load/resolve/resolver.h"
#include "model/fields.h"
#include "text/slug.h"

#include <string.h>

const char *
resolver_given_id(const struct entity *entity)
{
	const struct field *field = field_flagged(entity->kind, F_ID);
	return ((const struct text *)field_value(entity, field))->s;
}

bool
resolver_is_reserved(struct resolver *r, const char *id)
{
	const char *folded = resolver_form(r, id, FOLD_CASE);
	return field_spelling_matches(RESOLVER_END, folded);
}

const char *
resolver_key(struct resolver *r, const struct entity *scope, int use, const char *text)
{
	enum { DIGIT_BITS = 6, DIGITS = sizeof(uintptr_t) * 8 / DIGIT_BITS + 1 };
	size_t length = strlen(text);
	char *start = arena_alloc(&r->scratch, DIGITS + 1 + length + 1), *out = start;
	for (uintptr_t rest = (uintptr_t)scope; rest; rest >>= DIGIT_BITS)
		*out++ = (char)('0' + (rest & ((1u << DIGIT_BITS) - 1)));
	*out++ = (char)use;
	memcpy(out, text, length);
	return start;
}

/* The key of an id: unique in its kind, or for steps among those of its parent. */
static const char *
id_key(struct resolver *r, const struct entity *entity, const char *id)
{
	bool scoped = kind_info(entity->kind)->flags & K_SCOPED;
	return resolver_key(r, scoped ? entity->parent : NULL, (int)entity->kind, id);
}

static struct taken *
taken_new(struct resolver *r, const struct entity *by)
{
	struct taken *taken = arena_alloc(&r->scratch, sizeof *taken);
	*taken = (struct taken){by, 1};
	return taken;
}

void
resolver_take_id(struct resolver *r, struct entity *entity)
{
	if (!(kind_info(entity->kind)->flags & K_ID))
		return;
	const char *id = resolver_given_id(entity);
	if (!id)
		return;
	struct pos pos = field_pos(entity, field_flagged(entity->kind, F_ID));
	entity->id = utf8_fold(&r->model->arena, id, FOLD_FORM);
	if ((entity->kind == KIND_STAGE || entity->kind == KIND_STEP) &&
	    resolver_is_reserved(r, id))
		diag1(r->diags, RULE_REF_RESERVED_ID, pos, id);
	struct taken **place = (struct taken **)map_at(&r->ids, id_key(r, entity, entity->id));
	if (*place)
		diag1(r->diags, RULE_REF_DUPLICATE_ID, pos, id)->related =
		    field_pos((*place)->by, field_flagged(entity->kind, F_ID));
	else
		*place = taken_new(r, entity);
}

/* The first of slug, slug-2, slug-3 … that is free among the ids (or anchors) of an entity's scope.
 * The last number is kept, so that this stays linear. */
static const char *
free_name(struct resolver *r, const struct entity *entity, bool anchor, const char *slug)
{
	const char *name = slug;
	struct taken *first = NULL;
	for (;;) {
		struct taken **place =
		    (struct taken **)(anchor ? map_at(&r->anchors, name)
					     : map_at(&r->ids, id_key(r, entity, name)));
		if (!*place) {
			*place = taken_new(r, NULL);
			return name;
		}
		first = first ? first : *place;
		name = arena_printf(&r->model->arena, "%s-%lu", slug, ++first->last);
	}
}

void
resolver_make_id(struct resolver *r, struct entity *entity)
{
	if (!(kind_info(entity->kind)->flags & K_ID) || entity->id)
		return;
	const char *slug = slug_of(&r->model->arena, entity_name(entity));
	if ((entity->kind == KIND_STAGE || entity->kind == KIND_STEP) && strcmp(slug, "end") == 0)
		slug = "end-1";
	entity->id = free_name(r, entity, false, slug);
}

/* first-second, in the model's arena. */
static const char *
hyphenated(struct resolver *r, const char *first, const char *second)
{
	size_t head = strlen(first), tail = strlen(second);
	char *text = arena_alloc(&r->model->arena, head + 1 + tail + 1);
	memcpy(text, first, head);
	text[head] = '-';
	memcpy(text + head + 1, second, tail);
	return text;
}

void
resolver_make_anchor(struct resolver *r, struct entity *entity)
{
	if (!(kind_info(entity->kind)->flags & K_ID))
		return;
	const char *slug = resolver_given_id(entity) ? slug_of(&r->model->arena, entity->id)
						     : entity->id; /* a made id is a slug */
	if (entity->kind == KIND_STEP && entity->parent->anchor)
		slug = hyphenated(r, entity->parent->anchor, slug);
	else if (entity->kind != KIND_STAGE && entity->kind != KIND_PROCESS)
		slug = hyphenated(r, kind_info(entity->kind)->member, slug);
	entity->anchor = free_name(r, entity, true, slug);
}
