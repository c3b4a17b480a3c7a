/* SPDX-License-Identifier: MIT */
#include "cli/call/values.h"

#include "diag/report.h"
#include "emit/emit.h"
#include "model/hide.h"
#include "model/lookup.h"
#include "view/book/book.h"

#include <string.h>

struct lister {
	struct arguments *args;
	const char *choices;
	const struct model *model;
	struct words words;
};

static void
add(struct lister *l, const char *word, const char *about)
{
	struct arena *arena = &l->args->arena;
	struct words *words = &l->words;
	/* Both stay ended by NULL. */
	words->words = arena_grow(arena, words->words, words->count, 2, sizeof word);
	words->abouts = arena_grow(arena, words->abouts, words->count, 2, sizeof about);
	words->words[words->count] = word;
	words->abouts[words->count++] = about;
}

static void
add_all(struct lister *l, const char *const *words)
{
	for (; *words; words++)
		add(l, *words, NULL);
}

static void
add_choices(struct lister *l)
{
	char *rest, *copy = arena_string(&l->args->arena, l->choices);
	for (char *word = strtok_r(copy, "|", &rest); word; word = strtok_r(NULL, "|", &rest))
		add(l, word, NULL);
}

static void
add_outputs(struct lister *l)
{
	add(l, "all", NULL);
	for (const struct emitter *emitter = emitters; emitter->name; emitter++)
		add(l, emitter->name, emitter->about[args_lang(l->args)]);
}

static void
add_sheets(struct lister *l)
{
	add_all(l, sheet_keys());
}

static const char *
rule_about(struct lister *l, enum rule rule)
{
	struct buf pattern = {0};
	rule_pattern(rule, args_lang(l->args), &pattern);
	const char *about = arena_copy(&l->args->arena, buf_text(&pattern), pattern.length);
	buf_free(&pattern);
	return about;
}

static void
add_rules(struct lister *l)
{
	for (int rule = RULE_NONE + 1; rule < RULE_COUNT; rule++)
		add(l, rule_info((enum rule)rule)->name, rule_about(l, (enum rule)rule));
}

/* The rules whose level may be set, after the group of each. */
static void
add_patterns(struct lister *l)
{
	const char *group = "";
	for (int rule = RULE_NONE + 1; rule < RULE_COUNT; rule++) {
		const char *name = rule_info((enum rule)rule)->name;
		if (rule_is_fixed((enum rule)rule))
			continue;
		const char *now =
		    arena_printf(&l->args->arena, "%.*s/*", (int)strcspn(name, "/"), name);
		if (strcmp(now, group) != 0)
			add(l, now, NULL);
		group = now;
		add(l, name, rule_about(l, (enum rule)rule));
	}
}

static void
add_formats(struct lister *l)
{
	add(l, "text", NULL);
	for (const struct report_format *format = report_formats; format->name; format++)
		add(l, format->name, format->about[args_lang(l->args)]);
}

static void
add_commands(struct lister *l)
{
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++)
		add(l, command_infos[command].name,
		    command_infos[command].about[args_lang(l->args)]);
}

static void
add_editions(struct lister *l)
{
	add_all(l, edition_names(l->model, &l->args->arena));
}

static void
add_variants(struct lister *l)
{
	if (l->model)
		add_all(l, variant_names(l->model, &l->args->arena));
}

static void
add_roles(struct lister *l)
{
	if (l->model)
		add_all(l, lookup_role_names(l->model, &l->args->arena));
}

static const struct {
	enum { ONE, SEVERAL, LIST } many;
	void (*add)(struct lister *lister);
} values[VALUE_COUNT] = {
#define VALUE(ID, many, add) [VALUE_##ID] = {many, add},
#include "cli/call/values.def"
#undef VALUE
};

bool
value_is_list(enum value value)
{
	return values[value].many == LIST;
}

bool
value_repeats(enum value value)
{
	return values[value].many != ONE;
}

struct words
words_of(struct arguments *args, enum value value, const char *choices, const struct model *model)
{
	struct lister lister = {.args = args, .choices = choices, .model = model};
	if (values[value].add)
		values[value].add(&lister);
	add(&lister, NULL, NULL);
	lister.words.count--;
	return lister.words;
}

const char **
words_known(struct arguments *args, enum value value, const struct model *model)
{
	return words_of(args, value, NULL, model).words;
}

enum presale_status
complain_rule(struct arguments *args, const char *name)
{
	complain_unknown(args, say(args, SAY_NO_RULE, name, NULL), name,
			 words_known(args, VALUE_RULE, NULL));
	return PRESALE_USAGE;
}
