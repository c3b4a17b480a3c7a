/* SPDX-License-Identifier: MIT */
#include "format/usage.h"

#include "format/takes.h"
#include "model/fields.h"

static const struct usage {
	enum field_id beside;
	const char *about[2], *value[2];
} usages[FIELD_COUNT] = {
#define BASE(...)
#define USAGE(row, beside, en, ru, value_en, value_ru) \
	[FIELD_##row] = {FIELD_##beside, {en, ru}, {value_en, value_ru}},
#include "format/usage.def"
#undef BASE
#undef USAGE
};

static const char *const bases[KIND_COUNT][2] = {
#define BASE(KIND, en, ru) [KIND_##KIND] = {en, ru},
#define USAGE(...)
#include "format/usage.def"
#undef BASE
#undef USAGE
};

const char *
usage_about(const struct field *field, int lang)
{
	const char *about = usages[field->id].about[lang];
	return about ? about : field->titles[lang];
}

const struct field *
usage_beside(const struct field *field)
{
	enum field_id beside = usages[field->id].beside;
	return beside ? field_row(beside) : NULL;
}

const char *
usage_base(enum kind kind, int lang)
{
	return kind < KIND_COUNT ? bases[kind][lang] : bases[KIND_STAGE][lang]; /* a route */
}

/* Where the table has none: by what the value consists of. */
static const char *
made_value(const struct field *field, int lang, struct arena *arena)
{
	static const struct {
		enum leaf_type leaf;
		const char *value[2];
	} values[] = {
	    {LEAF_DURATION, {"2 days", "2 дня"}},  {LEAF_DATE, {"2026-12-01", "2026-12-01"}},
	    {LEAF_FLAG, {"true", "да"}},           {LEAF_NUMBER, {"8", "8"}},
	    {LEAF_PERIOD, {"quarter", "квартал"}}, {LEAF_COLOR, {"\"#1e88e5\"", "\"#1e88e5\""}}};
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (field_is(field, values[i].leaf))
			return values[i].value[lang];
	if (field_is(field, LEAF_CHOICE))
		return takes_first_choice((enum choice_set)field->argument, lang, arena);
	if (field_is(field, LEAF_REF))
		return usage_base((enum kind)field->argument, lang);
	if (field_is(field, LEAF_NOTE))
		return arena_printf(arena, "{%s: %s}", usage_base((enum kind)field->argument, lang),
				    field->titles[lang]);
	const struct field *name =
	    field_is(field, LEAF_THING) ? field_flagged((enum kind)field->argument, F_NAME) : NULL;
	return name ? usage_value(name, lang, arena) : field->titles[lang];
}

const char *
usage_value(const struct field *field, int lang, struct arena *arena)
{
	const char *value = usages[field->id].value[lang];
	return value && *value ? value : made_value(field, lang, arena);
}
