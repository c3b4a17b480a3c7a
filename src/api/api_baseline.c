/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h about findings that are known. */
#include "api/process/findings.h"
#include "api/context/guard.h"
#include "diag/baseline.h"

/* What it takes is its own, since it is of use to several contexts. */
struct presale_baseline {
	struct memory_heap heap;
	struct baseline *known; /* NULL after memory ran out: empty */
	struct buf text;
};

/* A work on a baseline. */
struct baseline_use {
	struct presale_baseline *baseline;
	struct presale *context; /* whose findings, which are settled, or NULL */
	const char *text;
	size_t dropped;
};

/* When memory runs out neither the baseline nor the findings can be trusted. */
static enum presale_status
carry_out(void (*work)(void *data), struct baseline_use *use)
{
	struct presale_baseline *baseline = use->baseline;
	if (memory_try(&baseline->heap, work, use))
		return PRESALE_CLEAN;
	memory_heap_free(&baseline->heap);
	baseline->known = NULL;
	baseline->text = (struct buf){0};
	if (use->context)
		context_forget(use->context);
	return PRESALE_USAGE;
}

static void
open_baseline(void *data)
{
	struct presale_baseline **baseline = data;
	*baseline = memory_zeros(sizeof **baseline);
}

static void
read_text(void *data)
{
	struct baseline_use *use = data;
	if (baseline_is(use->text))
		use->baseline->known = baseline_read(use->text);
}

struct presale_baseline *
presale_baseline_read(const char *text)
{
	struct baseline_use use = {.text = text};
	if (!memory_try(NULL, open_baseline, &use.baseline))
		return NULL;
	if (carry_out(read_text, &use) == PRESALE_CLEAN && use.baseline->known)
		return use.baseline;
	presale_baseline_free(use.baseline);
	return NULL;
}

void
presale_baseline_free(struct presale_baseline *baseline)
{
	if (!baseline)
		return;
	memory_heap_free(&baseline->heap);
	memory_free(baseline);
}

/* What the findings are known by is where exactly they are. */
static void
settle(struct call *call)
{
	if (call->context->sources)
		findings_settle(call->context);
	else
		call->status = context_fail_process(call->context);
}

static enum presale_status
use_findings(struct baseline_use *use, void (*work)(void *data))
{
	struct call call = {.context = use->context};
	guard_run(settle, &call);
	return call.status == PRESALE_CLEAN ? carry_out(work, use) : call.status;
}

static struct baseline *
known_of(struct presale_baseline *baseline)
{
	if (!baseline->known)
		baseline->known = baseline_read("");
	return baseline->known;
}

static void
add(void *data)
{
	struct baseline_use *use = data;
	baseline_add(known_of(use->baseline), use->context->model, &use->context->diags);
}

enum presale_status
presale_baseline_add(struct presale_baseline *baseline, struct presale *context)
{
	return use_findings(&(struct baseline_use){.baseline = baseline, .context = context}, add);
}

static void
drop(void *data)
{
	struct baseline_use *use = data;
	use->dropped =
	    baseline_drop(known_of(use->baseline), use->context->model, &use->context->diags);
}

enum presale_status
presale_baseline_drop(struct presale_baseline *baseline, struct presale *context, size_t *dropped)
{
	struct baseline_use use = {.baseline = baseline, .context = context};
	enum presale_status status = use_findings(&use, drop);
	*dropped = status == PRESALE_CLEAN ? use.dropped : 0;
	return status;
}

static void
write_text(void *data)
{
	struct presale_baseline *baseline = ((struct baseline_use *)data)->baseline;
	buf_clear(&baseline->text);
	baseline_text(known_of(baseline), &baseline->text);
}

enum presale_status
presale_baseline_text(struct presale_baseline *baseline, const char **text, size_t *length)
{
	enum presale_status status =
	    carry_out(write_text, &(struct baseline_use){.baseline = baseline});
	*text = status == PRESALE_CLEAN ? buf_text(&baseline->text) : NULL;
	*length = status == PRESALE_CLEAN ? baseline->text.length : 0;
	return status;
}
