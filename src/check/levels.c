/* SPDX-License-Identifier: MIT */
/* What a finding counts as: the rule's own severity, the status of the process, the file's `check:`
 * section and the command line, in this order. Exceptions at single things are ignores.c's. */
#include "check/checker.h"
#include "model/fields.h"
#include "support/utf8.h"
#include "text/words/suggest.h"

#include <stdlib.h>
#include <string.h>

static enum severity
severity_of(enum choice level)
{
	return level == LEVEL_OFF ? SEVERITY_OFF
				  : (enum severity)(SEVERITY_OFF + (level - LEVEL_OFF));
}

static bool
is_group(const char *pattern)
{
	size_t length = strlen(pattern);
	return length && pattern[length - 1] == '*';
}

/* Sets the level of the rules a pattern names. A fixed rule keeps its own. */
static void
set_level(struct checker *c, const char *pattern, enum severity severity)
{
	for (int i = RULE_NONE + 1; i < RULE_COUNT; i++)
		if (rule_matches((enum rule)i, pattern) && !rule_is_fixed((enum rule)i))
			c->levels[i] = severity;
}

void
report_unknown_rule(struct checker *c, const struct entity *entity, const struct text *rule)
{
	struct suggest suggest;
	suggest_open(&suggest, rule->s);
	for (int i = RULE_NONE + 1; i < RULE_COUNT && c->unknown_count < SUGGEST_MOST; i++)
		suggest_try(&suggest, rule_info((enum rule)i)->name);
	c->unknown_count++;
	bool certain = suggest_is_certain(&suggest);
	const char *near = suggest_close(&suggest);
	struct diagnostic *d = report1(c, RULE_CHECK_UNKNOWN_RULE, entity, rule->pos, rule->s);
	d->suggestion = near;
	d->certain = certain;
}

static bool
key_fits(struct checker *c, const struct rule_option_info *option, const char *key)
{
	const char *folded = utf8_fold(&c->arena, key, FOLD_KEY);
	for (int lang = 0; lang < 2; lang++)
		if (strcmp(utf8_fold(&c->arena, option->keys[lang], FOLD_KEY), folded) == 0)
			return true;
	return false;
}

static const struct note *
option_note(const struct checker *c, enum rule_option option)
{
	const struct rule_option_info *info = rule_option_info(option);
	const struct setting *setting = c->settings[info->rule];
	const struct notes *notes = setting ? &entity_more(&setting->base)->options : NULL;
	for (uint32_t i = 0; notes && i < notes->count; i++)
		if (key_fits((struct checker *)(uintptr_t)c, info, notes->items[i].key.raw))
			return &notes->items[i];
	return NULL;
}

/* A positive number up to 1e9, with a point or a comma; 0 when it is none. Independent of the
 * locale. */
static double
positive(const char *text)
{
	double value = 0, unit = 1;
	bool fraction = false;
	for (; *text; text++) {
		if ((*text == '.' || *text == ',') && !fraction) {
			fraction = true;
			continue;
		}
		if (*text < '0' || *text > '9')
			return 0;
		if (fraction)
			unit /= 10;
		value = fraction ? value + (*text - '0') * unit : value * 10 + (*text - '0');
	}
	return value <= 1e9 ? value : 0;
}

double
option_number(const struct checker *c, enum rule_option option)
{
	const struct note *note = option_note(c, option);
	double value = note && note->texts.count == 1 && note->texts.items[0].s
			   ? positive(note->texts.items[0].s)
			   : 0;
	return value > 0 ? value : positive(rule_option_info(option)->standard);
}

struct texts
option_words(const struct checker *c, enum rule_option option)
{
	const struct note *note = option_note(c, option);
	return note ? note->texts : (struct texts){0};
}

static void
check_option(struct checker *c, enum rule rule, const struct entity *setting,
	     const struct note *note)
{
	struct suggest suggest;
	suggest_open(&suggest, note->key.raw);
	for (int i = 0; i < RULE_OPTION_COUNT; i++) {
		const struct rule_option_info *option = rule_option_info((enum rule_option)i);
		if (option->rule != rule)
			continue;
		if (key_fits(c, option, note->key.raw)) {
			const struct text *text = note->texts.count ? &note->texts.items[0] : NULL;
			if (option->type == RULE_OPTION_TYPE_NUMBER &&
			    (note->texts.count != 1 || !text->s || positive(text->s) <= 0))
				report2(c, RULE_CHECK_BAD_OPTION, setting, note->key.pos,
					note->key.raw,
					note->texts.count > 1 ? "[…]"
					: text && text->s     ? text->s
							      : "");
			suggest_close(&suggest);
			return;
		}
		suggest_try(&suggest, option->keys[0]);
		suggest_try(&suggest, option->keys[1]);
	}
	const char *near = suggest_close(&suggest);
	report2(c, RULE_CHECK_UNKNOWN_OPTION, setting, note->key.pos, note->key.raw,
		rule ? rule_info(rule)->name : setting_of(setting)->rule.s)
	    ->suggestion = near;
}

/* Groups before single rules, so that the more exact setting wins wherever it stands. */
static void
take_settings(struct checker *c, bool groups)
{
	const struct list *list = &c->model->document->check;
	for (uint32_t i = 0; i < list->count; i++) {
		const struct setting *setting = setting_at(list, i);
		const struct text *name = &setting->rule;
		if (!name->s || is_group(name->s) != groups)
			continue;
		if (setting->level.value)
			set_level(c, name->s, severity_of(setting->level.value));
		c->settings[rule_find(name->s)] = setting;
	}
}

void
checker_check_settings(struct checker *c)
{
	const struct list *list = &c->model->document->check;
	for (uint32_t i = 0; i < list->count; i++) {
		const struct setting *setting = setting_at(list, i);
		const struct entity *entity = list->items[i];
		if (!setting->rule.s)
			continue;
		enum rule rule = rule_find(setting->rule.s);
		if (!rule && !rule_is_named(setting->rule.s)) {
			report_unknown_rule(c, entity, &setting->rule);
			continue;
		}
		if (rule_is_fixed(rule) && setting->level.value &&
		    setting->level.value != LEVEL_ERROR)
			report1(c, RULE_CHECK_FIXED_RULE, entity, setting->rule.pos,
				setting->rule.s);
		const struct notes *options = &entity_more(entity)->options;
		for (uint32_t j = 0; j < options->count; j++)
			check_option(c, rule, entity, &options->items[j]);
	}
}

void
checker_settle_levels(struct checker *c)
{
	bool approved = model_process(c->model)->status.value == STATUS_APPROVED;
	for (int i = RULE_NONE + 1; i < RULE_COUNT; i++) {
		c->levels[i] = rule_info((enum rule)i)->severity;
		if (approved && rule_is_raised((enum rule)i))
			c->levels[i] = SEVERITY_ERROR;
	}
	take_settings(c, true);
	take_settings(c, false);
	for (int groups = 1; groups >= 0; groups--)
		for (size_t i = 0; i < c->options->level_count; i++)
			if (is_group(c->options->levels[i].pattern) == (groups == 1))
				set_level(c, c->options->levels[i].pattern,
					  c->options->levels[i].severity);
	for (int i = RULE_NONE + 1; i < RULE_COUNT; i++)
		if (c->options->strict && c->levels[i] == SEVERITY_WARNING)
			c->levels[i] = SEVERITY_ERROR;
}
