/* SPDX-License-Identifier: MIT */
#include "model/names.h"

#include "model/explained.h"
#include "model/field.h"
#include "model/fields.h"
#include "text/words/expansion.h"
#include "text/words/words.h"

const struct entity names_none = {.kind = KIND_NONE};

struct names {
	struct words *words;
};

struct name_adder {
	struct words *words;
	unsigned set;
	struct arena *arena;
};

/* A title is a name; one with an abbreviation in brackets is two. */
static void
add_title(const struct name_adder *a, const char *title, const struct entity *what)
{
	struct expansion parts;
	if (!expansion_of_title(a->words, title, &parts)) {
		words_add_phrase(a->words, a->set, title, what);
		return;
	}
	words_add_phrase(a->words, a->set,
			 arena_copy(a->arena, parts.full, (size_t)(parts.full_end - parts.full)),
			 what);
	words_add_phrase(a->words, a->set,
			 arena_copy(a->arena, parts.brief, (size_t)(parts.brief_end - parts.brief)),
			 what);
}

static void
add_names(const struct name_adder *a, const struct entity *what, const struct texts *aliases)
{
	add_title(a, entity_name(what), what);
	for (uint32_t i = 0; i < aliases->count; i++)
		if (aliases->items[i].s)
			add_title(a, aliases->items[i].s, what);
}

void
names_add_term(const struct term *term, struct words *words, unsigned set, struct arena *arena)
{
	const struct name_adder adder = {words, set, arena};
	add_names(&adder, &term->base, &term->aliases);
}

static void
add_others(const struct name_adder *a, const struct term *term)
{
	for (uint32_t i = 0; i < term->not.count; i++)
		if (term->not.items[i].s)
			words_add_phrase(a->words, a->set, term->not.items[i].s, &names_none);
}

void
names_add(const struct model *model, struct words *words, unsigned set, struct arena *arena)
{
	const struct name_adder adder = {words, set, arena};
	const struct document *document = model->document;
	for (uint32_t i = 0; i < document->glossary.count; i++)
		names_add_term(term_at(&document->glossary, i), words, set, arena);
	for (uint32_t i = 0; i < document->roles.count; i++)
		add_names(&adder, document->roles.items[i], &role_at(&document->roles, i)->aliases);
	for (uint32_t i = 0; i < document->glossary.count; i++)
		add_others(&adder, term_at(&document->glossary, i));
	explained_add(model, words, set, arena);
}

bool
names_may_link(const struct term *term)
{
	return term->link.on || !term->link.pos.line;
}

const struct names *
names_new(const struct model *model, struct arena *arena)
{
	struct names *names = arena_alloc(arena, sizeof *names);
	names->words = words_new(arena);
	names_add(model, names->words, 0, arena);
	return names;
}

bool
names_find(const struct names *names, const char *at, struct mention *mention)
{
	struct token token;
	for (const char *text = at; words_next(names->words, &at, &token);) {
		mention->what = words_phrase_at(names->words, 0, text, &token, &mention->end);
		mention->start = token.start;
		if (mention->what == &names_none)
			at = mention->end;
		else if (mention->what)
			return true;
	}
	return false;
}
