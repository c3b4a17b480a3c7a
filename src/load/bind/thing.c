/* SPDX-License-Identifier: MIT */
#include "load/bind/thing.h"

#include "model/synonym.h"
#include "support/listed.h"
#include "support/utf8.h"
#include "text/marker.h"
#include "text/words/suggest.h"

#include <string.h>

static const struct field no_field;

struct entity *
entity_new(struct model *model, enum kind kind, struct entity *parent, struct pos pos)
{
	struct entity *entity = arena_alloc(&model->arena, kind_info(kind)->size);
	model->made[kind]++;
	entity->kind = kind;
	entity->serial = ++model->made_count;
	entity->pos = pos;
	entity->parent = parent;
	if (model->own_count[kind])
		entity->own =
		    arena_array(&model->arena, model->own_count[kind], sizeof *entity->own);
	return entity;
}

/* By a key, else by a title: what our own workbook shows above a column. */
static const struct field *
field_search(struct binder *b, enum kind kind, const char *key)
{
	const struct field *found = bind_key_field(b, kind, key);
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, key, FOLD_KEY);
	for (const struct field **field = b->model->fields[kind]; *field && !found; field++)
		if (field_is_titled(*field, folded))
			found = *field;
	arena_free(&arena);
	return found ? found : &no_field;
}

const struct field *
bind_key_field(struct binder *b, enum kind kind, const char *key)
{
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, key, FOLD_KEY);
	const struct field *found = NULL;
	for (const struct field **field = b->model->fields[kind]; *field && !found; field++)
		if (field_spelling_matches((*field)->keys[0], folded) ||
		    field_spelling_matches((*field)->keys[1], folded))
			found = *field;
	arena_free(&arena);
	return found;
}

const struct field *
bind_field(struct binder *b, enum kind kind, const char *key)
{
	void **place = map_at(&b->keys[kind], key);
	if (!*place)
		*place = (void *)(uintptr_t)field_search(b, kind, key);
	return *place == &no_field ? NULL : *place;
}

const struct field *
bind_meant(struct binder *b, enum kind kind, const char *key)
{
	const struct field *found = bind_field(b, kind, key);
	struct arena arena = {0};
	if (!found)
		found = synonym_field(kind, utf8_fold(&arena, key, FOLD_KEY));
	arena_free(&arena);
	size_t sign = found ? 0 : marker_of_item(key, key + strlen(key)).length;
	return sign && !marker_is_part(key) ? bind_meant(b, kind, key + sign) : found;
}

void
bind_mind_sign(struct binder *b, enum kind kind, const struct node *key)
{
	if (bind_field(b, kind, key->text)) /* as nearly all keys are */
		return;
	size_t sign = marker_of_item(key->text, key->text + strlen(key->text)).length;
	if (!sign)
		return;
	const struct node *value = key->next;
	diag1(b->diags, RULE_YAML_KEY_SIGN, key->pos,
	      arena_printf(&b->diags->arena, value->type == NODE_TEXT ? "%s: %s" : "%s:%s",
			   key->text + sign, value->type == NODE_TEXT ? value->text : ""));
}

/* Whether a character is one of the quotation marks that are none to YAML. */
static bool
is_fancy_quote(uint32_t rune)
{
	return rune == 0xAB || rune == 0xBB || (rune >= 0x2018 && rune <= 0x201F);
}

const char *
bind_plain_key(struct binder *b, const char *key)
{
	const char *start = key, *bracket = strstr(key, " ("), *next = key;
	const char *end = key + strlen(key);
	if (bracket && end[-1] == ')')
		end = bracket;
	if (*key && is_fancy_quote(utf8_next(&next)))
		start = next;
	for (const char *at = next = start; start != key && next < end; at = next)
		if (is_fancy_quote(utf8_next(&next)) && next == end)
			end = at;
	bool whole = start == key && !*end;
	return whole || end <= start ? key
				     : arena_copy(&b->model->arena, start, (size_t)(end - start));
}

const char *
bind_hinted_key(struct binder *b, enum kind kind, const char *key)
{
	struct arena arena = {0};
	const struct field *field = synonym_hint(kind, utf8_fold(&arena, key, FOLD_KEY));
	arena_free(&arena);
	return field ? field_key(field, (unsigned char)*key >= 0x80, &b->model->arena) : NULL;
}

const char *
bind_nearest_key(struct binder *b, enum kind kind, const char *key, bool *certain)
{
	struct suggest suggest;
	suggest_open(&suggest, key);
	for (const struct field **field = b->model->fields[kind]; *field; field++)
		for (int lang = 0; lang < 2; lang++)
			suggest_try_spellings(&suggest, (*field)->keys[lang], &b->model->arena);
	*certain = suggest_is_certain(&suggest);
	return suggest_close(&suggest);
}

const char *
bind_near_key(struct binder *b, enum kind kind, const char *key)
{
	bool certain;
	return bind_nearest_key(b, kind, key, &certain);
}

/* A length without the separators behind it, as in a list that was typed in a line, and without
 * words that say what any deadline says: «3 дня, не более». */
static const char *
without_tail(struct binder *b, const char *text)
{
	static const char *const tails[] = {"не более", "не больше", "максимум", "макс",
					    "at most",  "maximum",   "max",      NULL};
	size_t length = strlen(text), tail;
	do {
		while (length && strchr(",;! ", text[length - 1]))
			length--;
		if (text[length])
			text = arena_copy(&b->model->arena, text, length);
		tail = listed_ends(tails, text);
		tail = tail < length && strchr(", ", text[length - tail - 1]) ? tail : 0;
		length -= tail;
	} while (tail);
	return text;
}

enum duration_fault
bind_told(struct binder *b, const char *text, struct duration *duration)
{
	struct model *model = b->model;
	text = without_tail(b, text);
	duration->told = map_get(&b->told, text);
	if (duration->told)
		return DURATION_OK;
	enum duration_fault fault = duration_parse(&model->arena, text, model->minutes_per_day,
						   model->days_per_week, duration);
	if (fault == DURATION_OK)
		*map_at(&b->told, text) = (void *)(uintptr_t)duration->told;
	return fault;
}

void
bind_refuse(struct binder *b, struct entity *entity, const struct field *field)
{
	struct entity_more *more = entity_make_more(entity, &b->model->arena);
	more->refused = arena_grow(&b->model->arena, more->refused, more->refused_count, 1,
				   sizeof(const struct field *));
	more->refused[more->refused_count++] = field;
}

void
bind_list_add(struct binder *b, struct list *list, struct entity *entity)
{
	list->items =
	    arena_grow(&b->model->arena, list->items, list->count, 1, sizeof *list->items);
	list->items[list->count++] = entity;
	entity->number = list->count;
}

void *
bind_place(struct binder *b, struct entity *entity, const struct field *field)
{
	if (field->flags & F_RARE)
		entity_make_more(entity, &b->model->arena);
	return field_place(entity, field);
}
