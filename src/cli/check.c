/* SPDX-License-Identifier: MIT */
/* presale check: what was found goes to the screen and to the reports asked for. */
#include "cli/call/library.h"
#include "cli/call/operands.h"
#include "cli/call/values.h"
#include "cli/fix.h"
#include "cli/call/run.h"
#include "cli/work/crowd.h"
#include "cli/work/inputs.h"
#include "cli/work/reports.h"
#include "cli/work/session.h"
#include "support/map.h"

#include <errno.h>
#include <string.h>

static const struct report_kind reports_of_check = {OPTION_FORMAT, PRESALE_LIST_FORMATS,
						    VALUE_FORMAT};

/* False after a complaint that a file to be written is one that was read. */
static bool
spares_inputs(struct arguments *args, const struct wanted_reports *outputs,
	      const struct session *sessions, size_t count)
{
	struct file_ids inputs = {0};
	const char *baseline = args_value(args, OPTION_BASELINE), *hit = NULL;
	for (size_t i = 0; i < count; i++)
		inputs_add_ids(&inputs, sessions[i].library);
	if (baseline && args_have(args, OPTION_UPDATE_BASELINE) && file_ids_have(&inputs, baseline))
		hit = baseline;
	if (baseline)
		file_ids_add(&inputs, baseline);
	hit = hit ? hit : reports_over(outputs, &inputs);
	if (hit)
		call_complain(call_say(args, SAY_REPORT_OVER_INPUT, hit, NULL));
	file_ids_free(&inputs);
	return !hit;
}

/* True when what is mended goes to standard output. */
static bool
is_screen_taken(struct arguments *args, const struct session *sessions, size_t count)
{
	bool input = false;
	for (size_t i = 0; i < count; i++)
		input = input || strcmp(sessions[i].path, "-") == 0;
	return args_have(args, OPTION_FIX) && (input || args_have(args, OPTION_DRY_RUN));
}

/* Without a report for the screen people get theirs. */
static bool
put_outputs(struct arguments *args, const struct wanted_reports *outputs,
	    const struct session *sessions, size_t count, const struct judging *judging)
{
	bool ok = true;
	if (!outputs->screen || outputs->screen->text)
		sessions_print(args, sessions, count, judging,
			       !is_screen_taken(args, sessions, count));
	for (size_t i = 0; i < outputs->count; i++) {
		const struct wanted_report *output = &outputs->items[i];
		struct buf text = {0};
		if (output->path || !output->text)
			sessions_report(args, sessions, count, output->name, "0", false, &text);
		if (output->path)
			ok = reports_write(args, output->path, &text) && ok;
		else
			call_put(true, &text);
		buf_free(&text);
	}
	return ok;
}

/* Notes the rules that have found something, under their names; gives the number of findings. */
static size_t
note_rules(const struct session *sessions, size_t count, struct map *rules)
{
	size_t all = 0;
	for (size_t i = 0; i < count; i++) {
		size_t found;
		const struct presale_finding *findings =
		    presale_findings(sessions[i].library, &found);
		for (size_t j = 0; j < found; j++)
			*map_at(rules, findings[j].rule) = rules;
		all += found;
	}
	return all;
}

/* Says what an updated baseline could not take: after the update no other findings are left. */
static void
complain_kept(struct arguments *args, const struct session *sessions, size_t count)
{
	struct map found = {0};
	const char *names = NULL;
	size_t kept = note_rules(sessions, count, &found);
	const char **rules = values_known(args, VALUE_RULE, NULL);
	for (; kept && *rules; rules++)
		if (map_get(&found, *rules))
			names =
			    names ? arena_printf(&args->arena, "%s, %s", names, *rules) : *rules;
	if (names)
		call_complain(call_say(args, SAY_BASELINE_KEPT,
				       arena_printf(&args->arena, "%zu", kept), names));
	map_free(&found);
}

/* A file that could not be read, or a wrong call, leaves the baseline alone: it would forget what
 * it knows of that file. */
static enum presale_status
write_baseline(struct arguments *args, const struct session *sessions, size_t count,
	       const struct judging *judging, enum presale_status status)
{
	const char *path = args_value(args, OPTION_BASELINE), *known;
	size_t length;
	struct buf text = {0};
	if (status == PRESALE_USAGE) {
		call_complain(call_say(args, SAY_BASELINE_STAYS, path, NULL));
		return status;
	}
	if (presale_baseline_text(judging->known, &known, &length) != PRESALE_CLEAN)
		memory_exhausted();
	buf_add(&text, known, length);
	if (!reports_write(args, path, &text))
		status = PRESALE_USAGE;
	else
		complain_kept(args, sessions, count);
	buf_free(&text);
	return status;
}

/* Warnings are counted over all files. */
static enum presale_status
overall_status(const struct session *sessions, size_t count, const struct judging *judging)
{
	size_t tally[PRESALE_SEVERITY_ERROR + 1] = {0};
	enum presale_status status = PRESALE_CLEAN;
	for (size_t i = 0; i < count; i++) {
		status = session_graver(status, sessions[i].status);
		for (int severity = 0; severity <= PRESALE_SEVERITY_ERROR; severity++)
			tally[severity] += sessions[i].tally[severity];
	}
	return session_graver(status, judge_status(judging, tally));
}

/* False after a complaint that the file has no such edition. */
static bool
edition_is_known(struct arguments *args, const struct session *session)
{
	const char *name = args_value(args, OPTION_EDITION);
	if (!session->no_edition)
		return true;
	args->lang = session->lang;
	call_complain_unknown(args, call_say(args, SAY_NO_EDITION, name, NULL), name,
			      values_known(args, VALUE_EDITION, session->library));
	return false;
}

/* Loads and judges all processes, with --fix once more when they are mended; false after a
 * complaint. */
static bool
open_all(struct arguments *args, const struct target *targets, const struct judging *judging,
	 struct session *sessions, size_t count)
{
	bool ok = true;
	struct mended mended = {0};
	crowd_read(args, targets, judging, sessions, count);
	for (size_t i = 0; i < count; i++) {
		session_know_lang(args, &sessions[i]);
		if (args_have(args, OPTION_FIX))
			ok = fix_session(args, &targets[i], &sessions[i], &mended) && ok;
		session_settle(&sessions[i], &targets[i], judging);
	}
	file_ids_free(&mended.ids);
	return ok;
}

static enum presale_status
check_all(struct arguments *args, const struct wanted_reports *outputs,
	  const struct judging *judging)
{
	size_t count;
	const struct target *targets = roots_of(args, &count);
	struct session *sessions = arena_array(&args->arena, count + 1, sizeof *sessions);
	bool fixed = open_all(args, targets, judging, sessions, count);
	enum presale_status status =
	    fixed ? overall_status(sessions, count, judging) : PRESALE_USAGE;
	for (size_t i = 0; i < count; i++)
		if (!edition_is_known(args, &sessions[i]))
			status = PRESALE_USAGE;
	args->lang = count ? sessions[0].lang : args->lang; /* what follows concerns all */
	bool spared = spares_inputs(args, outputs, sessions, count);
	if (spared && judging->update)
		status = write_baseline(args, sessions, count, judging, status);
	if (!spared || !put_outputs(args, outputs, sessions, count, judging))
		status = PRESALE_USAGE;
	for (size_t i = 0; i < count; i++)
		session_close(&sessions[i]);
	return status;
}

enum presale_status
run_check(struct arguments *args)
{
	struct judging judging = judge_begin(args);
	struct wanted_reports outputs = {0};
	if (args_have(args, OPTION_DRY_RUN) && !args_have(args, OPTION_FIX)) {
		call_complain(call_say(args, SAY_DRY_RUN_ALONE, NULL, NULL));
		judge_free(&judging);
		return PRESALE_USAGE;
	}
	bool ok = judge_read(args, &judging) &&
		  reports_read(args, &reports_of_check, judging.settings.trial, &outputs) &&
		  operands_expand(args);
	judge_many(args, &judging);
	enum presale_status status = ok ? check_all(args, &outputs, &judging) : PRESALE_USAGE;
	judge_free(&judging);
	return status;
}
