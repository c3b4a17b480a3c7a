/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h about a process and what was found in it. */
#include "api/process/findings.h"
#include "api/process/fix.h"
#include "api/context/guard.h"
#include "api/make/materials.h"
#include "api/process/process.h"
#include "api/process/questions.h"

static void
load(struct call *call)
{
	call->status = process_load(call->context, call->one);
}

enum presale_status
presale_load(struct presale *context, const char *path)
{
	struct call call = {.context = context, .one = path};
	guard_run(load, &call);
	return call.status;
}

static void
list_inputs(struct call *call)
{
	call->items = materials_inputs(call->context, &call->count);
}

const struct presale_input *
presale_inputs(struct presale *context, size_t *count)
{
	struct call call = {.context = context};
	guard_run(list_inputs, &call);
	*count = call.count;
	return call.items;
}

static void
check(struct call *call)
{
	call->status = process_check(call->context);
}

enum presale_status
presale_check(struct presale *context)
{
	struct call call = {.context = context};
	guard_run(check, &call);
	return call.status;
}

static void
find(struct call *call)
{
	call->items = findings_list(call->context, &call->count);
}

const struct presale_finding *
presale_findings(struct presale *context, size_t *count)
{
	struct call call = {.context = context};
	guard_run(find, &call);
	*count = call.count;
	return call.items;
}

void
presale_tally(const struct presale *context, size_t tally[PRESALE_SEVERITY_ERROR + 1])
{
	for (int severity = PRESALE_SEVERITY_OFF; severity <= PRESALE_SEVERITY_ERROR; severity++)
		tally[severity] = diag_count(&context->diags, (enum severity)severity);
}

static void
ask(struct call *call)
{
	struct presale *context = call->context;
	const struct presale_question *questions = NULL;
	if (!context_process(context))
		call->status = context_fail_process(context);
	else if (context->broken)
		call->status = PRESALE_CONTENT;
	else
		call->status = questions_list(context, &questions, &call->count);
	call->items = questions;
}

enum presale_status
presale_questions(struct presale *context, const struct presale_question **questions, size_t *count)
{
	struct call call = {.context = context};
	guard_run(ask, &call);
	*questions = call.items;
	*count = call.count;
	return call.status;
}

static void
fix(struct call *call)
{
	const struct presale_fixed *files = NULL;
	call->status = fix_process(call->context, call->data, call->length, &files, &call->count);
	call->items = files;
}

enum presale_status
presale_fix(struct presale *context, const char *const *paths, size_t path_count,
	    const struct presale_fixed **files, size_t *count)
{
	struct call call = {.context = context, .data = paths, .length = path_count};
	guard_run(fix, &call);
	*files = call.items;
	*count = call.count;
	return call.status;
}

static void
narrow(struct call *call)
{
	call->status = findings_narrow(call->context, call->data, call->length);
}

enum presale_status
presale_narrow(struct presale *context, const char *const *paths, size_t count)
{
	struct call call = {.context = context, .data = paths, .length = count};
	guard_run(narrow, &call);
	return call.status;
}

static void
keep(struct call *call)
{
	call->status = findings_keep(call->context, call->data);
}

enum presale_status
presale_keep(struct presale *context, const unsigned char *kept)
{
	struct call call = {.context = context, .data = kept};
	guard_run(keep, &call);
	return call.status;
}

void
presale_forget(struct presale *context)
{
	context_drop_findings(context);
}

static void
report(struct call *call)
{
	struct buf *text = &call->context->texts[TEXT_REPORT];
	buf_clear(text);
	call->status = findings_report(call->context, call->one, text);
	guard_give_text(call, text);
}

enum presale_status
presale_report(struct presale *context, const char *format, const char **text, size_t *length)
{
	struct call call = {.context = context, .one = format};
	guard_run(report, &call);
	*text = call.items;
	*length = call.count;
	return call.status;
}
