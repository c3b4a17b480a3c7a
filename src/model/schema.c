/* SPDX-License-Identifier: MIT */
/* Keys are matched as the loader matches them: in either language, without regard to case, with _,
 * - or a space. What a schema cannot know (references, the author's columns) it lets pass; the
 * loader judges. */
#include "model/schema.h"

#include "model/field.h"
#include "model/synonym.h"
#include "support/json.h"
#include "support/utf8.h"

#include <string.h>

struct schema_printer {
	struct json json;
	struct arena arena;
	int lang;
	bool model; /* of the model's JSON, not of the format */
};

static const char *
ref_to(struct schema_printer *p, const char *definition)
{
	return arena_printf(&p->arena, "#/definitions/%s", definition);
}

static void
put_ref(struct schema_printer *p, const char *definition)
{
	json_object(&p->json);
	json_member_string(&p->json, "$ref", ref_to(p, definition));
	json_object_end(&p->json);
}

static void
put_list_of(struct schema_printer *p, const char *definition)
{
	json_object(&p->json);
	json_member_string(&p->json, "type", "array");
	json_key(&p->json, "items");
	put_ref(p, definition);
	json_object_end(&p->json);
}

/* A regular expression for one spelling in any case, with any of the blanks that count the same. */
static void
add_pattern(struct buf *out, const char *spelling, size_t length)
{
	for (const char *at = spelling, *end = spelling + length; at < end;) {
		uint32_t rune = utf8_next(&at), upper = utf8_upper(rune);
		if (rune == '_' || rune == ' ' || rune == '-') {
			buf_puts(out, "[ _-]");
		} else if (rune == 0x435 || rune == 0x451) {
			buf_puts(out, "[еёЕЁ]");
		} else {
			buf_putc(out, '[');
			buf_rune(out, rune);
			if (upper != rune)
				buf_rune(out, upper);
			buf_putc(out, ']');
		}
	}
}

/* Spellings separated by |, of both languages, as one expression. */
static const char *
pattern_of(struct schema_printer *p, const char *first, const char *second)
{
	const char *lists[] = {first, second};
	struct buf out = {0};
	buf_puts(&out, "^(");
	for (int i = 0; i < 2; i++)
		for (const char *at = lists[i]; at && *at;) {
			size_t length = strcspn(at, "|");
			buf_puts(&out, length && out.length > 2 ? "|" : "");
			add_pattern(&out, at, length);
			at += length + (at[length] == '|');
		}
	buf_puts(&out, ")$");
	const char *pattern = arena_copy(&p->arena, buf_text(&out), out.length);
	buf_free(&out);
	return pattern;
}

/* All that a file may call a field besides its English keys: a title that is nothing else's key. */
static const char *
other_spellings(struct schema_printer *p, const struct field *field)
{
	struct buf out = {0};
	buf_printf(&out, "%s|%s", field->keys[1], synonym_words(field));
	for (int lang = 0; lang < 2; lang++) {
		const char *folded = utf8_fold(&p->arena, field->titles[lang], FOLD_KEY);
		bool taken = false;
		for (const struct field *other = kind_info(field->kind)->fields;
		     other->kind == field->kind && !taken; other++)
			taken = spelling_matches(other->keys[0], folded) ||
				spelling_matches(other->keys[1], folded) ||
				(other != field && field_is_titled(other, folded));
		if (!taken && field_is_titled(field, folded))
			buf_printf(&out, "|%s", field->titles[lang]);
	}
	const char *spellings = arena_copy(&p->arena, buf_text(&out), out.length);
	buf_free(&out);
	return spellings;
}

/* The definition a field's value follows: of its type, its choices, or the things it holds. */
static const char *
definition_of(struct schema_printer *p, const struct field *field)
{
	switch (field->type) {
	case TYPE_TEXT:
	case TYPE_PROSE:
		return "text";
	case TYPE_TEXTS:
	case TYPE_PROSES:
		return "texts";
	case TYPE_DURATION:
		return !p->model && field_terms(field) ? "deadline" : "duration";
	case TYPE_DATE:
		return "date";
	case TYPE_DATES:
		return "dates";
	case TYPE_FLAG:
		return "flag";
	case TYPE_NUMBER:
		return "number";
	case TYPE_PERIOD:
		return "period";
	case TYPE_CHOICE:
		return arena_printf(&p->arena, "choice_%d", field->argument);
	case TYPE_CHOICES:
		return arena_printf(&p->arena, "choices_%d", field->argument);
	case TYPE_COLOR:
		return "color";
	case TYPE_REF:
		return "reference";
	case TYPE_REFS:
		return "references";
	case TYPE_ONE:
		return arena_printf(&p->arena, "one_%s",
				    kind_info((enum kind)field->argument)->member);
	case TYPE_MANY:
		return arena_printf(&p->arena, "many_%s",
				    kind_info((enum kind)field->argument)->member);
	case TYPE_NOTES:
		return "notes";
	}
	return "text";
}

static void
put_property(struct schema_printer *p, const struct field *field)
{
	json_object(&p->json);
	json_member_string(&p->json, "description", field->titles[p->lang]);
	json_key(&p->json, "allOf");
	json_array(&p->json);
	put_ref(p, definition_of(p, field));
	json_array_end(&p->json);
	json_object_end(&p->json);
}

/* Kinds to which the author may add columns. */
static bool
has_own_columns(enum kind kind)
{
	return kind == KIND_STAGE || kind == KIND_ROLE || kind == KIND_STEP;
}

static void
put_definition(struct schema_printer *p, const char *name, const char *type)
{
	json_key(&p->json, name);
	json_object(&p->json);
	json_member_string(&p->json, "type", type);
	json_object_end(&p->json);
}

/* Members for the editor to offer: the key that is written, in both languages. */
static void
put_format_properties(struct schema_printer *p, enum kind kind)
{
	json_key(&p->json, "properties");
	json_object(&p->json);
	for (const struct field *field = kind_info(kind)->fields; field->kind == kind; field++)
		for (int lang = 0; lang < 2 && !field_is_terms(field); lang++) {
			json_key(&p->json, field_key(field, lang, &p->arena));
			put_property(p, field);
		}
	json_object_end(&p->json);
	json_key(&p->json, "patternProperties");
	json_object(&p->json);
	for (const struct field *field = kind_info(kind)->fields; field->kind == kind; field++) {
		if (field_is_terms(field))
			continue;
		json_key(&p->json, pattern_of(p, field->keys[0], other_spellings(p, field)));
		put_ref(p, definition_of(p, field));
	}
	json_key(&p->json, pattern_of(p, "ignore", "не_проверять"));
	put_ref(p, "many_ignore");
	json_key(&p->json, "^([xX]-|<<$)");
	json_boolean(&p->json, true);
	json_object_end(&p->json);
	json_key(&p->json, "additionalProperties");
	if (has_own_columns(kind))
		put_ref(p, "texts");
	else
		json_boolean(&p->json, kind_info(kind)->flags & K_OPEN);
}

static void
put_format_kind(struct schema_printer *p, enum kind kind)
{
	const char *member = kind_info(kind)->member;
	json_key(&p->json, member);
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	put_format_properties(p, kind);
	json_object_end(&p->json);
	json_key(&p->json, arena_printf(&p->arena, "one_%s", member));
	json_object(&p->json);
	json_key(&p->json, "anyOf");
	json_array(&p->json);
	put_ref(p, member);
	if (field_flagged(kind, F_NAME))
		put_ref(p, "text");
	json_array_end(&p->json);
	json_object_end(&p->json);
	json_key(&p->json, arena_printf(&p->arena, "many_%s", member));
	json_object(&p->json);
	json_key(&p->json, "anyOf");
	json_array(&p->json);
	put_ref(p, arena_printf(&p->arena, "one_%s", member));
	put_list_of(p, arena_printf(&p->arena, "one_%s", member));
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "additionalProperties");
	json_object(&p->json);
	json_key(&p->json, "anyOf");
	json_array(&p->json);
	put_ref(p, member);
	put_ref(p, "texts");
	json_array_end(&p->json);
	json_object_end(&p->json);
	json_object_end(&p->json);
	json_array_end(&p->json);
	json_object_end(&p->json);
}

static void
put_choice_set(struct schema_printer *p, enum choice_set set)
{
	struct buf all = {0};
	json_key(&p->json, arena_printf(&p->arena, "choice_%d", (int)set));
	json_object(&p->json);
	json_key(&p->json, "anyOf");
	json_array(&p->json);
	json_object(&p->json);
	json_key(&p->json, "enum");
	json_array(&p->json);
	for (int choice = CHOICE_ABSENT + 1; choice < CHOICE_COUNT; choice++) {
		const char *words = choice_spellings((enum choice)choice);
		if (choice_set((enum choice)choice) != set)
			continue;
		buf_printf(&all, "%s%s", all.length ? "|" : "", words);
		for (; *words; words += strcspn(words, "|") + (words[strcspn(words, "|")] == '|')) {
			json_string(&p->json, arena_copy(&p->arena, words, strcspn(words, "|")));
			if (p->model)
				break;
		}
	}
	json_array_end(&p->json);
	json_object_end(&p->json);
	if (!p->model) {
		json_object(&p->json);
		json_member_string(&p->json, "type", "string");
		json_member_string(&p->json, "pattern", pattern_of(p, buf_text(&all), NULL));
		json_object_end(&p->json);
	}
	json_array_end(&p->json);
	json_object_end(&p->json);
	json_key(&p->json, arena_printf(&p->arena, "choices_%d", (int)set));
	json_object(&p->json);
	json_key(&p->json, "anyOf");
	json_array(&p->json);
	if (!p->model)
		put_ref(p, arena_printf(&p->arena, "choice_%d", (int)set));
	put_list_of(p, arena_printf(&p->arena, "choice_%d", (int)set));
	json_array_end(&p->json);
	json_object_end(&p->json);
	buf_free(&all);
}

/* A definition with a type and a regular expression. */
static void
put_pattern(struct schema_printer *p, const char *name, const char *pattern)
{
	json_key(&p->json, name);
	json_object(&p->json);
	json_member_string(&p->json, "type", "string");
	json_member_string(&p->json, "pattern", pattern);
	json_object_end(&p->json);
}

/* Either one of a definition or a list of them. */
static void
put_one_or_many(struct schema_printer *p, const char *name, const char *definition)
{
	json_key(&p->json, name);
	json_object(&p->json);
	json_key(&p->json, "anyOf");
	json_array(&p->json);
	put_ref(p, definition);
	put_list_of(p, definition);
	json_array_end(&p->json);
	json_object_end(&p->json);
}

/* Whatever YAML takes an unquoted text for, it is a text to us. */
static void
put_text(struct schema_printer *p, const char *name)
{
	static const char *const types[] = {"string", "number", "boolean", "null"};
	json_key(&p->json, name);
	json_object(&p->json);
	json_key(&p->json, "type");
	json_array(&p->json);
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		json_string(&p->json, types[i]);
	json_array_end(&p->json);
	json_object_end(&p->json);
}

static void
put_format_types(struct schema_printer *p)
{
	static const char *const plain[] = {"text",  "number",    "period",
					    "color", "reference", "duration"};
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		put_text(p, plain[i]);
	json_key(&p->json, "deadline");
	json_object(&p->json);
	json_key(&p->json, "anyOf");
	json_array(&p->json);
	put_ref(p, "duration");
	put_ref(p, "terms");
	json_array_end(&p->json);
	json_object_end(&p->json);
	put_one_or_many(p, "texts", "text");
	put_one_or_many(p, "references", "reference");
	put_pattern(p, "date", "^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$");
	put_one_or_many(p, "dates", "date");
	json_key(&p->json, "flag");
	json_object(&p->json);
	json_key(&p->json, "anyOf");
	json_array(&p->json);
	json_object(&p->json);
	json_member_string(&p->json, "type", "boolean");
	json_object_end(&p->json);
	json_object(&p->json);
	json_member_string(&p->json, "type", "string");
	json_member_string(&p->json, "pattern", pattern_of(p, "true|false", "да|нет"));
	json_object_end(&p->json);
	json_array_end(&p->json);
	json_object_end(&p->json);
	json_key(&p->json, "notes");
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "additionalProperties");
	put_ref(p, "texts");
	json_object_end(&p->json);
}

static void
put_head(struct schema_printer *p, const char *title)
{
	json_object(&p->json);
	json_member_string(&p->json, "$schema", "http://json-schema.org/draft-07/schema#");
	json_member_string(&p->json, "title", title);
}

static void
put_choice_sets(struct schema_printer *p)
{
	for (int set = SET_NONE + 1; set <= SET_WEEKDAY; set++)
		put_choice_set(p, (enum choice_set)set);
}

static void
finish(struct schema_printer *p)
{
	json_object_end(&p->json);
	buf_putc(p->json.out, '\n');
	arena_free(&p->arena);
}

/* `process` and `stages` may stand in files of their own, so nothing is required of a single
 * one. */
void
schema_of_format(struct buf *out, int lang)
{
	struct schema_printer p = {.json = {.out = out, .indent = 1}, .lang = lang};
	put_head(&p, lang ? "Процесс presale" : "A presale process");
	json_member_string(&p.json, "$ref", ref_to(&p, "document"));
	json_key(&p.json, "definitions");
	json_object(&p.json);
	put_format_types(&p);
	put_choice_sets(&p);
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		put_format_kind(&p, (enum kind)kind);
	json_object_end(&p.json);
	finish(&p);
}

/* An object of these members, all of one type. */
static void
put_record(struct schema_printer *p, const char *const *members, const char *type, bool required)
{
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "properties");
	json_object(&p->json);
	for (size_t i = 0; members[i]; i++)
		put_definition(p, members[i], type);
	json_object_end(&p->json);
	if (required) {
		json_key(&p->json, "required");
		json_array(&p->json);
		for (size_t i = 0; members[i]; i++)
			json_string(&p->json, members[i]);
		json_array_end(&p->json);
	}
	json_object_end(&p->json);
}

/* A length exactly: what it has of each kind of time. */
static void
put_kinds(struct schema_printer *p, const char *name)
{
	json_key(&p->json, name);
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "properties");
	json_object(&p->json);
	put_definition(p, "working_minutes", "integer");
	put_definition(p, "calendar_days", "number");
	put_definition(p, "clock_minutes", "integer");
	json_object_end(&p->json);
	json_key(&p->json, "additionalProperties");
	json_boolean(&p->json, false);
	json_object_end(&p->json);
}

/* From best to most: by weeks, exactly and in words. */
static void
put_duration_type(struct schema_printer *p)
{
	json_key(&p->json, "duration");
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "properties");
	json_object(&p->json);
	put_definition(p, "best", "integer");
	put_definition(p, "most", "integer");
	put_definition(p, "text", "string");
	json_key(&p->json, "exactly");
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "properties");
	json_object(&p->json);
	put_kinds(p, "best");
	put_kinds(p, "most");
	json_object_end(&p->json);
	json_object_end(&p->json);
	json_object_end(&p->json);
	json_key(&p->json, "required");
	json_array(&p->json);
	json_string(&p->json, "text");
	json_array_end(&p->json);
	json_object_end(&p->json);
}

static void
put_model_types(struct schema_printer *p)
{
	static const struct {
		const char *name, *of;
	} lists[] = {
	    {"texts", "text"}, {"references", "reference"}, {"dates", "date"}, {"notes", "note"}};
	put_definition(p, "text", "string");
	put_definition(p, "number", "number");
	put_definition(p, "flag", "boolean");
	json_key(&p->json, "reference");
	json_object(&p->json);
	json_key(&p->json, "type");
	json_array(&p->json);
	json_string(&p->json, "string");
	json_string(&p->json, "null");
	json_array_end(&p->json);
	json_object_end(&p->json);
	put_pattern(p, "date", "^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$");
	put_pattern(p, "color", "^#[0-9a-f]{6}$");
	put_duration_type(p);
	json_key(&p->json, "period");
	put_record(p, (const char *const[]){"unit", NULL}, "string", true);
	json_key(&p->json, "note");
	put_record(p, (const char *const[]){"texts", NULL}, "array", true);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		json_key(&p->json, lists[i].name);
		put_list_of(p, lists[i].of);
	}
}

static void
put_model_kind(struct schema_printer *p, enum kind kind)
{
	const char *member = kind_info(kind)->member;
	json_key(&p->json, member);
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "properties");
	json_object(&p->json);
	for (const struct field *field = kind_info(kind)->fields; field->kind == kind; field++) {
		json_key(&p->json, field->member);
		put_property(p, field);
	}
	if (kind_info(kind)->flags & K_ID)
		put_definition(p, "anchor", "string");
	put_definition(p, "own", "object");
	put_definition(p, "options", "object");
	json_key(&p->json, "ignore");
	put_list_of(p, "ignore");
	json_object_end(&p->json);
	json_member_boolean(&p->json, "additionalProperties", false);
	if (kind_info(kind)->flags & K_ID) {
		json_key(&p->json, "required");
		json_array(&p->json);
		json_string(&p->json, "id");
		json_string(&p->json, "anchor");
		json_array_end(&p->json);
	}
	json_object_end(&p->json);
	json_key(&p->json, arena_printf(&p->arena, "one_%s", member));
	put_ref(p, member);
	json_key(&p->json, arena_printf(&p->arena, "many_%s", member));
	put_list_of(p, member);
}

static void
put_model_head(struct schema_printer *p)
{
	static const char *const numbers[] = {"version", "minutes_per_day", "days_per_week"};
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "properties");
	json_object(&p->json);
	put_definition(p, "format", "string");
	put_definition(p, "lang", "string");
	put_definition(p, "edition", "string");
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		put_definition(p, numbers[i], "integer");
	for (const struct field *field = kind_info(KIND_DOCUMENT)->fields;
	     field->kind == KIND_DOCUMENT; field++) {
		json_key(&p->json, field->member);
		put_property(p, field);
	}
	json_key(&p->json, "ignore");
	put_list_of(p, "ignore");
	json_key(&p->json, "plan");
	put_record(p, (const char *const[]){"tasks", NULL}, "array", true);
	json_object_end(&p->json);
	json_member_boolean(&p->json, "additionalProperties", false);
	json_key(&p->json, "required");
	json_array(&p->json);
	json_string(&p->json, "format");
	json_string(&p->json, "version");
	json_string(&p->json, "process");
	json_string(&p->json, "plan");
	json_array_end(&p->json);
}

void
schema_of_model(struct buf *out, int lang)
{
	struct schema_printer p = {.json = {.out = out, .indent = 1}, .lang = lang, .model = true};
	put_head(&p, lang ? "Модель presale, версия 1" : "A presale model, version 1");
	put_model_head(&p);
	json_key(&p.json, "definitions");
	json_object(&p.json);
	put_model_types(&p);
	put_choice_sets(&p);
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		put_model_kind(&p, (enum kind)kind);
	json_object_end(&p.json);
	finish(&p);
}
