/* SPDX-License-Identifier: MIT */
#include "cli/call/values.h"

#include "cli/call/library.h"

#include <string.h>

struct value_lister {
	struct arguments *args;
	const char *choices;
	struct presale *library;
	struct value_words words;
};

static void
add(struct value_lister *l, const char *word, const char *about)
{
	struct arena *arena = &l->args->arena;
	struct value_words *words = &l->words;
	/* Both stay ended by NULL. */
	words->words = arena_grow(arena, words->words, words->count, 2, sizeof word);
	words->abouts = arena_grow(arena, words->abouts, words->count, 2, sizeof about);
	words->words[words->count] = word;
	words->abouts[words->count++] = about;
}

static void
add_choices(struct value_lister *l)
{
	char *rest, *copy = arena_string(&l->args->arena, l->choices);
	for (char *word = strtok_r(copy, "|", &rest); word; word = strtok_r(NULL, "|", &rest))
		add(l, word, NULL);
}

/* In args' arena, since a list of the library's is not to last. */
static const char *
keep(struct value_lister *l, const char *text)
{
	return text ? arena_string(&l->args->arena, text) : NULL;
}

static void
add_list(struct value_lister *l, enum presale_list list)
{
	size_t count;
	const struct presale_word *words = presale_list(l->library, list, &count);
	for (size_t i = 0; i < count; i++) {
		bool told = words[i].about[0] != NULL;
		add(l, keep(l, words[i].word),
		    told ? keep(l, words[i].about[args_lang(l->args)]) : NULL);
	}
}

static void
add_outputs(struct value_lister *l)
{
	add(l, "all", NULL);
	add_list(l, PRESALE_LIST_OUTPUTS);
}

static void
add_interviews(struct value_lister *l)
{
	add(l, "all", NULL);
	add_list(l, PRESALE_LIST_INTERVIEWS);
}

static void
add_sheets(struct value_lister *l)
{
	add_list(l, PRESALE_LIST_SHEETS);
}

static void
add_rules(struct value_lister *l)
{
	add_list(l, PRESALE_LIST_RULES);
}

/* The rules whose level may be set, after the group of each. */
static void
add_patterns(struct value_lister *l)
{
	size_t count;
	const char *group = "";
	const struct presale_rule *rules = presale_rules(l->library, &count);
	for (size_t i = 0; i < count; i++) {
		if (rules[i].fixed)
			continue;
		if (strcmp(rules[i].group, group) != 0)
			add(l, arena_printf(&l->args->arena, "%s/*", rules[i].group), NULL);
		group = rules[i].group;
		add(l, keep(l, rules[i].name), keep(l, rules[i].pattern[args_lang(l->args)]));
	}
}

static void
add_formats(struct value_lister *l)
{
	add_list(l, PRESALE_LIST_FORMATS);
}

static void
add_register_forms(struct value_lister *l)
{
	add_list(l, PRESALE_LIST_REGISTERS);
}

static void
add_run_forms(struct value_lister *l)
{
	add_list(l, PRESALE_LIST_RUNS);
}

static void
add_commands(struct value_lister *l)
{
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++)
		add(l, command_infos[command].name,
		    command_infos[command].about[args_lang(l->args)]);
}

static void
add_kinds(struct value_lister *l)
{
	add_list(l, PRESALE_LIST_KINDS);
}

/* What presale help knows. */
static void
add_topics(struct value_lister *l)
{
	add_commands(l);
	add_list(l, PRESALE_LIST_KEYS);
}

static void
add_templates(struct value_lister *l)
{
	int lang = args_lang(l->args);
#define TEMPLATE(name, en, ru) add(l, #name, lang ? ru : en);
#define TEMPLATE_BOOK TEMPLATE
#include "cli/call/templates.def"
#undef TEMPLATE_BOOK
#undef TEMPLATE
}

static void
add_editions(struct value_lister *l)
{
	add_list(l, PRESALE_LIST_EDITIONS);
}

static void
add_variants(struct value_lister *l)
{
	add_list(l, PRESALE_LIST_VARIANTS);
}

static void
add_roles(struct value_lister *l)
{
	add_list(l, PRESALE_LIST_ROLES);
}

static void
add_people(struct value_lister *l)
{
	add_list(l, PRESALE_LIST_PEOPLE);
}

static const struct {
	enum { ONE, SEVERAL, LIST } many;
	void (*add)(struct value_lister *lister);
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

struct value_words
values_words(struct arguments *args, enum value value, const char *choices, struct presale *library)
{
	struct presale *own = library ? NULL : library_open(LANG_OPEN);
	struct value_lister lister = {
	    .args = args, .choices = choices, .library = own ? own : library};
	if (values[value].add)
		values[value].add(&lister);
	add(&lister, NULL, NULL);
	lister.words.count--;
	presale_close(own);
	return lister.words;
}

const char **
values_known(struct arguments *args, enum value value, struct presale *library)
{
	return values_words(args, value, NULL, library).words;
}
