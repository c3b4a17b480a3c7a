/* SPDX-License-Identifier: MIT */
#include "load/bind/guess.h"

#include "load/bind/terms.h"
#include "model/fields.h"
#include "support/listed.h"
#include "support/utf8.h"
#include "text/marker.h"
#include "text/parts.h"
#include "text/syntax/yaml_text.h"
#include "yaml/numbered.h"

#include <string.h>

enum { REACH_DIGITS = 5 };

bool
bind_is_reach(const char *text)
{
	int digits = 0;
	for (const char *at = text; *at; at++)
		digits += ascii_is_digit(*at);
	return digits >= REACH_DIGITS || strchr(text, '@') || strstr(text, "://");
}

/* True for a length with a unit, which may say what it counts from. */
static bool
is_length(struct binder *b, const char *text)
{
	struct duration ignored = {0};
	size_t length = strlen(text);
	bool bare = !text[strspn(text, "0123456789.,- ")];
	bind_terms_event(text, &length);
	text = arena_copy(&b->model->arena, text, length);
	return !bare && bind_told(b, text, &ignored) == DURATION_OK;
}

/* Nouns that end like the third person of a verb. */
static const char *const nouns[] = {"аудит", "бюджет",    "кабинет", "комитет", "кредит",
				    "лимит", "ответ",     "отчет",   "отчёт",   "пакет",
				    "совет", "факультет", "баланс",  NULL};

/* «решает», «занимается», "settles": the third person, as far as its end tells. */
static bool
is_deed(struct arena *arena, const char *word, size_t length)
{
	static const char *const ends[] = {"ет",   "ёт",   "ит",   "ут",   "ют",
					   "ат",   "ят",   "ется", "ётся", "ится",
					   "утся", "ются", "атся", "ятся", NULL};
	const char *text = arena_copy(arena, word, length);
	if (listed_is(nouns, text))
		return false;
	return listed_ends(ends, text) || ((unsigned char)*text < 0x80 && length > 2 &&
					   text[length - 1] == 's' && text[length - 2] != 's');
}

/* True for a text that says what somebody does, in the third person. */
static bool
is_duty(struct binder *b, const char *text)
{
	const char *at = text;
	uint32_t first = *text ? utf8_next(&at) : 0;
	size_t length = strcspn(text, " ,;");
	bool alone = !text[length];
	return utf8_is_letter(first) && !utf8_is_upper(first) &&
	       !(alone && !utf8_is_cyrillic(first)) && is_deed(&b->model->arena, text, length);
}

const char *
bind_role_line(struct binder *b, const char *text, size_t *name)
{
	static const char *const signs[] = {" \xE2\x80\x94 ", " \xE2\x80\x93 ", " - "};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char *sign = strstr(text, signs[i]);
		const char *duty = sign ? sign + strlen(signs[i]) : "";
		*name = sign ? (size_t)(sign - text) : 0;
		if (*name && is_duty(b, duty))
			return duty;
	}
	return NULL;
}

const struct field *
bind_pair_field(struct binder *b, enum kind kind, const struct node *value)
{
	if (kind == KIND_ROLE && value->type == NODE_TEXT && is_duty(b, value->text))
		return field_row(FIELD_ROLE_duties);
	const struct field *deadline = kind == KIND_STAGE  ? field_row(FIELD_STAGE_deadline)
				       : kind == KIND_STEP ? field_row(FIELD_STEP_deadline)
							   : NULL;
	if (deadline && value->type == NODE_TEXT && is_length(b, value->text))
		return deadline;
	return field_flagged(kind, F_NAME);
}

const struct field *
bind_list_field(enum kind kind)
{
	switch (kind) {
	case KIND_STAGE:
		return field_row(FIELD_STAGE_steps);
	case KIND_STEP:
		return field_row(FIELD_STEP_steps);
	case KIND_ROLE:
		return field_row(FIELD_ROLE_duties);
	default:
		return NULL;
	}
}

/* Adds an item to a list in brackets that is still open, as it is to be typed: without the mark
 * that it has in a column. */
static void
list_add(struct arena *arena, struct buf *list, const char *item, size_t length)
{
	while (length && strchr(",; ", item[length - 1]))
		length--;
	const char *text = arena_copy(arena, item, length);
	struct item_marker mark = marker_of_item(text, text + length);
	if (strncmp(text, "- ", 2) == 0)
		text += 2;
	else if (mark.form == MARKER_BULLET)
		text += mark.length;
	buf_puts(list, list->length ? ", " : "[");
	buf_puts(list, yaml_text(arena, text));
}

/* A list in brackets of what stands between separators; in arena. */
static const char *
as_list(struct arena *arena, const char *text, const char *separator)
{
	struct buf list = {0};
	for (const char *at = text; at && *at;) {
		const char *end = strstr(at, separator);
		if (end != at)
			list_add(arena, &list, at, end ? (size_t)(end - at) : strlen(at));
		at = end ? end + strlen(separator) : NULL;
	}
	buf_puts(&list, "]");
	const char *copy = arena_copy(arena, buf_text(&list), list.length);
	buf_free(&list);
	return copy;
}

/* The items of «1. Запрос 2. Оценка» as a list in brackets; NULL when it is none. In arena. */
static const char *
as_numbered(struct arena *arena, const char *text)
{
	const char *end = text + strlen(text), *item = text, *next;
	struct item_marker marker = marker_of(text, end);
	struct buf list = {0};
	while (marker.form && (next = marker_find_next(item + marker.length, end, &marker))) {
		const char *start = item + marker_of(item, end).length;
		list_add(arena, &list, start, (size_t)(next - 1 - start));
		item = next;
	}
	const char *copy = NULL;
	if (list.length) {
		item += marker.length;
		list_add(arena, &list, item, strlen(item));
		copy = arena_printf(arena, "%s]", buf_text(&list));
	}
	buf_free(&list);
	return copy;
}

static void
warn_several(struct binder *b, struct said one, const struct node *node, const char *list)
{
	diag3(b->diags, RULE_TEXT_ONE_ITEM, node->pos, node->text, one, list);
}

void
bind_warn_rows(struct binder *b, const struct node *node)
{
	const char *rows = node->type == NODE_TEXT ? numbered_rows(node) : NULL;
	if (rows)
		warn_several(b, said_phrase(PHRASE_ONE_ITEM), node,
			     as_list(&b->model->arena, rows, "\n"));
}

/* True for what is called by a name; a criterion is rather a sentence, which holds commas. */
static bool
is_named(enum kind kind)
{
	return kind == KIND_STAGE || kind == KIND_STEP || kind == KIND_ROLE || kind == KIND_VARIANT;
}

/* «Раз; два, три», with separators of both kinds. */
static const char *
as_list_of_both(struct arena *arena, const char *text)
{
	char *commas = arena_string(arena, text);
	for (char *at = commas; (at = strstr(at, "; "));)
		*at = ',';
	const char *second = strstr(commas, ", ");
	return second && strstr(second + 1, ", ") ? as_list(arena, commas, ", ") : NULL;
}

static const char *
as_separated(struct arena *arena, enum kind kind, const char *text)
{
	size_t separators = is_named(kind)           ? PARTS_COMMAS
			    : kind == KIND_CRITERION ? PARTS_SEMICOLONS
						     : 0;
	const char *separator = parts_separator(text, separators);
	if (separator)
		return as_list(arena, text, separator);
	return is_named(kind) && strstr(text, "; ") ? as_list_of_both(arena, text) : NULL;
}

void
bind_warn_several(struct binder *b, enum kind kind, const struct node *node)
{
	struct arena *arena = &b->model->arena;
	if (node->type != NODE_TEXT)
		return;
	const char *rows = is_named(kind) ? numbered_any_rows(node) : numbered_rows(node),
		   *list = is_named(kind) ? as_numbered(arena, node->text) : NULL;
	if (!list && rows)
		list = as_list(arena, rows, "\n");
	if (!list)
		list = as_separated(arena, kind, node->text);
	if (list)
		warn_several(b, said_kind(kind), node, list);
}
