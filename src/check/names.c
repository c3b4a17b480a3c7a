/* SPDX-License-Identifier: MIT */
/* Rules on names: two things that people cannot tell apart, and what belongs to a list. */
#include "check/checker.h"
#include "model/fields.h"
#include "support/utf8.h"
#include "text/marker.h"
#include "text/syntax/yaml_text.h"

#include <string.h>

enum { TYPED_MOST = 99 /* what is larger is a year or a code */ };

static void
check_same_names(struct checker *c, const struct list *list)
{
	struct map names = {0};
	map_reserve(&names, list->count);
	for (uint32_t i = 0; i < list->count; i++) {
		struct entity *entity = list->items[i];
		const char *name = entity_name(entity);
		struct entity **first =
		    (struct entity **)map_at(&names, utf8_fold(&c->arena, name, FOLD_CASE));
		if (*first) {
			struct pos pos = field_pos(entity, field_flagged(entity->kind, F_NAME));
			report2(c, RULE_REF_SAME_NAME, entity, pos, name, said_kind(entity->kind))
			    ->related = field_pos(*first, field_flagged(entity->kind, F_NAME));
		} else if (*name)
			*first = entity;
	}
	map_free(&names);
}

void
check_names(struct checker *c, const struct entity *entity)
{
	check_same_names(c, &document_of(entity)->stages);
	check_same_names(c, &document_of(entity)->roles);
}

/* Whether a marker says which item of its list a thing is: «1.2» and «V.» may be more than that. */
static bool
is_typed_number(const struct item_marker *marker, const struct entity *entity)
{
	if (marker->form == MARKER_INNER || marker->form == MARKER_ROMAN)
		return marker->number == entity->number;
	return marker->form && marker->number <= TYPED_MOST;
}

void
check_typed_number(struct checker *c, const struct entity *entity)
{
	const char *name = entity_name(entity);
	const char *end = name + strlen(name);
	struct item_marker marker = marker_of(name, end);
	size_t length = marker.length;
	if (!is_typed_number(&marker, entity) || marker_find_next(name + length, end, &marker))
		return;
	const char *rest = name + length;
	while (length && name[length - 1] == ' ')
		length--;
	report2(c, RULE_TEXT_TYPED_NUMBER, entity,
		field_pos(entity, field_flagged(entity->kind, F_NAME)),
		arena_copy(&c->arena, name, length), rest);
}

/* Whether a text calls a stage, or the end, or a step beside another thing. */
static bool
calls_place(struct checker *c, const struct entity *from, const char *text)
{
	const struct list *lists[] = {&c->model->document->stages,
				      from->parent->kind == KIND_STAGE
					  ? &stage_of(from->parent)->steps
					  : &c->model->document->stages};
	const char *folded = utf8_fold(&c->arena, text, FOLD_CASE);
	for (int i = 0; i < 2; i++)
		for (uint32_t j = 0; j < lists[i]->count; j++) {
			const struct entity *place = lists[i]->items[j];
			if (strcmp(utf8_fold(&c->arena, entity_name(place), FOLD_CASE), folded) ==
				0 ||
			    strcmp(utf8_fold(&c->arena, place->id, FOLD_CASE), folded) == 0)
				return true;
		}
	return strcmp(folded, "end") == 0 || strcmp(folded, "конец") == 0;
}

void
check_arrow(struct checker *c, const struct entity *entity)
{
	const char *name = entity_name(entity), *to, *arrow = marker_arrow(name, &to);
	if (!arrow || !calls_place(c, entity, to))
		return;
	const struct field *outcomes =
	    field_row(entity->kind == KIND_STAGE ? FIELD_STAGE_outcomes : FIELD_STEP_outcomes);
	const char *condition = arena_copy(&c->arena, name, (size_t)(arrow - name));
	report4(c, RULE_TEXT_ARROW, entity, field_pos(entity, field_flagged(entity->kind, F_NAME)),
		name, said_key(outcomes, &c->arena), yaml_text(&c->arena, condition),
		yaml_text(&c->arena, to));
}

/* A comma belongs to a list; a name has no semicolon behind it either. Of a longer text the last
 * word is said. */
void
check_typed_end(struct checker *c, const struct passage *passage)
{
	const char *text = passage->text->s;
	size_t length = strlen(text);
	bool name = passage->field->flags & F_NAME;
	if (length < 2 || !strchr(name ? ";," : ",", text[length - 1]))
		return;
	const char *word = text + length;
	while (word > text && (name || !strchr(" \n", word[-1])))
		word--;
	report_words(c, RULE_TEXT_TYPED_END, passage, text + length - 1, text + length, word,
		     text + length - 1);
}

/* The length of the tag of HTML that a text begins with, «<b>», «</li>», "<br/>"; 0 for none. */
static size_t
tag_length(const char *text)
{
	static const char *const tags[] = {"a",     "b",   "br", "code", "div",    "em", "font",
					   "h1",    "h2",  "h3", "i",    "img",    "li", "ol",
					   "p",     "pre", "s",  "span", "strong", "td", "tr",
					   "table", "u",   "ul", NULL};
	size_t slash = text[1] == '/', name = strcspn(text + 1 + slash, " />");
	const char *end = *text == '<' ? strchr(text, '>') : NULL;
	for (size_t i = 0; end && tags[i]; i++)
		if (strlen(tags[i]) == name && strncmp(text + 1 + slash, tags[i], name) == 0)
			return (size_t)(end + 1 - text);
	return 0;
}

void
check_tag_in_name(struct checker *c, const struct entity *entity)
{
	const char *name = entity_name(entity);
	struct buf plain = {0};
	if (!strchr(name, '<'))
		return;
	for (const char *at = name; *at;) {
		size_t tag = tag_length(at);
		buf_putc(&plain, tag ? ' ' : *at);
		at += tag ? tag : 1;
	}
	const char *meant = utf8_fold(&c->arena, buf_text(&plain), FOLD_FORM);
	if (strcmp(meant, name) != 0)
		report2(c, RULE_TEXT_TAG, entity,
			field_pos(entity, field_flagged(entity->kind, F_NAME)), name, meant);
	buf_free(&plain);
}

/* True for a text of dots and dashes, as they stand for what is still to be written. */
static bool
says_nothing(const char *text)
{
	enum { DASH_FIRST = 0x2010, DASH_LAST = 0x2015, ELLIPSIS = 0x2026 };
	while (*text) {
		uint32_t rune = utf8_next(&text);
		bool sign = rune < 0x80
				? strchr("-._?*/", (int)rune) != NULL
				: rune == ELLIPSIS || (rune >= DASH_FIRST && rune <= DASH_LAST);
		if (!sign && !utf8_is_blank(rune))
			return false;
	}
	return true;
}

void
check_blank_name(struct checker *c, const struct entity *entity)
{
	const char *name = entity_name(entity);
	if (*name && says_nothing(name))
		report2(c, RULE_TEXT_BLANK_NAME, entity,
			field_pos(entity, field_flagged(entity->kind, F_NAME)), name,
			said_kind(entity->kind));
}

/* True for a text that begins like a sentence or a name: with a capital letter and a small one. */
static bool
begins_like_name(const char *text)
{
	const char *second = text;
	uint32_t first = utf8_next(&second);
	return utf8_is_upper(first) && *second && !utf8_is_upper(utf8_next(&second));
}

/* What says of a thing what it is or does. */
static const struct field *
telling_field(enum kind kind)
{
	return field_row(kind == KIND_ROLE    ? FIELD_ROLE_duties
			 : kind == KIND_STAGE ? FIELD_STAGE_description
					      : FIELD_STEP_description);
}

void
check_swapped_name(struct checker *c, const struct entity *entity)
{
	const char *name = entity_name(entity), *start = name;
	uint32_t letter = *name ? utf8_next(&start) : 0;
	if (!entity->keyed || !entity->bare || strcmp(name, entity->id) == 0 ||
	    !begins_like_name(entity->id) || !utf8_is_letter(letter) || utf8_is_upper(letter))
		return;
	report3(c, RULE_TEXT_SWAPPED_NAME, entity,
		field_pos(entity, field_flagged(entity->kind, F_NAME)), name, entity->id,
		said_key(telling_field(entity->kind), &c->diags->arena));
}
