/* SPDX-License-Identifier: MIT */
#include "merge/decide/decision.h"

#include "support/utf8.h"

#include <string.h>

void
decision_remark(struct decision *decision, enum remark_id id, const char *place, const char *one,
		const char *two)
{
	const struct remark remark = {.id = id,
				      .document = decision->document,
				      .place = place ? place : "",
				      .one = one,
				      .two = two};
	decision->stopped = decision->stopped || remark_sort(&remark) == REMARK_SORT_STOPPED;
	remarks_add(decision->remarks, remark);
}

/* Its name, or what it refers to in place of one. */
static const char *
name_of(const struct decision *decision, const struct entity *thing)
{
	const struct field *field = field_flagged(thing->kind, F_NAME);
	struct leaves refs = field ? leaves_of(thing, field, LEAF_REF) : (struct leaves){0};
	struct leaf leaf;
	if (field && field_is(field, LEAF_REF) && leaves_next(&refs, &leaf))
		return show_ref(&decision->voice, leaf_ref(&leaf));
	return entity_name(thing);
}

const char *
decision_short(const struct decision *decision, const char *text)
{
	enum { LETTERS = 40 };
	size_t length = strlen(text), most = utf8_beginning(text, length, LETTERS);
	return arena_printf(decision->arena, "%.*s%s", (int)most, text, most < length ? "…" : "");
}

/* What a field is called behind its thing, whose kind is the title of what names it. */
static const char *
label_of(const struct decision *decision, const struct field *field)
{
	bool name = field->flags & F_NAME && field_leaves(field) & (LEAF_TEXT | LEAF_PROSE);
	return name ? show_word(&decision->voice, WORD_CHANGE_NAME_OF)
		    : field_label_within(&decision->voice, field, decision->arena);
}

const char *
decision_label(const struct decision *decision, const struct entity *thing,
	       const struct field *field)
{
	static const char *const forms[] = {"%s “%s”", "%s «%s»"};
	struct arena *arena = decision->arena;
	int lang = decision->voice.lang;
	const char *name = name_of(decision, thing), *label = kind_info(thing->kind)->names[lang];
	if (*name)
		label = arena_printf(arena, forms[lang], label, name);
	else if (thing->number)
		label = arena_printf(arena, "%s %u", label, (unsigned)thing->number);
	if (!field)
		return label;
	return arena_printf(arena, "%s, %s", label, label_of(decision, field));
}

struct change *
decision_add(struct decision *decision, enum change_what what, const struct entity *thing,
	     const struct field *field, const char *place)
{
	struct change *change = arena_alloc(decision->arena, sizeof *change);
	*change = (struct change){
	    .what = what, .thing = thing, .field = field, .from = {decision->document, place}};
	decision->changes = arena_grow(decision->arena, decision->changes, decision->count, 1,
				       sizeof *decision->changes);
	return decision->changes[decision->count++] = change;
}

struct changes
decision_changes(const struct decision *decision)
{
	struct changes changes = {
	    arena_array(decision->arena, decision->count + 1u, sizeof *changes.items),
	    decision->count};
	struct map places = {0};
	for (uint32_t i = 0; i < decision->count; i++) {
		changes.items[i] = *decision->changes[i];
		*map_at_number(&places, (uintptr_t)decision->changes[i]) = &changes.items[i];
	}
	for (uint32_t i = 0; i < decision->count; i++)
		if (changes.items[i].behind)
			changes.items[i].behind =
			    map_get_number(&places, (uintptr_t)changes.items[i].behind);
	map_free(&places);
	return changes;
}

void
decision_end(struct decision *decision)
{
	map_free(&decision->seen);
}
