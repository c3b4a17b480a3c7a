/* SPDX-License-Identifier: MIT */
#include "change/written.h"

#include "format/takes.h"
#include "model/fields.h"
#include "model/variant.h"
#include "model/visit.h"
#include "support/date.h"
#include "text/marker.h"
#include "text/tie.h"

#include <string.h>

static struct written *
node(struct arena *arena, enum written_type type)
{
	struct written *written = arena_alloc(arena, sizeof *written);
	written->type = type;
	return written;
}

static struct written *
text_node(struct arena *arena, const char *text)
{
	struct written *written = node(arena, WRITTEN_TEXT);
	written->text = text;
	return written;
}

/* Puts an item at the end of a list or mapping; end: where the last one points on. */
static void
add(const struct written ***end, struct written *item)
{
	**end = item;
	*end = &item->next;
}

/* One of the spellings "english|russian". */
static const char *
word_of(const char *spellings, int lang, struct arena *arena)
{
	size_t length = strcspn(spellings, "|");
	return lang ? spellings + length + 1 : arena_copy(arena, spellings, length);
}

/* A duration in the plain blanks of a keyboard. Its range from nothing on is no «до», which would
 * be read as no range. */
static const char *
duration_text(const struct voice *voice, struct told told, struct arena *arena)
{
	told.best_length.weight += !told.best_length.weight;
	const struct duration duration = {.told = &told};
	return text_untied(arena, show_duration(voice, &duration, arena));
}

static const char *
date_text(const struct date *date, struct arena *arena)
{
	struct civil civil = date_civil(date->day);
	return arena_printf(arena, "%04d-%02d-%02d%s", civil.year, civil.month, civil.day,
			    show_clock(date, arena));
}

static const char *
period_text(const struct period *period, int lang, struct arena *arena)
{
	static const char *const words[][2] = {
	    {"month", "месяц"}, {"quarter", "квартал"}, {"year", "год"}};
	const char *unit = strchr("mqy", period->unit);
	return unit ? words[unit - "mqy"][lang] : arena_printf(arena, "%d", (int)period->days);
}

/* A material may be mentioned in the list of another thing, or again in its own. */
static bool
is_mentioned(const struct entity *entity, const struct leaf *leaf)
{
	const struct entity *thing = leaf_thing(leaf);
	return thing->parent != entity || (leaf->count > 1 && thing->number != leaf->item + 1);
}

static const char *
mention_text(const struct entity *thing)
{
	const struct text *id = field_value(thing, field_flagged(thing->kind, F_ID));
	return id->s ? id->s : entity_name(thing);
}

const char *
written_flag(bool on, int lang)
{
	static const char *const words[][2] = {{"false", "нет"}, {"true", "да"}};
	return words[on][lang];
}

const char *
written_leaf(const struct voice *voice, const struct leaf *leaf, struct arena *arena)
{
	const void *value = leaf->value;
	switch (leaf->type) {
	case LEAF_TEXT:
	case LEAF_PROSE:
		return leaf_text(leaf)->s;
	case LEAF_DURATION:
		return duration_text(voice, *((const struct duration *)value)->told, arena);
	case LEAF_DATE:
		return date_text(value, arena);
	case LEAF_FLAG:
		return written_flag(((const struct flag *)value)->on, voice->lang);
	case LEAF_NUMBER:
		return arena_printf(arena, "%.15g", ((const struct number *)value)->value);
	case LEAF_PERIOD:
		return period_text(value, voice->lang, arena);
	case LEAF_CHOICE:
		return takes_choice(((const struct choice_value *)value)->value, voice->lang,
				    arena);
	case LEAF_COLOR:
		return arena_printf(arena, "#%06x", (unsigned)((const struct color *)value)->rgb);
	case LEAF_REF:
		return leaf_ref(leaf)->raw;
	case LEAF_THING:
	case LEAF_NOTE:
		break; /* not of one text */
	}
	return NULL;
}

/* True for an item that may stand without its list: a text that begins like an item would be read
 * as one. */
static bool
may_stand_alone(const struct written *item)
{
	return item && !item->next && item->type == WRITTEN_TEXT && item->text[0] != '-' &&
	       !marker_of_item(item->text, item->text + strlen(item->text)).form;
}

static struct written *
texts_written(const struct texts *texts, struct arena *arena)
{
	struct written *list = node(arena, WRITTEN_LIST);
	const struct written **end = &list->first;
	for (uint32_t i = 0; i < texts->count; i++)
		add(&end, text_node(arena, texts->items[i].s));
	return may_stand_alone(list->first) ? text_node(arena, list->first->text) : list;
}

static void
add_notes(const struct written ***end, const struct notes *notes, struct arena *arena)
{
	for (uint32_t i = 0; i < notes->count; i++) {
		struct written *texts = texts_written(&notes->items[i].texts, arena);
		texts->key = notes->items[i].key.raw;
		add(end, texts);
	}
}

static struct written *
thing_written(const struct voice *voice, const struct entity *entity, struct arena *arena);

/* Of a field that is not written in a form of its own. */
static struct written *
leaves_written(const struct voice *voice, const struct entity *entity, const struct field *field,
	       struct arena *arena)
{
	struct written *list = node(arena, WRITTEN_LIST), *item = NULL;
	const struct written **end = &list->first;
	struct leaves leaves = leaves_of(entity, field, field_leaves(field));
	struct leaf leaf;
	while (leaves_next(&leaves, &leaf)) {
		if (leaf.type != LEAF_THING)
			item = text_node(arena, written_leaf(voice, &leaf, arena));
		else if (is_mentioned(entity, &leaf))
			item = text_node(arena, mention_text(leaf_thing(&leaf)));
		else
			item = thing_written(voice, leaf_thing(&leaf), arena);
		add(&end, item);
	}
	return !field_is_list(field) || may_stand_alone(list->first) ? item : list;
}

static void
add_field(const struct written ***end, struct written *value, const struct field *field)
{
	if (!value)
		return;
	value->field = field;
	add(end, value);
}

static struct written *
field_written(const struct voice *voice, const struct entity *entity, const struct field *field,
	      struct arena *arena);

/* The fields of a thing that stand under keys of their own, and what else may stand among them. */
static void
add_fields(const struct written ***end, const struct voice *voice, const struct entity *entity,
	   struct arena *arena)
{
	for (const struct field **field = voice->model->fields[entity->kind]; *field; field++)
		if (!((*field)->flags & F_BESIDE) && (*field)->id != FIELD_DOCUMENT_include)
			add_field(end, field_written(voice, entity, *field, arena), *field);
	const struct entity_more *more = entity_more(entity);
	add_notes(end, &more->options, arena);
	if (!more->ignores.count)
		return;
	struct written *ignores = node(arena, WRITTEN_LIST);
	const struct written **last = &ignores->first;
	for (uint32_t i = 0; i < more->ignores.count; i++)
		add(&last, thing_written(voice, more->ignores.items[i], arena));
	add_field(end, ignores, &exception_field);
}

/* Whether the one text that a mapping holds may stand for it. What a bare text of a material or
 * contact gives depends on the text: there it must have been bare. */
static bool
may_be_bare(const struct entity *entity, const struct written *map)
{
	enum kind kind = entity->kind;
	const struct field *bare = field_flagged(kind, F_BARE);
	if (!map->first || map->first->next || map->first->type != WRITTEN_TEXT)
		return false;
	if (kind == KIND_ATTACHMENT || kind == KIND_CONTACT)
		return entity->bare;
	return map->first->field == (bare ? bare : field_flagged(kind, F_NAME));
}

static struct written *
thing_written(const struct voice *voice, const struct entity *entity, struct arena *arena)
{
	struct written *map = node(arena, WRITTEN_MAP);
	const struct written **end = &map->first;
	add_fields(&end, voice, entity, arena);
	return may_be_bare(entity, map) ? text_node(arena, map->first->text) : map;
}

/* A text for each of several things. */
static struct written *
notes_written(const struct notes *notes, struct arena *arena)
{
	struct written *map = node(arena, WRITTEN_MAP);
	const struct written **end = &map->first;
	add_notes(&end, notes, arena);
	return map;
}

/* The length of a deadline under the key that it has beside its terms. A best time that `least`
 * gives is not said twice. */
static void
add_length(const struct written ***end, const struct voice *voice, struct told told,
	   const struct terms *terms, struct arena *arena)
{
	bool least = told.limit == LIMIT_NO_LESS;
	const struct field *field = field_row(least ? FIELD_TERMS_least : FIELD_TERMS_most);
	if (least)
		told.limit = LIMIT_NONE;
	if (terms->least.told && terms->least.told->most_length.weight == told.best_length.weight) {
		told.best = told.most;
		told.best_length = told.most_length;
	}
	add_field(end, text_node(arena, duration_text(voice, told, arena)), field);
}

/* «24 часа с момента Запрос». */
static struct written *
event_written(const struct voice *voice, const struct told *told, const struct terms *terms,
	      struct arena *arena)
{
	static const char *const words[] = {"from", "с момента"};
	return text_node(arena, arena_printf(arena, "%s %s %s", duration_text(voice, *told, arena),
					     words[voice->lang], terms->from.raw));
}

static struct written *
deadline_written(const struct voice *voice, const struct entity *entity, const struct field *field,
		 struct arena *arena)
{
	const struct told *told = ((const struct duration *)field_value(entity, field))->told;
	struct entity *const *terms = field_value(entity, field_terms(field));
	if (!*terms)
		return text_node(arena, duration_text(voice, *told, arena));
	if (told && (*terms)->bare)
		return event_written(voice, told, terms_of(*terms), arena);
	struct written *map = node(arena, WRITTEN_MAP);
	const struct written **end = &map->first;
	if (told)
		add_length(&end, voice, *told, terms_of(*terms), arena);
	add_fields(&end, voice, *terms, arena);
	return map;
}

/* variant → value; those that are not named come first. */
static struct written *
by_variant_written(const struct voice *voice, const struct by_variant *by,
		   const struct field *field, struct arena *arena)
{
	const struct field *row =
	    field_row(field_is(field, LEAF_DURATION) ? FIELD_VARIANT_VALUE_deadline
						     : FIELD_VARIANT_VALUE_roles);
	struct written *map = node(arena, WRITTEN_MAP);
	const struct written **end = &map->first;
	for (uint32_t i = 0; i < by->values.count; i++) {
		const struct variant_value *value = variant_value_at(&by->values, i);
		struct written *written = field_written(voice, &value->base, row, arena);
		if (!written)
			continue;
		written->key = value->variant.raw ? value->variant.raw
						  : word_of(BY_VARIANT_OTHERS, voice->lang, arena);
		add(&end, written);
	}
	return map;
}

/* The variants with their heading. */
static struct written *
titled_written(const struct voice *voice, const char *title, struct written *items,
	       struct arena *arena)
{
	struct written *map = node(arena, WRITTEN_MAP), *heading = text_node(arena, title);
	const struct written **end = &map->first;
	struct written *list = items;
	if (items->type == WRITTEN_TEXT) {
		list = node(arena, WRITTEN_LIST);
		list->first = items;
	}
	heading->key = word_of(VARIANTS_TITLE, voice->lang, arena);
	list->key = word_of(VARIANTS_ITEMS, voice->lang, arena);
	add(&end, heading);
	add(&end, list);
	return map;
}

/* A deadline that is there because the thing is ongoing. */
static bool
is_endless(const struct entity *entity, const struct field *field)
{
	return field_terms(field) && !((const struct duration *)field_value(entity, field))->told &&
	       !*(struct entity *const *)field_value(entity, field_terms(field));
}

bool
written_is(const struct entity *entity, const struct field *field)
{
	bool after = field->id == FIELD_STAGE_after || field->id == FIELD_STEP_after;
	if (!field_is_set(entity, field) || (after && entity->led))
		return false;
	return variant_values(entity, field) || !is_endless(entity, field);
}

static struct written *
field_written(const struct voice *voice, const struct entity *entity, const struct field *field,
	      struct arena *arena)
{
	if (!written_is(entity, field))
		return NULL;
	const struct by_variant *by = variant_values(entity, field);
	if (by)
		return by_variant_written(voice, by, field, arena);
	if (field_terms(field))
		return deadline_written(voice, entity, field, arena);
	if (field_is(field, LEAF_NOTE))
		return notes_written(field_value(entity, field), arena);
	struct written *written = leaves_written(voice, entity, field, arena);
	const char *title =
	    field->id == FIELD_DOCUMENT_variants ? document_of(entity)->variants_title.s : NULL;
	return title ? titled_written(voice, title, written, arena) : written;
}

const struct written *
written_field(const struct voice *voice, const struct entity *entity, const struct field *field,
	      struct arena *arena)
{
	return field_written(voice, entity, field, arena);
}

const struct written *
written_thing(const struct voice *voice, const struct entity *entity, struct arena *arena)
{
	return thing_written(voice, entity, arena);
}

/* Two things in one key, be it a field's, of the author's too, or none. */
static bool
is_same_key(const struct written *a, const struct written *b)
{
	if (!a->field != !b->field || !a->key != !b->key)
		return false;
	if (a->field &&
	    (a->field->id != b->field->id || strcmp(a->field->keys[0], b->field->keys[0]) != 0))
		return false;
	return !a->key || strcmp(a->key, b->key) == 0;
}

bool
written_same(const struct written *a, const struct written *b)
{
	if (!a || !b)
		return a == b;
	if (a->type != b->type || (a->text && strcmp(a->text, b->text) != 0))
		return false;
	for (a = a->first, b = b->first; a && b; a = a->next, b = b->next)
		if (!is_same_key(a, b) || !written_same(a, b))
			return false;
	return a == b;
}
