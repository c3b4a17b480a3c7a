/* SPDX-License-Identifier: MIT */
/* The table of rules, as data. */
#include "diag/diag.h"

#include <string.h>

static const struct rule_info rules[RULE_COUNT] = {
#define RULE(RULE, name, SEVERITY, NATURE, en, ru, ...) \
	[RULE_##RULE] = {name, SEVERITY_##SEVERITY, NATURE_##NATURE, {en, ru}, {__VA_ARGS__}},
#define RULE_OPTION(...)
#define RULE_FIX(...)
#include "diag/rules.def"
#undef RULE
#undef RULE_OPTION
#undef RULE_FIX
};

static const struct rule_option_info options[RULE_OPTION_COUNT + 1] = {
#define RULE(...)
#define RULE_OPTION(OPTION, RULE, TYPE, en, ru, standard, about_en, about_ru) \
	[RULE_OPTION_##OPTION] = { \
	    RULE_##RULE, RULE_OPTION_TYPE_##TYPE, {en, ru}, standard, {about_en, about_ru}},
#define RULE_FIX(...)
#include "diag/rules.def"
#undef RULE
#undef RULE_OPTION
#undef RULE_FIX
};

static const enum rule_fix fixes[RULE_COUNT] = {
#define RULE(...)
#define RULE_OPTION(...)
#define RULE_FIX(RULE, FIX) [RULE_##RULE] = RULE_FIX_##FIX,
#include "diag/rules.def"
#undef RULE
#undef RULE_OPTION
#undef RULE_FIX
};

static const struct {
	bool raised;
	const char *names[2];
} natures[NATURE_COUNT] = {
#define NATURE(NATURE, raised, en, ru) [NATURE_##NATURE] = {raised, {en, ru}},
#include "diag/natures.def"
#undef NATURE
};

const char *
nature_name(enum nature nature, int lang)
{
	return natures[nature].names[lang];
}

bool
rule_is_raised(enum rule rule)
{
	return rules[rule].severity == SEVERITY_WARNING && natures[rules[rule].nature].raised;
}

const struct rule_info *
rule_info(enum rule rule)
{
	return &rules[rule];
}

enum rule_fix
rule_fix(enum rule rule)
{
	return fixes[rule];
}

const struct rule_option_info *
rule_option_info(enum rule_option option)
{
	return &options[option];
}

enum rule
rule_find(const char *name)
{
	for (int rule = RULE_NONE + 1; rule < RULE_COUNT; rule++)
		if (strcmp(rules[rule].name, name) == 0)
			return (enum rule)rule;
	return RULE_NONE;
}

void
rule_pattern(enum rule rule, int lang, struct buf *out)
{
	for (const char *p = rules[rule].texts[lang]; *p; p++) {
		if (p[0] == '{' && p[1] >= '1' && p[1] <= '0' + DIAG_ARGS && p[2] == '}') {
			buf_puts(out, "…");
			p += 2;
		} else {
			buf_putc(out, *p);
		}
	}
}

bool
rule_matches(enum rule rule, const char *pattern)
{
	const char *name = rules[rule].name;
	size_t length = strlen(pattern);
	if (length && pattern[length - 1] == '*')
		return (length == 1 || pattern[length - 2] == '/') &&
		       strncmp(name, pattern, length - 1) == 0;
	return strcmp(name, pattern) == 0;
}

bool
rule_is_named(const char *pattern)
{
	for (int rule = RULE_NONE + 1; rule < RULE_COUNT; rule++)
		if (rule_matches((enum rule)rule, pattern))
			return true;
	return false;
}

bool
rule_is_fixed(enum rule rule)
{
	static const char *const groups[] = {"yaml/*", "schema/*", "ref/*"};
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		if (rules[rule].severity == SEVERITY_ERROR && rule_matches(rule, groups[i]))
			return true;
	return false;
}
