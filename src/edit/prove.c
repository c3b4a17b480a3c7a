/* SPDX-License-Identifier: MIT */
#include "edit/prove.h"

#include "model/fields.h"
#include "model/visit.h"
#include "support/map.h"

#include <string.h>

/* Changes of one thing, or those that bring something behind one. */
struct noted {
	const struct change *change;
	struct noted *next, *last; /* of the first: the end of the chain */
};

/* Two things that should be one. */
struct proof_pair {
	const struct entity *was, *is;
};

struct proof {
	struct voice was, is;
	struct arena arena;
	struct map changes; /* by thing of the old model: struct noted, of its fields */
	struct map behind;  /* by thing: struct noted, of what comes behind it */
	struct map first;   /* by owner: struct noted, of what comes first to its lists */
	struct map anchors; /* by address of a change: the sibling that it comes behind */
	struct map going;   /* by thing: it goes, or moves */
	struct map pairs;   /* by thing of the old model: that of the new */
	struct proof_pair *list;
	uint32_t count;
	struct proof_fault *fault;
};

static void
note(struct proof *p, struct map *map, const void *key, const struct change *change)
{
	struct noted *noted = arena_alloc(&p->arena, sizeof *noted);
	struct noted **first = (struct noted **)map_at_number(map, (uintptr_t)key);
	noted->change = change;
	if (*first)
		(*first)->last->next = noted;
	else
		*first = noted;
	(*first)->last = noted;
}

static void
note_change(struct proof *p, const struct change *change)
{
	const struct entity *after = change->after,
			    *owner = change->what == CHANGE_MOVE ? change->to : change->thing;
	if (change->behind)
		after = map_get_number(&p->anchors, (uintptr_t)change->behind);
	switch (change->what) {
	case CHANGE_SET:
	case CHANGE_UNSET:
	case CHANGE_RENAME:
		note(p, &p->changes, change->thing, change);
		return;
	case CHANGE_REMOVE:
		*map_at_number(&p->going, (uintptr_t)change->thing) = p;
		return;
	case CHANGE_MOVE:
		*map_at_number(&p->going, (uintptr_t)change->thing) = p;
		break;
	case CHANGE_ADD:
		break;
	}
	note(p, after ? &p->behind : &p->first, after ? after : owner, change);
	*map_at_number(&p->anchors, (uintptr_t)change) = (void *)(uintptr_t)after;
}

static const struct change *
change_of(const struct proof *p, const struct entity *thing, const struct field *field)
{
	const struct noted *noted = map_get_number(&p->changes, (uintptr_t)thing);
	while (noted && noted->change->field != field)
		noted = noted->next;
	return noted ? noted->change : NULL;
}

static bool
fail(struct proof *p, const struct change *change, struct pos pos)
{
	*p->fault = (struct proof_fault){change, pos};
	return false;
}

/* The same field of the new model: the author's columns are known by their keys. */
static const struct field *
field_again(const struct proof *p, const struct field *field)
{
	const struct field **again = p->is.model->fields[field->kind];
	if (field->id)
		return field;
	while (*again && ((*again)->id || strcmp((*again)->keys[0], field->keys[0]) != 0))
		again++;
	return *again;
}

static bool
says(const struct written *meant, const struct written *is, const struct field *field);

static bool
is_same_key(const struct written *a, const struct written *b)
{
	if (a->field || b->field)
		return a->field && b->field && a->field->id == b->field->id &&
		       strcmp(a->field->keys[0], b->field->keys[0]) == 0;
	return strcmp(a->key, b->key) == 0;
}

static bool
is_id(const struct written *pair)
{
	return pair->field && pair->field->flags & F_ID;
}

static const struct written *
find_pair(const struct written *map, const struct written *like)
{
	const struct written *pair = map->first;
	while (pair && !is_same_key(pair, like))
		pair = pair->next;
	return pair;
}

/* Each pair that was meant is there, and no other but an id that the form asks for. */
static bool
pairs_say(const struct written *meant, const struct written *is)
{
	for (const struct written *pair = meant->first; pair; pair = pair->next) {
		const struct written *other = find_pair(is, pair);
		if (!other || !says(pair, other, pair->field))
			return false;
	}
	for (const struct written *pair = is->first; pair; pair = pair->next)
		if (!is_id(pair) && !find_pair(meant, pair))
			return false;
	return true;
}

/* The text that stands for a mapping which, but for an id, has nothing else; NULL: there is more.
 */
static const struct written *
only_text(const struct written *map)
{
	const struct written *text = NULL;
	for (const struct written *pair = map->first; pair; pair = pair->next) {
		if (is_id(pair))
			continue;
		if (text)
			return NULL;
		text = pair;
	}
	return text && text->type == WRITTEN_TEXT ? text : NULL;
}

/* What is neither text nor reference may be spelt otherwise: that it was read without an error is
 * enough. */
static bool
texts_say(const struct written *meant, const struct written *is, const struct field *field)
{
	unsigned spelt = LEAF_TEXT | LEAF_PROSE | LEAF_REF | LEAF_THING;
	return strcmp(meant->text, is->text) == 0 || (field && !(field_leaves(field) & spelt));
}

static bool
says(const struct written *meant, const struct written *is, const struct field *field)
{
	if (meant->type == WRITTEN_TEXT && is->type == WRITTEN_MAP && only_text(is))
		return texts_say(meant, only_text(is), field);
	if (meant->type == WRITTEN_MAP && is->type == WRITTEN_TEXT && only_text(meant))
		return texts_say(only_text(meant), is, field);
	if (meant->type == WRITTEN_LIST && is->type != WRITTEN_LIST && meant->first &&
	    !meant->first->next)
		return says(meant->first, is, field);
	if (is->type == WRITTEN_LIST && meant->type != WRITTEN_LIST && is->first &&
	    !is->first->next)
		return says(meant, is->first, field);
	if (meant->type != is->type)
		return false;
	if (meant->type == WRITTEN_TEXT)
		return texts_say(meant, is, field);
	if (meant->type == WRITTEN_MAP)
		return pairs_say(meant, is);
	const struct written *a = meant->first, *b = is->first;
	for (; a && b && says(a, b, field); a = a->next)
		b = b->next;
	return !a && !b;
}

/* A field that changes says what it is to say. */
static bool
prove_change(struct proof *p, const struct change *change, const struct entity *is,
	     const struct field *field)
{
	bool none = change->what == CHANGE_UNSET || !change->is;
	const struct written *written = field ? written_field(&p->is, is, field, &p->arena) : NULL;
	if (none ? !written : written && says(change->is, written, change->field))
		return true;
	return fail(p, change, change->thing->pos);
}

static bool
prove_thing(struct proof *p, const struct entity *was, const struct entity *is);

static bool
prove_item(struct proof *p, const struct change *change, const struct entity *was,
	   const struct list *list, uint32_t *at, struct pos pos)
{
	const struct entity *is = *at < list->count ? list->items[*at] : NULL;
	++*at;
	if (!is)
		return fail(p, change, pos);
	if (was)
		return prove_thing(p, was, is);
	const struct written *written = written_thing(&p->is, is, &p->arena);
	return says(change->is, written, change->field) || fail(p, change, pos);
}

/* What comes to a list behind one of its things, or first. */
static bool
prove_arrivals(struct proof *p, const struct noted *noted, const struct field *field,
	       const struct list *is, uint32_t *at)
{
	for (; noted; noted = noted->next) {
		const struct change *change = noted->change;
		const struct entity *moved = change->what == CHANGE_MOVE ? change->thing : NULL;
		if (change->field == field &&
		    !prove_item(p, change, moved, is, at, change->thing->pos))
			return false;
	}
	return true;
}

static bool
prove_list(struct proof *p, const struct entity *was, const struct entity *is,
	   const struct field *field, const struct field *again)
{
	const struct list *old = field_value(was, field), *now = field_value(is, again);
	const struct noted *arrivals = map_get_number(&p->first, (uintptr_t)was);
	uint32_t at = 0;
	if (!prove_arrivals(p, arrivals, field, now, &at))
		return false;
	for (uint32_t i = 0; i < old->count; i++) {
		const struct entity *item = old->items[i];
		bool mentioned = item->parent != was;
		bool goes = map_get_number(&p->going, (uintptr_t)item);
		if (mentioned)
			at++; /* told by what it leads to, like a reference */
		else if (!goes && !prove_item(p, NULL, item, now, &at, item->pos))
			return false;
		arrivals = mentioned ? NULL : map_get_number(&p->behind, (uintptr_t)item);
		if (!prove_arrivals(p, arrivals, field, now, &at))
			return false;
	}
	return at == now->count || fail(p, NULL, was->pos);
}

static bool
prove_one(struct proof *p, const struct entity *was, const struct entity *is,
	  const struct field *field)
{
	const struct entity *old = *(struct entity *const *)field_value(was, field),
			    *now = *(struct entity *const *)field_value(is, field);
	if (!old != !now)
		return fail(p, NULL, was->pos);
	return !old || prove_thing(p, old, now);
}

static void
add_pair(struct proof *p, const struct entity *was, const struct entity *is)
{
	p->list = arena_grow(&p->arena, p->list, p->count, 1, sizeof *p->list);
	p->list[p->count++] = (struct proof_pair){was, is};
	*map_at_number(&p->pairs, (uintptr_t)was) = (void *)(uintptr_t)is;
}

/* Depth is that of the format. */
static bool
prove_thing(struct proof *p, const struct entity *was, const struct entity *is)
{
	const struct change *change = NULL;
	if (was->kind != is->kind)
		return fail(p, NULL, was->pos);
	add_pair(p, was, is);
	for (const struct field **field = p->was.model->fields[was->kind]; *field; field++) {
		const struct field *again = field_again(p, *field);
		if (!((*field)->flags & F_BESIDE))
			change = change_of(p, was, *field);
		bool ok = true;
		if (change && !((*field)->flags & F_BESIDE))
			ok = prove_change(p, change, is, again);
		else if (!change && field_holds_list(*field) && again)
			ok = prove_list(p, was, is, *field, again);
		else if (!change && field_is(*field, LEAF_THING) && again)
			ok = prove_one(p, was, is, *field);
		if (!ok)
			return false;
	}
	return true;
}

static bool
is_same_thing(const struct proof *p, const struct entity *was, const struct entity *is)
{
	if (!was || !is || was->kind == KIND_END)
		return was ? is && was->kind == is->kind : !is;
	return map_get_number(&p->pairs, (uintptr_t)was) == is;
}

/* True for two lengths of time that read alike. One that goes on for ever has none, without having
 * been given any. */
static bool
is_same_duration(struct proof *p, const struct duration *was, const struct duration *is)
{
	if (!was->told || !is->told)
		return was->told == is->told;
	return strcmp(show_duration(&p->was, was, &p->arena),
		      show_duration(&p->is, is, &p->arena)) == 0;
}

static bool
is_same_leaf(struct proof *p, const struct leaf *was, const struct leaf *is)
{
	const void *a = was->value, *b = is->value;
	switch (was->type) {
	case LEAF_TEXT:
	case LEAF_PROSE:
		return strcmp(leaf_text(was)->s, leaf_text(is)->s) == 0;
	case LEAF_DATE:
		return ((const struct date *)a)->day == ((const struct date *)b)->day &&
		       ((const struct date *)a)->minute == ((const struct date *)b)->minute;
	case LEAF_FLAG:
		return ((const struct flag *)a)->on == ((const struct flag *)b)->on;
	case LEAF_NUMBER:
		return ((const struct number *)a)->value == ((const struct number *)b)->value;
	case LEAF_PERIOD:
		return ((const struct period *)a)->unit == ((const struct period *)b)->unit &&
		       ((const struct period *)a)->days == ((const struct period *)b)->days;
	case LEAF_CHOICE:
		return ((const struct choice_value *)a)->value ==
		       ((const struct choice_value *)b)->value;
	case LEAF_COLOR:
		return ((const struct color *)a)->rgb == ((const struct color *)b)->rgb;
	case LEAF_REF:
		return is_same_thing(p, leaf_ref(was)->to, leaf_ref(is)->to);
	case LEAF_THING:
		return is_same_thing(p, leaf_thing(was), leaf_thing(is));
	case LEAF_DURATION:
	case LEAF_NOTE:
		break; /* told apart by itself; its leaves are those above */
	}
	return true;
}

/* A field that does not change is the same. What waits for nothing only because outcomes lead to it
 * says nothing of that itself. */
static bool
prove_field(struct proof *p, const struct proof_pair *pair, const struct field *field)
{
	const struct field *again = field_again(p, field);
	unsigned wanted = field_leaves(field) & ~(unsigned)LEAF_THING;
	bool after = field->id == FIELD_STAGE_after || field->id == FIELD_STEP_after;
	if (!wanted || (after && (pair->was->led || pair->is->led)))
		return true;
	if (!again)
		return !field_is_set(pair->was, field) || fail(p, NULL, pair->was->pos);
	if (field_is(field, LEAF_DURATION))
		return is_same_duration(p, field_value(pair->was, field),
					field_value(pair->is, again)) ||
		       fail(p, NULL, pair->was->pos);
	struct leaves was = leaves_of(pair->was, field, wanted),
		      is = leaves_of(pair->is, again, wanted);
	struct leaf a, b;
	bool more = true;
	while (more) {
		more = leaves_next(&was, &a);
		if (leaves_next(&is, &b) != more)
			return fail(p, NULL, pair->was->pos);
		if (more && (a.type != b.type || !is_same_leaf(p, &a, &b)))
			return fail(p, NULL, pair->was->pos);
	}
	return field_is_set(pair->was, field) == field_is_set(pair->is, again) ||
	       fail(p, NULL, pair->was->pos);
}

static bool
prove_values(struct proof *p)
{
	for (uint32_t i = 0; i < p->count; i++) {
		const struct proof_pair *pair = &p->list[i];
		const struct change *change = NULL;
		for (const struct field **field = p->was.model->fields[pair->was->kind]; *field;
		     field++) {
			if (!((*field)->flags & F_BESIDE))
				change = change_of(p, pair->was, *field);
			if (!change && !prove_field(p, pair, *field))
				return false;
		}
	}
	return true;
}

bool
prove_changes(const struct model *was, const struct model *is, const struct changes *changes,
	      struct proof_fault *fault)
{
	struct proof p = {.was = voice_of(was), .is = voice_of(is), .fault = fault};
	for (uint32_t i = 0; i < changes->count; i++)
		note_change(&p, &changes->items[i]);
	bool ok = prove_thing(&p, &was->document->base, &is->document->base) && prove_values(&p);
	map_free(&p.changes);
	map_free(&p.behind);
	map_free(&p.first);
	map_free(&p.anchors);
	map_free(&p.going);
	map_free(&p.pairs);
	arena_free(&p.arena);
	return ok;
}
