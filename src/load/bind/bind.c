/* SPDX-License-Identifier: MIT */
#include "load/bind/bind.h"

#include "load/bind/deadline.h"
#include "load/bind/guess.h"
#include "load/bind/key.h"
#include "load/bind/numbered.h"
#include "load/bind/outcome.h"
#include "load/bind/shape.h"
#include "load/bind/terms.h"
#include "load/bind/titled.h"
#include "load/bind/unknown.h"
#include "load/bind/value.h"
#include "load/bind/by_variant.h"
#include "model/fields.h"
#include "support/utf8.h"
#include "text/syntax/yaml_text.h"

#include <string.h>

static void
bind_value(struct binder *b, struct entity *entity, const struct field *field,
	   const struct node *node);

static void
bind_map(struct binder *b, struct entity *entity, const struct node *map);

/* What a list is given: an outcome may be written in several ways. */
static void
add_item(struct binder *b, struct list *list, struct entity *entity)
{
	bind_list_add(b, list, entity);
	if (entity->kind == KIND_OUTCOME)
		bind_outcome(b, list);
}

/* Something else stands where a thing is expected, and with it all that the thing must have. */
static void
wrong_thing(struct binder *b, struct entity *entity, const struct node *node, enum phrase expected)
{
	diag2(b->diags, RULE_SCHEMA_TYPE, node->pos, said_kind(entity->kind), expected);
	for (const struct field **field = b->model->fields[entity->kind]; *field; field++)
		if ((*field)->flags & F_REQUIRED)
			bind_refuse(b, entity, *field);
}

/* A thing written as a bare string: its name, or where an outcome leads. An attachment's is a
 * reference or an address; resolve.c tells which. */
static void
bind_bare(struct binder *b, struct entity *entity, const struct node *node)
{
	const struct field *bare = field_flagged(entity->kind, F_BARE),
			   *field = bare ? bare : field_flagged(entity->kind, F_NAME);
	entity->bare = true;
	if (entity->kind == KIND_CONTACT && bind_is_reach(node->text))
		field = field_row(FIELD_CONTACT_text);
	if (!field) {
		wrong_thing(b, entity, node, PHRASE_MAPPING);
		return;
	}
	struct node title, href;
	if (bind_is_link(b, entity->kind, node, &title, &href)) {
		bind_value(b, entity, field_row(FIELD_ATTACHMENT_title), &title);
		bind_value(b, entity, field_row(FIELD_ATTACHMENT_href), &href);
		return;
	}
	struct node name, duty;
	if (entity->kind == KIND_ROLE && bind_is_role_line(b, node, &name, &duty)) {
		bind_value(b, entity, field, &name);
		bind_value(b, entity, field_row(FIELD_ROLE_duties), &duty);
		return;
	}
	if (entity->kind == KIND_TERM && bind_is_term_line(b, node, &name, &duty)) {
		bind_value(b, entity, field, &name);
		bind_value(b, entity, field_row(FIELD_TERM_definition), &duty);
		return;
	}
	const char *colon = field_is(field, LEAF_TEXT) ? strchr(node->text, ':') : NULL;
	if (node->plain && colon && colon[1] && colon[1] != ' ' && strncmp(colon, "://", 3) != 0) {
		const char *key =
		    arena_copy(&b->model->arena, node->text, (size_t)(colon - node->text));
		bool no_break = strncmp(colon + 1, "\xC2\xA0", 2) == 0;
		if (bind_field(b, entity->kind, key) && no_break)
			diag2(b->diags, RULE_YAML_NBSP, node->pos, PHRASE_BLANK_NO_BREAK, "00A0");
		else if (bind_field(b, entity->kind, key))
			diag2(b->diags, RULE_YAML_COLON, node->pos, key, colon + 1);
	}
	bind_value(b, entity, field, node);
}

static struct entity *
bind_thing(struct binder *b, enum kind kind, struct entity *parent, const struct node *node)
{
	struct entity *entity = entity_new(b->model, kind, parent, node->pos);
	const struct entity *outer = b->diags->about;
	b->diags->about = entity;
	if (node->type == NODE_TEXT)
		bind_bare(b, entity, node);
	else if (node->type == NODE_MAP)
		bind_map(b, entity, node);
	else
		wrong_thing(b, entity, node, PHRASE_MAPPING_OR_NAME);
	b->diags->about = outer;
	return entity;
}

/* `id: thing`, `id: name`, or for kinds known by name `name: value`. */
static struct entity *
bind_pair(struct binder *b, enum kind kind, struct entity *parent, const struct node *key)
{
	const struct node *value = key->next;
	const struct field *id = field_flagged(kind, F_ID), *name = field_flagged(kind, F_NAME),
			   *plain = field_flagged(kind, F_VALUE);
	struct entity *entity = entity_new(b->model, kind, parent, key->pos);
	const struct entity *outer = b->diags->about;
	entity->keyed = true;
	entity->bare = value->type == NODE_TEXT && bind_list_field(kind);
	b->diags->about = entity;
	if (kind == KIND_TERM || kind == KIND_SETTING || !id)
		id = name;
	if (value->type == NODE_MAP)
		bind_map(b, entity, value);
	else if (bind_is_numbered_text(key))
		diag1(b->diags, RULE_YAML_COLON_TEXT, key->pos,
		      bind_numbered_text(&b->diags->arena, key));
	else if (bind_is_list_below(kind, value))
		diag2(b->diags, RULE_SCHEMA_LIST_BELOW, value->pos, key->text,
		      said_key(bind_list_field(kind), &b->diags->arena));
	else if (node_is_empty(value) && kind != KIND_TERM)
		diag1(b->diags, RULE_SCHEMA_EMPTY, key->pos, key->text);
	else if (!plain && id == name)
		diag2(b->diags, RULE_SCHEMA_TYPE, value->pos, key->text, PHRASE_MAPPING);
	else if (!node_is_empty(value))
		bind_value(b, entity, plain ? plain : bind_pair_field(b, kind, value), value);
	if (!field_is_set(entity, id))
		bind_value(b, entity, id, key);
	if (name && !field_is_set(entity, name) && kind != KIND_ATTACHMENT && kind != KIND_EDITION)
		bind_value(b, entity, name, key);
	b->diags->about = outer;
	return entity;
}

/* A thing under its name; where it gives a name of its own, what is above is its id. */
static struct entity *
bind_headed(struct binder *b, enum kind kind, struct entity *parent, const struct node *key)
{
	const struct field *name = field_flagged(kind, F_NAME);
	struct entity *entity = entity_new(b->model, kind, parent, key->pos);
	const struct entity *outer = b->diags->about;
	b->diags->about = entity;
	const struct node keys = {.first = key->next->type == NODE_MAP ? key->next->first
								       : key->next->next,
				  .type = NODE_MAP};
	bind_map(b, entity, &keys);
	if (field_is_set(entity, name) && field_flagged(kind, F_ID))
		name = field_flagged(kind, F_ID);
	if (field_is_set(entity, name))
		bind_unknown_key(b, entity, key);
	else
		bind_value(b, entity, name, key);
	b->diags->about = outer;
	return entity;
}

/* A thing under its name, and the list that stands where its keys are expected. */
static struct entity *
bind_above_list(struct binder *b, enum kind kind, struct entity *parent, const struct node *key)
{
	struct entity *entity = entity_new(b->model, kind, parent, key->pos);
	diag2(b->diags, RULE_SCHEMA_LIST_BELOW, key->next->pos, key->text,
	      said_key(bind_list_field(kind), &b->diags->arena));
	bind_value(b, entity, field_flagged(kind, F_NAME), key);
	return entity;
}

/* A role under its name, with words behind it that may be its duties or people. */
static struct entity *
bind_role_text(struct binder *b, struct entity *parent, const struct node *key)
{
	struct arena *arena = &b->diags->arena;
	struct entity *entity = entity_new(b->model, KIND_ROLE, parent, key->pos);
	diag2(b->diags, RULE_SCHEMA_ROLE_TEXT, key->pos, yaml_text(arena, key->text),
	      yaml_text(arena, key->next->text));
	bind_value(b, entity, field_flagged(KIND_ROLE, F_NAME), key);
	bind_value(b, entity, field_row(FIELD_ROLE_duties), key->next);
	return entity;
}

/* Whether a key without a value is a thing for itself: a term may be, and is no clause then. */
static bool
may_stand_alone(const struct field *field, const struct node *key)
{
	const char *text = key->text;
	uint32_t first = utf8_next(&text);
	return field_holds(field, KIND_TERM) && utf8_is_upper(first);
}

/* «включить: часть.yaml», where a thing and its name or keys are expected. */
static bool
is_include(struct binder *b, const struct node *key)
{
	return key && key->type == NODE_TEXT && key->next && key->next->type != NODE_MAP &&
	       bind_field(b, KIND_DOCUMENT, key->text) == field_row(FIELD_DOCUMENT_include);
}

static void
bind_pairs(struct binder *b, struct entity *parent, const struct field *field,
	   const struct node *map, struct list *list)
{
	struct map seen = {0};
	for (int merged = 0; merged < 2; merged++) {
		for (const struct node *key = map->first; key; key = key->next->next) {
			if (key->merged != merged)
				continue;
			if (key->type != NODE_TEXT)
				bind_wrong_type(b, field, key);
			else if (is_include(b, key))
				diag1(b->diags, RULE_SCHEMA_TOP, key->pos, key->text);
			else if (bind_is_rest(key) && !may_stand_alone(field, key))
				diag1(b->diags, RULE_YAML_COMMA, key->pos, key->text);
			else if (!bind_is_ignored(key->text) && bind_key_is_new(b, &seen, key))
				add_item(b, list,
					 bind_pair(b, (enum kind)field->argument, parent, key));
		}
	}
	map_free(&seen);
}

static void
bind_many(struct binder *b, struct entity *parent, const struct field *field,
	  const struct node *node, struct list *list)
{
	enum kind kind = (enum kind)field->argument;
	list->pos = list->pos.line ? list->pos : node->pos;
	if (node->type == NODE_MAP && !bind_is_single(b, kind, node)) {
		bind_pairs(b, parent, field, node, list);
		return;
	}
	uint32_t count;
	const struct node *item = node_items(node, &count), *next;
	if (kind == KIND_OUTCOME && bind_report_arrows(b, node))
		return;
	bind_warn_several(b, kind, node);
	for (uint32_t i = 0; i < count; i++, item = next) {
		next = item->next;
		item = bind_part_item(b, kind, item);
		if (node_is_empty(item))
			bind_empty_item(b, field, item);
		else if (item->type == NODE_MAP && is_include(b, item->first))
			diag1(b->diags, RULE_SCHEMA_TOP, item->first->pos, item->first->text);
		else if (node->type == NODE_LIST && bind_is_above_list(b, kind, item))
			add_item(b, list, bind_above_list(b, kind, parent, item->first));
		else if (bind_is_outcome_pair(b, kind, item) ||
			 (node->type == NODE_LIST && bind_is_line(b, kind, item)))
			add_item(b, list, bind_pair(b, kind, parent, item->first));
		else if (node->type == NODE_LIST && bind_is_role_text(b, kind, item))
			add_item(b, list, bind_role_text(b, parent, item->first));
		else if (node->type == NODE_LIST && bind_is_headed(b, kind, item))
			add_item(b, list, bind_headed(b, kind, parent, item->first));
		else if (node->type != NODE_LIST || kind_info(kind)->flags & K_OPEN ||
			 !bind_is_colon_text(b, kind, item))
			add_item(b, list, bind_thing(b, kind, parent, item));
	}
}

/* A second mapping for a thing that may be there once: another file goes on with it. */
static void
bind_more(struct binder *b, struct entity *entity, const struct node *map)
{
	const struct entity *outer = b->diags->about;
	b->diags->about = entity;
	bind_map(b, entity, map);
	b->diags->about = outer;
}

static void
bind_one(struct binder *b, struct entity *parent, const struct field *field,
	 const struct node *node, struct entity **place)
{
	if (!*place)
		*place = bind_thing(b, (enum kind)field->argument, parent, node);
	else if (node->type == NODE_MAP)
		bind_more(b, *place, node);
	else
		bind_wrong_type(b, field, node);
}

/* A deadline that is a mapping: its length becomes the deadline, the rest its terms. */
static void
bind_deadline_map(struct binder *b, struct entity *entity, const struct field *field,
		  const struct node *map)
{
	struct entity *terms = bind_thing(b, KIND_TERMS, entity, map);
	struct duration *deadline = bind_place(b, entity, field);
	struct entity **place = bind_place(b, entity, field_terms(field));
	*place = bind_terms_take(b, terms_of(terms), deadline);
	if (*place)
		deadline->pos = map->pos;
}

/* What is said of the variants that are not named comes first. */
static void
add_variant_value(struct binder *b, struct list *values, struct entity *value)
{
	bind_list_add(b, values, value);
	if (variant_value_of(value)->variant.pos.line)
		return;
	for (uint32_t i = values->count - 1; i > 0; i--) {
		values->items[i] = values->items[i - 1];
		values->items[i]->number = i + 1;
	}
	values->items[0] = value;
	value->number = 1;
}

/* Of a variant, or of those that are not named. */
static void
bind_variant_value(struct binder *b, struct entity *by, const struct field *field,
		   const struct node *key)
{
	if (node_is_empty(key->next)) {
		diag1(b->diags, RULE_SCHEMA_EMPTY, key->pos, key->text);
		return;
	}
	struct entity *value = entity_new(b->model, KIND_VARIANT_VALUE, by, key->pos);
	value->keyed = true;
	if (!by_variant_is_others(b, key->text))
		variant_value_of(value)->variant = (struct ref){NULL, key->text, key->pos};
	bind_value(b, value, by_variant_row(field), key->next);
	add_variant_value(b, &by_variant_of(by)->values, value);
}

/* True for the first key of a variant, however it is spelt. */
static bool
is_new_variant(struct binder *b, struct map *seen, const struct node *key)
{
	void **place = map_at(seen, by_variant_key(b, key->text));
	const struct node *before = *place;
	if (before && !key->merged)
		diag1(b->diags, RULE_YAML_DUPLICATE, key->pos, key->text)->related = before->pos;
	if (!before)
		*place = (void *)(uintptr_t)key;
	return !before;
}

/* A mapping variant → value. */
static void
bind_by_variant(struct binder *b, struct entity *entity, const struct field *field,
		const struct node *map)
{
	struct entity *by = entity_new(b->model, KIND_BY_VARIANT, entity, map->pos);
	struct list *values = &by_variant_of(by)->values;
	struct map seen = {0};
	values->pos = map->pos;
	for (int merged = 0; merged < 2; merged++)
		for (const struct node *key = map->first; key; key = key->next->next) {
			if (key->merged != merged)
				continue;
			if (key->type != NODE_TEXT)
				bind_wrong_type(b, field, key);
			else if (!bind_is_ignored(key->text) && is_new_variant(b, &seen, key))
				bind_variant_value(b, by, field, key);
		}
	map_free(&seen);
	*(struct entity **)bind_place(b, entity, field_beside(field, KIND_BY_VARIANT)) = by;
	if (field_is(field, LEAF_DURATION)) {
		struct duration *deadline = field_place(entity, field);
		deadline->pos = map->pos;
		by_variant_span(b, deadline, values);
	} else {
		((struct refs *)field_place(entity, field))->pos = map->pos;
	}
}

static bool
bind_deadline(struct binder *b, struct entity *entity, const struct field *field,
	      const struct node *node)
{
	if (!field_terms(field))
		return false;
	if (node->type == NODE_TEXT)
		return bind_deadline_ongoing(b, entity, node) ||
		       bind_deadline_from(b, entity, field, node);
	if (node->type == NODE_MAP)
		bind_deadline_map(b, entity, field, node);
	return node->type == NODE_MAP;
}

/* What to write where a field cannot differ by variant. */
static enum phrase
same_for_all_words(const struct field *field)
{
	if (field->id == FIELD_STAGE_accountable)
		return PHRASE_SAME_ACCOUNTABLE;
	return field_refers(field, KIND_ROLE) && field_is_list(field) ? PHRASE_SAME_ROLES
								      : PHRASE_SAME_OTHERS;
}

static void
take_value(struct binder *b, struct entity *entity, const struct field *field,
	   const struct node *node)
{
	void *place = bind_place(b, entity, field);
	node = bind_numbered(b, field, node);
	const struct node *items =
	    field->id == FIELD_DOCUMENT_variants ? bind_titled_items(b, node) : NULL;
	node = items ? items : node;
	if (by_variant_is_meant(b, field, node)) {
		bind_by_variant(b, entity, field, node);
		return;
	}
	if (bind_deadline(b, entity, field, node))
		return;
	if (by_variant_is_misplaced(b, field, node))
		diag2(b->diags, RULE_VARIANT_SAME_FOR_ALL, node->pos,
		      said_key(field, &b->diags->arena), same_for_all_words(field));
	else if (!field_is(field, LEAF_THING))
		bind_plain_value(b, field, node, place);
	else if (field_is_list(field))
		bind_many(b, entity, field, node, place);
	else
		bind_one(b, entity, field, node, place);
}

static void
bind_value(struct binder *b, struct entity *entity, const struct field *field,
	   const struct node *node)
{
	size_t count = b->diags->count;
	take_value(b, entity, field, node);
	while (count < b->diags->count && b->diags->items[count].severity != SEVERITY_ERROR)
		count++;
	if (count < b->diags->count)
		bind_refuse(b, entity, field);
}

static void
option_add(struct binder *b, struct entity *entity, const struct node *key)
{
	struct notes *options = &entity_make_more(entity, &b->model->arena)->options;
	options->items =
	    arena_grow(&b->model->arena, options->items, options->count, 1, sizeof *options->items);
	struct note *note = &options->items[options->count++];
	note->key = (struct ref){NULL, key->text, key->pos};
	bind_texts(b, &exception_field, key->next, &note->texts);
}

static bool
is_empty_value(const struct node *node)
{
	return node_is_empty(node) || (node->type == NODE_MAP && !node->first);
}

/* True for `[]` where it means nothing: elsewhere it may mean that there are none. */
static bool
is_empty_list(const struct field *field, const struct node *node)
{
	bool must = field->id == FIELD_STAGE_only || field->id == FIELD_STEP_only ||
		    field_is(field, LEAF_DURATION);
	return must && node->type == NODE_LIST && !node->first;
}

/* Whether the rest of a value stands behind a comma, as a key that is none: it is told of there,
 * and what is wrong with the half of it is no matter. */
static bool
is_cut(struct binder *b, enum kind kind, const struct node *value)
{
	const struct node *rest = value->next;
	return rest && value->type == NODE_TEXT && rest->type == NODE_TEXT && bind_is_rest(rest) &&
	       !bind_meant(b, kind, rest->text);
}

/* True for a value of the process's own that stands where a shared one is read. */
static bool
is_overridden(const struct binder *b, const struct entity *entity, const struct field *field)
{
	return b->shares && field_pos(entity, field).file < b->model->own_files;
}

/* Shared columns of the author's are added to those of the process. */
static bool
is_said_already(const struct binder *b, const struct entity *entity, const struct field *field)
{
	bool adds = entity->kind == KIND_COLUMNS && is_overridden(b, entity, field);
	return field_is_set(entity, field) && !adds;
}

static void
bind_key(struct binder *b, struct entity *entity, const struct node *key)
{
	const struct node *value = key->next;
	if (key->type != NODE_TEXT) {
		diag2(b->diags, RULE_SCHEMA_TYPE, key->pos, PHRASE_KEY, PHRASE_ONE_TEXT);
		return;
	}
	if (bind_is_ignored(key->text))
		return;
	const struct field *field = bind_meant(b, entity->kind, key->text);
	if (!field && bind_is_exception(key->text)) {
		bind_many(b, entity, &exception_field, value,
			  &entity_make_more(entity, &b->model->arena)->ignores);
		return;
	}
	if (!field && kind_info(entity->kind)->flags & K_OPEN) {
		option_add(b, entity, key);
		return;
	}
	if (!field) {
		bind_unknown_key(b, entity, key);
		return;
	}
	bind_mind_sign(b, entity->kind, key);
	if (is_empty_value(value) || is_empty_list(field, value)) {
		bool after = field->id == FIELD_STAGE_after || field->id == FIELD_STEP_after;
		diag1(b->diags, after ? RULE_SCHEMA_EMPTY_AFTER : RULE_SCHEMA_EMPTY, key->pos,
		      key->text);
		return;
	}
	if (!(field->flags & F_NAME) && is_cut(b, entity->kind, value)) {
		bind_refuse(b, entity, field);
		return;
	}
	if (is_said_already(b, entity, field)) {
		if (!key->merged && !is_overridden(b, entity, field) &&
		    !bind_ongoing_again(b, entity, field, value))
			diag1(b->diags, RULE_YAML_DUPLICATE, key->pos, key->text)->related =
			    field_pos(entity, field);
		return;
	}
	bind_value(b, entity, field, value);
}

/* Binds what is meant by keys that are none, of those noted since; where a key says the same, that
 * counts. Outcomes are told one by one. */
static void
bind_what_is_meant(struct binder *b, size_t since)
{
	for (size_t i = since; i < b->meant_count; i++) {
		const struct meant_value meant = b->meant[i];
		if (!field_is_set(meant.entity, meant.field) ||
		    field_holds(meant.field, KIND_OUTCOME))
			bind_value(b, meant.entity, meant.field, meant.value);
	}
	b->meant_count = since;
}

/* Reads a mapping's keys into an entity. */
static void
bind_map(struct binder *b, struct entity *entity, const struct node *map)
{
	size_t before = b->meant_count;
	for (int merged = 0; merged < 2; merged++)
		for (const struct node *key = map->first; key; key = key->next->next)
			if (key->merged == merged)
				bind_key(b, entity, key);
	bind_what_is_meant(b, before);
	bind_settle_ongoing(entity);
}

static bool
is_early(const struct field *field)
{
	return field->id == FIELD_DOCUMENT_calendar || field->id == FIELD_DOCUMENT_columns ||
	       field->id == FIELD_DOCUMENT_variants;
}

/* True for a key that is not for such a file, which is told, and for one that says only which file
 * it is. */
static bool
belongs_elsewhere(struct binder *b, const struct node *key, const struct field *field)
{
	if (!b->shares && field->flags & F_PORTFOLIO)
		bind_portfolio_key(b, key, field);
	if (b->shares && !(field->flags & (F_PORTFOLIO | F_SHARED)))
		diag1(b->diags, RULE_SCHEMA_NOT_SHARED, key->pos, key->text);
	return field->flags & F_PORTFOLIO || (b->shares && !(field->flags & F_SHARED));
}

static void
bind_section(struct binder *b, const struct node *key, const struct field *field, struct map *seen)
{
	struct entity *document = &b->model->document->base;
	struct node **earlier = (struct node **)map_at(seen, field->member);
	if (*earlier && !key->merged)
		diag1(b->diags, RULE_YAML_DUPLICATE, key->pos, key->text)->related =
		    (*earlier)->pos;
	if (*earlier)
		return;
	*earlier = (struct node *)(uintptr_t)key;
	if (belongs_elsewhere(b, key, field))
		return;
	bind_mind_sign(b, KIND_DOCUMENT, key);
	b->open_section = is_empty_value(key->next) ? field : NULL;
	if (is_empty_value(key->next))
		diag1(b->diags, RULE_SCHEMA_EMPTY, key->pos, key->text);
	else if (field->id == FIELD_DOCUMENT_process && field_is_set(document, field) && !b->shares)
		diag(b->diags, RULE_REF_SECOND_PROCESS, key->pos)->related =
		    field_pos(document, field);
	else if (field->id == FIELD_DOCUMENT_process && key->next->type == NODE_LIST)
		bind_stages_list(b, document, key);
	else
		bind_value(b, document, field, key->next);
}

void
bind_document(struct binder *b, const struct node *root, bool early)
{
	struct map seen = {0};
	b->diags->about = &b->model->document->base;
	for (int merged = 0; merged < 2; merged++) {
		for (const struct node *key = root->first; key; key = key->next->next) {
			if (key->merged != merged)
				continue;
			const struct field *field =
			    key->type == NODE_TEXT ? bind_meant(b, KIND_DOCUMENT, key->text) : NULL;
			if (field && is_early(field) == early)
				bind_section(b, key, field, &seen);
			else if (!field && !early)
				bind_key(b, &b->model->document->base, key);
		}
	}
	bind_what_is_meant(b, 0);
	b->diags->about = NULL;
	map_free(&seen);
}

/* One that the process has itself gives way: the file that was asked for counts. */
void
bind_run(struct binder *b, const struct node *root)
{
	struct document *document = b->model->document;
	document->run = entity_new(b->model, KIND_RUN, &document->base, root->pos);
	bind_more(b, document->run, root);
}

void
binder_free(struct binder *b)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		map_free(&b->keys[kind]);
	map_free(&b->told);
	map_free(&b->variants);
}
