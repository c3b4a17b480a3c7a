/* SPDX-License-Identifier: MIT */
#include "api/context/lists.h"

#include "diag/english.h"
#include "diag/report.h"
#include "model/field.h"
#include "model/hide.h"
#include "model/lookup.h"
#include "register/forms.h"
#include "run/forms.h"
#include "support/map.h"
#include "view/book/book.h"

#include <string.h>

struct word_list {
	struct arena *arena;
	const struct model *model; /* or NULL */
	struct presale_word *words;
	size_t count;
};

static void
add(struct word_list *l, const char *word, const char *en, const char *ru)
{
	l->words = arena_grow(l->arena, l->words, l->count, 1, sizeof *l->words);
	l->words[l->count++] = (struct presale_word){word, {en, ru}, 0};
}

static void
add_names(struct word_list *l, const char *const *names)
{
	for (; *names; names++)
		add(l, *names, NULL, NULL);
}

static void
add_emitters(struct word_list *l, const struct emitter *table)
{
	for (const struct emitter *emitter = table; emitter->name; emitter++) {
		add(l, emitter->name, emitter->about[0], emitter->about[1]);
		l->words[l->count - 1].plain = emitter->by_default;
	}
}

static void
add_outputs(struct word_list *l)
{
	add_emitters(l, emitters);
}

static void
add_interviews(struct word_list *l)
{
	add_emitters(l, interviewers);
}

static void
add_formats(struct word_list *l)
{
	add(l, "text", NULL, NULL);
	for (const struct report_format *format = report_formats; format->name; format++)
		add(l, format->name, format->about[0], format->about[1]);
}

static void
add_sheets(struct word_list *l)
{
	add_names(l, sheet_keys());
}

static void
add_statuses(struct word_list *l)
{
	for (int choice = CHOICE_ABSENT + 1; choice < CHOICE_COUNT; choice++) {
		const char *spellings = choice_spellings((enum choice)choice);
		if (choice_set((enum choice)choice) == SET_STATUS)
			add(l, arena_copy(l->arena, spellings, strcspn(spellings, "|")),
			    choice_name((enum choice)choice, 0),
			    choice_name((enum choice)choice, 1));
	}
}

static void
add_editions(struct word_list *l)
{
	add_names(l, edition_names(l->model, l->arena));
}

static void
add_variants(struct word_list *l)
{
	if (l->model)
		add_names(l, variant_names(l->model, l->arena));
}

static void
add_roles(struct word_list *l)
{
	if (l->model)
		add_names(l, lookup_role_names(l->model, l->arena));
}

/* Of several runs nobody twice. */
static void
add_people(struct word_list *l)
{
	if (!l->model)
		return;
	for (const char **person = run_everybody(l->model, l->arena); *person; person++) {
		bool known = false;
		for (size_t i = 0; i < l->count; i++)
			known = known || strcmp(l->words[i].word, *person) == 0;
		if (!known)
			add(l, *person, NULL, NULL);
	}
}

static void
add_levels(struct word_list *l)
{
	for (int level = SEVERITY_OFF; level <= SEVERITY_ERROR; level++)
		add(l, severity_name((enum severity)level, 0),
		    severity_name((enum severity)level, 0), severity_name((enum severity)level, 1));
}

static const char *
pattern_of(enum rule rule, int lang, struct arena *arena)
{
	struct buf text = {0};
	rule_pattern(rule, lang, &text);
	const char *copy = arena_copy(arena, buf_text(&text), text.length);
	buf_free(&text);
	return copy;
}

static void
add_rules(struct word_list *l)
{
	for (int rule = RULE_NONE + 1; rule < RULE_COUNT; rule++)
		add(l, rule_info((enum rule)rule)->name, pattern_of((enum rule)rule, 0, l->arena),
		    pattern_of((enum rule)rule, 1, l->arena));
}

static void
add_kinds(struct word_list *l)
{
	for (int lang = 0; lang < 2; lang++)
		for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
			if (!(kind_info((enum kind)kind)->flags & K_MADE))
				add(l, kind_info((enum kind)kind)->names[lang], NULL, NULL);
}

/* Each key once, however many kinds of thing have it. */
static void
add_keys(struct word_list *l)
{
	struct map seen = {0};
	for (int lang = 0; lang < 2; lang++)
		for (const struct field *field = field_table + 1; field->kind; field++) {
			const char *key = field_key(field, lang, l->arena);
			void **place = map_at(&seen, key);
			if (!*place && !(kind_info(field->kind)->flags & K_MADE))
				add(l, key, NULL, NULL);
			*place = l;
		}
	map_free(&seen);
}

static void
add_registers(struct word_list *l)
{
	for (const struct register_form *form = register_forms; form->name; form++) {
		add(l, form->name, form->about[0], form->about[1]);
		l->words[l->count - 1].plain = form->text;
	}
}

static void
add_runs(struct word_list *l)
{
	for (const struct run_form *form = run_forms; form->name; form++) {
		add(l, form->name, form->about[0], form->about[1]);
		l->words[l->count - 1].plain = form->text;
	}
}

/* By list: how a word of it is called, and who adds them. */
static const struct {
	const char *name;
	void (*add)(struct word_list *l);
} lists[] = {[PRESALE_LIST_OUTPUTS] = {"output", add_outputs},
	     [PRESALE_LIST_FORMATS] = {"format", add_formats},
	     [PRESALE_LIST_SHEETS] = {"sheet", add_sheets},
	     [PRESALE_LIST_STATUSES] = {"status", add_statuses},
	     [PRESALE_LIST_EDITIONS] = {"edition", add_editions},
	     [PRESALE_LIST_VARIANTS] = {"variant", add_variants},
	     [PRESALE_LIST_ROLES] = {"role", add_roles},
	     [PRESALE_LIST_LEVELS] = {"level", add_levels},
	     [PRESALE_LIST_RULES] = {"rule", add_rules},
	     [PRESALE_LIST_KINDS] = {"kind", add_kinds},
	     [PRESALE_LIST_KEYS] = {"key", add_keys},
	     [PRESALE_LIST_INTERVIEWS] = {"form of interviews", add_interviews},
	     [PRESALE_LIST_REGISTERS] = {"form of a register", add_registers},
	     [PRESALE_LIST_RUNS] = {"form of a run", add_runs},
	     [PRESALE_LIST_PEOPLE] = {"person", add_people}};

const struct presale_word *
lists_words(struct presale *context, enum presale_list list, size_t *count)
{
	if ((unsigned)list >= sizeof lists / sizeof *lists)
		return NULL;
	struct word_list lister = {.arena =
				       context_gift(context, (enum gift)(GIFT_LIST + (int)list)),
				   .model = context_process(context)};
	lists[list].add(&lister);
	*count = lister.count;
	return lister.words;
}

enum presale_status
lists_fail(struct presale *context, const struct model *model, enum presale_list list,
	   const char *word)
{
	return lists_fail_all(context, &model, 1, list, word);
}

enum presale_status
lists_fail_all(struct presale *context, const struct model *const *models, size_t count,
	       enum presale_list list, const char *word)
{
	const char *kept = context_fault_word(context, word);
	struct word_list lister = {.arena = &context->gifts[GIFT_FAULT]};
	for (size_t i = 0; i < count; i++) {
		lister.model = models[i];
		lists[list].add(&lister);
	}
	context_fail(context, PRESALE_REASON_UNKNOWN, "there is no %s “%s”", lists[list].name,
		     kept);
	context->fault.word = kept;
	context->fault.list = list;
	context->fault.known = lister.words;
	context->fault.known_count = lister.count;
	return PRESALE_USAGE;
}

static void
add_option(struct presale_rule *rule, const struct rule_option_info *info, struct arena *arena)
{
	struct presale_rule_option *options = arena_grow(arena, (void *)(uintptr_t)rule->options,
							 rule->option_count, 1, sizeof *options);
	options[rule->option_count++] = (struct presale_rule_option){
	    .key = {info->keys[0], info->keys[1]},
	    .type = info->type == RULE_OPTION_TYPE_NUMBER ? "number" : "words",
	    .standard = info->standard,
	    .about = {info->about[0], info->about[1]}};
	rule->options = options;
}

static struct presale_rule
rule_of(enum rule number, struct arena *arena)
{
	const struct rule_info *info = rule_info(number);
	struct presale_rule rule = {
	    .name = info->name,
	    .group = arena_copy(arena, info->name, strcspn(info->name, "/")),
	    .severity = (enum presale_severity)info->severity,
	    .raised = rule_is_raised(number),
	    .fixed = rule_is_fixed(number),
	    .why = {info->explanation.why_en, info->explanation.why_ru},
	    .bad = {english_example(arena, info->explanation.bad), info->explanation.bad},
	    .good = {english_example(arena, info->explanation.good), info->explanation.good}};
	for (int lang = 0; lang < 2; lang++) {
		rule.severity_word[lang] = severity_name(info->severity, lang);
		rule.nature[lang] = nature_name(info->nature, lang);
		rule.pattern[lang] = pattern_of(number, lang, arena);
		rule.message[lang] = info->texts[lang];
	}
	for (int i = 0; i < RULE_OPTION_COUNT; i++) {
		const struct rule_option_info *option = rule_option_info((enum rule_option)i);
		if (option->rule == number)
			add_option(&rule, option, arena);
	}
	return rule;
}

const struct presale_rule *
lists_rules(struct presale *context, size_t *count)
{
	struct arena *arena = context_gift(context, GIFT_RULES);
	struct presale_rule *rules = arena_array(arena, RULE_COUNT, sizeof *rules);
	for (int rule = RULE_NONE + 1; rule < RULE_COUNT; rule++)
		rules[(*count)++] = rule_of((enum rule)rule, arena);
	return rules;
}
