/* SPDX-License-Identifier: MIT */
/* The one way from the public functions to their works. */
#ifndef PRESALE_API_CONTEXT_GUARD_H
#define PRESALE_API_CONTEXT_GUARD_H

#include "api/context/context.h"

/* The arguments of a call, and what it gives. */
struct call {
	struct presale *context;
	void (*work)(struct call *call);
	const char *one, *two;
	size_t length;
	const void *data;
	enum presale_list list;
	presale_taker *take;
	void *taker;
	enum presale_status status;
	const void *items;
	size_t count;
};

/* Carries out the work. What it allocates is the context's; when memory runs out nothing in the
 * context can be trusted, so it lets go of everything, and the call gives nothing but
 * PRESALE_USAGE. */
void
guard_run(void (*work)(struct call *call), struct call *call);

/* Gives a text that the context holds, unless the call has failed. */
void
guard_give_text(struct call *call, const struct buf *text);

#endif
