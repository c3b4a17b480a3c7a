/* SPDX-License-Identifier: MIT */
/* The options of a context: names and values as on the command line. */
#include "api/context.h"
#include "model/field.h"
#include "support/date.h"
#include "view/book/book.h"

#include <stddef.h>
#include <string.h>

/* Sets an option to a value, or back for NULL; false when it does not take the value. */
typedef bool
setter(struct options *options, const char *value);

static const char *
keep(struct options *options, const char *value)
{
	return value ? arena_string(&options->arena, value) : NULL;
}

/* yes, or NULL for no. */
static bool
set_flag(bool *flag, const char *value)
{
	*flag = value != NULL;
	return !value || strcmp(value, "yes") == 0;
}

/* The place of a value among some, 0 for NULL; -1 when it is none of them. */
static int
place_of(const char *value, const char *const *words)
{
	for (int i = 0; value && words[i]; i++)
		if (strcmp(words[i], value) == 0)
			return i;
	return value ? -1 : 0;
}

static bool
set_lang(struct options *options, const char *value)
{
	static const char *const words[] = {"en", "ru", NULL};
	options->lang = value ? place_of(value, words) : -1;
	return !value || options->lang >= 0;
}

static bool
set_today(struct options *options, const char *value)
{
	options->has_today = value && date_parse(value, &options->today);
	return !value || options->has_today;
}

static bool
set_rule(struct options *options, const char *value)
{
	const char *equals = value ? strchr(value, '=') : NULL;
	enum choice choice = equals ? choice_find(SET_LEVEL, equals + 1) : CHOICE_ABSENT;
	if (!value) {
		options->levels = NULL;
		options->level_count = 0;
		return true;
	}
	if (!choice)
		return false;
	const char *pattern = arena_copy(&options->arena, value, (size_t)(equals - value));
	if (!rule_is_named(pattern))
		return false;
	options->levels = arena_grow(&options->arena, options->levels, options->level_count, 1,
				     sizeof *options->levels);
	options->levels[options->level_count++] =
	    (struct rule_level){pattern, (enum severity)(SEVERITY_OFF + (choice - LEVEL_OFF))};
	return true;
}

static bool
set_map(struct options *options, const char *value)
{
	static const char *const words[] = {"both", "general", "detailed", NULL};
	int place = place_of(value, words);
	options->emit.view.map = place < 0 ? MAP_BOTH : (enum map_choice)(MAP_BOTH + place);
	return place >= 0;
}

static bool
set_pages(struct options *options, const char *value)
{
	static const char *const words[] = {"a4", "a3", NULL};
	bool fine = place_of(value, words) >= 0;
	options->emit.pages = fine ? keep(options, value) : NULL;
	return fine;
}

static bool
set_sheets(struct options *options, const char *value)
{
	bool fine = !value || !sheet_unknown(value, &options->arena);
	options->emit.view.sheets = fine ? keep(options, value) : NULL;
	return fine;
}

static bool
set_strict(struct options *options, const char *value)
{
	return set_flag(&options->strict, value);
}

static bool
set_split(struct options *options, const char *value)
{
	return set_flag(&options->emit.split, value);
}

static bool
set_sheet_per_stage(struct options *options, const char *value)
{
	return set_flag(&options->emit.view.sheet_per_stage, value);
}

static bool
set_bom(struct options *options, const char *value)
{
	return set_flag(&options->emit.bom, value);
}

static bool
set_vertical(struct options *options, const char *value)
{
	return set_flag(&options->emit.vertical, value);
}

static bool
set_role(struct options *options, const char *value)
{
	options->emit.view.role = keep(options, value);
	return true;
}

static bool
set_edition(struct options *options, const char *value)
{
	options->edition = keep(options, value);
	return true;
}

static bool
set_variant(struct options *options, const char *value)
{
	options->variant = keep(options, value);
	return true;
}

static bool
set_out(struct options *options, const char *value)
{
	options->out = keep(options, value);
	return true;
}

static const struct {
	const char *name;
	setter *set;
} settings[] = {
    {"lang", set_lang},       {"today", set_today},       {"rule", set_rule},
    {"edition", set_edition}, {"variant", set_variant},   {"strict", set_strict},
    {"map", set_map},         {"split", set_split},       {"sheet-per-stage", set_sheet_per_stage},
    {"bom", set_bom},         {"vertical", set_vertical}, {"pages", set_pages},
    {"sheets", set_sheets},   {"role", set_role},         {"out", set_out},
};

enum presale_status
options_set(struct presale *context, const char *option, const char *value)
{
	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
		if (strcmp(settings[i].name, option) != 0)
			continue;
		if (settings[i].set(&context->options, value))
			return PRESALE_CLEAN;
		settings[i].set(&context->options, NULL);
		return context_fail(context, PRESALE_USAGE, "option %s does not take “%s”", option,
				    value);
	}
	return context_fail(context, PRESALE_USAGE, "there is no option “%s”", option);
}
