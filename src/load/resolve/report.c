/* SPDX-License-Identifier: MIT */
/* What is wrong with a reference, and what its author may have meant. */
#include "load/resolve/resolver.h"
#include "model/fields.h"
#include "model/variant.h"
#include "model/visit.h"
#include "support/listed.h"
#include "support/utf8.h"
#include "text/marker.h"
#include "text/words/suggest.h"
#include "text/syntax/yaml_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	SUGGEST_STEPS_LIMIT = 100000 /* steps compared in all */,
	AMBIGUOUS_SHOWN = 5,
	KNOWN_SHOWN = 8
};

/* The section of the file with the things a reference to a kind may mean. */
static const struct field *
section_of(const struct resolver *r, enum kind kind)
{
	for (const struct field **field = r->model->fields[KIND_DOCUMENT]; *field; field++)
		if (field_holds_list(*field) && field_holds(*field, kind))
			return *field;
	return field_row(FIELD_DOCUMENT_stages); /* of a route */
}

static const struct list *
known_of(const struct resolver *r, enum kind kind)
{
	return field_value(&r->model->document->base, section_of(r, kind));
}

static const char *
section_key(struct resolver *r, enum kind kind, int lang)
{
	return field_key(section_of(r, kind), lang, &r->scratch);
}

/* What its author would call a thing: the id he gave it, or its name. */
static const char *
own_word(const struct entity *entity)
{
	const char *id = resolver_given_id(entity);
	return id ? id : entity_name(entity);
}

static void
suggest_list(struct suggest *suggest, const struct list *list)
{
	for (uint32_t i = 0; i < list->count; i++) {
		suggest_offer(suggest, list->items[i]->id, own_word(list->items[i]));
		suggest_try(suggest, entity_name(list->items[i]));
	}
}

/* Steps that a bare word cannot reach, with the path that does. */
static void
suggest_steps(struct resolver *r, struct suggest *suggest, const struct entity *parent,
	      const char *path)
{
	const struct list *steps = resolver_steps(parent);
	for (uint32_t i = 0; i < steps->count && r->compared < SUGGEST_STEPS_LIMIT; i++) {
		const struct entity *step = steps->items[i];
		const char *whole = arena_printf(&r->model->arena, "%s/%s", path, own_word(step));
		r->compared++;
		suggest_offer(suggest, step->id, whole);
		suggest_offer(suggest, entity_name(step), whole);
		suggest_offer(suggest, whole, whole);
		if (parent->kind == KIND_STAGE)
			suggest_steps(r, suggest, step, whole);
	}
}

static void
suggest_routes(struct resolver *r, struct suggest *suggest, const struct entity *from)
{
	const struct list *stages = &r->model->document->stages;
	if (from->kind == KIND_STEP)
		suggest_list(suggest, resolver_steps(from->parent));
	suggest_list(suggest, stages);
	for (uint32_t i = 0; i < stages->count; i++)
		suggest_steps(r, suggest, stages->items[i], own_word(stages->items[i]));
}

/* The character before a place of a text. */
static uint32_t
rune_before(const char *at)
{
	do
		at--;
	while (((unsigned char)*at & 0xC0) == 0x80);
	return utf8_next(&at);
}

/* Whether some words are among those of a name, whole. */
static bool
has_words(const char *name, const char *words)
{
	size_t length = strlen(words);
	for (const char *at = name; (at = strstr(at, words)); at++) {
		const char *behind = at + length;
		bool begins = at == name || !utf8_is_letter(rune_before(at));
		if (begins && (!*behind || !utf8_is_letter(utf8_next(&behind))))
			return true;
	}
	return false;
}

/* The one thing of a list whose name has a text's words in it, «Ключевой» with «Ключевой клиент»,
 * «Кладовщик» with «Склад (кладовщик)»; NULL when there is none, or several. */
static const char *
only_with(struct resolver *r, const struct list *list, const char *text)
{
	const char *wanted = utf8_fold(&r->scratch, text, FOLD_CASE), *found = NULL;
	for (uint32_t i = 0; *wanted && i < list->count; i++) {
		const char *name = entity_name(list->items[i]);
		if (!has_words(utf8_fold(&r->scratch, name, FOLD_CASE), wanted))
			continue;
		if (found)
			return NULL;
		found = name;
	}
	return found;
}

/* The stage of a number, «4» or «Этап 4»: they are counted in the documents, not in the file. */
static const char *
numbered_stage(const struct resolver *r, enum kind kind, const char *text)
{
	const struct list *stages = &r->model->document->stages;
	const char *digits = text + strcspn(text, "0123456789");
	bool bare = digits == text || marker_is_part(text);
	unsigned long number = strtoul(digits, NULL, 10);
	if ((kind != KIND_STAGE && kind != KIND_ROUTE) || !bare || !*digits ||
	    digits[strspn(digits, "0123456789")] || number < 1 || number > stages->count)
		return NULL;
	return entity_name(stages->items[number - 1]);
}

/* What people write before the name of a stage, and for the stage before. */
static const char *const leads[] = {"перейти к этапу ",
				    "переходим к этапу ",
				    "перейти к ",
				    "перейти на ",
				    "переход к ",
				    "переход на ",
				    "вернуться к ",
				    "вернуться на ",
				    "возврат к ",
				    "возврат на ",
				    "идём к ",
				    "идём на ",
				    "идем к ",
				    "идем на ",
				    "к этапу ",
				    "go to stage ",
				    "go to ",
				    "goto ",
				    "go back to ",
				    "back to ",
				    "return to ",
				    "continue with ",
				    "the ",
				    NULL};
static const char before[] = "previous|the_previous|previous_stage|the_one_before|предыдущий|"
			     "предыдущего|предыдущий_этап|предыдущего_этапа";
static const char no_more[] = "stop|finish|done|close|завершить|завершение|закончить|финиш|стоп|"
			      "завершить_процесс|завершение_процесса|конец_процесса|end_of_process";

/* The stage, or the end, that a text calls in such words; NULL when it does not. */
static const char *
called_in_words(struct resolver *r, const struct entity *from, const struct field *field,
		const char *raw)
{
	const struct list *stages = &r->model->document->stages;
	const char *text = resolver_form(r, raw, FOLD_CASE), *key = resolver_form(r, raw, FOLD_KEY);
	size_t lead = listed_begins(leads, text);
	if (field->kind == KIND_OUTCOME && field_spelling_matches(no_more, key))
		return utf8_is_cyrillic(utf8_next(&key)) ? strchr(RESOLVER_END, '|') + 1 : "end";
	if (from->kind == KIND_STAGE && from->number > 1 && field_spelling_matches(before, key))
		return entity_name(stages->items[from->number - 2]);
	for (uint32_t i = 0; lead && i < stages->count; i++)
		if (words_phrases_alike(resolver_words(r), text + lead,
					resolver_form(r, entity_name(stages->items[i]), FOLD_CASE)))
			return entity_name(stages->items[i]);
	return NULL;
}

/* What is written for the variants that are not named, before one has read of `others`. */
static const char also_others[] = "rest|the_rest|all_others|default|any|else|"
				  "прочие|иные|другие|все_остальные|по_умолчанию|иначе";

/* What a reference that leads nowhere is near to, or NULL; *person: to a role by somebody who has
 * it; *certain: nothing else is as near. */
static const char *
near_name(struct resolver *r, const struct entity *from, const struct field *field,
	  const struct ref *ref, bool *person, bool *certain)
{
	enum kind kind = (enum kind)field->argument;
	struct suggest suggest;
	*certain = false;
	if (r->unknown++ > SUGGEST_MOST)
		return NULL;
	const struct entity *role =
	    kind == KIND_ROLE ? resolver_meant_role(r, ref->raw, person) : NULL;
	if (role)
		return entity_name(role);
	suggest_open(&suggest, ref->raw);
	if (kind == KIND_ROUTE)
		suggest_routes(r, &suggest, from);
	else
		suggest_list(&suggest, known_of(r, kind));
	if (field->kind == KIND_OUTCOME)
		suggest_try_spellings(&suggest, RESOLVER_END, &r->diags->arena);
	if (from->kind == KIND_VARIANT_VALUE)
		suggest_try_spellings(&suggest, BY_VARIANT_OTHERS, &r->diags->arena);
	*certain = suggest_is_certain(&suggest);
	const char *near = suggest_close(&suggest);
	if (!near && from->kind == KIND_VARIANT_VALUE &&
	    field_spelling_matches(also_others, utf8_fold(&r->scratch, ref->raw, FOLD_KEY)))
		return strchr(BY_VARIANT_OTHERS, '|') + 1;
	if (near)
		return near;
	const char *stage = numbered_stage(r, kind, ref->raw);
	if (!stage && (kind == KIND_STAGE || kind == KIND_ROUTE))
		stage = called_in_words(r, from, field, ref->raw);
	return stage ? stage : only_with(r, known_of(r, kind), ref->raw);
}

/* As their author would call them, with the name beside an id that says less. */
static void
add_names(struct resolver *r, const struct list *list, int lang, struct buf *names)
{
	static const char *const marks[][2] = {{"“", "”"}, {"«", "»"}};
	const char *open = marks[lang][0], *close = marks[lang][1];
	for (uint32_t i = 0; i < list->count; i++) {
		const char *word = own_word(list->items[i]), *name = entity_name(list->items[i]);
		buf_printf(names, "%s%s%s%s", names->length ? ", " : "", open, word, close);
		if (strcmp(resolver_form(r, word, FOLD_CASE), resolver_form(r, name, FOLD_CASE)))
			buf_printf(names, " (%s%s%s)", open, name, close);
	}
}

/* What references to roles call, where the process has none: for a list in brackets. */
struct called_roles {
	struct resolver *r;
	struct map seen;
	struct buf names;
};

static bool
may_call_role(void *data, const struct entity *entity, const struct field *field)
{
	(void)data;
	(void)entity;
	return field_refers(field, KIND_ROLE) || field_is(field, LEAF_THING);
}

static void
add_wanted(void *data, const struct entity *entity, const struct leaf *leaf)
{
	struct called_roles *w = data;
	const char *name = leaf_ref(leaf)->raw;
	(void)entity;
	void **place = name && *name ? map_at(&w->seen, name) : NULL;
	if (!place || *place)
		return;
	*place = w;
	buf_printf(&w->names, "%s%s", w->names.length ? ", " : "", yaml_text(&w->r->scratch, name));
}

static const char *
wanted_roles(struct resolver *r)
{
	static const struct visitor visitor = {
	    .leaves = LEAF_REF, .field = may_call_role, .leaf = add_wanted};
	struct called_roles w = {.r = r};
	if (r->wanted_roles)
		return r->wanted_roles;
	visit(r->model, &r->model->document->base, &visitor, &w);
	r->wanted_roles = arena_copy(&r->scratch, buf_text(&w.names), w.names.length);
	map_free(&w.seen);
	buf_free(&w.names);
	return r->wanted_roles;
}

/* Those that a reference may mean, where they are few enough to be read: whoever typed none of them
 * sees what he may type. */
static struct said
known_names(struct resolver *r, const struct entity *from, enum kind kind, const char *wanted)
{
	static const struct list none = {0};
	const struct list *known = known_of(r, kind),
			  *steps = kind == KIND_ROUTE && from->kind == KIND_STEP
				       ? resolver_steps(from->parent)
				       : &none;
	struct said said = said_phrase(PHRASE_NONE);
	if (known->count + steps->count > KNOWN_SHOWN || r->unknown > SUGGEST_MOST)
		return said;
	for (int lang = 0; lang < 2; lang++) {
		struct buf names = {0}, text = {0};
		add_names(r, steps, lang, &names);
		add_names(r, known, lang, &names);
		if (names.length)
			said_add(&text, lang, PHRASE_KNOWN, buf_text(&names), NULL);
		else
			said_add(&text, lang, PHRASE_NONE_KNOWN, section_key(r, kind, lang),
				 kind == KIND_ROLE ? wanted_roles(r)
						   : yaml_text(&r->scratch, wanted));
		said.texts[lang] = arena_copy(&r->scratch, buf_text(&text), text.length);
		buf_free(&text);
		buf_free(&names);
	}
	return said;
}

void
resolver_report_unknown(struct resolver *r, const struct entity *from, const struct field *field,
			const struct ref *ref)
{
	enum kind kind = (enum kind)field->argument;
	const struct said what =
	    kind == KIND_ROUTE ? said_phrase(PHRASE_STAGE_OR_STEP) : said_kind(kind);
	bool person = false, certain;
	const char *near = near_name(r, from, field, ref, &person, &certain);
	struct diagnostic *d = diag2(r->diags, RULE_REF_UNKNOWN, ref->pos, ref->raw, what);
	d->suggestion = near;
	d->certain = certain;
	struct said known = person ? said_phrase(PHRASE_IS_PERSON)
			    : near ? said_phrase(PHRASE_NONE)
				   : known_names(r, from, kind, ref->raw);
	diag_end_with(r->diags, d, &known);
}

/* Words between several names in one text. */
static const char *const joints[] = {", ",     "; ",         " и ",          " and ", " / ",
				     "/",      " + ",        " & ",          " или ", " or ",
				     " with ", " вместе с ", " совместно с "};

/* What a text calls by its name, as it is typed, or the name of what it means; NULL when nothing.
 */
static const char *
name_meant(struct resolver *r, enum kind kind, const char *text)
{
	bool person;
	const struct entity *found = resolver_find_in(r, &r->by_kind[kind], text);
	if (found)
		return found == &r->several ? NULL : text;
	if (kind != KIND_ROLE)
		return NULL;
	const struct entity *role = resolver_meant_role(r, text, &person);
	return role ? entity_name(role) : only_with(r, known_of(r, kind), text);
}

/* The names in a text that is no name itself, as a list in brackets; NULL when some is not known.
 */
static const char *
several_names(struct resolver *r, enum kind kind, const char *text, const char *joint)
{
	struct buf list = {0};
	bool known = strstr(text, joint) != NULL;
	for (const char *at = text; at && known;) {
		const char *end = strstr(at, joint);
		size_t length = end ? (size_t)(end - at) : strlen(at);
		const char *name = name_meant(r, kind, arena_copy(&r->scratch, at, length));
		known = name;
		buf_printf(&list, "%s%s", list.length ? ", " : "[",
			   yaml_text(&r->scratch, name ? name : ""));
		at = end ? end + strlen(joint) : NULL;
	}
	const char *names = known ? arena_printf(&r->scratch, "%s]", buf_text(&list)) : NULL;
	buf_free(&list);
	return names;
}

bool
resolver_report_several(struct resolver *r, const struct field *field, const struct ref *ref)
{
	enum kind kind = (enum kind)field->argument;
	const char *names = NULL;
	for (size_t i = 0; i < sizeof joints / sizeof *joints && !names && kind != KIND_ROUTE; i++)
		names = several_names(r, kind, ref->raw, joints[i]);
	if (names)
		diag2(r->diags, RULE_REF_SEVERAL, ref->pos, ref->raw,
		      field_is_list(field) ? said_with(PHRASE_WRITE_LIST, names, &r->diags->arena)
					   : said_phrase(PHRASE_ONLY_ONE));
	return names;
}

/* The sign between a condition and where it leads: an arrow, or a dash before a name that there is.
 */
static const char *
pair_sign(struct resolver *r, const struct entity *from, const char *pair, const char **to)
{
	static const char *const dashes[] = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
	const char *arrow = marker_arrow(pair, to);
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes && !arrow; i++) {
		const char *dash = strstr(pair, dashes[i]);
		*to = dash ? dash + strlen(dashes[i]) : NULL;
		arrow = dash && resolver_find_route(r, from, *to, false) ? dash : NULL;
	}
	return arrow;
}

/* «Да -> Закрытие; Нет -> Отказ» as it is to be written, each pair of what a sign parts; NULL when
 * some is none. */
static const char *
pairs_in(struct resolver *r, const struct entity *from, const char *text, const char *joint)
{
	const char *pairs = NULL, *to;
	size_t count = 0;
	for (const char *at = text; at;) {
		const char *end = strstr(at, joint);
		const char *pair =
		    arena_copy(&r->scratch, at, end ? (size_t)(end - at) : strlen(at));
		const char *sign = pair_sign(r, from, pair, &to);
		if (!sign)
			return NULL;
		const char *condition = arena_copy(&r->scratch, pair, (size_t)(sign - pair));
		pairs =
		    arena_printf(&r->scratch, "%s%s%s: %s", pairs ? pairs : "", pairs ? ", " : "",
				 yaml_text(&r->scratch, condition), yaml_text(&r->scratch, to));
		count++;
		at = end ? end + strlen(joint) : NULL;
	}
	return count > 1 ? arena_printf(&r->scratch, "{%s}", pairs) : pairs;
}

bool
resolver_report_arrow(struct resolver *r, const struct entity *from, const struct ref *ref)
{
	static const char *const parts[] = {"; ", ", ", "\n"};
	const char *pairs = NULL;
	for (size_t i = 0; i < sizeof parts / sizeof *parts && !pairs; i++)
		pairs = pairs_in(r, from, ref->raw, parts[i]);
	if (pairs)
		diag2(r->diags, RULE_REF_ARROW, ref->pos, ref->raw, pairs);
	return pairs;
}

void
resolver_report_event(struct resolver *r, const struct entity *from, const struct ref *ref,
		      const char *name, bool of_part)
{
	const struct ref named = {.raw = name};
	bool person, certain;
	const char *near =
	    near_name(r, from, field_row(FIELD_TERMS_from), &named, &person, &certain);
	if (near)
		diag2(r->diags, RULE_REF_EVENT, ref->pos, ref->raw, near);
	else if (of_part)
		diag2(r->diags, RULE_REF_EVENT_PART, ref->pos, ref->raw, name);
}

static bool
is_called(struct resolver *r, const struct entity *entity, const char *folded)
{
	if (strcmp(resolver_form(r, entity_name(entity), FOLD_CASE), folded) == 0 ||
	    strcmp(resolver_form(r, entity->id, FOLD_CASE), folded) == 0)
		return true;
	const struct field *field = field_flagged(entity->kind, F_ALIASES);
	const struct texts *aliases = field ? field_value(entity, field) : NULL;
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		if (strcmp(resolver_form(r, aliases->items[i].s, FOLD_CASE), folded) == 0)
			return true;
	return false;
}

/* Adds the ids of those in a list that a text fits, as far as a message holds them. */
static void
list_called(struct resolver *r, const struct list *list, const char *folded, struct buf *ids,
	    int *shown)
{
	for (uint32_t i = 0; i < list->count && *shown < AMBIGUOUS_SHOWN; i++)
		if (is_called(r, list->items[i], folded))
			buf_printf(ids, "%s%s", (*shown)++ ? ", " : "", list->items[i]->id);
}

void
resolver_report_ambiguous(struct resolver *r, const struct entity *from, enum kind kind,
			  const struct ref *ref)
{
	struct buf buf = {0};
	const char *folded = resolver_form(r, ref->raw, FOLD_CASE);
	int shown = 0;
	if (kind == KIND_ROUTE)
		for (const struct entity *at = from; at->kind == KIND_STEP && !shown;
		     at = at->parent)
			list_called(r, resolver_steps(at->parent), folded, &buf, &shown);
	if (!shown)
		list_called(r, known_of(r, kind), folded, &buf, &shown);
	if (!shown && from->kind == KIND_STAGE)
		list_called(r, resolver_steps(from), folded, &buf, &shown);
	const struct entity *parent =
	    kind == KIND_ROUTE && !shown ? resolver_find_parent(r, ref->raw) : NULL;
	if (parent)
		list_called(r, resolver_steps(parent),
			    resolver_form(r, strrchr(ref->raw, '/') + 1, FOLD_CASE), &buf, &shown);
	diag2(r->diags, RULE_REF_AMBIGUOUS, ref->pos, ref->raw, buf_text(&buf));
	buf_free(&buf);
}
