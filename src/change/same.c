/* SPDX-License-Identifier: MIT */
#include "change/same.h"

#include "change/written.h"
#include "model/fields.h"
#include "model/variant.h"
#include "model/visit.h"
#include "support/utf8.h"

#include <string.h>

static const struct field *
own_column(const struct model *model, const struct field *column)
{
	for (const struct field **field = model->fields[column->kind]; *field; field++)
		if ((*field)->flags & F_OWN && strcmp((*field)->keys[0], column->keys[0]) == 0)
			return *field;
	return NULL;
}

struct same_sides
same_sides_of(const struct matching *match, const struct entity *was, const struct entity *is,
	      const struct field *field)
{
	bool own = field->flags & F_OWN;
	return (struct same_sides){match, was, is, own ? own_column(match->was, field) : field,
				   own ? own_column(match->is, field) : field};
}

/* Texts in which blanks and forms of letters may differ within the lines. */
static bool
is_same_text(const char *a, const char *b)
{
	if (strcmp(a, b) == 0)
		return true;
	if (strchr(a, '\n') || strchr(b, '\n'))
		return false;
	struct arena scratch = {0};
	bool same =
	    strcmp(utf8_fold(&scratch, a, FOLD_FORM), utf8_fold(&scratch, b, FOLD_FORM)) == 0;
	arena_free(&scratch);
	return same;
}

static bool
is_same_length(struct length a, struct length b)
{
	return a.working == b.working && a.calendar == b.calendar && a.clock == b.clock;
}

/* «До» and the like say nothing that a length does not. */
static bool
is_same_told(const struct told *a, const struct told *b)
{
	if (!a || !b)
		return a == b;
	return is_same_length(a->best_length, b->best_length) &&
	       is_same_length(a->most_length, b->most_length) &&
	       (a->limit == LIMIT_NO_LESS) == (b->limit == LIMIT_NO_LESS);
}

static bool
is_same_ref(const struct matching *match, const struct ref *was, const struct ref *is)
{
	if (was->to || is->to)
		return was->to && match_later(match, was->to) == is->to;
	return (was->raw && is->raw) ? is_same_text(was->raw, is->raw) : was->raw == is->raw;
}

static bool
is_same_leaf(const struct matching *match, const struct leaf *was, const struct leaf *is)
{
	if (was->type == LEAF_REF)
		return is_same_ref(match, leaf_ref(was), leaf_ref(is));
	if (was->type == LEAF_THING)
		return match_later(match, leaf_thing(was)) == leaf_thing(is);
	if (was->type == LEAF_DURATION)
		return is_same_told(((const struct duration *)was->value)->told,
				    ((const struct duration *)is->value)->told);
	const struct voice voice = {0};
	struct arena scratch = {0};
	bool same =
	    is_same_text(written_leaf(&voice, was, &scratch), written_leaf(&voice, is, &scratch));
	arena_free(&scratch);
	return same;
}

/* True when a value has a leaf like one of another. */
static bool
has_like(const struct same_sides *sides, const struct leaf *was)
{
	struct leaves leaves = leaves_of(sides->is, sides->is_field, (unsigned)was->type);
	struct leaf leaf;
	while (leaves_next(&leaves, &leaf))
		if (is_same_leaf(sides->match, was, &leaf))
			return true;
	return false;
}

/* Where order says nothing a reference may stand anywhere; no list names one thing twice. */
static bool
is_same_leaves(const struct same_sides *sides)
{
	const struct field *field = sides->was_field;
	bool ordered = !field_is(field, LEAF_REF) || field->flags & F_ORDERED;
	struct leaves was = leaves_of(sides->was, field, field_leaves(field)),
		      is = leaves_of(sides->is, sides->is_field, field_leaves(field));
	struct leaf one, other;
	if (was.count != is.count)
		return false;
	while (leaves_next(&was, &one) && leaves_next(&is, &other))
		if (!is_same_leaf(sides->match, &one, &other) &&
		    (ordered || !has_like(sides, &one)))
			return false;
	return true;
}

static bool
is_same_texts(const struct texts *a, const struct texts *b)
{
	bool same = a->count == b->count;
	for (uint32_t i = 0; i < a->count && same; i++)
		same = is_same_text(a->items[i].s, b->items[i].s);
	return same;
}

/* The note for the counterpart of what another is for. */
static const struct note *
note_like(const struct matching *match, const struct notes *notes, const struct note *was)
{
	for (uint32_t i = 0; i < notes->count; i++)
		if (is_same_ref(match, &was->key, &notes->items[i].key))
			return &notes->items[i];
	return NULL;
}

static bool
is_same_notes(const struct matching *match, const struct notes *was, const struct notes *is)
{
	bool same = was->count == is->count;
	for (uint32_t i = 0; i < was->count && same; i++) {
		const struct note *other = note_like(match, is, &was->items[i]);
		same = other && is_same_texts(&was->items[i].texts, &other->texts);
	}
	return same;
}

/* All fields of two things that are part of a value; either may be missing. */
static bool
is_same_part(const struct matching *match, const struct entity *was, const struct entity *is)
{
	if (!was || !is)
		return was == is;
	bool same = true;
	enum kind kind = was->kind;
	for (const struct field *field = kind_info(kind)->fields; field->kind == kind && same;
	     field++) {
		const struct same_sides sides = same_sides_of(match, was, is, field);
		same = field->flags & F_BESIDE || field->flags & F_NAME || same_value(&sides);
	}
	return same;
}

/* What is said of the counterpart of a variant, or of those that are not named. */
static const struct entity *
variant_like(const struct matching *match, const struct by_variant *by,
	     const struct variant_value *was)
{
	for (uint32_t i = 0; i < by->values.count; i++) {
		const struct variant_value *is = variant_value_at(&by->values, i);
		if (is_same_ref(match, &was->variant, &is->variant))
			return &is->base;
	}
	return NULL;
}

static bool
is_same_by_variant(const struct matching *match, const struct by_variant *was,
		   const struct by_variant *is)
{
	bool same = was && is && was->values.count == is->values.count;
	for (uint32_t i = 0; same && i < was->values.count; i++) {
		const struct variant_value *value = variant_value_at(&was->values, i);
		const struct entity *other = variant_like(match, is, value);
		same = other && is_same_part(match, &value->base, other);
	}
	return same;
}

static const struct entity *
terms_beside(const struct entity *entity, const struct field *field)
{
	return *(struct entity *const *)field_value(entity, field_terms(field));
}

bool
same_value(const struct same_sides *sides)
{
	bool was = sides->was_field && written_is(sides->was, sides->was_field),
	     is = sides->is_field && written_is(sides->is, sides->is_field);
	if (!was || !is)
		return was == is;
	const struct field *field = sides->was_field;
	const struct by_variant *by_was = variant_values(sides->was, field),
				*by_is = variant_values(sides->is, field);
	if (by_was || by_is)
		return is_same_by_variant(sides->match, by_was, by_is);
	if (field_is(field, LEAF_NOTE))
		return is_same_notes(sides->match, field_value(sides->was, field),
				     field_value(sides->is, field));
	if (!field_terms(field))
		return is_same_leaves(sides);
	return is_same_told(((const struct duration *)field_value(sides->was, field))->told,
			    ((const struct duration *)field_value(sides->is, field))->told) &&
	       is_same_part(sides->match, terms_beside(sides->was, field),
			    terms_beside(sides->is, field));
}
