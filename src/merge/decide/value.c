/* SPDX-License-Identifier: MIT */
#include "merge/decide/value.h"

#include "change/match.h"
#include "load/scalar/duration.h"
#include "merge/decide/region.h"
#include "model/fields.h"
#include "model/variant.h"
#include "support/utf8.h"
#include "text/prose/prose.h"
#include "view/mark.h"

#include <string.h>

struct written *
value_node(struct arena *arena, enum written_type type, const char *text)
{
	struct written *node = arena_alloc(arena, sizeof *node);
	node->type = type;
	node->text = text;
	return node;
}

void
value_add(struct written *holder, struct written *item)
{
	const struct written **end = &holder->first;
	while (*end)
		end = &((struct written *)(uintptr_t)*end)->next;
	*end = item;
}

/* One text as such; several, or one that begins as a list does, as a list. */
static const struct written *
alone_if_one(const struct written *list)
{
	const struct written *one = list->first;
	return one && !one->next && one->text[0] != '-' ? one : list;
}

struct cell_items
value_shown(struct value_reading *reading, const struct entity *entity, const struct field *field)
{
	struct arena *arena = reading->arena;
	bool prose = false;
	struct texts texts = show_field(reading->voice, entity, field, &prose, arena);
	struct cell_items items = {arena_array(arena, texts.count + 1u, sizeof *items.texts),
				   texts.count};
	for (uint32_t i = 0; i < texts.count; i++) {
		const char *text = texts.items[i].s;
		items.texts[i] = mark_carried(prose ? prose_plain(arena, text) : text, arena);
	}
	return items;
}

/* A text of prose that is edited: its source with the edit in it. Without markup the text itself is
 * the source; lines are paragraphs there. */
static const char *
prose_edited(struct value_reading *reading, const char *source, const char *was, const char *is)
{
	struct arena *arena = reading->arena;
	const char *edited = region_marked(source, was, is, arena);
	if (edited)
		return edited;
	if (strcmp(mark_carried(source, arena), was) != 0)
		return NULL;
	struct buf out = {0};
	for (; *is; is++) {
		buf_putc(&out, *is);
		if (*is == '\n')
			buf_putc(&out, '\n');
	}
	edited = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return edited;
}

/* A text of an item that is edited, by what its field holds. */
static const char *
item_edited(struct value_reading *reading, const struct field *field, const char *source,
	    const char *was, const char *is)
{
	return field_leaves(field) & LEAF_PROSE ? prose_edited(reading, source, was, is) : is;
}

/* Puts what is gone of a list behind what stood before it. */
static void
put_held(struct value_reading *reading, const struct cell_items *was, const char *const *sources,
	 bool *put, uint32_t from, struct written *list)
{
	for (uint32_t i = from; i < was->count && !put[i]; i++) {
		put[i] = true;
		if (!reading->held)
			reading->held = was->texts[i];
		value_add(list, value_node(reading->arena, WRITTEN_TEXT, sources[i]));
	}
}

/* The list of what is, of what was: sources are how that is written. NULL when an edit cannot be
 * told. */
static struct written *
list_edited(struct value_reading *reading, const struct field *field, const struct cell_items *was,
	    const char *const *sources, const struct cell_items *is)
{
	struct arena *arena = reading->arena;
	struct written *list = value_node(arena, WRITTEN_LIST, NULL);
	const uint32_t *match = items_match(was, is, arena);
	bool *put = arena_array(arena, was->count + 1u, sizeof *put);
	for (uint32_t k = 0; k < is->count; k++)
		if (match[k] != ITEM_NONE)
			put[match[k]] = true;
	if (!reading->removes)
		put_held(reading, was, sources, put, 0, list);
	for (uint32_t k = 0; k < is->count; k++) {
		uint32_t i = match[k];
		const char *text = is->texts[k];
		if (i != ITEM_NONE)
			text = strcmp(was->texts[i], text) == 0
				   ? sources[i]
				   : item_edited(reading, field, sources[i], was->texts[i], text);
		if (!text)
			return NULL;
		value_add(list, value_node(arena, WRITTEN_TEXT, text));
		if (i != ITEM_NONE && !reading->removes)
			put_held(reading, was, sources, put, i + 1, list);
	}
	return list;
}

/* A name alone on its line, or several with commas between them: where they are no one name. */
static struct cell_items
names_of(const struct cell_items *was, const char *text, struct arena *arena)
{
	struct cell_items lines = items_of(text, arena), names = {0};
	for (uint32_t i = 0; i < lines.count; i++) {
		const char *at = lines.texts[i];
		bool known = false;
		for (uint32_t k = 0; k < was->count; k++)
			known = known || strcmp(was->texts[k], at) == 0;
		while (*at) {
			size_t length = known ? strlen(at) : strcspn(at, ",;");
			names.texts =
			    arena_grow(arena, names.texts, names.count, 1, sizeof *names.texts);
			names.texts[names.count++] =
			    utf8_fold(arena, arena_copy(arena, at, length), FOLD_FORM);
			at += length + (at[length] != '\0');
		}
	}
	return names;
}

static struct cell_items
items_now(const struct field *field, const struct cell_items *was, const char *text,
	  struct arena *arena)
{
	if (field_is(field, LEAF_REF))
		return names_of(was, text, arena);
	struct cell_items one;
	bool lone = field_leaves(field) & LEAF_PROSE && was->count == 1 &&
		    strchr(was->texts[0], '\n') && items_split(text, 1, &one, arena);
	return lone && items_of(text, arena).texts[0][0] == text[0] ? one : items_of(text, arena);
}

/* A thing of the file by its name, or NULL. */
static const struct entity *
thing_named(const struct model *model, enum kind kind, const char *name)
{
	const struct entity *document = &model->document->base;
	for (const struct field **field = model->fields[KIND_DOCUMENT]; *field; field++) {
		const struct list *list = field_holds_list(*field) && field_holds(*field, kind)
					      ? match_list(document, *field)
					      : NULL;
		for (uint32_t i = 0; list && i < list->count; i++)
			if (strcmp(entity_name(list->items[i]), name) == 0)
				return list->items[i];
	}
	return NULL;
}

/* A name as the value referred before: by ids, where it did. */
static const char *
name_typed(struct value_reading *reading, const struct entity *entity, const struct field *field,
	   const char *name)
{
	struct leaves leaves = leaves_of(entity, field, LEAF_REF);
	struct leaf leaf;
	bool by_id = false;
	while (leaves_next(&leaves, &leaf)) {
		const struct ref *ref = leaf_ref(&leaf);
		by_id = by_id || (ref->to && ref->to->id && strcmp(ref->raw, ref->to->id) == 0 &&
				  strcmp(ref->raw, entity_name(ref->to)) != 0);
	}
	const struct entity *thing =
	    by_id ? thing_named(reading->voice->model, (enum kind)field->argument, name) : NULL;
	return thing && thing->id ? thing->id : name;
}

static const struct written *
read_list(struct value_reading *reading, const struct entity *entity, const struct field *field,
	  const char *text)
{
	struct arena *arena = reading->arena;
	struct cell_items was = value_shown(reading, entity, field);
	const char **sources = arena_array(arena, was.count + 1u, sizeof *sources);
	struct leaves leaves = leaves_of(entity, field, field_leaves(field));
	struct leaf leaf;
	uint32_t count = 0;
	while (leaves_next(&leaves, &leaf) && count < was.count)
		sources[count++] = written_leaf(reading->voice, &leaf, arena);
	if (count != was.count)
		return NULL;
	struct cell_items is = items_now(field, &was, text, arena);
	struct written *list = list_edited(reading, field, &was, sources, &is);
	for (const struct written *one = list && field_is(field, LEAF_REF) ? list->first : NULL;
	     one; one = one->next)
		((struct written *)(uintptr_t)one)->text =
		    name_typed(reading, entity, field, one->text);
	return list ? alone_if_one(list) : NULL;
}

/* True when a length of time that is spelled so is shown as another text. */
static bool
is_shown_as(struct value_reading *reading, const char *text, const char *shown)
{
	struct arena *arena = reading->arena;
	const struct model *model = reading->voice->model;
	struct duration typed = {0};
	return duration_parse(arena, text, model->minutes_per_day, model->days_per_week, &typed) ==
		   DURATION_OK &&
	       strcmp(mark_carried(show_duration(reading->voice, &typed, arena), arena), shown) ==
		   0;
}

/* «5» in a column of days is so many days; one number keeps a best time that is written. */
static const struct written *
read_duration(struct value_reading *reading, const struct entity *entity, const struct field *field,
	      const char *was, const char *text)
{
	struct arena *arena = reading->arena;
	const struct model *model = reading->voice->model;
	const struct told *told = ((const struct duration *)field_value(entity, field))->told;
	bool number = *was && !was[strspn(was, "0123456789.,")],
	     bare = !text[strspn(text, "0123456789.,- \xE2\x80\x93")];
	struct duration typed = {0};
	if (variant_values(entity, field) ||
	    (field_terms(field) &&
	     *(struct entity *const *)field_value(entity, field_terms(field))))
		return NULL;
	if (!bare || (*was && !number))
		return is_shown_as(reading, text, was)
			   ? written_field(reading->voice, entity, field, arena)
			   : value_node(arena, WRITTEN_TEXT, text);
	text = arena_printf(arena, "%s d", text);
	if (duration_parse(arena, text, model->minutes_per_day, model->days_per_week, &typed) !=
	    DURATION_OK)
		return value_node(arena, WRITTEN_TEXT, text);
	struct told both = *typed.told;
	if (told && both.best_length.weight == both.most_length.weight &&
	    told->best_length.weight < told->most_length.weight &&
	    told->best_length.weight < both.most_length.weight && told->best.count) {
		both.best = told->best;
		both.best_length = told->best_length;
	}
	typed.told = &both;
	return value_node(
	    arena, WRITTEN_TEXT,
	    utf8_fold(arena, show_duration(reading->voice, &typed, arena), FOLD_FORM));
}

/* A word as it is shown may be none that the format takes. */
static const char *
choice_typed(struct value_reading *reading, const struct field *field, const char *text)
{
	struct arena *arena = reading->arena;
	enum choice_set set = (enum choice_set)field->argument;
	const char *folded = utf8_fold(arena, text, FOLD_KEY);
	for (enum choice choice = CHOICE_ABSENT + 1; choice < CHOICE_COUNT; choice++) {
		const char *name = choice_name(choice, reading->voice->lang),
			   *spellings = choice_spellings(choice);
		if (choice_set(choice) == set && choice_find(set, text) == CHOICE_ABSENT &&
		    strcmp(utf8_fold(arena, name, FOLD_KEY), folded) == 0)
			return arena_copy(arena, spellings, strcspn(spellings, "|"));
	}
	return text;
}

/* Whom a line of notes begins with: one that is there, or a variant; NULL: none. *rest is what is
 * said of it. */
static const char *
note_key(struct value_reading *reading, const struct notes *notes, const char *line,
	 const char **rest)
{
	const struct list *variants = &reading->voice->model->document->variants;
	for (uint32_t i = 0; i < notes->count + variants->count; i++) {
		const struct entity *variant =
		    i < notes->count ? NULL : variants->items[i - notes->count];
		const struct ref *ref = variant ? NULL : &notes->items[i].key;
		const char *name = variant ? entity_name(variant) : show_ref(reading->voice, ref);
		size_t length = strlen(name);
		if (strncmp(line, name, length) != 0 || (line[length] && line[length] != ':'))
			continue;
		*rest = line + length + (line[length] == ':');
		*rest += **rest == ' ';
		return ref ? ref->raw : name;
	}
	return NULL;
}

/* The texts of one note: those that were, and what is. */
static struct written *
note_edited(struct value_reading *reading, const struct field *field, const struct notes *notes,
	    const char *key, const char *text)
{
	struct arena *arena = reading->arena;
	struct cell_items was = {0}, is = items_of(text, arena);
	const char **sources = NULL;
	for (uint32_t i = 0; i < notes->count; i++) {
		const struct texts *texts = &notes->items[i].texts;
		if (strcmp(notes->items[i].key.raw, key) != 0)
			continue;
		was.texts = arena_array(arena, texts->count + 1u, sizeof *was.texts);
		sources = arena_array(arena, texts->count + 1u, sizeof *sources);
		for (; was.count < texts->count; was.count++) {
			const char *source = texts->items[was.count].s;
			sources[was.count] = source;
			was.texts[was.count] = mark_carried(prose_plain(arena, source), arena);
		}
	}
	struct written *list = list_edited(reading, field, &was, sources, &is);
	const struct written *value = list ? alone_if_one(list) : NULL;
	struct written *copy = value ? value_node(arena, value->type, value->text) : NULL;
	if (copy) {
		copy->first = value->first;
		copy->key = key;
	}
	return copy;
}

static const struct written *
read_notes(struct value_reading *reading, const struct entity *entity, const struct field *field,
	   const char *text)
{
	static const struct notes none = {0};
	struct arena *arena = reading->arena;
	const struct notes *notes = entity ? field_value(entity, field) : &none;
	struct written *map = value_node(arena, WRITTEN_MAP, NULL);
	while (*text) {
		const char *rest, *key = note_key(reading, notes, text, &rest);
		const char *end = rest, *ignored;
		if (!key)
			return NULL;
		do {
			end += strcspn(end, "\n");
			end += *end == '\n';
		} while (*end && !note_key(reading, notes, end, &ignored));
		rest += *rest == '\n';
		size_t length = (size_t)(end - rest);
		while (length && rest[length - 1] == '\n')
			length--;
		struct written *note = length ? note_edited(reading, field, notes, key,
							    arena_copy(arena, rest, length))
					      : NULL;
		if (!note)
			return NULL;
		value_add(map, note);
		text = end;
	}
	return map;
}

const struct written *
value_read(struct value_reading *reading, const struct entity *entity, const struct field *field,
	   const char *was, const char *is)
{
	struct arena *arena = reading->arena;
	if (field_leaves(field) & LEAF_THING)
		return NULL;
	if (!field_is_set(entity, field) && !field_is(field, LEAF_DURATION))
		return value_read_new(reading, field, is);
	if (field_is(field, LEAF_NOTE))
		return read_notes(reading, entity, field, is);
	if (field_is_list(field))
		return variant_values(entity, field) ? NULL : read_list(reading, entity, field, is);
	if (field_is(field, LEAF_DURATION))
		return read_duration(reading, entity, field, was, is);
	if (field_is(field, LEAF_CHOICE))
		is = choice_typed(reading, field, is);
	if (field_is(field, LEAF_REF))
		is = name_typed(reading, entity, field, is);
	if (field_is(field, LEAF_PROSE)) {
		const struct text *text = field_value(entity, field);
		is = prose_edited(reading, text->s, was, is);
	}
	return is ? value_node(arena, WRITTEN_TEXT, is) : NULL;
}

const struct written *
value_read_new(struct value_reading *reading, const struct field *field, const char *text)
{
	struct arena *arena = reading->arena;
	static const struct cell_items none = {0};
	if (field_is(field, LEAF_NOTE))
		return read_notes(reading, NULL, field, text);
	if (field_is(field, LEAF_CHOICE))
		text = choice_typed(reading, field, text);
	if (!field_is_list(field)) {
		bool thing = field_is(field, LEAF_THING);
		return thing ? NULL : value_node(arena, WRITTEN_TEXT, text);
	}
	struct cell_items items =
	    field_is(field, LEAF_REF) ? names_of(&none, text, arena) : items_of(text, arena);
	struct written *list = value_node(arena, WRITTEN_LIST, NULL);
	for (uint32_t i = 0; i < items.count; i++)
		value_add(list, value_node(arena, WRITTEN_TEXT, items.texts[i]));
	return alone_if_one(list);
}
