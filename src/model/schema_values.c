/* SPDX-License-Identifier: MIT */
/* An empty value counts as absent, a list of one as its item, and whatever YAML takes a text
 * without quotes for is a text to us. */
#include "model/schema_values.h"

static void
put_types(struct schema_printer *p, const char *name, const char *const *types)
{
	json_key(&p->json, name);
	json_object(&p->json);
	json_key(&p->json, "type");
	json_array(&p->json);
	for (; *types; types++)
		json_string(&p->json, *types);
	json_array_end(&p->json);
	json_object_end(&p->json);
}

/* A list of items that follow a definition, one exactly or, where `most` is 0, any number. */
static void
put_items(struct schema_printer *p, const char *item, int most)
{
	json_object(&p->json);
	json_member_string(&p->json, "type", "array");
	if (most)
		json_member_integer(&p->json, "maxItems", most);
	json_key(&p->json, "items");
	schema_put_ref(p, item);
	json_object_end(&p->json);
}

/* Definitions of a value, which may stand in a list alone or be left empty, and, where they have a
 * name, of many. */
static void
put_value(struct schema_printer *p, const char *item, const char *one, const char *many)
{
	json_key(&p->json, one);
	schema_any_of(p);
	schema_put_ref(p, item);
	put_items(p, item, 1);
	schema_any_of_end(p);
	if (!many)
		return;
	json_key(&p->json, many);
	schema_any_of(p);
	schema_put_ref(p, item);
	put_items(p, item, 0);
	schema_any_of_end(p);
}

/* Values of a type that fit a regular expression. */
static void
put_fitting(struct schema_printer *p, const char *pattern)
{
	json_object(&p->json);
	json_member_string(&p->json, "type", "string");
	json_member_string(&p->json, "pattern", pattern);
	json_object_end(&p->json);
}

/* A definition of texts that fit a regular expression, or of values of a type as well. */
static void
put_item(struct schema_printer *p, const char *name, const char *pattern, const char *type)
{
	json_key(&p->json, name);
	schema_any_of(p);
	put_fitting(p, pattern);
	if (type) {
		json_object(&p->json);
		json_member_string(&p->json, "type", type);
		json_object_end(&p->json);
	}
	schema_put_ref(p, "nothing");
	schema_any_of_end(p);
}

static void
put_choice_set(struct schema_printer *p, enum choice_set set)
{
	struct buf words = {0};
	for (int choice = CHOICE_ABSENT + 1; choice < CHOICE_COUNT; choice++)
		if (choice_set((enum choice)choice) == set)
			buf_printf(&words, "%s%s", words.length ? "|" : "",
				   choice_spellings((enum choice)choice));
	const char *item = arena_printf(&p->arena, "plain_choice_%d", (int)set);
	json_key(&p->json, item);
	schema_any_of(p);
	schema_put_choices(p, set, true);
	put_fitting(p, schema_pattern(p, buf_text(&words), NULL));
	schema_put_ref(p, "nothing");
	schema_any_of_end(p);
	put_value(p, item, arena_printf(&p->arena, "choice_%d", (int)set),
		  arena_printf(&p->arena, "choices_%d", (int)set));
	buf_free(&words);
}

static void
put_deadline(struct schema_printer *p)
{
	json_key(&p->json, "deadline");
	schema_any_of(p);
	schema_put_ref(p, "duration");
	schema_put_ref(p, "terms");
	schema_any_of_end(p);
}

/* A value, or one for each variant. What the keys of a mapping are is for the loader to judge. */
static void
put_by_variant(struct schema_printer *p, const char *value)
{
	json_key(&p->json, arena_printf(&p->arena, "%s_by_variant", value));
	schema_any_of(p);
	schema_put_ref(p, value);
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "additionalProperties");
	schema_put_ref(p, value);
	json_object_end(&p->json);
	schema_any_of_end(p);
}

static void
put_notes(struct schema_printer *p)
{
	json_key(&p->json, "notes");
	schema_any_of(p);
	json_object(&p->json);
	json_member_string(&p->json, "type", "object");
	json_key(&p->json, "additionalProperties");
	schema_put_ref(p, "texts");
	json_object_end(&p->json);
	schema_put_ref(p, "nothing");
	schema_any_of_end(p);
}

/* A date in all its forms. */
#define DATE_PATTERN \
	"^([12][0-9]{3}-[01]?[0-9]-[0-3]?[0-9]|[0-3]?[0-9]\\.[01]?[0-9]\\.[12][0-9]{3}|" \
	"[0-3]?[0-9] +[^ 0-9]+ +[12][0-9]{3}|[^ 0-9]+ +[0-3]?[0-9], +[12][0-9]{3})" \
	"( *(г\\.?|года))?"

void
schema_put_values(struct schema_printer *p)
{
	put_types(p, "nothing", (const char *const[]){"null", NULL});
	put_types(p, "plain", (const char *const[]){"string", "number", "boolean", "null", NULL});
	put_value(p, "plain", "text", "texts");
	put_value(p, "plain", "reference", "references");
	put_value(p, "plain", "duration", NULL);
	put_deadline(p);
	put_by_variant(p, "deadline");
	put_by_variant(p, "references");
	put_item(p, "plain_date", DATE_PATTERN "$", NULL);
	put_value(p, "plain_date", "date", "dates");
	put_item(p, "plain_moment", DATE_PATTERN "([ ,T]+[0-2]?[0-9]:[0-5]?[0-9])?$", NULL);
	put_value(p, "plain_moment", "moment", NULL);
	put_item(p, "plain_flag", schema_pattern(p, "true|false", "да|нет"), "boolean");
	put_value(p, "plain_flag", "flag", NULL);
	put_item(p, "plain_number", "^[0-9]+([.,][0-9]+)?$", "number");
	put_value(p, "plain_number", "number", NULL);
	put_item(p, "plain_period", "^(0*[1-9][0-9]*([.,]0+)?|[^0-9.,-]+)$", "integer");
	put_value(p, "plain_period", "period", NULL);
	put_item(p, "plain_color", "^(#[0-9a-fA-F]{6}|[^#]+)$", NULL);
	put_value(p, "plain_color", "color", NULL);
	put_notes(p);
	for (int set = SET_NONE + 1; set <= SET_WEEKDAY; set++)
		put_choice_set(p, (enum choice_set)set);
}
