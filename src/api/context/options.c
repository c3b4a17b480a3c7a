/* SPDX-License-Identifier: MIT */
/* The options of a context: names and values as on the command line. */
#include "api/context/options.h"

#include "api/context/lists.h"
#include "model/field.h"
#include "support/date.h"
#include "view/book/book.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { LIMIT_MOST = 1000000000, JOBS_MOST = 64, MOST_AHEAD = 36500 };

/* Sets an option to a value, or back for NULL; false when it does not take the value. */
typedef bool
setter(struct presale *context, const char *value);

/* A copy of a word, or NULL, in place of the last one. */
static const char *
keep(struct presale *context, enum kept_option word, const char *value)
{
	char **kept = &context->options.words[word], *copy = NULL;
	if (value) {
		size_t size = strlen(value) + 1;
		copy = memory_alloc(size);
		memcpy(copy, value, size);
	}
	memory_free(*kept);
	return *kept = copy;
}

/* False, for a word that is not of a list. */
static bool
refuse(struct presale *context, enum presale_list list, const char *word)
{
	lists_fail(context, NULL, list, word);
	context->options.explained = true;
	return false;
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
set_lang(struct presale *context, const char *value)
{
	static const char *const words[] = {"en", "ru", NULL};
	context->options.lang = value ? place_of(value, words) : -1;
	return !value || context->options.lang >= 0;
}

static bool
set_today(struct presale *context, const char *value)
{
	context->options.has_today = value && date_parse(value, &context->options.today);
	return !value || context->options.has_today;
}

/* Days, or weeks. */
static bool
set_due(struct presale *context, const char *value)
{
	static const struct {
		const char *unit;
		unsigned days;
	} units[] = {{"", 1}, {"d", 1}, {"д", 1}, {"w", 7}, {"н", 7}};
	char *end = NULL;
	bool number = value && *value >= '0' && *value <= '9';
	unsigned long count = number ? strtoul(value, &end, 10) : 0;
	context->options.has_ahead = false;
	for (size_t i = 0; number && i < sizeof units / sizeof *units; i++)
		if (strcmp(end, units[i].unit) == 0 && count <= MOST_AHEAD) {
			context->options.ahead = (int32_t)(count * units[i].days);
			context->options.has_ahead = true;
		}
	return !value || context->options.has_ahead;
}

/* The level of a word, in either language; false when it is none. */
static bool
read_level(struct presale *context, const char *word, enum severity *level)
{
	enum choice choice = choice_find(SET_LEVEL, word);
	if (!choice)
		return refuse(context, PRESALE_LIST_LEVELS, word);
	*level = (enum severity)(SEVERITY_OFF + (choice - LEVEL_OFF));
	return true;
}

/* Puts the level of a pattern behind all others, of which the later ones count. One that there is
 * goes: whoever sets the same again and again holds it once. */
static void
put_level(struct options *options, const char *pattern, enum severity severity)
{
	size_t at = 0;
	while (at < options->level_count && strcmp(options->levels[at].pattern, pattern) != 0)
		at++;
	struct rule_level level = {.severity = severity};
	if (at < options->level_count) {
		level.pattern = options->levels[at].pattern;
		memmove(&options->levels[at], &options->levels[at + 1],
			(--options->level_count - at) * sizeof level);
	} else {
		level.pattern = arena_string(&options->patterns, pattern);
		options->levels = arena_grow(&options->patterns, options->levels,
					     options->level_count, 1, sizeof level);
	}
	options->levels[options->level_count++] = level;
}

static bool
add_rule(struct presale *context, const char *value)
{
	struct arena scratch = {0};
	enum severity severity;
	size_t length = strcspn(value, "=");
	if (!value[length] || !read_level(context, value + length + 1, &severity))
		return false;
	const char *pattern = arena_copy(&scratch, value, length);
	bool ok = rule_is_named(pattern) || refuse(context, PRESALE_LIST_RULES, pattern);
	if (ok)
		put_level(&context->options, pattern, severity);
	arena_free(&scratch);
	return ok;
}

static bool
set_rule(struct presale *context, const char *value)
{
	if (value)
		return add_rule(context, value);
	arena_free(&context->options.patterns);
	context->options.levels = NULL;
	context->options.level_count = 0;
	return true;
}

static bool
set_fail_on(struct presale *context, const char *value)
{
	enum severity level = SEVERITY_ERROR;
	bool ok = !value || (read_level(context, value, &level) && level > SEVERITY_OFF);
	context->options.fail_on = ok ? level : SEVERITY_ERROR;
	return ok;
}

/* Reads a whole number; standard for NULL. */
static bool
read_number(const char *value, size_t standard, size_t most, size_t *number)
{
	*number = value ? 0 : standard;
	for (; value && *value >= '0' && *value <= '9' && *number <= most; value++)
		*number = *number * 10 + (size_t)(*value - '0');
	return (!value || !*value) && *number <= most;
}

static bool
set_limit(struct presale *context, const char *value)
{
	return read_number(value, 0, LIMIT_MOST, &context->options.limit) && (!value || *value);
}

static bool
set_jobs(struct presale *context, const char *value)
{
	size_t jobs;
	bool ok = read_number(value, 1, JOBS_MOST, &jobs) && jobs > 0;
	context->options.jobs = ok ? (unsigned)jobs : 1;
	return ok;
}

static bool
set_map(struct presale *context, const char *value)
{
	static const char *const words[] = {"both", "general", "detailed", NULL};
	int place = place_of(value, words);
	context->options.emit.view.map = place < 0 ? MAP_BOTH : (enum map_choice)(MAP_BOTH + place);
	return place >= 0;
}

static bool
set_pages(struct presale *context, const char *value)
{
	static const char *const words[] = {"a4", "a3", NULL};
	bool ok = place_of(value, words) >= 0;
	context->options.emit.pages = keep(context, KEPT_PAGES, ok ? value : NULL);
	return ok;
}

static bool
set_sheets(struct presale *context, const char *value)
{
	struct arena scratch = {0};
	const char *unknown = value ? sheet_unknown(value, &scratch) : NULL;
	if (unknown)
		refuse(context, PRESALE_LIST_SHEETS, unknown);
	context->options.emit.view.sheets = keep(context, KEPT_SHEETS, unknown ? NULL : value);
	arena_free(&scratch);
	return !unknown;
}

static bool
set_strict(struct presale *context, const char *value)
{
	return set_flag(&context->options.strict, value);
}

static bool
set_part(struct presale *context, const char *value)
{
	return set_flag(&context->options.part, value);
}

static bool
set_interview(struct presale *context, const char *value)
{
	return set_flag(&context->options.interview, value);
}

static bool
set_colour(struct presale *context, const char *value)
{
	return set_flag(&context->options.colour, value);
}

static bool
set_split(struct presale *context, const char *value)
{
	return set_flag(&context->options.emit.split, value);
}

static bool
set_sheet_per_stage(struct presale *context, const char *value)
{
	return set_flag(&context->options.emit.view.sheet_per_stage, value);
}

static bool
set_bom(struct presale *context, const char *value)
{
	return set_flag(&context->options.emit.bom, value);
}

static bool
set_bundle(struct presale *context, const char *value)
{
	return set_flag(&context->options.bundle, value);
}

static bool
set_vertical(struct presale *context, const char *value)
{
	return set_flag(&context->options.emit.vertical, value);
}

static bool
set_person(struct presale *context, const char *value)
{
	keep(context, KEPT_PERSON, value);
	return true;
}

static bool
set_role(struct presale *context, const char *value)
{
	context->options.emit.view.role = keep(context, KEPT_ROLE, value);
	return true;
}

static bool
set_edition(struct presale *context, const char *value)
{
	context->options.edition = keep(context, KEPT_EDITION, value);
	return true;
}

static bool
set_variant(struct presale *context, const char *value)
{
	context->options.variant = keep(context, KEPT_VARIANT, value);
	return true;
}

static bool
set_out(struct presale *context, const char *value)
{
	context->options.out = keep(context, KEPT_OUT, value);
	return true;
}

static bool
set_workplace(struct presale *context, const char *value)
{
	context->options.workplace = keep(context, KEPT_WORKPLACE, value);
	return true;
}

static const struct {
	const char *name;
	setter *set;
	bool shows; /* it decides what of the process is shown, and how addresses lead */
} settings[] = {
    {"lang", set_lang, false},
    {"today", set_today, false},
    {"due", set_due, false},
    {"rule", set_rule, false},
    {"edition", set_edition, true},
    {"variant", set_variant, true},
    {"strict", set_strict, false},
    {"fail-on", set_fail_on, false},
    {"limit", set_limit, false},
    {"map", set_map, false},
    {"split", set_split, false},
    {"sheet-per-stage", set_sheet_per_stage, false},
    {"bom", set_bom, false},
    {"bundle", set_bundle, true},
    {"vertical", set_vertical, false},
    {"pages", set_pages, false},
    {"sheets", set_sheets, false},
    {"person", set_person, false},
    {"role", set_role, true},
    {"interview", set_interview, true},
    {"out", set_out, true},
    {"colour", set_colour, false},
    {"part", set_part, false},
    {"jobs", set_jobs, false},
    {"workplace", set_workplace, false},
};

static enum presale_status
set(struct presale *context, size_t setting, const char *value)
{
	static const char refusal[] = "option %s does not take “%s”";
	const char *name = settings[setting].name;
	context->options.explained = false;
	if (settings[setting].shows)
		context_drop_shown(context);
	if (settings[setting].set(context, value))
		return PRESALE_CLEAN;
	if (context->options.explained)
		context_say(context, refusal, name, value);
	else
		context_fail(context, PRESALE_REASON_MISUSE, refusal, name, value);
	settings[setting].set(context, NULL);
	return PRESALE_USAGE;
}

enum presale_status
options_set(struct presale *context, const char *option, const char *value)
{
	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
		if (strcmp(settings[i].name, option) == 0)
			return set(context, i, value);
	return context_fail(context, PRESALE_REASON_MISUSE, "there is no option “%s”", option);
}
