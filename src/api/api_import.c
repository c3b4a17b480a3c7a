/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h that make a process out of documents, read documents back into
 * one, and make an empty document. */
#include "api/context/guard.h"
#include "api/process/imports.h"
#include "api/process/merges.h"
#include "emit/xlsx/form.h"

static void
import(struct call *call)
{
	struct buf *text = &call->context->texts[TEXT_IMPORT];
	buf_clear(text);
	call->context->remarks = NULL;
	call->context->remark_count = 0;
	call->status = imports_make(call->context, call->data, call->length, call->one, text);
	guard_give_text(call, text);
}

enum presale_status
presale_import(struct presale *context, const char *const *paths, size_t count, const char *target,
	       const char **text, size_t *length)
{
	struct call call = {.context = context, .one = target, .data = paths, .length = count};
	guard_run(import, &call);
	*text = call.items;
	*length = call.count;
	return call.status;
}

static void
form(struct call *call)
{
	struct presale *context = call->context;
	struct buf *bytes = &context->texts[TEXT_FORM];
	buf_clear(bytes);
	int error = form_write(context->options.lang > 0, context->options.workplace, bytes);
	if (error)
		call->status =
		    context_fail_file(context, PRESALE_REASON_UNMADE, "process.xlsx", error);
	guard_give_text(call, bytes);
}

enum presale_status
presale_form(struct presale *context, const char **bytes, size_t *length)
{
	struct call call = {.context = context};
	guard_run(form, &call);
	*bytes = call.items;
	*length = call.count;
	return call.status;
}

static void
merge(struct call *call)
{
	const struct presale_fixed *files = NULL;
	call->status = merges_make(call->context, call->data, &files, &call->count);
	call->items = files;
}

enum presale_status
presale_merge(struct presale *context, const struct presale_merging *merging,
	      const struct presale_fixed **files, size_t *count)
{
	struct call call = {.context = context, .data = merging};
	guard_run(merge, &call);
	*files = call.items;
	*count = call.count;
	return call.status;
}

const struct presale_remark *
presale_remarks(struct presale *context, size_t *count)
{
	*count = context->remark_count;
	return context->remarks;
}
