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

/* A check under way. Each process is told of and freed before the next; what is to be known of all
 * of them is kept here. */
struct check {
	struct arguments *args;
	const struct wanted_reports *outputs;
	const struct judging *judging;
	const struct target *targets;
	struct session *sessions; /* closed, but for the one that is taken */
	size_t count;
	struct file_ids inputs;          /* that nothing may be written over */
	struct presale_reports *reports; /* NULL when machines are told nothing */
	struct buf text;                 /* of a report for people that goes to a file */
	struct mended mended;
	struct map rules; /* with findings, when the baseline is written anew */
	size_t found;
	bool ok; /* false after a complaint */
};

/* ---- what is kept of each process */

/* Notes the rules that have found something, under their names. */
static void
note_rules(struct check *check, struct presale *library)
{
	size_t found;
	const struct presale_finding *findings = presale_findings(library, &found);
	for (size_t i = 0; i < found; i++)
		*map_at(&check->rules, findings[i].rule) = check;
	check->found += found;
}

/* False after a complaint that the file has no such edition. */
static bool
edition_is_known(struct arguments *args, const struct session *session)
{
	const char *name = args_value(args, OPTION_EDITION);
	if (!session->no_edition)
		return true;
	call_complain_unknown(args, call_say(args, SAY_NO_EDITION, name, NULL), name,
			      values_known(args, VALUE_EDITION, session->library));
	return false;
}

static bool
is_for_people(const struct check *check)
{
	return !check->outputs->screen || check->outputs->screen->text;
}

/* True when what is mended goes to standard output. */
static bool
is_screen_taken(const struct check *check)
{
	bool input = false;
	for (size_t i = 0; i < check->count; i++)
		input = input || strcmp(check->targets[i].path, "-") == 0;
	return args_have(check->args, OPTION_FIX) &&
	       (input || args_have(check->args, OPTION_DRY_RUN));
}

static void
keep_reports(struct check *check, const struct session *session)
{
	for (size_t i = 0; i < check->outputs->count; i++)
		if (check->outputs->items[i].text && check->outputs->items[i].path)
			session_text(session, "0", false, &check->text);
	if (check->reports)
		library_fared(session->library,
			      presale_reports_add(check->reports, session->library));
}

static void
take(void *data, size_t i, struct session *session)
{
	struct check *check = data;
	struct arguments *args = check->args;
	session_know_lang(args, session);
	if (args_have(args, OPTION_FIX))
		check->ok =
		    fix_session(args, &check->targets[i], session, &check->mended) && check->ok;
	session_settle(session, &check->targets[i], check->judging);
	check->ok = edition_is_known(args, session) && check->ok;
	if (is_for_people(check))
		session_tell(session, check->judging, !is_screen_taken(check));
	keep_reports(check, session);
	inputs_add_ids(&check->inputs, session->library);
	if (check->judging->update)
		note_rules(check, session->library);
	session_close(session);
	check->sessions[i] = *session;
}

/* ---- what becomes of all of them */

/* False after a complaint that a file to be written is one that was read. */
static bool
spares_inputs(struct check *check)
{
	struct arguments *args = check->args;
	const char *baseline = args_value(args, OPTION_BASELINE), *hit = NULL;
	if (baseline && check->judging->update && file_ids_have(&check->inputs, baseline))
		hit = baseline;
	if (baseline)
		file_ids_add(&check->inputs, baseline);
	hit = hit ? hit : reports_over(check->outputs, &check->inputs);
	if (hit)
		call_complain(call_say(args, SAY_REPORT_OVER_INPUT, hit, NULL));
	return !hit;
}

/* A report's text; it is the check's, or the reports'. */
static struct buf
text_of(struct check *check, const struct wanted_report *output)
{
	const char *text;
	size_t length;
	struct buf copy = {0};
	struct presale *trial = check->judging->settings.trial;
	if (output->text)
		buf_add(&copy, buf_text(&check->text), check->text.length);
	else if (library_fared(trial, presale_reports_text(check->reports, trial, output->name,
							   &text, &length)) == PRESALE_CLEAN)
		buf_add(&copy, text, length);
	return copy;
}

/* People were told on the screen by now. */
static bool
put_outputs(struct check *check)
{
	bool ok = true;
	for (size_t i = 0; i < check->outputs->count; i++) {
		const struct wanted_report *output = &check->outputs->items[i];
		if (output->text && !output->path)
			continue;
		struct buf text = text_of(check, output);
		if (output->path)
			ok = reports_write(check->args, output->path, &text) && ok;
		else
			call_put(true, &text);
		buf_free(&text);
	}
	return ok;
}

/* Says what an updated baseline could not take: after the update no other findings are left. */
static void
complain_kept(struct check *check)
{
	struct arguments *args = check->args;
	const char *names = NULL;
	const char **rules = values_known(args, VALUE_RULE, NULL);
	for (; check->found && *rules; rules++)
		if (map_get(&check->rules, *rules))
			names =
			    names ? arena_printf(&args->arena, "%s, %s", names, *rules) : *rules;
	if (names)
		call_complain(call_say(args, SAY_BASELINE_KEPT,
				       arena_printf(&args->arena, "%zu", check->found), names));
}

/* A file that could not be read, or a wrong call, leaves the baseline alone: it would forget what
 * it knows of that file. */
static enum presale_status
write_baseline(struct check *check, enum presale_status status)
{
	struct arguments *args = check->args;
	const char *path = args_value(args, OPTION_BASELINE), *known;
	size_t length;
	struct buf text = {0};
	if (status == PRESALE_USAGE) {
		call_complain(call_say(args, SAY_BASELINE_STAYS, path, NULL));
		return status;
	}
	if (presale_baseline_text(check->judging->known, &known, &length) != PRESALE_CLEAN)
		memory_exhausted();
	buf_add(&text, known, length);
	if (!reports_write(args, path, &text))
		status = PRESALE_USAGE;
	else
		complain_kept(check);
	buf_free(&text);
	return status;
}

/* Warnings are counted over all files. */
static enum presale_status
overall_status(const struct check *check)
{
	size_t tally[PRESALE_SEVERITY_ERROR + 1] = {0};
	enum presale_status status = check->ok ? PRESALE_CLEAN : PRESALE_USAGE;
	for (size_t i = 0; i < check->count; i++) {
		status = session_graver(status, check->sessions[i].status);
		for (int severity = 0; severity <= PRESALE_SEVERITY_ERROR; severity++)
			tally[severity] += check->sessions[i].tally[severity];
	}
	return session_graver(status, judge_status(check->judging, tally));
}

static enum presale_status
settle_all(struct check *check)
{
	struct arguments *args = check->args;
	enum presale_status status = overall_status(check);
	/* What follows concerns all. */
	args->lang = check->count ? check->sessions[0].lang : args->lang;
	if (is_for_people(check))
		sessions_sum_up(args, check->sessions, check->count, !is_screen_taken(check));
	bool spared = spares_inputs(check);
	if (spared && check->judging->update)
		status = write_baseline(check, status);
	return spared && put_outputs(check) ? status : PRESALE_USAGE;
}

/* Opens the report for machines, when there are any. */
static void
open_reports(struct check *check)
{
	bool wanted = false;
	for (size_t i = 0; i < check->outputs->count; i++)
		wanted = wanted || !check->outputs->items[i].text;
	check->reports = wanted ? presale_reports_open() : NULL;
	if (wanted && !check->reports)
		memory_exhausted();
}

static enum presale_status
check_all(struct arguments *args, const struct wanted_reports *outputs,
	  const struct judging *judging)
{
	struct check check = {.args = args, .outputs = outputs, .judging = judging, .ok = true};
	check.targets = roots_of(args, &check.count);
	check.sessions = arena_array(&args->arena, check.count + 1, sizeof *check.sessions);
	open_reports(&check);
	crowd_read(args, check.targets, check.count, judging, take, &check);
	enum presale_status status = settle_all(&check);
	presale_reports_close(check.reports);
	file_ids_free(&check.mended.ids);
	file_ids_free(&check.inputs);
	map_free(&check.rules);
	buf_free(&check.text);
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
