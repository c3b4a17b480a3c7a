/* SPDX-License-Identifier: MIT */
/* Runs read by the process that they began with, where git has kept it. */
#ifndef PRESALE_CLI_BEGUN_H
#define PRESALE_CLI_BEGUN_H

#include "cli/work/history.h"
#include "cli/work/session.h"

/* A process as runs began with it, and where git has it. */
struct begun_state {
	const char *process, *fingerprint;
	const char *commit; /* NULL: nowhere */
};

/* What is known so far. Zeros are nothing. */
struct begun {
	struct begun_state *states; /* in args */
	size_t count;
	struct revision revision; /* of `process`, with `open` */
	const char *process;
	bool open;
};

/* Reads a run anew by the process that it began with, when that has changed since and git has it as
 * it was; else why not is told, once for each such process. The files that it was read from stay
 * until begun_end, or until another run is read. */
void
begun_read(struct begun *begun, struct arguments *args, const struct judging *judging,
	   struct session *session);

/* Removes what was taken from git. */
void
begun_end(struct begun *begun);

#endif
