/* SPDX-License-Identifier: MIT */
/* presale status: the register of the keeper, over any number of processes. Each is loaded, put on
 * the register and freed before the next. */
#include "cli/call/library.h"
#include "cli/call/operands.h"
#include "cli/call/run.h"
#include "cli/work/inputs.h"
#include "cli/work/reports.h"
#include "cli/work/session.h"

#include <string.h>
#include <unistd.h>

static const struct report_kind reports_of_status = {OPTION_REGISTER_FORM, PRESALE_LIST_REGISTERS,
						     VALUE_REGISTER_FORM};

struct status_call {
	struct arguments *args;
	struct judging *judging;
	struct wanted_reports reports;
	struct presale_register *reg;
	struct file_ids inputs;
	size_t count; /* of processes so far */
	int lang;     /* of the first, and so of the register */
	enum presale_status status;
};

/* A process that cannot be understood is told of, and stands on the register as far as it was. */
static void
add_process(struct status_call *call, const struct target *target)
{
	struct session session = session_open(call->args, target, call->judging, true);
	struct presale *library = session.library;
	bool ok = !session.unreadable &&
		  library_fared(library, presale_register_add(call->reg, library)) == PRESALE_CLEAN;
	if (!ok) {
		sessions_print(call->args, &session, 1, call->judging);
		call->status = PRESALE_USAGE;
	}
	call->lang = call->count++ ? call->lang : session.lang;
	inputs_add_ids(&call->inputs, library);
	session_close(&session);
}

/* The register in a form, in the library's memory; NULL after a complaint. */
static const char *
text_of(struct status_call *call, const char *form, size_t *length)
{
	const char *text;
	struct presale *library = call->judging->settings.trial;
	presale_set(library, "lang", args_lang(call->args) ? "ru" : "en");
	if (library_fared(library, presale_register_text(call->reg, library, form, &text,
							 length)) != PRESALE_CLEAN)
		call_complain(
		    call_say(call->args, SAY_CANNOT_MAKE, form,
			     presale_fault(library)->library
				 ? presale_fault(library)->library
				 : call_say_error(call->args, presale_fault(library)->error)));
	return text;
}

static bool
is_text(struct status_call *call, const char *form)
{
	size_t count;
	const struct presale_word *forms =
	    presale_list(call->judging->settings.trial, PRESALE_LIST_REGISTERS, &count);
	for (size_t i = 0; i < count; i++)
		if (strcmp(forms[i].word, form) == 0)
			return forms[i].plain;
	return false;
}

/* To a file, or with a path of NULL to standard output. */
static bool
put_form(struct status_call *call, const char *form, const char *path)
{
	size_t length;
	struct buf bytes = {0};
	if (!path && isatty(STDOUT_FILENO) && !is_text(call, form)) {
		call_complain(call_say(call->args, SAY_BINARY_REGISTER, form, NULL));
		return false;
	}
	const char *text = text_of(call, form, &length);
	if (!text)
		return false;
	buf_add(&bytes, text, length);
	bool ok = !path || reports_write(call->args, path, &bytes);
	if (!path)
		call_put(true, &bytes);
	buf_free(&bytes);
	return ok;
}

/* Without a form for the screen people get theirs, unless all goes to files. */
static void
put_forms(struct status_call *call)
{
	const struct wanted_reports *reports = &call->reports;
	const char *over = reports_over(reports, &call->inputs);
	bool ok = !over;
	if (over)
		call_complain(call_say(call->args, SAY_REPORT_OVER_INPUT, over, NULL));
	if (ok && !reports->count)
		ok = put_form(call, "text", NULL);
	for (size_t i = 0; i < reports->count && !over; i++)
		ok = put_form(call, reports->items[i].name, reports->items[i].path) && ok;
	call->status = ok ? call->status : PRESALE_USAGE;
}

static void
show_status(struct status_call *call)
{
	size_t count;
	const struct target *targets = roots_of(call->args, &count);
	for (size_t i = 0; i < count; i++) {
		if (targets[i].alone) {
			call_complain(call_say(call->args, SAY_PART_ALONE, targets[i].path, NULL));
			call->status = PRESALE_USAGE;
			continue;
		}
		add_process(call, &targets[i]);
	}
	call->args->lang = call->count ? call->lang : call->args->lang;
	put_forms(call);
	if (presale_register_overdue(call->reg, call->judging->settings.trial))
		call->status = session_graver(call->status, PRESALE_CONTENT);
}

static bool
read_due(struct arguments *args, struct settings *settings)
{
	const char *value = args_value(args, OPTION_DUE);
	if (!value || settings_add(settings, "due", value))
		return true;
	call_complain(call_say(args, SAY_BAD_DUE, value, NULL));
	return false;
}

enum presale_status
run_status(struct arguments *args)
{
	struct judging judging = judge_begin(args);
	struct status_call call = {
	    .args = args, .judging = &judging, .reg = presale_register_open()};
	if (!call.reg)
		memory_exhausted();
	if (judge_read(args, &judging) && read_due(args, &judging.settings) &&
	    reports_read(args, &reports_of_status, judging.settings.trial, &call.reports) &&
	    operands_expand(args))
		show_status(&call);
	else
		call.status = PRESALE_USAGE;
	presale_register_close(call.reg);
	file_ids_free(&call.inputs);
	judge_free(&judging);
	return call.status;
}
