/* SPDX-License-Identifier: MIT */
/* Runs the emitters of a build side by side. */
#ifndef PRESALE_WORKERS_H
#define PRESALE_WORKERS_H

#include "emit/emit.h"

/* One emitter's turn. The emission's arena is freed after success and left to the caller after failure. */
struct work {
	const struct emitter *emitter;
	struct emission emission;
	bool fine;
	int error; /* errno when it failed */
};

/* Carries out every work, at most so many side by side; 0: as many as there are processors. The calling thread is one of them. */
void
workers_run(struct work *works, size_t count, size_t most);

#endif
