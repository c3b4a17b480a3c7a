/* SPDX-License-Identifier: MIT */
#include "check/wording.h"

#include "model/fields.h"
#include "model/hide.h"
#include "model/names.h"
#include "plan/plan.h"
#include "support/map.h"
#include "support/utf8.h"
#include "text/words/expansion.h"

#include <string.h>

#define LIST(NAME, words) static const char *const list_##NAME = words;
#include "check/lists.def"
#undef LIST

/* Calls add for every word of a | list; the word is in the checker's arena. */
static void
each_word(struct checker *c, const char *list, char separator,
	  void (*add)(struct checker *c, const char *word))
{
	const char separators[] = {separator, '\0'};
	while (*list) {
		size_t length = strcspn(list, separators);
		add(c, arena_copy(&c->arena, list, length));
		list += length + (list[length] == separator);
	}
}

static void
add_vague(struct checker *c, const char *word)
{
	words_add_phrase(c->words, WORDING_VAGUE, word, word);
}

static void
add_making(struct checker *c, const char *word)
{
	words_add_phrase(c->words, WORDING_MAKING, word, word);
}

static void
add_product(struct checker *c, const char *word)
{
	words_add_phrase(c->words, WORDING_PRODUCT, word, word);
}

static void
add_house(struct checker *c, const char *word)
{
	words_add_phrase(c->words, WORDING_HOUSE, word, word);
}

static void
add_common(struct checker *c, const char *word)
{
	words_add_phrase(c->words, WORDING_COMMON, word, word);
}

static const enum capitals common = CAPITALS_COMMON, stressed = CAPITALS_STRESSED;

static void
add_known(struct checker *c, const char *word)
{
	*map_at(&c->capitals, utf8_fold(&c->arena, word, FOLD_CASE)) = (void *)(uintptr_t)&common;
}

static void
add_stressed(struct checker *c, const char *word)
{
	*map_at(&c->capitals, utf8_fold(&c->arena, word, FOLD_CASE)) = (void *)(uintptr_t)&stressed;
}

enum capitals
wording_capitals(struct checker *c, const struct form *form)
{
	if (!c->capitals.count) {
		each_word(c, list_COMMON, '|', add_known);
		each_word(c, list_STRESSED, '|', add_stressed);
	}
	const enum capitals *known = map_get(&c->capitals, form->folded);
	return known ? *known : CAPITALS_UNKNOWN;
}

static void
add_option_words(struct checker *c, enum rule_option option,
		 void (*add)(struct checker *c, const char *word))
{
	struct texts words = option_words(c, option);
	for (uint32_t i = 0; i < words.count; i++)
		if (words.items[i].s)
			add(c, words.items[i].s);
}

/* The term or role that a phrase names as a whole, names_none, or NULL. */
static const struct entity *
named(struct checker *c, const char *phrase)
{
	return words_phrase_exact(c->words, WORDING_NAMES, phrase);
}

/* «КП = коммерческое предложение = оффер»: the names that are no names of the term, each as a
 * synonym of it. */
static void
add_same(struct checker *c, const char *line)
{
	const struct entity *term = NULL;
	char *rest, *copy = arena_string(&c->arena, line);
	const char *names[16];
	size_t count = 0;
	for (char *name = strtok_r(copy, "=", &rest); name && count < 16;
	     name = strtok_r(NULL, "=", &rest)) {
		names[count] = utf8_fold(&c->arena, name, FOLD_FORM);
		const struct entity *found = named(c, names[count++]);
		if (found && found->kind == KIND_TERM && !term)
			term = found;
	}
	for (size_t i = 0; term && i < count; i++) {
		if (named(c, names[i]))
			continue;
		struct synonym *synonym = arena_alloc(&c->arena, sizeof *synonym);
		*synonym = (struct synonym){names[i], term_of(term)};
		words_add_phrase(c->words, WORDING_SYNONYMS, names[i], synonym);
	}
}

/* The full form that a term's definition begins with («КП: Коммерческое предложение …») is a
 * synonym unless it is an alias. */
static void
add_expansion(struct checker *c, const struct term *term)
{
	const char *text = term->definition.s, *end;
	if (!term->term.s || !text || !expansion_begins(c->words, term->term.s, text, &end))
		return;
	const char *full = arena_copy(&c->arena, text, (size_t)(end - text));
	if (named(c, full))
		return;
	struct synonym *synonym = arena_alloc(&c->arena, sizeof *synonym);
	*synonym = (struct synonym){full, term};
	words_add_phrase(c->words, WORDING_SYNONYMS, full, synonym);
}

static void
add_person(struct checker *c, const struct text *name)
{
	if (name->s)
		words_add_phrase(c->words, WORDING_PEOPLE, name->s, name->s);
}

static void
add_people(struct checker *c, const struct role *role)
{
	for (uint32_t i = 0; i < role->people.count; i++)
		add_person(c, &role->people.items[i]);
}

static void
add_internal(struct checker *c, const struct list *list)
{
	for (uint32_t i = 0; i < list->count; i++) {
		const struct entity *entity = list->items[i];
		if (hide_is_internal(entity))
			words_add_phrase(c->words, WORDING_INTERNAL, entity_name(entity), entity);
		if (entity->kind != KIND_ROLE)
			add_internal(c, task_steps(entity));
	}
}

/* Those who signed, and authors. */
static void
add_signers(struct checker *c)
{
	const struct document *document = c->model->document;
	for (uint32_t i = 0; i < document->approvals.count; i++)
		add_person(c, &approval_at(&document->approvals, i)->person);
	for (uint32_t i = 0; i < document->acknowledgements.count; i++)
		add_person(c, &acknowledgement_at(&document->acknowledgements, i)->person);
	for (uint32_t i = 0; i < document->history.count; i++)
		add_person(c, &revision_at(&document->history, i)->author);
}

void
wording_prepare(struct checker *c)
{
	const struct document *document = c->model->document;
	names_add(c->model, c->words, WORDING_NAMES, &c->arena);
	for (uint32_t i = 0; i < document->roles.count; i++)
		add_people(c, role_at(&document->roles, i));
	add_signers(c);
	add_internal(c, &document->roles);
	add_internal(c, &document->stages);
	if (rule_is_on(c, RULE_QUALITY_UNMEASURABLE) && c->model->made[KIND_CRITERION]) {
		each_word(c, list_VAGUE, '|', add_vague);
		add_option_words(c, RULE_OPTION_VAGUE_WORDS, add_vague);
	}
	if (rule_is_on(c, RULE_STEP_NOTHING_HANDED) && c->model->made[KIND_STEP]) {
		each_word(c, list_MAKING, '|', add_making);
		each_word(c, list_PRODUCT, '|', add_product);
	}
	if (rule_is_on(c, RULE_EDITION_HOUSE_WORD) && checker_has_cuts(c)) {
		each_word(c, list_HOUSE, '|', add_house);
		add_option_words(c, RULE_OPTION_HOUSE_WORDS, add_house);
	}
	add_option_words(c, RULE_OPTION_KNOWN_ABBREVIATIONS, add_common);
	if (!document->glossary.count)
		return; /* there is nothing that the rest could be another word for */
	each_word(c, list_SAME, '|', add_same);
	add_option_words(c, RULE_OPTION_SAME_WORDS, add_same);
	for (uint32_t i = 0; i < document->glossary.count; i++)
		add_expansion(c, term_at(&document->glossary, i));
}
