/* SPDX-License-Identifier: MIT */
/* presale run status, presale run build: what is known of runs, on the screen and in files. */
#include "cli/call/library.h"
#include "cli/running.h"
#include "cli/work/inputs.h"
#include "cli/work/reports.h"
#include "text/slug.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct report_kind reports_of_runs = {OPTION_RUN_FORM, PRESALE_LIST_RUNS,
						   VALUE_RUN_FORM};

static bool
is_text(struct running *running, const char *form)
{
	size_t count;
	const struct presale_word *forms =
	    presale_list(running->judging.settings.trial, PRESALE_LIST_RUNS, &count);
	for (size_t i = 0; i < count; i++)
		if (strcmp(forms[i].word, form) == 0)
			return forms[i].plain;
	return false;
}

/* To a file, or with a path of NULL to standard output. */
static bool
put_form(struct running *running, struct session *sessions, size_t count, const char *form,
	 const char *path)
{
	size_t length;
	struct buf bytes = {0};
	if (!path && isatty(STDOUT_FILENO) && !is_text(running, form)) {
		call_complain(call_say(running->args, SAY_BINARY_REGISTER, form, NULL));
		return false;
	}
	const char *text = running_text(running, sessions, count, form, &length);
	if (!text)
		return false;
	buf_add(&bytes, text, length);
	bool ok = !path || reports_write(running->args, path, &bytes);
	if (!path)
		call_put(true, &bytes);
	buf_free(&bytes);
	return ok;
}

/* The files that nothing may be written over. */
static struct file_ids
inputs_of(struct session *sessions, size_t count)
{
	struct file_ids inputs = {0};
	for (size_t i = 0; i < count; i++)
		inputs_add_ids(&inputs, sessions[i].library);
	return inputs;
}

static bool
put_forms(struct running *running, struct session *sessions, size_t count,
	  const struct wanted_reports *reports)
{
	struct file_ids inputs = inputs_of(sessions, count);
	const char *over = reports_over(reports, &inputs);
	bool ok = !over;
	if (over)
		call_complain(call_say(running->args, SAY_REPORT_OVER_INPUT, over, NULL));
	if (ok && !reports->count)
		ok = put_form(running, sessions, count, "text", NULL);
	for (size_t i = 0; i < reports->count && ok; i++)
		ok = put_form(running, sessions, count, reports->items[i].name,
			      reports->items[i].path);
	file_ids_free(&inputs);
	return ok;
}

enum presale_status
running_status(struct running *running)
{
	struct arguments *args = running->args;
	struct wanted_reports reports = {0};
	size_t count;
	if (!args->file_count)
		return running_misuse(running, "status", SAY_RUN_SOME);
	if (!reports_read(args, &reports_of_runs, running->judging.settings.trial, &reports))
		return PRESALE_USAGE;
	struct session *sessions = running_open(running, &count);
	if (!sessions)
		return PRESALE_USAGE;
	enum presale_status status = PRESALE_USAGE;
	if (put_forms(running, sessions, count, &reports))
		status = PRESALE_CLEAN;
	for (size_t i = 0; i < count && status == PRESALE_CLEAN; i++)
		if (presale_run_late(sessions[i].library))
			status = PRESALE_CONTENT;
	running_close(sessions, count);
	return status;
}

/* ---- build */

/* «сайт-для-банка.html» in the folder, which is made when it is missing. */
static const char *
path_of(struct arguments *args, const struct session *session, const char *form)
{
	const char *folder = args_value(args, OPTION_RUN_OUT);
	const char *slash = strrchr(session->path, '/'), *name = slash ? slash + 1 : session->path;
	size_t length = strlen(name);
	const char *dot = strrchr(name, '.');
	if (dot && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0))
		length = (size_t)(dot - name);
	return arena_printf(&args->arena, "%s/%s.%s", folder ? folder : "out",
			    arena_copy(&args->arena, name, length), form);
}

static bool
build_one(struct running *running, struct session *session, const char *const *forms)
{
	const char *folder = args_value(running->args, OPTION_RUN_OUT);
	struct file_ids inputs = inputs_of(session, 1);
	bool ok = true;
	mkdir(folder ? folder : "out", 0777);
	for (; *forms && ok; forms++) {
		const char *path = path_of(running->args, session, *forms);
		ok = !file_ids_have(&inputs, path);
		if (ok)
			ok = put_form(running, session, 1, *forms, path);
		else
			call_complain(call_say(running->args, SAY_REPORT_OVER_INPUT, path, NULL));
	}
	file_ids_free(&inputs);
	return ok;
}

/* The forms that are asked for, all of them with «all», or the page and the calendar. */
static const char *const *
forms_wanted(struct running *running)
{
	static const char *const usual[] = {"html", "ics", NULL};
	struct arguments *args = running->args;
	const char **wanted = args_list(args, OPTION_RUN_TO);
	struct presale *library = running->judging.settings.trial;
	if (!wanted || !*wanted)
		return usual;
	if (strcmp(*wanted, "all") == 0)
		return values_known(args, VALUE_RUN_FORM, library);
	for (const char **form = wanted; *form; form++)
		if (!library_lists(library, PRESALE_LIST_RUNS, *form)) {
			call_complain_unknown(args, call_say(args, SAY_NO_FORMAT, *form, NULL),
					      *form, values_known(args, VALUE_RUN_FORM, library));
			return NULL;
		}
	return wanted;
}

enum presale_status
running_build(struct running *running)
{
	size_t count;
	if (!running->args->file_count)
		return running_misuse(running, "build", SAY_RUN_SOME);
	const char *const *forms = forms_wanted(running);
	struct session *sessions = forms ? running_open(running, &count) : NULL;
	if (!sessions)
		return PRESALE_USAGE;
	enum presale_status status = PRESALE_CLEAN;
	for (size_t i = 0; i < count && status == PRESALE_CLEAN; i++)
		if (!build_one(running, &sessions[i], forms))
			status = PRESALE_USAGE;
	running_close(sessions, count);
	return status;
}
