/* SPDX-License-Identifier: MIT */
/* Runs the emitters of a build side by side. */
#ifndef PRESALE_API_MAKE_WORKERS_H
#define PRESALE_API_MAKE_WORKERS_H

#include "emit/emit.h"

/* One emitter's turn. */
struct work {
	const struct emitter *emitter;
	struct emission emission;
	/* Called when the emitter is done and what it took is free, as part of the turn; or NULL.
	 */
	void (*made)(struct emission *emission);
	struct memory_heap heap; /* what the turn allocated, until workers_run ends */
	bool exhausted;          /* the turn was given up for want of memory */
};

/* Carries out every work, as many side by side as there are to be jobs, 1 at least; the calling
 * thread is one of them. What an emitter made is taken as soon as it is done, if the emission has a
 * taker. Unless capacity is 0, their emitters take no more memory together than that many
 * hundredths of the model, but a single one may. When memory runs out in one of them, all have
 * their turn and then the caller's work is given up. */
void
workers_run(struct work *works, size_t count, unsigned jobs, unsigned capacity);

#endif
