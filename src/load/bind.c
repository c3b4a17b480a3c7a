/* SPDX-License-Identifier: MIT */
#include "load/bind.h"

#include "load/scalar.h"
#include "support/date.h"
#include "support/suggest.h"
#include "support/utf8.h"

#include <stdio.h>
#include <string.h>

enum { PROSE_LIMIT = 1 << 20, OWN_LIMIT = 64 };

static const struct field no_field;

struct entity *
entity_new(struct model *model, enum kind kind, struct entity *parent, struct pos pos)
{
	struct entity *entity = arena_alloc(&model->arena, kind_info(kind)->size);
	entity->kind = kind;
	entity->pos = pos;
	entity->parent = parent;
	if (model->own_count[kind])
		entity->own = arena_array(&model->arena, model->own_count[kind], sizeof *entity->own);
	return entity;
}

static const struct field *
field_search(struct binder *b, enum kind kind, const char *key)
{
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, key, FOLD_KEY);
	const struct field *found = &no_field;
	for (const struct field **field = b->model->fields[kind]; *field && found == &no_field; field++)
		if (spelling_matches((*field)->keys[0], folded) || spelling_matches((*field)->keys[1], folded))
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

static bool
is_own_business(const char *key)
{
	return (key[0] == 'x' || key[0] == 'X') && key[1] == '-';
}

static bool
is_ignore_key(const char *key)
{
	struct arena arena = {0};
	bool is = spelling_matches("ignore|не проверять", utf8_fold(&arena, key, FOLD_KEY));
	arena_free(&arena);
	return is;
}

static const char *
kind_word(const struct binder *b, enum kind kind)
{
	return kind_info(kind)->names[b->lang];
}

static void
unknown_key(struct binder *b, enum kind kind, const struct node *key)
{
	struct suggest suggest;
	suggest_open(&suggest, key->text);
	for (const struct field **field = b->model->fields[kind]; *field; field++)
		for (int lang = 0; lang < 2; lang++)
			suggest_try_spellings(&suggest, (*field)->keys[lang], &b->model->arena);
	const char *near = suggest_close(&suggest);
	diag2(b->diags, RULE_SCHEMA_KEY, key->pos, key->text, kind_word(b, kind))->suggestion = near;
}

/* What a field takes, for the message when it is given something else. */
static const char *
type_words(const struct field *field, int lang)
{
	switch (field->type) {
	case TYPE_TEXT:
	case TYPE_PROSE:
	case TYPE_REF:
	case TYPE_CHOICE:
	case TYPE_COLOR:
	case TYPE_PERIOD:
		return lang ? "один текст" : "one text";
	case TYPE_TEXTS:
	case TYPE_PROSES:
	case TYPE_REFS:
	case TYPE_CHOICES:
		return lang ? "текст или список текстов" : "a text or a list of texts";
	case TYPE_DURATION:
		return lang ? "срок" : "a duration";
	case TYPE_DATE:
	case TYPE_DATES:
		return lang ? "дату" : "a date";
	case TYPE_FLAG:
		return lang ? "да или нет" : "true or false";
	case TYPE_NUMBER:
		return lang ? "число" : "a number";
	case TYPE_ONE:
	case TYPE_MANY:
		return lang ? "набор ключей или их список" : "a mapping or a list of them";
	case TYPE_NOTES:
		return lang ? "набор «название: текст»" : "a mapping of name to text";
	}
	return "";
}

static void
wrong_type(struct binder *b, const struct field *field, const struct node *node)
{
	diag2(b->diags, RULE_SCHEMA_TYPE, node->pos, field->keys[b->lang], type_words(field, b->lang));
}

/* A single text, or NULL (reported) when the node is something else. */
static const char *
scalar_of(struct binder *b, const struct field *field, const struct node *node)
{
	if (node->type == NODE_LIST && node->first && !node->first->next)
		node = node->first;
	if (node->type == NODE_TEXT)
		return node->text;
	wrong_type(b, field, node);
	return NULL;
}

/* Walks a list or the single item that stands for it. */
static const struct node *
items_of(const struct node *node, uint32_t *count)
{
	*count = 1;
	if (node->type != NODE_LIST)
		return node;
	*count = 0;
	for (const struct node *item = node->first; item; item = item->next)
		++*count;
	return node->first;
}

static void
bind_texts(struct binder *b, const struct field *field, const struct node *node, struct texts *texts)
{
	uint32_t count;
	const struct node *item = items_of(node, &count);
	texts->items = arena_array(&b->model->arena, count, sizeof *texts->items);
	texts->pos = node->pos;
	for (uint32_t i = 0; i < count; i++, item = item->next) {
		if (item->type != NODE_TEXT)
			wrong_type(b, field, item);
		else if (!node_is_empty(item))
			texts->items[texts->count++] = (struct text){item->text, item->pos};
	}
}

static void
bind_refs(struct binder *b, const struct field *field, const struct node *node, struct refs *refs)
{
	uint32_t count;
	const struct node *item = items_of(node, &count);
	refs->items = arena_array(&b->model->arena, count, sizeof *refs->items);
	refs->pos = node->pos;
	for (uint32_t i = 0; i < count; i++, item = item->next) {
		if (item->type != NODE_TEXT)
			wrong_type(b, field, item);
		else if (!node_is_empty(item))
			refs->items[refs->count++] = (struct ref){NULL, item->text, item->pos};
	}
}

static void
bind_duration(struct binder *b, const struct field *field, const struct node *node, struct duration *duration)
{
	const char *text = scalar_of(b, field, node);
	if (!text)
		return;
	enum duration_fault fault = duration_parse(text, b->model->minutes_per_day, b->model->days_per_week, duration);
	if (fault == DURATION_FINE)
		duration->pos = node->pos;
	else
		diag1(b->diags, fault == DURATION_RANGE ? RULE_SCHEMA_DURATION_RANGE : RULE_SCHEMA_DURATION, node->pos, text);
}

static void
bind_date(struct binder *b, const struct field *field, const struct node *node, struct date *date)
{
	const char *text = scalar_of(b, field, node);
	if (!text)
		return;
	if (date_parse(text, &date->day))
		date->pos = node->pos;
	else
		diag1(b->diags, RULE_SCHEMA_DATE, node->pos, text);
}

static void
bind_dates(struct binder *b, const struct field *field, const struct node *node, struct dates *dates)
{
	uint32_t count;
	const struct node *item = items_of(node, &count);
	dates->items = arena_array(&b->model->arena, count, sizeof *dates->items);
	dates->pos = node->pos;
	for (uint32_t i = 0; i < count; i++, item = item->next) {
		bind_date(b, field, item, &dates->items[dates->count]);
		dates->count += dates->items[dates->count].pos.line != 0;
	}
}

/* The spellings of a choice set in one language's order of the table, "draft, pilot, …". */
static const char *
choice_words(struct binder *b, enum choice_set set)
{
	struct buf buf = {0};
	for (int choice = 1; choice < CHOICE_COUNT; choice++) {
		if (choice_set((enum choice)choice) != set)
			continue;
		const char *words = choice_spellings((enum choice)choice);
		const char *second = strchr(words, '|');
		size_t first = strcspn(words, "|");
		buf_puts(&buf, buf.length ? ", " : "");
		if (b->lang && second)
			buf_add(&buf, second + 1, strcspn(second + 1, "|"));
		else
			buf_add(&buf, words, first);
	}
	const char *text = arena_copy(&b->model->arena, buf_text(&buf), buf.length);
	buf_free(&buf);
	return text;
}

static void
bind_choice(struct binder *b, const struct field *field, const struct node *node, struct choice_value *value)
{
	const char *text = scalar_of(b, field, node);
	enum choice_set set = (enum choice_set)field->argument;
	if (!text)
		return;
	value->value = choice_find(set, text);
	if (value->value) {
		value->pos = node->pos;
		return;
	}
	struct suggest suggest;
	suggest_open(&suggest, text);
	for (int choice = 1; choice < CHOICE_COUNT; choice++)
		if (choice_set((enum choice)choice) == set)
			suggest_try_spellings(&suggest, choice_spellings((enum choice)choice), &b->model->arena);
	const char *near = suggest_close(&suggest);
	diag3(b->diags, RULE_SCHEMA_VALUE, node->pos, field->keys[b->lang], text, choice_words(b, set))->suggestion = near;
}

static void
bind_choices(struct binder *b, const struct field *field, const struct node *node, struct choices *choices)
{
	uint32_t count;
	const struct node *item = items_of(node, &count);
	choices->items = arena_array(&b->model->arena, count, sizeof *choices->items);
	choices->pos = node->pos;
	for (uint32_t i = 0; i < count; i++, item = item->next) {
		bind_choice(b, field, item, &choices->items[choices->count]);
		choices->count += choices->items[choices->count].value != CHOICE_ABSENT;
	}
}

static void
bind_flag(struct binder *b, const struct field *field, const struct node *node, struct flag *flag)
{
	const char *text = scalar_of(b, field, node);
	if (!text)
		return;
	if (flag_parse(text, &flag->on))
		flag->pos = node->pos;
	else
		diag3(b->diags, RULE_SCHEMA_VALUE, node->pos, field->keys[b->lang], text, b->lang ? "да, нет" : "true, false");
}

static void
bind_number(struct binder *b, const struct field *field, const struct node *node, struct number *number)
{
	const char *text = scalar_of(b, field, node);
	if (!text)
		return;
	if (number_parse(text, &number->value))
		number->pos = node->pos;
	else
		diag2(b->diags, RULE_SCHEMA_NUMBER, node->pos, field->keys[b->lang], text);
}

static void
bind_period(struct binder *b, const struct field *field, const struct node *node, struct period *period)
{
	const char *text = scalar_of(b, field, node);
	if (!text)
		return;
	if (period_parse(text, period))
		period->pos = node->pos;
	else
		diag3(b->diags, RULE_SCHEMA_VALUE, node->pos, field->keys[b->lang], text,
		    b->lang ? "месяц, квартал, год, число дней" : "month, quarter, year, a number of days");
}

static void
bind_color(struct binder *b, const struct field *field, const struct node *node, struct color *color)
{
	const char *text = scalar_of(b, field, node);
	if (!text)
		return;
	if (color_parse(text, &color->rgb))
		color->pos = node->pos;
	else
		diag1(b->diags, RULE_SCHEMA_COLOR, node->pos, text);
}

static void
bind_notes(struct binder *b, const struct field *field, const struct node *node, struct notes *notes)
{
	if (node->type != NODE_MAP) {
		wrong_type(b, field, node);
		return;
	}
	uint32_t count = 0;
	for (const struct node *key = node->first; key; key = key->next->next)
		count++;
	notes->items = arena_array(&b->model->arena, count, sizeof *notes->items);
	notes->pos = node->pos;
	for (const struct node *key = node->first; key; key = key->next->next) {
		if (key->type != NODE_TEXT || is_own_business(key->text) || node_is_empty(key->next))
			continue;
		struct note *note = &notes->items[notes->count++];
		note->key = (struct ref){NULL, key->text, key->pos};
		bind_texts(b, field, key->next, &note->texts);
	}
}

static void
bind_value(struct binder *b, struct entity *entity, const struct field *field, const struct node *node);

static void
list_add(struct binder *b, struct list *list, uint32_t *room, struct entity *entity)
{
	if (list->count == *room) {
		struct entity **bigger = arena_array(&b->model->arena, *room * 2 + 4, sizeof *bigger);
		if (list->count)
			memcpy(bigger, list->items, list->count * sizeof *bigger);
		list->items = bigger;
		*room = *room * 2 + 4;
	}
	list->items[list->count++] = entity;
	entity->number = list->count;
}

/* A thing written as a bare string: its name. An attachment's is a reference or an address; resolve.c tells which. */
static void
bind_bare(struct binder *b, struct entity *entity, const struct node *node)
{
	const struct field *field = entity->kind == KIND_ATTACHMENT ? field_named(KIND_ATTACHMENT, "href") : field_flagged(entity->kind, F_NAME);
	entity->bare = true;
	if (!field) {
		diag2(b->diags, RULE_SCHEMA_TYPE, node->pos, kind_word(b, entity->kind), b->lang ? "набор ключей" : "a mapping");
		return;
	}
	const char *colon = field->type == TYPE_TEXT ? strchr(node->text, ':') : NULL;
	if (node->plain && colon && colon[1] && colon[1] != ' ' && strncmp(colon, "://", 3) != 0) {
		const char *key = arena_copy(&b->model->arena, node->text, (size_t)(colon - node->text));
		if (bind_field(b, entity->kind, key))
			diag2(b->diags, RULE_YAML_COLON, node->pos, key, colon + 1);
	}
	bind_value(b, entity, field, node);
}

static struct entity *
bind_thing(struct binder *b, enum kind kind, struct entity *parent, const struct node *node)
{
	struct entity *entity = entity_new(b->model, kind, parent, node->pos);
	if (node->type == NODE_TEXT)
		bind_bare(b, entity, node);
	else if (node->type == NODE_MAP)
		bind_map(b, entity, node);
	else
		diag2(b->diags, RULE_SCHEMA_TYPE, node->pos, kind_word(b, kind), b->lang ? "набор ключей или название" : "a mapping or a name");
	return entity;
}

/* `id: thing`, `id: name`, or for kinds known by name `name: value`. */
static struct entity *
bind_pair(struct binder *b, enum kind kind, struct entity *parent, const struct node *key)
{
	const struct node *value = key->next;
	const struct field *id = field_named(kind, "id"), *name = field_flagged(kind, F_NAME), *plain = field_flagged(kind, F_VALUE);
	struct entity *entity = entity_new(b->model, kind, parent, key->pos);
	if (kind == KIND_TERM || kind == KIND_SETTING || !id)
		id = kind == KIND_SETTING ? field_named(kind, "rule") : name;
	if (value->type == NODE_MAP)
		bind_map(b, entity, value);
	else if (!node_is_empty(value))
		bind_value(b, entity, plain ? plain : name, value);
	if (!field_is_set(entity, id))
		bind_value(b, entity, id, key);
	if (name && !field_is_set(entity, name) && kind != KIND_ATTACHMENT && kind != KIND_EDITION)
		bind_value(b, entity, name, key);
	return entity;
}

/* A mapping where a list is expected is one item when it has a name or only known keys, else a mapping of things. */
static bool
is_single_item(struct binder *b, enum kind kind, const struct node *map)
{
	bool all = map->first != NULL;
	for (const struct node *key = map->first; key; key = key->next->next) {
		const struct field *field = key->type == NODE_TEXT ? bind_field(b, kind, key->text) : NULL;
		if (field && field->flags & F_NAME && key->next->type == NODE_TEXT)
			return true;
		all = all && (field || (key->type == NODE_TEXT && (is_own_business(key->text) || is_ignore_key(key->text))));
	}
	return all && !(kind_info(kind)->flags & K_OPEN);
}

static void
bind_many(struct binder *b, struct entity *parent, const struct field *field, const struct node *node, struct list *list)
{
	enum kind kind = (enum kind)field->argument;
	uint32_t room = list->count;
	list->pos = list->pos.line ? list->pos : node->pos;
	if (node->type == NODE_MAP && !is_single_item(b, kind, node)) {
		for (const struct node *key = node->first; key; key = key->next->next) {
			if (key->type != NODE_TEXT)
				wrong_type(b, field, key);
			else if (!is_own_business(key->text))
				list_add(b, list, &room, bind_pair(b, kind, parent, key));
		}
		return;
	}
	uint32_t count;
	const struct node *item = items_of(node, &count);
	for (uint32_t i = 0; i < count; i++, item = item->next)
		if (!node_is_empty(item))
			list_add(b, list, &room, bind_thing(b, kind, parent, item));
}

static void
bind_one(struct binder *b, struct entity *parent, const struct field *field, const struct node *node, struct entity **place)
{
	if (!*place)
		*place = bind_thing(b, (enum kind)field->argument, parent, node);
	else if (node->type == NODE_MAP)
		bind_map(b, *place, node);
	else
		wrong_type(b, field, node);
}

static void
bind_value(struct binder *b, struct entity *entity, const struct field *field, const struct node *node)
{
	void *place = field_place(entity, field);
	const char *text;
	switch (field->type) {
	case TYPE_TEXT:
	case TYPE_PROSE:
		text = scalar_of(b, field, node);
		if (text)
			*(struct text *)place = (struct text){text, node->pos};
		break;
	case TYPE_TEXTS:
	case TYPE_PROSES:
		bind_texts(b, field, node, place);
		break;
	case TYPE_DURATION:
		bind_duration(b, field, node, place);
		break;
	case TYPE_DATE:
		bind_date(b, field, node, place);
		break;
	case TYPE_DATES:
		bind_dates(b, field, node, place);
		break;
	case TYPE_FLAG:
		bind_flag(b, field, node, place);
		break;
	case TYPE_NUMBER:
		bind_number(b, field, node, place);
		break;
	case TYPE_PERIOD:
		bind_period(b, field, node, place);
		break;
	case TYPE_CHOICE:
		bind_choice(b, field, node, place);
		break;
	case TYPE_CHOICES:
		bind_choices(b, field, node, place);
		break;
	case TYPE_COLOR:
		bind_color(b, field, node, place);
		break;
	case TYPE_REF:
		text = scalar_of(b, field, node);
		if (text)
			*(struct ref *)place = (struct ref){NULL, text, node->pos};
		break;
	case TYPE_REFS:
		bind_refs(b, field, node, place);
		break;
	case TYPE_ONE:
		bind_one(b, entity, field, node, place);
		break;
	case TYPE_MANY:
		bind_many(b, entity, field, node, place);
		break;
	case TYPE_NOTES:
		bind_notes(b, field, node, place);
		break;
	}
}

static const struct field ignore_field = {
    .kind = KIND_NONE, .type = TYPE_MANY, .argument = KIND_IGNORE, .member = "ignore", .keys = {"ignore", "не_проверять"}};

static void
option_add(struct binder *b, struct entity *entity, const struct node *key)
{
	struct notes *options = &entity->options;
	struct note *bigger = arena_array(&b->model->arena, options->count + 1, sizeof *bigger);
	if (options->count)
		memcpy(bigger, options->items, options->count * sizeof *bigger);
	options->items = bigger;
	struct note *note = &options->items[options->count++];
	note->key = (struct ref){NULL, key->text, key->pos};
	bind_texts(b, &ignore_field, key->next, &note->texts);
}

static bool
is_empty_value(const struct node *node)
{
	return node_is_empty(node) || (node->type == NODE_MAP && !node->first);
}

static void
bind_key(struct binder *b, struct entity *entity, const struct node *key)
{
	const struct node *value = key->next;
	if (key->type != NODE_TEXT) {
		diag2(b->diags, RULE_SCHEMA_TYPE, key->pos, b->lang ? "ключ" : "a key", b->lang ? "один текст" : "one text");
		return;
	}
	if (is_own_business(key->text))
		return;
	const struct field *field = bind_field(b, entity->kind, key->text);
	if (!field && is_ignore_key(key->text)) {
		bind_many(b, entity, &ignore_field, value, &entity->ignores);
		return;
	}
	if (!field && kind_info(entity->kind)->flags & K_OPEN) {
		option_add(b, entity, key);
		return;
	}
	if (!field) {
		unknown_key(b, entity->kind, key);
		return;
	}
	if (is_empty_value(value)) {
		bool after = strcmp(field->member, "after") == 0;
		diag1(b->diags, after ? RULE_SCHEMA_EMPTY_AFTER : RULE_SCHEMA_EMPTY, key->pos, key->text);
		return;
	}
	if (field_is_set(entity, field)) {
		if (!key->merged)
			diag1(b->diags, RULE_YAML_DUPLICATE, key->pos, key->text)->related = field_pos(entity, field);
		return;
	}
	bind_value(b, entity, field, value);
}

void
bind_map(struct binder *b, struct entity *entity, const struct node *map)
{
	for (int merged = 0; merged < 2; merged++)
		for (const struct node *key = map->first; key; key = key->next->next)
			if (key->merged == merged)
				bind_key(b, entity, key);
}

static bool
is_early(const struct field *field)
{
	return field->argument == KIND_CALENDAR || field->argument == KIND_COLUMNS;
}

static void
bind_section(struct binder *b, const struct node *key, const struct field *field, struct map *seen)
{
	struct entity *document = &b->model->document->base;
	struct node **earlier = (struct node **)map_at(seen, field->member);
	if (*earlier && !key->merged)
		diag1(b->diags, RULE_YAML_DUPLICATE, key->pos, key->text)->related = (*earlier)->pos;
	if (*earlier)
		return;
	*earlier = (struct node *)(uintptr_t)key;
	if (is_empty_value(key->next))
		diag1(b->diags, RULE_SCHEMA_EMPTY, key->pos, key->text);
	else if (field->argument == KIND_PROCESS && field->type == TYPE_ONE && field_is_set(document, field))
		diag(b->diags, RULE_REF_SECOND_PROCESS, key->pos)->related = field_pos(document, field);
	else
		bind_value(b, document, field, key->next);
}

void
bind_document(struct binder *b, const struct node *root, bool early)
{
	struct map seen = {0};
	for (int merged = 0; merged < 2; merged++) {
		for (const struct node *key = root->first; key; key = key->next->next) {
			if (key->merged != merged || key->type != NODE_TEXT)
				continue;
			const struct field *field = bind_field(b, KIND_DOCUMENT, key->text);
			if (field && is_early(field) == early)
				bind_section(b, key, field, &seen);
			else if (!field && !early)
				bind_key(b, &b->model->document->base, key);
		}
	}
	map_free(&seen);
}

/* The author's column as a field, or NULL (reported) when its key is taken. */
static struct field *
own_field(struct binder *b, enum kind kind, const struct column *column, uint32_t index)
{
	if (!column->key.s)
		return NULL;
	const struct field *taken = field_search(b, kind, column->key.s);
	if (taken != &no_field || is_ignore_key(column->key.s)) {
		diag1(b->diags, RULE_SCHEMA_COLUMN, column->key.pos, column->key.s);
		return NULL;
	}
	const char *title = column->title.s ? column->title.s : column->key.s;
	struct field *field = arena_alloc(&b->model->arena, sizeof *field);
	*field = (struct field){.kind = kind, .type = TYPE_PROSES, .member = column->key.s, .offset = index};
	field->keys[0] = field->keys[1] = column->key.s;
	field->titles[0] = field->titles[1] = title;
	field->flags = F_OWN | F_TABLE;
	return field;
}

static uint32_t
place_of(struct binder *b, enum kind kind, const struct column *column, const struct field **fields, uint32_t count)
{
	const struct field *after = column->after.s ? field_search(b, kind, column->after.s) : field_flagged(kind, F_PLACE);
	if (after == &no_field) {
		diag2(b->diags, RULE_SCHEMA_KEY, column->after.pos, column->after.s, kind_word(b, kind));
		after = field_flagged(kind, F_PLACE);
	}
	uint32_t at = 0;
	while (at < count && fields[at] != after)
		at++;
	if (at < count)
		at++;
	while (!column->after.s && at < count && fields[at]->flags & F_OWN)
		at++;
	return at;
}

static void
insert_columns(struct binder *b, enum kind kind, const struct list *columns)
{
	struct model *model = b->model;
	uint32_t count = 0;
	while (model->fields[kind][count])
		count++;
	if (columns->count > OWN_LIMIT)
		diag2(b->diags, RULE_SCHEMA_LIMIT, columns->pos, b->lang ? "столбцы" : "columns", "64");
	const struct field **fields = arena_array(&model->arena, count + columns->count + 1, sizeof *fields);
	memcpy(fields, model->fields[kind], count * sizeof *fields);
	model->fields[kind] = fields;
	for (uint32_t i = 0; i < columns->count && i < OWN_LIMIT; i++) {
		const struct column *column = column_at(columns, i);
		struct field *field = own_field(b, kind, column, model->own_count[kind]);
		if (!field)
			continue;
		uint32_t at = place_of(b, kind, column, fields, count);
		memmove(fields + at + 1, fields + at, (count - at) * sizeof *fields);
		fields[at] = field;
		count++;
		model->own_count[kind]++;
	}
	map_free(&b->keys[kind]);
}

static void
table_fields(struct model *model, enum kind kind)
{
	const struct field *rows = kind_info(kind)->fields;
	uint32_t count = 0;
	while (rows[count].kind == kind)
		count++;
	model->fields[kind] = arena_array(&model->arena, count + 1, sizeof *model->fields[kind]);
	for (uint32_t i = 0; i < count; i++)
		model->fields[kind][i] = &rows[i];
}

void
bind_columns(struct binder *b)
{
	const struct entity *columns = b->model->document ? b->model->document->columns : NULL;
	if (!columns) {
		for (int kind = 1; kind < KIND_COUNT; kind++)
			if (!b->model->fields[kind])
				table_fields(b->model, (enum kind)kind);
		return;
	}
	insert_columns(b, KIND_STAGE, &columns_of(columns)->stages);
	insert_columns(b, KIND_ROLE, &columns_of(columns)->roles);
	insert_columns(b, KIND_STEP, &columns_of(columns)->steps);
}

void
binder_free(struct binder *b)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		map_free(&b->keys[kind]);
}
