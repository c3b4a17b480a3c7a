/* SPDX-License-Identifier: MIT */
#include "cli/work/judge.h"

#include "cli/call/values.h"
#include "files/file.h"
#include "model/field.h"
#include "support/date.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SECONDS_A_DAY = 24 * 60 * 60, MOST_SHOWN = 50 };

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
	if (!rule_is_named(level->pattern))
		return complain_rule(args, level->pattern) == PRESALE_CLEAN;
	return true;
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

/* A whole number of an option, or standard when it is not given. */
static bool
read_count(struct arguments *args, enum option option, size_t standard, size_t *count)
{
	const char *value = args_value(args, option);
	*count = standard;
	if (!value)
		return true;
	char *end;
	unsigned long long number = strtoull(value, &end, 10);
	if (*value < '0' || *value > '9' || *end || number > 1000000000) {
		complain(say(args, SAY_BAD_COUNT,
			     arena_printf(&args->arena, "--%s", option_infos[option].name), value));
		return false;
	}
	*count = (size_t)number;
	return true;
}

static enum severity
read_severity(const char *value)
{
	enum choice choice = value ? choice_find(SET_LEVEL, value) : LEVEL_ERROR;
	return (enum severity)(SEVERITY_OFF + (choice - LEVEL_OFF));
}

/* A baseline that is to be written need not be there yet. */
static bool
read_baseline(struct arguments *args, struct judging *judging)
{
	const char *path = args_value(args, OPTION_BASELINE);
	struct buf text = {0};
	judging->update = args_have(args, OPTION_UPDATE_BASELINE);
	if (judging->update && !path) {
		complain(say(args, SAY_WHICH_BASELINE, NULL, NULL));
		return false;
	}
	bool there = path && file_read(path, &text) == FILE_FINE,
	     fine = there || !path || judging->update;
	if (!fine)
		complain(say(args, SAY_CANNOT_READ, path, NULL));
	else if (!(fine = baseline_is(buf_text(&text))))
		complain(say(args, SAY_NO_BASELINE, path, NULL));
	judging->known =
	    path && fine ? baseline_read(judging->update ? "" : buf_text(&text)) : NULL;
	buf_free(&text);
	return fine;
}

bool
judge_read(struct arguments *args, struct judging *judging)
{
	*judging = (struct judging){.checks.strict = args_have(args, OPTION_STRICT)};
	judging->checks.edition = args_value(args, OPTION_EDITION);
	judging->fail_on = read_severity(args_value(args, OPTION_FAIL_ON));
	return read_levels(args, &judging->checks) && read_today(args, &judging->checks.today) &&
	       read_count(args, OPTION_MAX_WARNINGS, SIZE_MAX, &judging->most_warnings) &&
	       read_count(args, OPTION_LIMIT, MOST_SHOWN, &judging->most_shown) &&
	       read_baseline(args, judging);
}

void
judge_free(struct judging *judging)
{
	baseline_free(judging->known);
}

enum presale_status
judge_status(const struct judging *judging, const size_t counts[SEVERITY_ERROR + 1])
{
	bool fails = counts[SEVERITY_WARNING] > judging->most_warnings;
	for (int severity = judging->fail_on; severity <= SEVERITY_ERROR; severity++)
		fails = fails || counts[severity];
	return fails ? PRESALE_CONTENT : PRESALE_CLEAN;
}
