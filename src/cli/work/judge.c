/* SPDX-License-Identifier: MIT */
#include "cli/work/judge.h"

#include "cli/call/library.h"
#include "cli/work/told.h"
#include "files/file.h"
#include "support/date.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SECONDS_A_DAY = 24 * 60 * 60, LAST_DAY = 376199 /* 2999-12-31 */, MOST_SHOWN = 50 };

static bool
read_levels(struct arguments *args, struct settings *settings)
{
	for (const char **value = args_list(args, OPTION_RULE); *value; value++) {
		if (settings_add(settings, "rule", *value))
			continue;
		const struct presale_fault *fault = presale_fault(settings->trial);
		if (fault->reason == PRESALE_REASON_UNKNOWN && fault->list == PRESALE_LIST_RULES)
			library_complain(args, settings->trial);
		else
			call_complain(call_say(args, SAY_BAD_RULE, "-r", *value));
		return false;
	}
	return true;
}

/* Today as SOURCE_DATE_EPOCH has it, else the clock. */
static const char *
clock_day(struct arguments *args)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	long long seconds = epoch && *epoch ? strtoll(epoch, &end, 10) : 0;
	if (!end || *end || seconds < 0 || seconds / SECONDS_A_DAY > LAST_DAY)
		seconds = (long long)time(NULL);
	struct civil day = date_civil((int32_t)(seconds / SECONDS_A_DAY));
	return arena_printf(&args->arena, "%04d-%02d-%02d", day.year, day.month, day.day);
}

/* --today, else PRESALE_TODAY, else what the clock says. */
static bool
read_today(struct arguments *args, struct settings *settings)
{
	const char *given = args_value(args, OPTION_TODAY);
	const char *variable = getenv("PRESALE_TODAY");
	if (!given && variable && *variable)
		given = variable;
	if (settings_add(settings, "today", given ? given : clock_day(args)))
		return true;
	call_complain(call_say(args, SAY_BAD_DATE, given, NULL));
	return false;
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
		call_complain(
		    call_say(args, SAY_BAD_COUNT,
			     arena_printf(&args->arena, "--%s", option_infos[option].name), value));
		return false;
	}
	*count = (size_t)number;
	return true;
}

/* The words of the levels are in the order of the severities. */
static enum presale_severity
read_severity(struct presale *library, const char *value)
{
	size_t count;
	const struct presale_word *levels = presale_list(library, PRESALE_LIST_LEVELS, &count);
	size_t level = value ? 0 : PRESALE_SEVERITY_ERROR;
	while (value && level + 1 < count && strcmp(levels[level].word, value) != 0)
		level++;
	return (enum presale_severity)level;
}

static bool
read_shown(struct arguments *args, struct judging *judging)
{
	size_t most;
	bool ok = read_count(args, OPTION_LIMIT, MOST_SHOWN, &most);
	judging->most_shown = arena_printf(&args->arena, "%zu", most);
	return ok;
}

/* A baseline that is to be written need not be there yet. */
static bool
read_baseline(struct arguments *args, struct judging *judging)
{
	const char *path = args_value(args, OPTION_BASELINE);
	struct buf text = {0};
	judging->update = args_have(args, OPTION_UPDATE_BASELINE);
	if (judging->update && !path) {
		call_complain(call_say(args, SAY_WHICH_BASELINE, NULL, NULL));
		return false;
	}
	bool there = path && file_read(path, &text) == FILE_OK,
	     ok = there || !path || judging->update;
	if (!ok)
		call_complain(call_say(args, SAY_CANNOT_READ, path, NULL));
	judging->known = path && ok ? presale_baseline_read(buf_text(&text)) : NULL;
	if (path && ok && !judging->known)
		call_complain(call_say(args, SAY_NO_BASELINE, path, NULL));
	ok = ok && (judging->known || !path);
	if (ok && judging->update) {
		presale_baseline_free(judging->known);
		judging->known = presale_baseline_read("");
	}
	buf_free(&text);
	return ok;
}

struct judging
judge_begin(struct arguments *args)
{
	return (struct judging){.settings = settings_begin(args)};
}

bool
judge_read(struct arguments *args, struct judging *judging)
{
	struct settings *settings = &judging->settings;
	judging->fail_on = read_severity(settings->trial, args_value(args, OPTION_FAIL_ON));
	return settings_add_given(settings) && read_levels(args, settings) &&
	       read_today(args, settings) &&
	       read_count(args, OPTION_MAX_WARNINGS, SIZE_MAX, &judging->most_warnings) &&
	       read_shown(args, judging) && read_baseline(args, judging);
}

void
judge_many(const struct arguments *args, struct judging *judging)
{
	if (args->file_count < 2 || judging->told)
		return;
	judging->told = told_open();
	judging->peers = presale_peers_open();
	if (!judging->peers)
		memory_exhausted();
}

void
judge_free(struct judging *judging)
{
	presale_baseline_free(judging->known);
	told_close(judging->told);
	presale_peers_close(judging->peers);
	settings_free(&judging->settings);
}

enum presale_status
judge_status(const struct judging *judging, const size_t tally[PRESALE_SEVERITY_ERROR + 1])
{
	bool fails = tally[PRESALE_SEVERITY_WARNING] > judging->most_warnings;
	for (int severity = (int)judging->fail_on; severity <= PRESALE_SEVERITY_ERROR; severity++)
		fails = fails || tally[severity];
	return fails ? PRESALE_CONTENT : PRESALE_CLEAN;
}
