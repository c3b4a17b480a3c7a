/* SPDX-License-Identifier: MIT */
#include "model/explained.h"

#include "model/field.h"
#include "model/fields.h"
#include "model/visit.h"
#include "support/map.h"
#include "text/words/expansion.h"

/* An abbreviation with the first words that were said to be its meaning. */
struct meaning {
	struct meaning *next;
	const char *brief, *full;
	bool said;    /* with a bracket; else a definition begins so */
	bool several; /* there are other words, too */
};

struct meaning_reader {
	struct words *words;
	struct arena *arena;
	struct map known; /* the abbreviation → its meaning */
	struct meaning *first, **last;
};

static void
take_meaning(struct meaning_reader *r, const char *brief, const char *full, bool said)
{
	struct meaning **place = (struct meaning **)map_at(&r->known, brief), *meaning = *place;
	if (meaning) {
		meaning->said |= said;
		meaning->several |= !words_phrases_alike(r->words, meaning->full, full);
		return;
	}
	meaning = *place = arena_alloc(r->arena, sizeof *meaning);
	*meaning = (struct meaning){.brief = brief, .full = full, .said = said};
	*r->last = meaning;
	r->last = &meaning->next;
}

static const char *
copy_of(struct meaning_reader *r, const char *start, const char *end)
{
	return arena_copy(r->arena, start, (size_t)(end - start));
}

static void
take_expansion(void *data, const struct expansion *found)
{
	struct meaning_reader *r = data;
	take_meaning(r, copy_of(r, found->brief, found->brief_end),
		     copy_of(r, found->full, found->full_end), true);
}

/* «КП: Коммерческое предложение, которое …» */
static void
take_definition(struct meaning_reader *r, const struct term *term)
{
	const char *end;
	if (term->term.s && term->definition.s &&
	    expansion_begins(r->words, term->term.s, term->definition.s, &end))
		take_meaning(r, term->term.s, copy_of(r, term->definition.s, end), false);
}

static bool
is_read(void *data, const struct entity *entity, const struct field *field)
{
	(void)data, (void)entity;
	return !(field->flags & (F_SETTING | F_LINK | F_ID | F_PERSON | F_PLUMBING));
}

static void
read_leaf(void *data, const struct entity *entity, const struct leaf *leaf)
{
	struct meaning_reader *r = data;
	(void)entity;
	if (leaf_text(leaf)->s)
		expansion_each(r->words, leaf_text(leaf)->s, take_expansion, r);
}

static void
add_meaning(struct meaning_reader *r, unsigned set, const struct meaning *meaning)
{
	if (!meaning->said || meaning->several)
		return;
	const struct entity *brief = words_phrase_exact(r->words, set, meaning->brief),
			    *full = words_phrase_exact(r->words, set, meaning->full);
	if (full && !brief)
		words_add_phrase(r->words, set, meaning->brief, full);
	else if (brief && !full)
		words_add_phrase(r->words, set, meaning->full, brief);
}

void
explained_add(const struct model *model, struct words *words, unsigned set, struct arena *arena)
{
	static const struct visitor visitor = {
	    .leaves = LEAF_TEXT | LEAF_PROSE, .field = is_read, .leaf = read_leaf};
	const struct document *document = model->document;
	struct meaning_reader reader = {.words = words, .arena = arena};
	reader.last = &reader.first;
	if (!document->glossary.count && !document->roles.count)
		return;
	for (uint32_t i = 0; i < document->glossary.count; i++)
		take_definition(&reader, term_at(&document->glossary, i));
	visit(model, &document->base, &visitor, &reader);
	for (const struct meaning *meaning = reader.first; meaning; meaning = meaning->next)
		add_meaning(&reader, set, meaning);
	map_free(&reader.known);
}
