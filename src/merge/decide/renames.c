/* SPDX-License-Identifier: MIT */
#include "merge/decide/renames.h"

#include "merge/decide/value.h"
#include "model/fields.h"
#include "support/utf8.h"

#include <string.h>

/* A walk over the references of a process. */
struct following {
	struct decision *decision;
	struct map renamed; /* by thing: the change of its name */
	struct map set;     /* by thing: a chain of the changes of its fields */
	uint32_t count;     /* of changes before any reference followed */
};

static bool
has_own_id(const struct entity *entity)
{
	const struct field *id = field_flagged(entity->kind, F_ID);
	return entity->keyed || (id && written_is(entity, id));
}

/* True for a reference that is no more one when the name is another. */
static bool
breaks(struct following *f, const struct ref *ref)
{
	struct arena *arena = f->decision->arena;
	const char *raw = utf8_fold(arena, ref->raw, FOLD_KEY);
	if (strcmp(raw, utf8_fold(arena, entity_name(ref->to), FOLD_KEY)) == 0)
		return true;
	return ref->to->id && !has_own_id(ref->to) && strcmp(ref->raw, ref->to->id) == 0;
}

/* The thing and field under whose key a value is written that goes on with another's. */
static const struct field *
written_at(const struct entity **entity, const struct field *field)
{
	const struct field *holder = entity_holder(*entity);
	while (holder && (holder->flags & F_BESIDE || kind_info((*entity)->kind)->flags & K_MADE)) {
		*entity = (*entity)->parent;
		field = holder;
		holder = entity_holder(*entity);
	}
	while (field->flags & F_BESIDE)
		field--;
	return field;
}

/* The value with one text or key in place of another. */
static const struct written *
replaced(const struct written *value, const char *was, const char *is, struct arena *arena)
{
	struct written *copy = arena_alloc(arena, sizeof *copy);
	*copy = *value;
	copy->next = NULL;
	copy->first = NULL;
	if (copy->text && strcmp(copy->text, was) == 0)
		copy->text = is;
	if (copy->key && strcmp(copy->key, was) == 0)
		copy->key = is;
	for (const struct written *one = value->first; one; one = one->next)
		value_add(copy, (struct written *)(uintptr_t)replaced(one, was, is, arena));
	return copy;
}

/* The change of a field that there is already, or NULL. */
static struct change *
change_of(struct following *f, const struct entity *entity, const struct field *field)
{
	for (uint32_t i = 0; i < f->decision->count; i++) {
		struct change *change = f->decision->changes[i];
		bool value = change->what == CHANGE_SET || change->what == CHANGE_UNSET ||
			     change->what == CHANGE_RENAME;
		if (value && change->thing == entity && change->field == field)
			return change;
	}
	return NULL;
}

static void
follow(void *data, const struct entity *entity, const struct leaf *leaf)
{
	struct following *f = data;
	struct decision *decision = f->decision;
	const struct ref *ref = leaf_ref(leaf);
	const struct change *rename =
	    ref->to ? map_get_number(&f->renamed, (uintptr_t)ref->to) : NULL;
	if (!rename || !breaks(f, ref))
		return;
	const struct field *field = written_at(&entity, leaf->field);
	struct change *change = change_of(f, entity, field);
	if (!change) {
		const struct written *was =
		    written_field(&decision->voice, entity, field, decision->arena);
		if (!was)
			return;
		change = decision_add(decision, CHANGE_SET, entity, field, rename->from.address);
		change->was = change->is = was;
	}
	if (change->is)
		change->is = replaced(change->is, ref->raw, rename->is->text, decision->arena);
}

void
renames_follow(struct decision *decision)
{
	static const struct visitor visitor = {.leaves = LEAF_REF, .leaf = follow};
	struct following f = {.decision = decision, .count = decision->count};
	const struct model *model = decision->voice.model;
	bool any = false;
	for (uint32_t i = 0; i < decision->count; i++) {
		const struct change *change = decision->changes[i];
		if (change->what != CHANGE_RENAME)
			continue;
		any = true;
		*map_at_number(&f.renamed, (uintptr_t)change->thing) = (void *)(uintptr_t)change;
	}
	if (any)
		visit(model, &model->document->base, &visitor, &f);
	map_free(&f.renamed);
}
