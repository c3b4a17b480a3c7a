/* SPDX-License-Identifier: MIT */
/* Rules on the glossary: one word, one meaning. */
#include "check/wording.h"
#include "model/fields.h"
#include "model/glossary.h"
#include "model/names.h"
#include "support/map.h"
#include "support/utf8.h"
#include "text/words/expansion.h"

#include <string.h>

/* «Оффер – предложение о работе» as the pair that it was meant for; NULL when there is no dash. */
static const char *
pair_of(struct checker *c, const char *text)
{
	static const char *const signs[] = {" - ", " – ", " — ", " = "};
	for (size_t i = 0; text && i < sizeof signs / sizeof *signs; i++) {
		const char *sign = strstr(text, signs[i]);
		if (sign)
			return arena_printf(&c->diags->arena, "%.*s: %s", (int)(sign - text), text,
					    sign + strlen(signs[i]));
	}
	return NULL;
}

void
check_term_definition(struct checker *c, const struct entity *entity)
{
	const struct term *term = term_of(entity);
	if (!term->definition.s && !term->see.count &&
	    !field_was_refused(entity, field_row(FIELD_TERM_definition)) &&
	    !field_was_refused(entity, field_row(FIELD_TERM_see)))
		report1(c, RULE_GLOSSARY_NO_DEFINITION, entity, term->term.pos, term->term.s)
		    ->suggestion = pair_of(c, term->term.s);
}

/* Notes words that name a term; those that name another term already are reported. */
static void
take_words(struct checker *c, struct map *names, const struct entity *term, struct pos pos,
	   const char *words)
{
	void **place = map_at(names, utf8_fold(&c->arena, words, FOLD_CASE));
	const struct entity *other = *place;
	if (!other)
		*place = (void *)(uintptr_t)term;
	else if (other != term)
		report1(c, RULE_GLOSSARY_DUPLICATE, term, pos, words)->related = other->pos;
}

/* One name of a term, which may be two: «Коммерческое предложение (КП)». */
static void
take_name(struct checker *c, struct map *names, const struct entity *term, const struct text *name)
{
	struct expansion parts;
	if (!name->s)
		return;
	if (!expansion_of_title(c->words, name->s, &parts)) {
		take_words(c, names, term, name->pos, name->s);
		return;
	}
	take_words(c, names, term, name->pos,
		   arena_copy(&c->arena, parts.brief, (size_t)(parts.brief_end - parts.brief)));
	take_words(c, names, term, name->pos,
		   arena_copy(&c->arena, parts.full, (size_t)(parts.full_end - parts.full)));
}

void
check_duplicate_terms(struct checker *c, const struct entity *entity)
{
	const struct list *glossary = &document_of(entity)->glossary;
	struct map names = {0};
	for (uint32_t i = 0; i < glossary->count; i++) {
		const struct term *term = term_at(glossary, i);
		take_name(c, &names, glossary->items[i], &term->term);
		for (uint32_t j = 0; j < term->aliases.count; j++)
			take_name(c, &names, glossary->items[i], &term->aliases.items[j]);
	}
	map_free(&names);
}

/* The cycle as «A → B → A», from the term at `first` on the path to its end. */
static void
report_cycle(struct checker *c, const struct entity *const *path, size_t first, size_t length,
	     const struct ref *closing)
{
	struct buf text = {0};
	for (size_t i = first; i < length; i++)
		buf_printf(&text, "%s → ", entity_name(path[i]));
	buf_puts(&text, entity_name(path[first]));
	report1(c, RULE_GLOSSARY_CIRCULAR_SEE, path[length - 1], closing->pos, buf_text(&text));
	buf_free(&text);
}

/* A depth-first search for cycles in `see`, without recursion; each cycle is reported where it
 * closes. */
struct cycle_search {
	const struct entity **path;
	uint32_t *next; /* of each on the path, the reference to follow */
	uint8_t *state; /* by term number: 0 new, 1 on the path, 2 done */
	size_t length;
};

static void
follow(struct checker *c, struct cycle_search *s)
{
	const struct entity *entity = s->path[s->length - 1];
	const struct refs *see = &term_of(entity)->see;
	if (s->next[s->length - 1] == see->count) {
		s->state[entity->number] = 2;
		s->length--;
		return;
	}
	const struct ref *ref = &see->items[s->next[s->length - 1]++];
	if (!ref->to || ref->to->kind != KIND_TERM)
		return;
	if (s->state[ref->to->number] == 1) {
		size_t first = s->length - 1;
		while (s->path[first] != ref->to)
			first--;
		report_cycle(c, s->path, first, s->length, ref);
	} else if (s->state[ref->to->number] == 0) {
		s->state[ref->to->number] = 1;
		s->next[s->length] = 0;
		s->path[s->length++] = ref->to;
	}
}

void
check_see_cycles(struct checker *c, const struct entity *entity)
{
	const struct list *glossary = &document_of(entity)->glossary;
	struct cycle_search search = {
	    .path = arena_array(&c->arena, glossary->count + 1, sizeof *search.path),
	    .next = arena_array(&c->arena, glossary->count + 1, sizeof *search.next),
	    .state = arena_array(&c->arena, glossary->count + 1, sizeof *search.state),
	};
	for (uint32_t i = 0; i < glossary->count; i++) {
		const struct entity *term = glossary->items[i];
		if (search.state[term->number])
			continue;
		search.state[term->number] = 1;
		search.path[0] = term;
		search.next[0] = 0;
		search.length = 1;
		while (search.length)
			follow(c, &search);
	}
}

void
check_term_letter(struct checker *c, const struct entity *entity)
{
	const struct term *term = term_of(entity);
	if (!term->letter.s || !term->term.s)
		return;
	const char *right = glossary_letter(term, &c->arena);
	struct term given = {.term = term->letter};
	given.base = term->base;
	if (strcmp(glossary_letter(&given, &c->arena), right) != 0)
		report3(c, RULE_GLOSSARY_LETTER, entity, term->letter.pos, term->letter.s,
			term->term.s, right);
}

/* True when one of the words is a name of the term, and not all of them. */
static bool
holds_term(struct words *words, const char *phrase)
{
	struct token token;
	const char *end;
	for (const char *at = phrase; words_next(words, &at, &token);)
		if (words_phrase_at(words, 0, phrase, &token, &end))
			return !words_phrase_exact(words, 0, phrase);
	return false;
}

void
check_term_exceptions(struct checker *c, const struct entity *entity)
{
	const struct term *term = term_of(entity);
	if (!term->not.count)
		return;
	struct words *words = words_new(&c->arena);
	names_add_term(term, words, 0, &c->arena);
	for (uint32_t i = 0; i < term->not.count; i++) {
		const struct text *phrase = &term->not.items[i];
		if (phrase->s && !holds_term(words, phrase->s))
			report2(c, RULE_GLOSSARY_IDLE_PHRASE, entity, phrase->pos, phrase->s,
				entity_name(entity));
	}
}

/* Within its own entry a term is explained, not used. */
static bool
is_own(const struct passage *passage, const struct entity *what)
{
	return passage->entity == what;
}

static bool *
used_terms(struct checker *c)
{
	if (!c->used_terms)
		c->used_terms = arena_array(&c->arena, c->model->document->glossary.count + 1,
					    sizeof *c->used_terms);
	return c->used_terms;
}

void
note_used_terms(struct checker *c, const struct passage *passage)
{
	bool *used = used_terms(c);
	for (size_t i = 0; i < passage->count; i++) {
		const struct entity *what = passage->names[i];
		if (what && what->kind == KIND_TERM && !is_own(passage, what))
			used[what->number] = true;
	}
}

void
check_unused_terms(struct checker *c)
{
	const struct list *glossary = &c->model->document->glossary;
	const bool *used = used_terms(c);
	for (uint32_t i = 0; i < glossary->count && c->sound; i++) {
		const struct entity *entity = glossary->items[i];
		if (!used[entity->number])
			report1(c, RULE_GLOSSARY_UNUSED, entity, term_of(entity)->term.pos,
				entity_name(entity));
	}
}

void
check_synonyms(struct checker *c, const struct passage *passage)
{
	if (passage->entity->kind == KIND_TERM)
		return;
	for (size_t i = 0; i < passage->count; i++) {
		const char *end;
		const struct synonym *synonym = wording_at(c, WORDING_SYNONYMS, passage, i, &end);
		if (!synonym || passage->names[i])
			continue;
		const char *start = passage->tokens[i].start;
		const char *words = arena_copy(&c->arena, start, (size_t)(end - start));
		report_words(c, RULE_GLOSSARY_SYNONYM, passage, start, end, words,
			     entity_name(&synonym->term->base))
		    ->related = synonym->term->base.pos;
	}
}
