/* SPDX-License-Identifier: MIT */
#include "model/schema.h"
#include "model/schema_print.h"

/* A definition for each set of choices, and for lists of it. */
static void
put_choice_sets(struct schema_printer *p)
{
	for (int set = SET_NONE + 1; set <= SET_WEEKDAY; set++) {
		json_key(&p->json, arena_printf(&p->arena, "choice_%d", set));
		schema_put_choices(p, (enum choice_set)set, false);
		json_key(&p->json, arena_printf(&p->arena, "choices_%d", set));
		schema_put_list(p, arena_printf(&p->arena, "choice_%d", set));
	}
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
		schema_put_type(p, members[i], type);
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
	schema_put_type(p, "working_minutes", "integer");
	schema_put_type(p, "calendar_days", "number");
	schema_put_type(p, "clock_minutes", "integer");
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
	schema_put_type(p, "best", "integer");
	schema_put_type(p, "most", "integer");
	schema_put_type(p, "text", "string");
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
	schema_put_type(p, "text", "string");
	schema_put_type(p, "number", "number");
	schema_put_type(p, "flag", "boolean");
	json_key(&p->json, "reference");
	json_object(&p->json);
	json_key(&p->json, "type");
	json_array(&p->json);
	json_string(&p->json, "string");
	json_string(&p->json, "null");
	json_array_end(&p->json);
	json_object_end(&p->json);
	schema_put_pattern(p, "date", "^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$");
	schema_put_pattern(p, "color", "^#[0-9a-f]{6}$");
	put_duration_type(p);
	json_key(&p->json, "period");
	put_record(p, (const char *const[]){"unit", NULL}, "string", true);
	json_key(&p->json, "note");
	put_record(p, (const char *const[]){"texts", NULL}, "array", true);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		json_key(&p->json, lists[i].name);
		schema_put_list(p, lists[i].of);
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
		schema_put_property(p, field);
	}
	if (kind_info(kind)->flags & K_ID)
		schema_put_type(p, "anchor", "string");
	if (kind == KIND_PILOT_STAGE)
		schema_put_type(p, "planned", "string");
	schema_put_type(p, "own", "object");
	schema_put_type(p, "options", "object");
	json_key(&p->json, "ignore");
	schema_put_list(p, "ignore");
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
	schema_put_ref(p, member);
	json_key(&p->json, arena_printf(&p->arena, "many_%s", member));
	schema_put_list(p, member);
}

static void
put_model_head(struct schema_printer *p)
{
	static const char *const numbers[] = {"version", "minutes_per_day", "days_per_week"};
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "properties");
	json_object(&p->json);
	schema_put_type(p, "format", "string");
	schema_put_type(p, "lang", "string");
	schema_put_type(p, "edition", "string");
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		schema_put_type(p, numbers[i], "integer");
	for (const struct field *field = kind_info(KIND_DOCUMENT)->fields;
	     field->kind == KIND_DOCUMENT; field++) {
		json_key(&p->json, field->member);
		schema_put_property(p, field);
	}
	json_key(&p->json, "ignore");
	schema_put_list(p, "ignore");
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
	schema_begin(&p, lang ? "Модель presale, версия 1" : "A presale model, version 1");
	put_model_head(&p);
	json_key(&p.json, "definitions");
	json_object(&p.json);
	put_model_types(&p);
	put_choice_sets(&p);
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		put_model_kind(&p, (enum kind)kind);
	json_object_end(&p.json);
	schema_end(&p);
}
