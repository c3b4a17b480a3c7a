/* SPDX-License-Identifier: MIT */
#include "model/hide.h"

#include "model/fields.h"
#include "support/utf8.h"

#include <string.h>

static const char people[] = "people|люди|сотрудники";
const char hide_links[] = "links|ссылки";

static const struct {
	const char *names, *hides;
	enum field_flag shows;
	bool outside;
} builtin[] = {
    {"full|полная", NULL, 0, false},
    {"overview|обзор", "steps", 0, false},
    {"client|клиент", NULL, F_CLIENT, true},
    {"public|публичная",
     "people|goal|metrics|links|retrospective|pilots|approvals|acknowledgements|history|"
     "target|how|recommendations|problems|variants|for_client",
     0, true},
};
enum { BUILTIN_FULL, BUILTIN_COUNT = sizeof builtin / sizeof *builtin };

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

/* The edition built in that a name is a spelling of, or BUILTIN_COUNT. */
static size_t
builtin_of(const char *name)
{
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, name, FOLD_KEY);
	size_t i = 0;
	while (i < BUILTIN_COUNT && !field_spelling_matches(builtin[i].names, folded))
		i++;
	arena_free(&arena);
	return i;
}

/* What an edition says nothing of it has from the one built in that it is called like. */
struct edition_words
edition_words_of(const struct edition *edition)
{
	size_t i = builtin_of(edition->base.id);
	bool own = edition->hide.pos.line || edition->show.pos.line;
	struct edition_words words = {
	    .name = edition->base.id, .edition = edition, .full = i == BUILTIN_FULL};
	if (i == BUILTIN_COUNT)
		return words;
	words.outside = builtin[i].outside;
	words.hides = own ? NULL : builtin[i].hides;
	words.shows = own ? 0 : builtin[i].shows;
	return words;
}

bool
hide_replaces_page(const struct edition *edition)
{
	size_t i = builtin_of(edition->base.id);
	bool own = edition->hide.pos.line || edition->show.pos.line;
	return own && i < BUILTIN_COUNT && builtin[i].shows;
}

bool
edition_find(const struct model *model, const char *name, struct edition_words *found)
{
	const struct entity *own = list_find(&model->document->editions, name);
	size_t i = builtin_of(name);
	*found = (struct edition_words){0};
	if (own)
		*found = edition_words_of(edition_of(own));
	else if (i < BUILTIN_COUNT)
		*found = (struct edition_words){.name = builtin[i].names,
						.hides = builtin[i].hides,
						.shows = builtin[i].shows,
						.outside = builtin[i].outside,
						.full = i == BUILTIN_FULL};
	return found->name;
}

/* True when an edition of the file is called like one that is built in. */
static bool
stands_for(const struct list *editions, size_t which)
{
	for (uint32_t i = 0; i < editions->count; i++)
		if (builtin_of(editions->items[i]->id) == which)
			return true;
	return false;
}

const char **
edition_names(const struct model *model, struct arena *arena)
{
	static const struct list none = {0};
	const struct list *own = model ? &model->document->editions : &none;
	const char **names = list_ids(own, BUILTIN_COUNT, arena);
	size_t count = own->count;
	for (size_t i = 0; i < BUILTIN_COUNT; i++)
		if (!stands_for(own, i))
			names[count++] =
			    arena_copy(arena, builtin[i].names, strcspn(builtin[i].names, "|"));
	return names;
}

static bool
is_of_process(const struct field *field)
{
	return !(field->flags & F_PORTFOLIO) &&
	       (!field->kind || !(kind_info(field->kind)->flags & K_APART));
}

bool
hide_allows(const struct field *field)
{
	return is_of_process(field) && !(field->flags & F_APPLIED) &&
	       (!(field->flags & (F_REQUIRED | F_KEPT)) || field_holds_list(field));
}

/* True when a folded word is a key of the field, in either language, that readers know of. */
static bool
is_key(const char *word, const struct field *field)
{
	return is_of_process(field) && !(field->flags & F_APPLIED) &&
	       (field_spelling_matches(field->keys[0], word) ||
		field_spelling_matches(field->keys[1], word));
}

/* True when a folded word hides a field. */
static bool
word_hides(const char *word, const struct field *field)
{
	if (field->flags & F_PERSON && field_spelling_matches(people, word))
		return true;
	if (field->flags & F_LINK && field_spelling_matches(hide_links, word))
		return true;
	return hide_allows(field) && is_key(word, field);
}

/* True when a folded word of an allow-list shows a field. */
static bool
word_shows(const char *word, const struct field *field)
{
	return word_hides(word, field) || is_key(word, field);
}

/* Hides the fields that a word is for, or shows them. */
static void
mark_word(const struct model *model, struct hide *hide, const char *word)
{
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, word, FOLD_KEY);
	bool hidden = !hide->allows;
	hide->any = true;
	if (field_spelling_matches(hide_links, folded))
		hide->links = hidden;
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (size_t i = 0; model->fields[kind][i]; i++)
			if (hidden ? word_hides(folded, model->fields[kind][i])
				   : word_shows(folded, model->fields[kind][i]))
				hide->fields[kind][i] = hidden;
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

/* With the variants goes what is told of each: what holds for all together is left. */
static void
hide_values_by_variant(const struct model *model, struct hide *hide)
{
	if (!hide_has(model, hide, field_row(FIELD_DOCUMENT_variants)))
		return;
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (size_t i = 0; model->fields[kind][i]; i++)
			if (field_holds(model->fields[kind][i], KIND_BY_VARIANT))
				hide->fields[kind][i] = true;
}

/* True for what an allow-list has, whether it names it or not: names and other things that nothing
 * can do without, and what follows from what it names. Of things that stand on lines of their own
 * it has everything but people and addresses. */
static bool
is_always_shown(const struct field *field)
{
	bool large = field->kind == KIND_DOCUMENT || field->kind == KIND_PROCESS ||
		     field->kind == KIND_ROLE || field->kind == KIND_STAGE ||
		     field->kind == KIND_STEP;
	return !hide_allows(field) || field->flags & (F_NAME | F_ID) ||
	       field->id == FIELD_STAGE_after || field->id == FIELD_STEP_after ||
	       field->id == FIELD_PROCESS_lang ||
	       (!large && !(field->flags & (F_PERSON | F_LINK | F_OWN)));
}

/* Hides everything, but what is always there; where an edition shows the fields of a flag, but
 * these and what no edition hides. */
static void
hide_others(const struct model *model, struct hide *hide, enum field_flag shows)
{
	hide->any = hide->allows = hide->links = true;
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (size_t i = 0; model->fields[kind][i]; i++) {
			const struct field *field = model->fields[kind][i];
			hide->fields[kind][i] = shows
						    ? !(field->flags & shows) && hide_allows(field)
						    : !is_always_shown(field);
		}
}

/* With a column of the author's that is shown goes its definition. */
static void
show_definitions(const struct model *model, struct hide *hide)
{
	bool any = false;
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (size_t i = 0; model->fields[kind][i]; i++)
			any = any ||
			      (model->fields[kind][i]->flags & F_OWN && !hide->fields[kind][i]);
	for (size_t i = 0; any && model->fields[KIND_DOCUMENT][i]; i++)
		if (model->fields[KIND_DOCUMENT][i]->id == FIELD_DOCUMENT_columns)
			hide->fields[KIND_DOCUMENT][i] = false;
}

static void
mark_words(const struct model *model, struct hide *hide, const struct texts *words)
{
	for (uint32_t i = 0; i < words->count; i++)
		mark_word(model, hide, words->items[i].s);
}

static void
hide_by_file(const struct model *model, struct hide *hide, const struct edition *edition)
{
	if (!edition->show.pos.line) {
		mark_words(model, hide, &edition->hide);
		return;
	}
	hide_others(model, hide, 0);
	mark_words(model, hide, &edition->show);
	show_definitions(model, hide);
}

static void
hide_by_program(const struct model *model, struct hide *hide, const struct edition_words *edition,
		struct arena *arena)
{
	for (const char *words = edition->hides ? edition->hides : ""; *words;) {
		size_t length = strcspn(words, "|");
		mark_word(model, hide, arena_copy(arena, words, length));
		words += length + (words[length] == '|');
	}
	if (!edition->shows)
		return;
	hide_others(model, hide, edition->shows);
	hide->clients = true;
}

static bool
is_internal_mark(const struct field *field)
{
	return field->id == FIELD_STAGE_internal || field->id == FIELD_STEP_internal ||
	       field->id == FIELD_ROLE_internal;
}

/* True for what the full edition alone has: readers outside are not told that others are told
 * more. */
static void
hide_by_edition(const struct model *model, struct hide *hide, const struct edition_words *edition)
{
	hide->any = hide->any || hide->outside;
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (size_t i = 0; model->fields[kind][i]; i++)
			if ((!edition->full && model->fields[kind][i]->flags & F_FULL) ||
			    (hide->outside && is_internal_mark(model->fields[kind][i])))
				hide->fields[kind][i] = true;
}

/* That something goes on for ever is said where its deadline is, and hidden with that. */
static void
hide_ongoing(const struct model *model, struct hide *hide, enum kind kind, enum field_id deadline,
	     enum field_id ongoing)
{
	bool hidden = hide_has(model, hide, field_row(deadline));
	for (size_t i = 0; model->fields[kind][i]; i++) {
		bool *own = &hide->fields[kind][i];
		if (model->fields[kind][i]->id == ongoing)
			*own = hide->allows ? *own && hidden : *own || hidden;
	}
}

struct hide
hide_new(const struct model *model, const struct edition_words *edition, struct arena *arena)
{
	struct hide hide = {.outside = edition->outside};
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		size_t count = 0;
		while (model->fields[kind][count])
			count++;
		hide.fields[kind] = arena_array(arena, count + 1, sizeof *hide.fields[kind]);
	}
	hide.audience = edition->edition && !edition->audience ? edition->edition->audience.to
							       : edition->audience;
	hide.any = hide.audience;
	hide.outside = hide.outside || (hide.audience && role_of(hide.audience)->external.on);
	hide.outside = hide.outside || (edition->edition && edition->edition->outside.on);
	if (edition->edition)
		hide_by_file(model, &hide, edition->edition);
	hide_by_program(model, &hide, edition, arena);
	hide_by_edition(model, &hide, edition);
	hide_defined_columns(model, &hide);
	hide_ongoing(model, &hide, KIND_STAGE, FIELD_STAGE_deadline, FIELD_STAGE_ongoing);
	hide_ongoing(model, &hide, KIND_STEP, FIELD_STEP_deadline, FIELD_STEP_ongoing);
	hide_values_by_variant(model, &hide);
	return hide;
}

bool
hide_is_internal(const struct entity *entity)
{
	return (entity->kind == KIND_STAGE && stage_of(entity)->internal.on) ||
	       (entity->kind == KIND_STEP && step_more(step_of(entity))->internal.on) ||
	       (entity->kind == KIND_ROLE && role_of(entity)->internal.on);
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
