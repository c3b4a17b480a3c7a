/* SPDX-License-Identifier: MIT */
#include "load/bind/value.h"

#include "format/takes.h"
#include "load/bind/guess.h"
#include "load/bind/key.h"
#include "load/bind/numbered.h"
#include "load/bind/terms.h"
#include "load/scalar/date_words.h"
#include "load/scalar/parse.h"
#include "support/date.h"
#include "text/words/suggest.h"
#include "text/syntax/yaml_text.h"
#include "yaml/numbered.h"

#include <string.h>

void
bind_wrong_type(struct binder *b, const struct field *field, const struct node *node)
{
	diag2(b->diags, RULE_SCHEMA_TYPE, node->pos, said_key(field, &b->diags->arena),
	      takes_phrase(field));
}

void
bind_empty_item(struct binder *b, const struct field *field, const struct node *node)
{
	diag1(b->diags, RULE_SCHEMA_EMPTY, node->pos, said_key(field, &b->diags->arena));
}

/* `- Term: explanation` as an item of texts is a mapping for YAML; said so that the cure is
 * clear. */
bool
bind_colon_text(struct binder *b, const struct node *node)
{
	const struct node *key = node->type == NODE_MAP ? node->first : NULL;
	if (!key || key->next->next || key->type != NODE_TEXT || key->next->type != NODE_TEXT)
		return false;
	struct arena *arena = &b->model->arena;
	const char *text = arena_printf(arena, "%s: %s", key->text, key->next->text);
	diag1(b->diags, RULE_YAML_COLON_TEXT, node->pos, yaml_text_quoted(arena, text));
	return true;
}

/* A single text, or NULL (reported) when the node is something else. */
static const char *
scalar_of(struct binder *b, const struct field *field, const struct node *node)
{
	if (node->type == NODE_LIST && node->first && !node->first->next)
		node = node->first;
	if (node->type == NODE_TEXT)
		return node->text;
	bind_wrong_type(b, field, node);
	return NULL;
}

static struct text
text_of(struct binder *b, const struct field *field, const struct node *node)
{
	bind_numbered_item(b, field, node);
	return (struct text){field_is(field, LEAF_PROSE) ? numbered_prose(node) : node->text,
			     node->pos};
}

void
bind_texts(struct binder *b, const struct field *field, const struct node *node,
	   struct texts *texts)
{
	uint32_t count;
	const struct node *item = node_items(node, &count);
	bind_warn_rows(b, node);
	texts->items =
	    arena_grow(&b->model->arena, texts->items, texts->count, count, sizeof *texts->items);
	texts->pos = texts->pos.line ? texts->pos : node->pos;
	for (uint32_t i = 0; i < count; i++, item = item->next) {
		if (item->type != NODE_TEXT &&
		    (node->type != NODE_LIST || !bind_colon_text(b, item)))
			bind_wrong_type(b, field, item);
		else if (node_is_empty(item))
			bind_empty_item(b, field, item);
		else if (item->type == NODE_TEXT)
			texts->items[texts->count++] = text_of(b, field, item);
	}
}

static void
bind_text(struct binder *b, const struct field *field, const struct node *node, struct text *text)
{
	if (!scalar_of(b, field, node))
		return;
	const struct node *one = node->type == NODE_LIST ? node->first : node;
	*text = text_of(b, field, one);
	text->pos = node->pos;
}

static void
bind_refs(struct binder *b, const struct field *field, const struct node *node, struct refs *refs)
{
	uint32_t count;
	const struct node *item = node_items(node, &count);
	refs->items =
	    arena_grow(&b->model->arena, refs->items, refs->count, count, sizeof *refs->items);
	refs->pos = refs->pos.line ? refs->pos : node->pos;
	for (uint32_t i = 0; i < count; i++, item = item->next) {
		if (item->type != NODE_TEXT)
			bind_wrong_type(b, field, item);
		else if (node_is_empty(item))
			bind_empty_item(b, field, item);
		else
			refs->items[refs->count++] = (struct ref){NULL, item->text, item->pos};
	}
}

/* What to write in place of a length with words that are none of a length. */
static enum phrase
unread_words(const char *text)
{
	static const struct {
		const char *word;
		enum phrase phrase;
	} words[] = {{" для ", PHRASE_SEVERAL_LENGTHS}, {"(для ", PHRASE_SEVERAL_LENGTHS},
		     {" for ", PHRASE_SEVERAL_LENGTHS}, {"(for ", PHRASE_SEVERAL_LENGTHS},
		     {"банк", PHRASE_BANKING_DAYS},     {" bank", PHRASE_BANKING_DAYS}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strstr(text, words[i].word))
			return words[i].phrase;
	return PHRASE_NONE;
}

/* «10 дней (по закону)», «10 дней, по закону»: the length and what is said of it, as they are to be
 * written; nothing when the text is no such. */
static struct said
length_and_note(struct binder *b, const char *text)
{
	struct arena *arena = &b->model->arena;
	size_t length = strcspn(text, "(,;");
	const char *note = text + length + strspn(text + length, "(,; ");
	bool opens = text[length] == '(', closes = *note && note[strlen(note) - 1] == ')';
	const char *head = arena_copy(arena, text, length);
	struct duration ignored = {0};
	while (length && text[length - 1] == ' ')
		head = arena_copy(arena, text, --length);
	if (!*note || opens != closes || !head[strspn(head, "0123456789.-")] ||
	    bind_told(b, head, &ignored) != DURATION_OK ||
	    bind_told(b, note, &ignored) == DURATION_OK)
		return said_phrase(PHRASE_NONE);
	note = arena_copy(arena, note, strlen(note) - closes);
	return said_with_two(PHRASE_LENGTH_AND_NOTE, yaml_text(arena, head), yaml_text(arena, note),
			     arena);
}

/* What is wrong with a duration; a deadline may be said in words instead. */
static void
report_duration(struct binder *b, const struct field *field, struct pos pos, const char *text,
		enum duration_fault fault)
{
	static const struct {
		enum rule rule;
		enum phrase words;
	} faults[] = {[DURATION_UNREADABLE] = {RULE_SCHEMA_DURATION, PHRASE_IN_WORDS},
		      [DURATION_RANGE] = {RULE_SCHEMA_DURATION_RANGE, PHRASE_NONE},
		      [DURATION_DAY_MONTH] = {RULE_SCHEMA_DURATION_DATE, PHRASE_DATE_IN_WORDS},
		      [DURATION_YEAR] = {RULE_SCHEMA_DURATION_YEAR, PHRASE_YEAR_IN_WORDS},
		      [DURATION_MOMENT] = {RULE_SCHEMA_DURATION_MOMENT, PHRASE_IN_WORDS},
		      [DURATION_VAGUE] = {RULE_SCHEMA_DURATION_VAGUE, PHRASE_IN_WORDS},
		      [DURATION_LASTING] = {RULE_SCHEMA_DURATION_LASTING, PHRASE_NONE},
		      [DURATION_NUMBERS] = {RULE_SCHEMA_DURATION_NUMBERS, PHRASE_NONE}};
	struct arena *arena = &b->model->arena;
	/* What begins with a number was meant to be counted: it is mended, and not kept as words.
	 */
	bool may_be_words = (field_terms(field) || field->kind == KIND_TERMS) &&
			    (fault != DURATION_UNREADABLE || !strchr("0123456789+-.,", *text));
	enum phrase words = may_be_words ? faults[fault].words : PHRASE_NONE;
	if (fault == DURATION_UNREADABLE && !words)
		words = unread_words(text);
	struct said said = said_with(words, yaml_text(arena, text), arena);
	if (fault == DURATION_UNREADABLE && !words && field_terms(field))
		said = length_and_note(b, text);
	diag2(b->diags, faults[fault].rule, pos, text, said);
}

static void
bind_duration(struct binder *b, const struct field *field, const struct node *node,
	      struct duration *duration)
{
	const char *text = scalar_of(b, field, node);
	if (!text)
		return;
	enum duration_fault fault = bind_told(b, text, duration);
	if (fault == DURATION_OK)
		duration->pos = node->pos;
	else if (bind_terms_ongoing(text))
		diag1(b->diags, RULE_SCHEMA_DURATION_ONGOING, node->pos, text);
	else if (fault != DURATION_UNREADABLE || !bind_terms_hint(b, text, node->pos))
		report_duration(b, field, node->pos, text, fault);
}

static const char *
show_day(struct binder *b, int32_t day)
{
	struct civil civil = date_civil(day);
	return arena_printf(&b->diags->arena, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

static void
report_either(struct binder *b, struct pos pos, const char *text)
{
	int32_t days[2] = {0};
	date_words_either(text, days);
	diag3(b->diags, RULE_SCHEMA_DATE_EITHER, pos, text, show_day(b, days[0]),
	      show_day(b, days[1]));
}

static void
bind_date(struct binder *b, const struct field *field, const struct node *node, struct date *date)
{
	const char *text = scalar_of(b, field, node);
	if (!text)
		return;
	enum date_fault fault = field->flags & F_CLOCK
				    ? date_words_parse_clock(text, &date->day, &date->minute)
				    : date_words_parse(text, &date->day);
	if (fault == DATE_OK)
		date->pos = node->pos;
	else if (fault == DATE_EITHER)
		report_either(b, node->pos, text);
	else
		diag1(b->diags, fault == DATE_ABSENT ? RULE_SCHEMA_NO_DATE : RULE_SCHEMA_DATE,
		      node->pos, text);
}

static void
bind_dates(struct binder *b, const struct field *field, const struct node *node,
	   struct dates *dates)
{
	uint32_t count;
	const struct node *item = node_items(node, &count);
	dates->items =
	    arena_grow(&b->model->arena, dates->items, dates->count, count, sizeof *dates->items);
	dates->pos = dates->pos.line ? dates->pos : node->pos;
	for (uint32_t i = 0; i < count; i++, item = item->next) {
		bind_date(b, field, item, &dates->items[dates->count]);
		dates->count += dates->items[dates->count].pos.line != 0;
	}
}

static void
report_choice(struct binder *b, const struct field *field, struct pos pos, const char *text,
	      const char *near, bool certain)
{
	enum choice_set set = (enum choice_set)field->argument;
	struct arena *arena = &b->model->arena;
	const struct said known = {{takes_choices(set, 0, arena), takes_choices(set, 1, arena)}};
	struct diagnostic *d =
	    diag3(b->diags, RULE_SCHEMA_VALUE, pos, said_key(field, &b->diags->arena), text, known);
	d->suggestion = near;
	d->certain = certain;
}

static void
bind_choice(struct binder *b, const struct field *field, const struct node *node,
	    struct choice_value *value)
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
			suggest_try_spellings(&suggest, choice_spellings((enum choice)choice),
					      &b->model->arena);
	bool certain = suggest_is_certain(&suggest);
	report_choice(b, field, node->pos, text, suggest_close(&suggest), certain);
}

static void
bind_choices(struct binder *b, const struct field *field, const struct node *node,
	     struct choices *choices)
{
	uint32_t count;
	const struct node *item = node_items(node, &count);
	choices->items = arena_grow(&b->model->arena, choices->items, choices->count, count,
				    sizeof *choices->items);
	choices->pos = choices->pos.line ? choices->pos : node->pos;
	if (!count)
		report_choice(b, field, node->pos, "[]", NULL, false);
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
	if (parse_flag(text, &flag->on))
		flag->pos = node->pos;
	else
		diag3(b->diags, RULE_SCHEMA_VALUE, node->pos, said_key(field, &b->diags->arena),
		      text, PHRASE_FLAGS);
}

static void
bind_number(struct binder *b, const struct field *field, const struct node *node,
	    struct number *number)
{
	const char *text = scalar_of(b, field, node);
	if (!text)
		return;
	if (parse_number(text, &number->value))
		number->pos = node->pos;
	else
		diag2(b->diags, RULE_SCHEMA_NUMBER, node->pos, said_key(field, &b->diags->arena),
		      text);
}

static void
bind_period(struct binder *b, const struct field *field, const struct node *node,
	    struct period *period)
{
	const char *text = scalar_of(b, field, node);
	if (!text)
		return;
	if (parse_period(text, period))
		period->pos = node->pos;
	else
		diag3(b->diags, RULE_SCHEMA_VALUE, node->pos, said_key(field, &b->diags->arena),
		      text, PHRASE_PERIODS);
}

static void
bind_color(struct binder *b, const struct field *field, const struct node *node,
	   struct color *color)
{
	const char *text = scalar_of(b, field, node);
	if (!text)
		return;
	if (parse_color(text, &color->rgb))
		color->pos = node->pos;
	else
		diag1(b->diags, RULE_SCHEMA_COLOR, node->pos, text);
}

static void
bind_note(struct binder *b, const struct field *field, const struct node *key, struct map *seen,
	  struct notes *notes)
{
	if (key->type != NODE_TEXT) {
		bind_wrong_type(b, field, key);
		return;
	}
	if (bind_is_ignored(key->text) || !bind_key_is_new(b, seen, key))
		return;
	if (bind_is_rest(key)) {
		diag1(b->diags, RULE_YAML_COMMA, key->pos, key->text);
		return;
	}
	if (node_is_empty(key->next)) {
		diag1(b->diags, RULE_SCHEMA_EMPTY, key->pos, key->text);
		return;
	}
	struct note *note = &notes->items[notes->count++];
	note->key = (struct ref){NULL, key->text, key->pos};
	bind_texts(b, field, key->next, &note->texts);
}

static void
bind_notes(struct binder *b, const struct field *field, const struct node *node,
	   struct notes *notes)
{
	if (node->type != NODE_MAP) {
		bind_wrong_type(b, field, node);
		return;
	}
	uint32_t count = 0;
	for (const struct node *key = node->first; key; key = key->next->next)
		count++;
	notes->items =
	    arena_grow(&b->model->arena, notes->items, notes->count, count, sizeof *notes->items);
	notes->pos = notes->pos.line ? notes->pos : node->pos;
	struct map seen = {0};
	for (int merged = 0; merged < 2; merged++)
		for (const struct node *key = node->first; key; key = key->next->next)
			if (key->merged == merged)
				bind_note(b, field, key, &seen, notes);
	map_free(&seen);
}

void
bind_plain_value(struct binder *b, const struct field *field, const struct node *node, void *place)
{
	const char *text;
	switch (field->type) {
	case TYPE_TEXT:
	case TYPE_PROSE:
		bind_text(b, field, node, place);
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
	case TYPE_NOTES:
		bind_notes(b, field, node, place);
		break;
	case TYPE_ONE:
	case TYPE_MANY:
		break; /* things, not values */
	}
}
