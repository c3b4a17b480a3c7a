/* SPDX-License-Identifier: MIT */
#include "change/compare.h"

#include "change/order.h"
#include "change/same.h"
#include "model/fields.h"
#include "model/visit.h"
#include "model/weights.h"

#include <string.h>

struct comparing {
	const struct matching *match;
	struct voice was, is;
	struct arena *arena;
	struct changes changes;
	uint32_t *behind; /* by change: the number of that behind which its thing comes, from 1 */
	struct weights weights; /* as the later model has them */
	struct arena scratch;
};

static struct change *
add(struct comparing *c, enum change_what what, const struct entity *thing,
    const struct field *field)
{
	struct changes *changes = &c->changes;
	changes->items =
	    arena_grow(c->arena, changes->items, changes->count, 1, sizeof *changes->items);
	c->behind = arena_grow(&c->scratch, c->behind, changes->count, 1, sizeof *c->behind);
	c->behind[changes->count] = 0;
	struct change *change = &changes->items[changes->count++];
	*change = (struct change){.what = what,
				  .thing = thing,
				  .field = field,
				  .material = weights_count(&c->weights, thing, field)};
	return change;
}

/* Where the later model has what is changed. */
static void
note_source(struct comparing *c, struct change *change, struct pos pos)
{
	if (!pos.line)
		return;
	change->from.document = c->match->is->files[pos.file].name;
	change->from.address = arena_printf(c->arena, "%u", (unsigned)pos.line);
}

/* What a field says of a thing, NULL where it says nothing. */
static const struct written *
value_of(struct comparing *c, const struct voice *voice, const struct entity *entity,
	 const struct field *field)
{
	return field ? written_field(voice, entity, field, c->arena) : NULL;
}

static void
compare_value(struct comparing *c, const struct same_sides *sides)
{
	if (same_value(sides))
		return;
	const struct field *field = sides->was_field ? sides->was_field : sides->is_field;
	const struct written *was = value_of(c, &c->was, sides->was, sides->was_field),
			     *is = value_of(c, &c->is, sides->is, sides->is_field);
	bool name = field->flags & F_NAME && field_leaves(field) & (LEAF_TEXT | LEAF_PROSE);
	enum change_what what = !is ? CHANGE_UNSET : name && was ? CHANGE_RENAME : CHANGE_SET;
	struct change *change = add(c, what, sides->was, field);
	change->was = was;
	change->is = is;
	change->other = sides->is;
	note_source(c, change, is ? field_pos(sides->is, sides->is_field) : sides->is->pos);
}

/* True where an id is the name: what stands under its name in a mapping has no other. */
static bool
is_named_by_id(const struct entity *entity)
{
	return entity->id && strcmp(entity->id, entity_name(entity)) == 0;
}

/* An id that is written where it had been made of the name says nothing new; nor does one that is
 * the name. */
static void
compare_id(struct comparing *c, const struct same_sides *sides)
{
	const struct entity *was = sides->was, *is = sides->is;
	bool given = written_is(was, sides->was_field) || written_is(is, sides->is_field),
	     same = was->id && is->id && strcmp(was->id, is->id) == 0;
	if (given && !same && !(is_named_by_id(was) && is_named_by_id(is)))
		compare_value(c, sides);
}

static void
compare_things(struct comparing *c, const struct entity *was, const struct entity *is);

/* Where a thing of the later model comes: behind its neighbour's counterpart, or behind that
 * neighbour's own change. */
struct standing {
	const struct entity *after;
	uint32_t behind; /* the number of a change, or 0 */
};

static void
add_added(struct comparing *c, const struct entity *parent, const struct field *field,
	  const struct entity *is, const struct standing *place)
{
	struct change *change = add(c, CHANGE_ADD, parent, field);
	change->other = is;
	change->is = written_thing(&c->is, is, c->arena);
	change->after = place->after;
	c->behind[c->changes.count - 1] = place->behind;
	note_source(c, change, is->pos);
}

static void
add_removed(struct comparing *c, const struct field *field, const struct entity *was)
{
	struct change *change = add(c, CHANGE_REMOVE, was, field);
	change->was = written_thing(&c->was, was, c->arena);
}

static void
add_moved(struct comparing *c, const struct entity *was, const struct entity *is,
	  const struct entity *parent, const struct standing *place)
{
	const struct field *field = entity_holder(is); /* of the list that it stands in now */
	struct change *change = add(c, CHANGE_MOVE, was, field ? field : &exception_field);
	change->other = is;
	change->to = parent;
	change->after = place->after;
	change->material =
	    change->material && (change->field->flags & F_ORDERED || was->parent != parent);
	c->behind[c->changes.count - 1] = place->behind;
}

/* A list that is gone through: what of the earlier one has been told of. */
struct gone_items {
	const struct entity *parent;
	const struct field *field;
	const bool *moved; /* by item of the later list */
	uint32_t at;
};

/* Tells what is gone of a list from here on, up to what still stands where it did. */
static void
flush_removed(struct comparing *c, struct gone_items *gone)
{
	const struct list *list = match_list(gone->parent, gone->field);
	for (; gone->at < list->count; gone->at++) {
		const struct entity *was = list->items[gone->at], *is = match_later(c->match, was);
		if (match_is_mention(list, gone->at, gone->parent))
			continue;
		if (!is)
			add_removed(c, gone->field, was);
		else if (match_earlier(c->match, is->parent) == gone->parent &&
			 !gone->moved[is->number - 1])
			return;
	}
}

/* An item of the later list. */
static void
compare_item(struct comparing *c, const struct same_sides *sides, const struct entity *is,
	     bool moved, struct standing *place)
{
	const struct entity *was = match_earlier(c->match, is);
	uint32_t count = c->changes.count;
	if (!was)
		add_added(c, sides->was, sides->was_field, is, place);
	else if (moved)
		add_moved(c, was, is, sides->was, place);
	bool changed = c->changes.count > count;
	*place = (struct standing){changed ? NULL : was, changed ? count + 1 : 0};
	if (was)
		compare_things(c, was, is);
}

/* Materials that are only mentioned are a value, which the things beside them are no part of. */
static bool
is_same_mentions(struct comparing *c, const struct same_sides *sides)
{
	const struct list *was = match_list(sides->was, sides->was_field),
			  *is = match_list(sides->is, sides->is_field);
	uint32_t k = 0;
	for (uint32_t i = 0; i < was->count; i++) {
		if (!match_is_mention(was, i, sides->was))
			continue;
		while (k < is->count && !match_is_mention(is, k, sides->is))
			k++;
		if (k == is->count || match_later(c->match, was->items[i]) != is->items[k++])
			return false;
	}
	while (k < is->count && !match_is_mention(is, k, sides->is))
		k++;
	return k == is->count;
}

static void
add_mentions(struct comparing *c, const struct same_sides *sides)
{
	struct change *change = add(c, CHANGE_SET, sides->was, sides->was_field);
	change->was = written_field(&c->was, sides->was, sides->was_field, c->arena);
	change->is = written_field(&c->is, sides->is, sides->is_field, c->arena);
	change->what = change->is ? CHANGE_SET : CHANGE_UNSET;
	change->other = sides->is;
}

static void
compare_list(struct comparing *c, const struct same_sides *sides)
{
	const struct field *field = sides->was_field;
	const struct list *is = match_list(sides->is, field);
	const bool *moved = order_moved(c->match, sides->was, sides->is, field, &c->scratch);
	struct standing place = {0};
	struct gone_items gone = {sides->was, field, moved, 0};
	for (uint32_t i = 0; i < is->count; i++) {
		if (match_is_mention(is, i, sides->is))
			continue;
		flush_removed(c, &gone);
		compare_item(c, sides, is->items[i], moved[i], &place);
		gone.at += match_earlier(c->match, is->items[i]) && !moved[i];
	}
	flush_removed(c, &gone);
	if (!is_same_mentions(c, sides))
		add_mentions(c, sides);
}

/* A thing that is part of another: there once, or not. */
static void
compare_one(struct comparing *c, const struct same_sides *sides)
{
	const struct entity *was =
				*(struct entity *const *)field_value(sides->was, sides->was_field),
			    *is = *(struct entity *const *)field_value(sides->is, sides->is_field);
	if (was && is)
		compare_things(c, was, is);
	else if (is)
		add_added(c, sides->was, sides->was_field, is, &(struct standing){0});
	else if (was)
		add_removed(c, sides->was_field, was);
}

static void
compare_field(struct comparing *c, const struct same_sides *sides)
{
	const struct field *field = sides->was_field ? sides->was_field : sides->is_field;
	bool thing = field_is(field, LEAF_THING);
	if (field->id == FIELD_DOCUMENT_include || (thing && field->flags & F_BESIDE))
		return;
	if (field->flags & F_ID)
		compare_id(c, sides);
	else if (!thing)
		compare_value(c, sides);
	else if (field_is_list(field))
		compare_list(c, sides);
	else
		compare_one(c, sides);
}

static void
compare_things(struct comparing *c, const struct entity *was, const struct entity *is)
{
	enum kind kind = was->kind;
	for (const struct field **field = c->was.model->fields[kind]; *field; field++) {
		const struct same_sides sides = same_sides_of(c->match, was, is, *field);
		compare_field(c, &sides);
	}
	for (const struct field **field = c->is.model->fields[kind]; *field; field++) {
		if (!((*field)->flags & F_OWN))
			continue;
		const struct same_sides sides = same_sides_of(c->match, was, is, *field);
		if (!sides.was_field)
			compare_field(c, &sides);
	}
	const struct same_sides exceptions = {c->match, was, is, &exception_field,
					      &exception_field};
	compare_list(c, &exceptions);
}

struct changes
compare_models(const struct matching *match, int lang, struct arena *arena)
{
	struct comparing c = {.match = match,
			      .was = {.model = match->was, .lang = lang},
			      .is = {.model = match->is, .lang = lang},
			      .arena = arena,
			      .weights = weights_of(match->is, arena)};
	compare_things(&c, &match->was->document->base, &match->is->document->base);
	for (uint32_t i = 0; i < c.changes.count; i++)
		if (c.behind[i])
			c.changes.items[i].behind = &c.changes.items[c.behind[i] - 1];
	arena_free(&c.scratch);
	return c.changes;
}
