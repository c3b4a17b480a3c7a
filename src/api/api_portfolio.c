/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h about what processes share. */
#include "api/context/guard.h"
#include "load/portfolio.h"

static void
find(struct call *call)
{
	struct paths sought = {0};
	struct arena *arena = context_gift(call->context, GIFT_PORTFOLIO);
	call->items = portfolio_above(call->one, &call->context->overlays, arena, &sought);
}

const char *
presale_portfolio(struct presale *context, const char *folder)
{
	struct call call = {.context = context, .one = folder};
	guard_run(find, &call);
	return call.items;
}

static void
list(struct call *call)
{
	struct arena *arena = context_gift(call->context, GIFT_PROCESSES);
	struct paths paths = portfolio_processes(call->one, &call->context->overlays, arena);
	call->items = paths.items;
	call->count = paths.count;
}

const char *const *
presale_processes(struct presale *context, const char *portfolio, size_t *count)
{
	struct call call = {.context = context, .one = portfolio};
	guard_run(list, &call);
	*count = call.count;
	return call.items;
}
