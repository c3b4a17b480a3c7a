/* SPDX-License-Identifier: MIT */
/* Runs the emitters of a build side by side. */
#ifndef PRESALE_CLI_WORKERS_H
#define PRESALE_CLI_WORKERS_H

#include "emit/emit.h"

/* One emitter's turn. The emission's arena is freed after success and left to the caller after
 * failure. */
struct work {
	const struct emitter *emitter;
	struct emission emission;
	bool fine;
	int error; /* errno when it failed */
};

/* Carries out every work, as many side by side as there are processors; the calling thread is one
 * of them. Unless room is 0, their emitters take no more memory together than that many hundredths
 * of the model, but a single one may. */
void
workers_run(struct work *works, size_t count, unsigned room);

#endif
