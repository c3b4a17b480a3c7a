/* SPDX-License-Identifier: MIT */
#include "model/names.h"

#include "model/field.h"
#include "text/words.h"

struct names {
	struct words *words;
};

static void
add_names(struct names *names, const struct entity *what, const struct texts *aliases)
{
	phrase_add(names->words, 0, entity_name(what), what);
	for (uint32_t i = 0; i < aliases->count; i++)
		if (aliases->items[i].s)
			phrase_add(names->words, 0, aliases->items[i].s, what);
}

const struct names *
names_new(const struct model *model, struct arena *arena)
{
	struct names *names = arena_alloc(arena, sizeof *names);
	names->words = words_new(arena);
	const struct document *document = model->document;
	for (uint32_t i = 0; i < document->roles.count; i++)
		add_names(names, document->roles.items[i], &role_at(&document->roles, i)->aliases);
	for (uint32_t i = 0; i < document->glossary.count; i++)
		add_names(names, document->glossary.items[i],
			  &term_at(&document->glossary, i)->aliases);
	return names;
}

bool
names_find(const struct names *names, const char *at, struct mention *mention)
{
	struct token token;
	for (const char *text = at; words_next(names->words, &at, &token);) {
		mention->what = phrase_at(names->words, 0, text, &token, &mention->end);
		mention->start = token.start;
		if (mention->what)
			return true;
	}
	return false;
}
