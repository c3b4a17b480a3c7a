/* SPDX-License-Identifier: MIT */
#include "cli/judge.h"

#include "model/field.h"
#include "support/date.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SECONDS_A_DAY = 24 * 60 * 60 };

static bool
complain_rule(struct arguments *args, const char *name)
{
	const char *known[RULE_COUNT] = {NULL};
	for (int rule = RULE_NONE + 1; rule < RULE_COUNT; rule++)
		known[rule - 1] = rule_info((enum rule)rule)->name;
	complain_nearest(args, say(args, SAY_NO_RULE, name, NULL), name, known);
	return false;
}

static bool
read_level(struct arguments *args, const char *value, struct rule_level *level)
{
	const char *equals = strchr(value, '=');
	enum choice choice = equals ? choice_find(SET_LEVEL, equals + 1) : CHOICE_ABSENT;
	if (!choice) {
		complain(say(args, SAY_BAD_RULE, "-r", value));
		return false;
	}
	level->pattern = arena_copy(&args->arena, value, (size_t)(equals - value));
	level->severity = (enum severity)(SEVERITY_OFF + (choice - LEVEL_OFF));
	return rule_is_named(level->pattern) || complain_rule(args, level->pattern);
}

static bool
read_levels(struct arguments *args, struct check_options *options)
{
	const char **values = args_list(args, OPTION_RULE);
	size_t count = 0;
	while (values[count])
		count++;
	struct rule_level *levels = arena_array(&args->arena, count + 1, sizeof *levels);
	for (size_t i = 0; i < count; i++)
		if (!read_level(args, values[i], &levels[i]))
			return false;
	options->levels = levels;
	options->level_count = count;
	return true;
}

/* --today, else PRESALE_TODAY, else SOURCE_DATE_EPOCH, else the clock. */
static bool
read_today(struct arguments *args, int32_t *today)
{
	const char *given = args_value(args, OPTION_TODAY);
	const char *variable = getenv("PRESALE_TODAY");
	if (!given && variable && *variable)
		given = variable;
	if (given) {
		bool fine = date_parse(given, today);
		if (!fine)
			complain(say(args, SAY_BAD_DATE, given, NULL));
		return fine;
	}
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	long long seconds = epoch && *epoch ? strtoll(epoch, &end, 10) : 0;
	if (!end || *end || seconds < 0 || seconds / SECONDS_A_DAY > 1000000)
		seconds = (long long)time(NULL);
	*today = (int32_t)(seconds / SECONDS_A_DAY);
	return true;
}

bool
judge_read(struct arguments *args, struct check_options *options)
{
	*options = (struct check_options){.strict = args_have(args, OPTION_STRICT)};
	return read_levels(args, options) && read_today(args, &options->today);
}
