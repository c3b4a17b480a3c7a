/* SPDX-License-Identifier: MIT */
/* Keys are matched as the loader matches them: in either language, without regard to case, with _,
 * - or a space. What a schema cannot know (references, the author's columns) it lets pass; the
 * loader judges. */
#include "model/schema.h"

#include "model/fields.h"
#include "model/schema_print.h"
#include "model/schema_values.h"
#include "model/synonym.h"
#include "support/utf8.h"

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
			taken = field_spelling_matches(other->keys[0], folded) ||
				field_spelling_matches(other->keys[1], folded) ||
				(other != field && field_is_titled(other, folded));
		if (!taken && field_is_titled(field, folded))
			buf_printf(&out, "|%s", field->titles[lang]);
	}
	const char *spellings = arena_copy(&p->arena, buf_text(&out), out.length);
	buf_free(&out);
	return spellings;
}

/* What a key may be that no field has. */
enum strange_key { STRANGE_WRONG, STRANGE_ANY, STRANGE_OWN, STRANGE_HEAD };

static void
put_strange(struct schema_printer *p, enum strange_key strange)
{
	json_key(&p->json, "additionalProperties");
	if (strange == STRANGE_OWN)
		schema_put_ref(p, "texts");
	else if (strange == STRANGE_HEAD)
		schema_put_ref(p, "nothing");
	else
		json_boolean(&p->json, strange == STRANGE_ANY);
}

/* Keys in all their spellings. */
static void
put_patterns(struct schema_printer *p, enum kind kind)
{
	json_key(&p->json, "patternProperties");
	json_object(&p->json);
	for (const struct field *field = kind_info(kind)->fields; field->kind == kind; field++) {
		if (field->flags & F_BESIDE)
			continue;
		json_key(&p->json, schema_pattern(p, field->keys[0], other_spellings(p, field)));
		schema_put_ref(p, schema_definition(p, field));
	}
	json_key(&p->json, schema_pattern(p, exception_field.keys[0], exception_field.keys[1]));
	schema_put_ref(p, "many_ignore");
	json_key(&p->json, "^([xX]-|<<$)");
	json_boolean(&p->json, true);
	json_object_end(&p->json);
}

/* A mapping of a thing's keys; with those for the editor to offer: the key that is written, in both
 * languages. */
static void
put_thing(struct schema_printer *p, enum kind kind)
{
	bool own = p->own && kind != KIND_DOCUMENT;
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "properties");
	json_object(&p->json);
	for (const struct field *field = kind_info(kind)->fields; field->kind == kind; field++)
		for (int lang = 0; lang < 2 && !(field->flags & F_BESIDE); lang++) {
			json_key(&p->json, field_key(field, lang, &p->arena));
			schema_put_property(p, field);
		}
	json_object_end(&p->json);
	put_patterns(p, kind);
	put_strange(p, own                               ? STRANGE_OWN
		       : kind_info(kind)->flags & K_OPEN ? STRANGE_ANY
							 : STRANGE_WRONG);
	json_object_end(&p->json);
}

/* All keys of a kind, in one expression. */
static const char *
all_keys(struct schema_printer *p, enum kind kind)
{
	struct buf out = {0};
	for (const struct field *field = kind_info(kind)->fields; field->kind == kind; field++)
		buf_printf(&out, "%s|%s|", field->keys[0], other_spellings(p, field));
	buf_printf(&out, "%s|%s", exception_field.keys[0], exception_field.keys[1]);
	const char *pattern = schema_pattern(p, buf_text(&out), NULL);
	buf_free(&out);
	return pattern;
}

/* A mapping with at least one key of a kind. */
static void
put_filled(struct schema_printer *p, enum kind kind)
{
	json_object(&p->json);
	json_key(&p->json, "allOf");
	json_array(&p->json);
	schema_put_ref(p, schema_kind(p, kind));
	json_object(&p->json);
	json_member_integer(&p->json, "minProperties", 1);
	json_object_end(&p->json);
	json_array_end(&p->json);
	json_object_end(&p->json);
}

/* True for kinds of which an item of a list may be a name and a text: «КП: определение», «Запрос: 2
 * дня», «Этап 1: Запрос». */
static bool
has_lines(enum kind kind)
{
	return field_flagged(kind, F_VALUE) || kind == KIND_STAGE || kind == KIND_STEP;
}

/* An item of a list that is one pair: a name with the thing's keys or a text below it, or a
 * condition and where it leads. */
static void
put_headed(struct schema_printer *p, enum kind kind)
{
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_member_integer(&p->json, "minProperties", 1);
	json_member_integer(&p->json, "maxProperties", 1);
	json_key(&p->json, "patternProperties");
	json_object(&p->json);
	json_key(&p->json, all_keys(p, kind));
	json_boolean(&p->json, false);
	json_object_end(&p->json);
	json_key(&p->json, "additionalProperties");
	schema_any_of(p);
	put_filled(p, kind);
	if (kind == KIND_OUTCOME)
		schema_put_ref(p, "references");
	if (has_lines(kind))
		schema_put_ref(p, "plain");
	schema_any_of_end(p);
	json_object_end(&p->json);
}

/* The same with the keys beside the name, or none: an empty value is what tells the name. */
static void
put_headed_beside(struct schema_printer *p, enum kind kind)
{
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	put_patterns(p, kind);
	put_strange(p, STRANGE_HEAD);
	json_object_end(&p->json);
}

/* What may stand behind the id or name of a thing. */
static void
put_pair_value(struct schema_printer *p, enum kind kind)
{
	const struct field *plain = field_flagged(kind, F_VALUE),
			   *name = field_flagged(kind, F_NAME);
	bool named = kind_info(kind)->flags & K_ID;
	schema_any_of(p);
	schema_put_ref(p, schema_kind(p, kind));
	schema_put_ref(p, plain || (named && name) ? schema_definition(p, plain ? plain : name)
						   : "nothing");
	schema_any_of_end(p);
}

/* A mapping of ids or names to things: none with a name of its own, which would be one thing, but
 * for a term that is called «Термин». */
static void
put_pairs(struct schema_printer *p, enum kind kind)
{
	const struct field *name = field_flagged(kind, F_NAME);
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "patternProperties");
	json_object(&p->json);
	if (name && kind != KIND_TERM) {
		json_key(&p->json, schema_pattern(p, name->keys[0], other_spellings(p, name)));
		schema_put_ref(p, schema_kind(p, kind));
	}
	json_key(&p->json, "^([xX]-|<<$)");
	json_boolean(&p->json, true);
	json_object_end(&p->json);
	json_key(&p->json, "additionalProperties");
	put_pair_value(p, kind);
	json_object_end(&p->json);
}

static void
put_list_item(struct schema_printer *p, enum kind kind)
{
	schema_any_of(p);
	schema_put_ref(p, arena_printf(&p->arena, "one_%s", schema_kind(p, kind)));
	if (field_flagged(kind, F_NAME)) {
		put_headed(p, kind);
		put_headed_beside(p, kind);
	}
	schema_any_of_end(p);
}

/* A member: mappings that have none of the keys. */
static void
put_lacks(struct schema_printer *p, const char *pattern)
{
	json_key(&p->json, "patternProperties");
	json_object(&p->json);
	json_key(&p->json, pattern);
	json_boolean(&p->json, false);
	json_object_end(&p->json);
}

/* A mapping of any keys is one thing when it has a name. */
static void
put_named(struct schema_printer *p, enum kind kind)
{
	const struct field *name = field_flagged(kind, F_NAME);
	json_object(&p->json);
	json_key(&p->json, "allOf");
	json_array(&p->json);
	schema_put_ref(p, arena_printf(&p->arena, "one_%s", schema_kind(p, kind)));
	json_object(&p->json);
	json_key(&p->json, "not");
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	put_lacks(p, schema_pattern(p, name->keys[0], other_spellings(p, name)));
	json_object_end(&p->json);
	json_object_end(&p->json);
	json_array_end(&p->json);
	json_object_end(&p->json);
}

/* Definitions of a kind: its mapping; one thing, which may be a bare name; an item of a list; one
 * thing, a list or a mapping of things. */
static void
put_kind(struct schema_printer *p, enum kind kind)
{
	const char *member = schema_kind(p, kind);
	json_key(&p->json, member);
	put_thing(p, kind);
	json_key(&p->json, arena_printf(&p->arena, "one_%s", member));
	schema_any_of(p);
	schema_put_ref(p, member);
	schema_put_ref(p, field_flagged(kind, F_NAME) ? "plain" : "nothing");
	schema_any_of_end(p);
	const char *item = arena_printf(&p->arena, "item_%s", member);
	json_key(&p->json, item);
	put_list_item(p, kind);
	json_key(&p->json, arena_printf(&p->arena, "many_%s", member));
	schema_any_of(p);
	if (kind_info(kind)->flags & K_OPEN)
		put_named(p, kind);
	else
		schema_put_ref(p, arena_printf(&p->arena, "one_%s", member));
	schema_put_list(p, item);
	put_pairs(p, kind);
	schema_any_of_end(p);
}

/* The kinds that may have the author's columns once more, with these, and the file that holds
 * them. */
static void
put_own_kinds(struct schema_printer *p)
{
	p->own = true;
	json_key(&p->json, "own_document");
	put_thing(p, KIND_DOCUMENT);
	put_kind(p, KIND_ROLE);
	put_kind(p, KIND_STAGE);
	put_kind(p, KIND_STEP);
	p->own = false;
}

/* Variants, or a heading with them below it. */
static void
put_titled_variants(struct schema_printer *p)
{
	json_key(&p->json, "titled_variants");
	schema_any_of(p);
	schema_put_ref(p, "many_variant");
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "patternProperties");
	json_object(&p->json);
	json_key(&p->json, schema_pattern(p, "title", "заголовок"));
	schema_put_ref(p, "plain");
	json_key(&p->json, schema_pattern(p, "items", "список"));
	schema_put_ref(p, "many_variant");
	json_key(&p->json, "^([xX]-|<<$)");
	json_boolean(&p->json, true);
	json_object_end(&p->json);
	json_key(&p->json, "additionalProperties");
	json_boolean(&p->json, false);
	json_object_end(&p->json);
	schema_any_of_end(p);
}

/* A part of a process does not know what columns there are, nor does a file that includes some or
 * has its own: everywhere else a key that no field has is wrong. */
static void
put_root(struct schema_printer *p)
{
	const struct field *process = field_row(FIELD_DOCUMENT_process),
			   *columns = field_row(FIELD_DOCUMENT_columns),
			   *include = field_row(FIELD_DOCUMENT_include);
	json_key(&p->json, "if");
	json_object(&p->json);
	json_key(&p->json, "not");
	json_object(&p->json);
	put_lacks(p, schema_pattern(p, process->keys[0], other_spellings(p, process)));
	json_object_end(&p->json);
	put_lacks(p, schema_pattern(
			 p, arena_printf(&p->arena, "%s|%s", columns->keys[0], include->keys[0]),
			 arena_printf(&p->arena, "%s|%s", other_spellings(p, columns),
				      other_spellings(p, include))));
	json_object_end(&p->json);
	json_key(&p->json, "then");
	schema_put_ref(p, "document");
	json_key(&p->json, "else");
	schema_put_ref(p, "own_document");
}

/* A member that holds of a file whose `run` is a text: of a run. */
static void
put_is_run(struct schema_printer *p)
{
	const struct field *run = field_row(FIELD_DOCUMENT_run);
	const char *pattern = schema_pattern(p, run->keys[0], other_spellings(p, run));
	json_key(&p->json, "if");
	json_object(&p->json);
	json_key(&p->json, "not");
	json_object(&p->json);
	json_key(&p->json, "patternProperties");
	json_object(&p->json);
	json_key(&p->json, pattern);
	json_object(&p->json);
	json_key(&p->json, "not");
	json_object(&p->json);
	json_member_string(&p->json, "type", "string");
	json_object_end(&p->json);
	json_object_end(&p->json);
	json_object_end(&p->json);
	json_object_end(&p->json);
	json_object_end(&p->json);
}

/* The file of a run has the keys of the run, any other those of a process. */
static void
put_file(struct schema_printer *p)
{
	put_is_run(p);
	json_key(&p->json, "then");
	schema_put_ref(p, schema_kind(p, KIND_RUN));
	json_key(&p->json, "else");
	json_object(&p->json);
	put_root(p);
	json_object_end(&p->json);
}

/* `process` and `stages` may stand in files of their own, so nothing is required of a single
 * one. */
void
schema_of_format(struct buf *out, int lang)
{
	struct schema_printer p = {.json = {.out = out, .indent = 1}, .lang = lang};
	schema_begin(&p, lang ? "Процесс presale" : "A presale process");
	put_file(&p);
	json_key(&p.json, "definitions");
	json_object(&p.json);
	schema_put_values(&p);
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		put_kind(&p, (enum kind)kind);
	put_own_kinds(&p);
	put_titled_variants(&p);
	json_object_end(&p.json);
	schema_end(&p);
}
