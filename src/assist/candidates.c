/* SPDX-License-Identifier: MIT */
#include "assist/candidates.h"

#include "format/takes.h"
#include "format/usage.h"
#include "model/fields.h"
#include "support/utf8.h"
#include "text/syntax/yaml_text.h"

#include <string.h>

static struct candidate *
add(struct candidates *c, enum candidate_sort sort, const char *label, const char *text)
{
	c->items = arena_grow(c->arena, c->items, c->count, 1, sizeof *c->items);
	c->items[c->count] =
	    (struct candidate){.sort = sort, .label = label, .text = text, .detail = ""};
	return &c->items[c->count++];
}

static bool
is_present(const struct typing *typing, const struct field *field)
{
	for (uint32_t i = 0; i < typing->present_count; i++)
		if (field_spelling_matches(field->keys[0], typing->present[i]) ||
		    field_spelling_matches(field->keys[1], typing->present[i]))
			return true;
	return false;
}

/* How the value of a key begins: behind its colon, or with a first item on the line below. */
static const char *
sample_of(const struct field *field, const struct typing *typing, int lang, struct arena *arena)
{
	if (typing->flow || !field_is(field, LEAF_THING))
		return field->id ? usage_value(field, lang, arena) : "";
	const struct field *name = field_flagged((enum kind)field->argument, F_NAME);
	const char *item = field_is_list(field) ? "\n  - " : "\n  ";
	return name ? arena_printf(arena, "%s%s: ", item, field_key(name, lang, arena)) : item;
}

static void
add_keys(struct candidates *c, const struct model *model, const struct typing *typing, int lang)
{
	for (const struct field **at = model->fields[typing->kind]; *at; at++) {
		const struct field *field = *at;
		if (field->flags & F_BESIDE || is_present(typing, field))
			continue;
		struct buf takes = {0};
		const char *key = field_key(field, lang, c->arena);
		struct candidate *one =
		    add(c, CANDIDATE_KEY, key, arena_printf(c->arena, "%s:", key));
		takes_add(&takes, field, lang);
		one->detail = arena_copy(c->arena, buf_text(&takes), takes.length);
		one->sample = sample_of(field, typing, lang, c->arena);
		one->field = field;
		buf_free(&takes);
	}
}

/* By the id that its author gave a thing, else by its name. */
static void
add_thing(struct candidates *c, const struct entity *thing)
{
	const struct field *id = field_flagged(thing->kind, F_ID);
	bool given = id && field_is_set(thing, id);
	const char *name = entity_name(thing), *label = given ? thing->id : name;
	if (!*label)
		return;
	struct candidate *one = add(c, CANDIDATE_THING, label, yaml_text(c->arena, label));
	one->detail = given ? name : "";
	one->thing = thing;
}

static void
add_list(struct candidates *c, const struct list *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		add_thing(c, list->items[i]);
}

/* The stage that a place is in: the last that begins before it in its file. */
static const struct entity *
stage_around(const struct model *model, struct pos pos)
{
	const struct list *stages = &model->document->stages;
	const struct entity *found = NULL;
	for (uint32_t i = 0; i < stages->count; i++)
		if (stages->items[i]->pos.file == pos.file &&
		    stages->items[i]->pos.line <= pos.line)
			found = stages->items[i];
	return found;
}

/* Where an outcome may lead, and what a step may wait for: the steps beside it, stages, the end. */
static void
add_routes(struct candidates *c, const struct model *model, const struct field *field,
	   struct pos pos, int lang)
{
	const struct entity *stage = stage_around(model, pos);
	if (stage)
		add_list(c, &stage_of(stage)->steps);
	add_list(c, &model->document->stages);
	if (field->kind == KIND_OUTCOME)
		add(c, CANDIDATE_WORD, lang ? "конец" : "end", lang ? "конец" : "end");
}

static void
add_things(struct candidates *c, const struct model *model, const struct field *field,
	   struct pos pos, int lang)
{
	const struct document *document = model->document;
	switch ((enum kind)field->argument) {
	case KIND_ROLE:
		add_list(c, &document->roles);
		return;
	case KIND_STAGE:
		add_list(c, &document->stages);
		return;
	case KIND_VARIANT:
		add_list(c, &document->variants);
		return;
	case KIND_TERM:
		add_list(c, &document->glossary);
		return;
	case KIND_ATTACHMENT:
		add_list(c, &document->attachments);
		return;
	case KIND_ROUTE:
		add_routes(c, model, field, pos, lang);
		return;
	default:
		return;
	}
}

static void
add_choices(struct candidates *c, const struct field *field, int lang)
{
	for (int choice = CHOICE_ABSENT + 1; choice < CHOICE_COUNT; choice++) {
		if ((int)choice_set((enum choice)choice) != field->argument)
			continue;
		const char *word = takes_choice((enum choice)choice, lang, c->arena);
		add(c, CANDIDATE_WORD, word, word)->detail = choice_name((enum choice)choice, lang);
	}
}

static void
add_values(struct candidates *c, const struct model *model, const struct field *field,
	   struct pos pos, int lang)
{
	static const char *const flags[2][2] = {{"yes", "no"}, {"да", "нет"}};
	bool document = field->kind == KIND_DOCUMENT; /* there they are described, not named */
	if (field_is(field, LEAF_CHOICE)) {
		add_choices(c, field, lang);
	} else if (field_is(field, LEAF_FLAG)) {
		for (int i = 0; i < 2; i++)
			add(c, CANDIDATE_WORD, flags[lang][i], flags[lang][i]);
	} else if (field_leaves(field) & LEAF_REF ||
		   (field_holds(field, KIND_ATTACHMENT) && !document)) {
		add_things(c, model, field, pos, lang);
	} else if (field->id && !field_is(field, LEAF_THING) && !(field->flags & F_NAME)) {
		const char *value = usage_value(field, lang, c->arena);
		if (!strchr(value, '\n'))
			add(c, CANDIDATE_SAMPLE, value, value);
	}
}

struct candidates
candidates_at(const struct assist *assist, struct text_index *text, struct pos pos,
	      struct arena *arena)
{
	const struct model *model = assist->model;
	struct candidates c = {.arena = arena};
	struct typing typing =
	    typing_at(model, text->text, text->length, text_index_byte(text, pos), arena);
	bool known = typing.russian;
	for (uint32_t i = 0; i < typing.present_count && !known; i++)
		known = (unsigned char)*typing.present[i] >= 0x80;
	int lang = known ? 1 : typing.present_count ? 0 : choice_language(model->lang);
	c.start = typing.start;
	if (typing.kind)
		add_keys(&c, model, &typing, lang);
	if (typing.field)
		add_values(&c, model, typing.field, pos, lang);
	return c;
}
