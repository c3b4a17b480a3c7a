/* SPDX-License-Identifier: MIT */
#include "model/hide.h"

#include "support/utf8.h"

#include <string.h>

static const char people[] = "people|люди|сотрудники";
const char hide_links[] = "links|ссылки";

static const struct {
	const char *names, *words;
	enum kind own_columns_of;
} builtin[] = {
    {"full|полная", "", KIND_NONE},
    {"overview|обзор", "steps", KIND_NONE},
    {"client|клиент",
     "people|metrics|duties|deadline_control|checkpoints|recommendations|problems|links|"
     "retrospective|pilots|approvals|"
     "acknowledgements|history",
     KIND_ROLE},
    {"public|публичная",
     "people|goal|metrics|links|retrospective|pilots|approvals|acknowledgements|history",
     KIND_NONE},
};
enum { BUILTIN_COUNT = sizeof builtin / sizeof *builtin };

static bool
same_name(const char *a, const char *b)
{
	struct arena arena = {0};
	bool same = strcmp(utf8_fold(&arena, a, FOLD_KEY), utf8_fold(&arena, b, FOLD_KEY)) == 0;
	arena_free(&arena);
	return same;
}

/* The thing of this id or name, or NULL. */
static const struct entity *
list_find(const struct list *list, const char *name)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (same_name(list->items[i]->id, name) ||
		    same_name(entity_name(list->items[i]), name))
			return list->items[i];
	return NULL;
}

static const char **
list_ids(const struct list *list, uint32_t more, struct arena *arena)
{
	const char **ids = arena_array(arena, list->count + more + 1, sizeof *ids);
	for (uint32_t i = 0; i < list->count; i++)
		ids[i] = list->items[i]->id;
	return ids;
}

const struct entity *
variant_find(const struct model *model, const char *name)
{
	return list_find(&model->document->variants, name);
}

const char **
variant_names(const struct model *model, struct arena *arena)
{
	return list_ids(&model->document->variants, 0, arena);
}

bool
edition_find(const struct model *model, const char *name, struct edition_words *found)
{
	const struct entity *own = list_find(&model->document->editions, name);
	*found = (struct edition_words){.name = own ? own->id : NULL,
					.edition = own ? edition_of(own) : NULL};
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, name, FOLD_KEY);
	for (size_t i = 0; i < BUILTIN_COUNT && !found->name; i++)
		if (spelling_matches(builtin[i].names, folded))
			*found = (struct edition_words){builtin[i].names, NULL, builtin[i].words,
							builtin[i].own_columns_of};
	arena_free(&arena);
	return found->name;
}

const char **
edition_names(const struct model *model, struct arena *arena)
{
	static const struct list none = {0};
	const struct list *own = model ? &model->document->editions : &none;
	const char **names = list_ids(own, BUILTIN_COUNT, arena);
	for (size_t i = 0; i < BUILTIN_COUNT; i++)
		names[own->count + i] =
		    arena_copy(arena, builtin[i].names, strcspn(builtin[i].names, "|"));
	return names;
}

bool
hide_allows(const struct field *field)
{
	return !(field->flags & F_APPLIED) &&
	       (!(field->flags & (F_REQUIRED | F_KEPT)) || field_holds_list(field));
}

/* True when a folded word is a key of the field, in either language, that readers know of. */
static bool
is_key(const char *word, const struct field *field)
{
	return !(field->flags & F_APPLIED) &&
	       (spelling_matches(field->keys[0], word) || spelling_matches(field->keys[1], word));
}

/* True when a folded word hides a field. */
static bool
word_hides(const char *word, const struct field *field)
{
	if (field->flags & F_PERSON && spelling_matches(people, word))
		return true;
	if (field->flags & F_LINK && spelling_matches(hide_links, word))
		return true;
	return hide_allows(field) && is_key(word, field);
}

static void
hide_word(const struct model *model, struct hide *hide, const char *word)
{
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, word, FOLD_KEY);
	hide->any = true;
	hide->links = hide->links || spelling_matches(hide_links, folded);
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (size_t i = 0; model->fields[kind][i]; i++)
			if (word_hides(folded, model->fields[kind][i]))
				hide->fields[kind][i] = true;
	arena_free(&arena);
}

static void
hide_own_columns(const struct model *model, struct hide *hide, enum kind kind)
{
	for (size_t i = 0; kind && model->fields[kind][i]; i++)
		if (model->fields[kind][i]->flags & F_OWN)
			hide->fields[kind][i] = true;
}

/* With the definitions of columns go the columns. */
static void
hide_defined_columns(const struct model *model, struct hide *hide)
{
	static const struct {
		enum field_id field;
		enum kind kind;
	} defined[] = {{FIELD_COLUMNS_stages, KIND_STAGE},
		       {FIELD_COLUMNS_roles, KIND_ROLE},
		       {FIELD_COLUMNS_steps, KIND_STEP}};
	bool all = hide_has(model, hide, field_row(FIELD_DOCUMENT_columns));
	for (size_t i = 0; i < sizeof defined / sizeof *defined; i++)
		if (all || hide_has(model, hide, field_row(defined[i].field)))
			hide_own_columns(model, hide, defined[i].kind);
}

struct hide
hide_new(const struct model *model, const struct edition_words *edition, struct arena *arena)
{
	struct hide hide = {.any = false};
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		size_t count = 0;
		while (model->fields[kind][count])
			count++;
		hide.fields[kind] = arena_array(arena, count + 1, sizeof *hide.fields[kind]);
	}
	if (edition->edition) {
		const struct texts *words = &edition->edition->hide;
		for (uint32_t i = 0; i < words->count; i++)
			hide_word(model, &hide, words->items[i].s);
	}
	for (const char *words = edition->words ? edition->words : ""; *words;) {
		size_t length = strcspn(words, "|");
		hide_word(model, &hide, arena_copy(arena, words, length));
		words += length + (words[length] == '|');
	}
	hide_own_columns(model, &hide, edition->own_columns_of);
	hide_defined_columns(model, &hide);
	return hide;
}

/* True when a word fits a field of any kind. */
static bool
any_field(const struct model *model, const char *word,
	  bool (*fits)(const char *folded, const struct field *field))
{
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, word, FOLD_KEY);
	bool found = false;
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT && !found; kind++)
		for (size_t i = 0; model->fields[kind][i] && !found; i++)
			found = fits(folded, model->fields[kind][i]);
	arena_free(&arena);
	return found;
}

bool
hide_knows(const struct model *model, const char *word)
{
	return any_field(model, word,
			 word_hides); /* `people` and `links`, too, are words of some field */
}

bool
hide_is_key(const struct model *model, const char *word)
{
	return any_field(model, word, is_key);
}

bool
hide_has(const struct model *model, const struct hide *hide, const struct field *field)
{
	size_t i = 0;
	while (model->fields[field->kind][i] && model->fields[field->kind][i] != field)
		i++;
	return model->fields[field->kind][i] && hide->fields[field->kind][i];
}
