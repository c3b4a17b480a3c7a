/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h about one report on many processes. */
#include "api/context/guard.h"
#include "api/context/lists.h"
#include "api/process/findings.h"

/* What it takes is its own: it outlives the contexts whose findings it tells. */
struct presale_reports {
	struct memory_heap heap;
	struct report report;
	struct buf text;
};

/* A work on a report. */
struct report_use {
	struct presale_reports *reports;
	const struct presale *context;
	const struct report_format *format;
};

/* When memory runs out the report cannot be trusted: it is empty then. */
static enum presale_status
carry_out(void (*work)(void *data), struct report_use *use, struct presale *context)
{
	struct presale_reports *reports = use->reports;
	if (memory_try(&reports->heap, work, use))
		return PRESALE_CLEAN;
	memory_heap_free(&reports->heap);
	reports->report = (struct report){0};
	reports->text = (struct buf){0};
	context_run_out(context);
	return PRESALE_USAGE;
}

static void
open_reports(void *data)
{
	struct presale_reports **reports = data;
	*reports = memory_zeros(sizeof **reports);
}

struct presale_reports *
presale_reports_open(void)
{
	struct presale_reports *reports = NULL;
	return memory_try(NULL, open_reports, &reports) ? reports : NULL;
}

void
presale_reports_close(struct presale_reports *reports)
{
	if (!reports)
		return;
	memory_heap_free(&reports->heap);
	memory_free(reports);
}

/* What the report asks of a context is worked out in that context's memory. */
static void
make_ready(struct call *call)
{
	if (call->context->sources)
		findings_make_ready(call->context);
	else
		call->status = context_fail_process(call->context);
}

static void
add(void *data)
{
	struct report_use *use = data;
	struct arena scratch = {0};
	const struct judged judged = findings_judged(use->context, &scratch);
	report_add(&use->reports->report, &judged);
	arena_free(&scratch);
}

enum presale_status
presale_reports_add(struct presale_reports *reports, struct presale *context)
{
	struct call call = {.context = context};
	guard_run(make_ready, &call);
	if (call.status != PRESALE_CLEAN)
		return call.status;
	return carry_out(add, &(struct report_use){reports, context, NULL}, context);
}

static void
find_format(struct call *call)
{
	call->items = findings_format(call->one);
	if (!call->items)
		call->status = lists_fail(call->context, NULL, PRESALE_LIST_FORMATS, call->one);
}

static void
write_text(void *data)
{
	struct report_use *use = data;
	struct presale_reports *reports = use->reports;
	reports->report.fail_on = use->context->options.fail_on;
	buf_clear(&reports->text);
	use->format->write(&reports->report, &reports->text);
}

enum presale_status
presale_reports_text(struct presale_reports *reports, struct presale *context, const char *format,
		     const char **text, size_t *length)
{
	struct call call = {.context = context, .one = format};
	struct report_use use = {.reports = reports, .context = context};
	*text = NULL;
	*length = 0;
	guard_run(find_format, &call);
	use.format = call.items;
	if (call.status != PRESALE_CLEAN || carry_out(write_text, &use, context) != PRESALE_CLEAN)
		return PRESALE_USAGE;
	*text = buf_text(&reports->text);
	*length = reports->text.length;
	return PRESALE_CLEAN;
}
