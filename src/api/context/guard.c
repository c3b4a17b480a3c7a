/* SPDX-License-Identifier: MIT */
#include "api/context/guard.h"

static void
run(void *data)
{
	struct call *call = data;
	call->work(call);
}

void
guard_run(void (*work)(struct call *call), struct call *call)
{
	call->work = work;
	if (memory_try(&call->context->heap, run, call))
		return;
	context_forget(call->context);
	call->status = PRESALE_USAGE;
	call->items = NULL;
	call->count = 0;
}

void
guard_give_text(struct call *call, const struct buf *text)
{
	if (call->status != PRESALE_CLEAN)
		return;
	call->items = buf_text(text);
	call->count = text->length;
}
