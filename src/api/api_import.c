/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h that make a process out of documents. */
#include "api/guard.h"
#include "api/imports.h"

static void
import(struct call *call)
{
	struct buf *text = &call->context->texts[2];
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

const struct presale_remark *
presale_remarks(struct presale *context, size_t *count)
{
	*count = context->remark_count;
	return context->remarks;
}
