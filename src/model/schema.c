/* SPDX-License-Identifier: MIT */
/* Keys are matched as the loader matches them: in either language, without regard to case, with _,
 * - or a space. What a schema cannot know (references, the author's columns) it lets pass; the
 * loader judges. */
#include "model/schema.h"

#include "model/schema_print.h"
#include "model/synonym.h"
#include "support/utf8.h"

#include <string.h>

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

/* Kinds to which the author may add columns. */
static bool
has_own_columns(enum kind kind)
{
	return kind == KIND_STAGE || kind == KIND_ROLE || kind == KIND_STEP;
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
			schema_put_property(p, field);
		}
	json_object_end(&p->json);
	json_key(&p->json, "patternProperties");
	json_object(&p->json);
	for (const struct field *field = kind_info(kind)->fields; field->kind == kind; field++) {
		if (field_is_terms(field))
			continue;
		json_key(&p->json, schema_pattern(p, field->keys[0], other_spellings(p, field)));
		schema_put_ref(p, schema_definition(p, field));
	}
	json_key(&p->json, schema_pattern(p, "ignore", "не_проверять"));
	schema_put_ref(p, "many_ignore");
	json_key(&p->json, "^([xX]-|<<$)");
	json_boolean(&p->json, true);
	json_object_end(&p->json);
	json_key(&p->json, "additionalProperties");
	if (has_own_columns(kind))
		schema_put_ref(p, "texts");
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
	schema_put_ref(p, member);
	if (field_flagged(kind, F_NAME))
		schema_put_ref(p, "text");
	json_array_end(&p->json);
	json_object_end(&p->json);
	json_key(&p->json, arena_printf(&p->arena, "many_%s", member));
	json_object(&p->json);
	json_key(&p->json, "anyOf");
	json_array(&p->json);
	schema_put_ref(p, arena_printf(&p->arena, "one_%s", member));
	schema_put_list(p, arena_printf(&p->arena, "one_%s", member));
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "additionalProperties");
	json_object(&p->json);
	json_key(&p->json, "anyOf");
	json_array(&p->json);
	schema_put_ref(p, member);
	schema_put_ref(p, "texts");
	json_array_end(&p->json);
	json_object_end(&p->json);
	json_object_end(&p->json);
	json_array_end(&p->json);
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
	schema_put_ref(p, definition);
	schema_put_list(p, definition);
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
	schema_put_ref(p, "duration");
	schema_put_ref(p, "terms");
	json_array_end(&p->json);
	json_object_end(&p->json);
	put_one_or_many(p, "texts", "text");
	put_one_or_many(p, "references", "reference");
	schema_put_pattern(p, "date", "^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$");
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
	json_member_string(&p->json, "pattern", schema_pattern(p, "true|false", "да|нет"));
	json_object_end(&p->json);
	json_array_end(&p->json);
	json_object_end(&p->json);
	json_key(&p->json, "notes");
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "additionalProperties");
	schema_put_ref(p, "texts");
	json_object_end(&p->json);
}

/* `process` and `stages` may stand in files of their own, so nothing is required of a single
 * one. */
void
schema_of_format(struct buf *out, int lang)
{
	struct schema_printer p = {.json = {.out = out, .indent = 1}, .lang = lang};
	schema_begin(&p, lang ? "Процесс presale" : "A presale process");
	json_member_string(&p.json, "$ref", schema_ref(&p, "document"));
	json_key(&p.json, "definitions");
	json_object(&p.json);
	put_format_types(&p);
	schema_put_choice_sets(&p);
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		put_format_kind(&p, (enum kind)kind);
	json_object_end(&p.json);
	schema_end(&p);
}
