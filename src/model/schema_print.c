/* SPDX-License-Identifier: MIT */
#include "model/schema_print.h"

#include "support/utf8.h"

#include <string.h>

/* "#/definitions/NAME" */
static const char *
ref_to(struct schema_printer *p, const char *definition)
{
	return arena_printf(&p->arena, "#/definitions/%s", definition);
}

void
schema_put_ref(struct schema_printer *p, const char *definition)
{
	json_object(&p->json);
	json_member_string(&p->json, "$ref", ref_to(p, definition));
	json_object_end(&p->json);
}

void
schema_put_list(struct schema_printer *p, const char *definition)
{
	json_object(&p->json);
	json_member_string(&p->json, "type", "array");
	json_key(&p->json, "items");
	schema_put_ref(p, definition);
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
const char *
schema_pattern(struct schema_printer *p, const char *first, const char *second)
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

/* The definition a field's value follows: of its type, its choices, or the things it holds. */
const char *
schema_kind(struct schema_printer *p, enum kind kind)
{
	bool own = p->own && (kind == KIND_STAGE || kind == KIND_ROLE || kind == KIND_STEP);
	return arena_printf(&p->arena, "%s%s", own ? "own_" : "", kind_info(kind)->member);
}

const char *
schema_definition(struct schema_printer *p, const struct field *field)
{
	if (!p->model && field_beside(field, KIND_BY_VARIANT))
		return field_is(field, LEAF_REF) ? "references_by_variant" : "deadline_by_variant";
	if (!p->model && field_holds_list(field) && field_holds(field, KIND_VARIANT))
		return "titled_variants";
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
		return !p->model && field->flags & F_CLOCK ? "moment" : "date";
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
				    schema_kind(p, (enum kind)field->argument));
	case TYPE_MANY:
		return arena_printf(&p->arena, "many_%s",
				    schema_kind(p, (enum kind)field->argument));
	case TYPE_NOTES:
		return "notes";
	}
	return "text";
}

void
schema_put_property(struct schema_printer *p, const struct field *field)
{
	json_object(&p->json);
	json_member_string(&p->json, "description", field->titles[p->lang]);
	json_key(&p->json, "allOf");
	json_array(&p->json);
	schema_put_ref(p, schema_definition(p, field));
	json_array_end(&p->json);
	json_object_end(&p->json);
}

void
schema_put_type(struct schema_printer *p, const char *name, const char *type)
{
	json_key(&p->json, name);
	json_object(&p->json);
	json_member_string(&p->json, "type", type);
	json_object_end(&p->json);
}

void
schema_put_choices(struct schema_printer *p, enum choice_set set, bool all)
{
	json_object(&p->json);
	json_key(&p->json, "enum");
	json_array(&p->json);
	for (int choice = CHOICE_ABSENT + 1; choice < CHOICE_COUNT; choice++) {
		const char *words = choice_spellings((enum choice)choice);
		while (choice_set((enum choice)choice) == set && *words) {
			size_t length = strcspn(words, "|");
			json_string(&p->json, arena_copy(&p->arena, words, length));
			words += all ? length + (words[length] == '|') : strlen(words);
		}
	}
	json_array_end(&p->json);
	json_object_end(&p->json);
}

void
schema_any_of(struct schema_printer *p)
{
	json_object(&p->json);
	json_key(&p->json, "anyOf");
	json_array(&p->json);
}

void
schema_any_of_end(struct schema_printer *p)
{
	json_array_end(&p->json);
	json_object_end(&p->json);
}

void
schema_put_pattern(struct schema_printer *p, const char *name, const char *pattern)
{
	json_key(&p->json, name);
	json_object(&p->json);
	json_member_string(&p->json, "type", "string");
	json_member_string(&p->json, "pattern", pattern);
	json_object_end(&p->json);
}

void
schema_begin(struct schema_printer *p, const char *title)
{
	json_object(&p->json);
	json_member_string(&p->json, "$schema", "http://json-schema.org/draft-07/schema#");
	json_member_string(&p->json, "title", title);
}

void
schema_end(struct schema_printer *p)
{
	json_object_end(&p->json);
	buf_putc(p->json.out, '\n');
	arena_free(&p->arena);
}
