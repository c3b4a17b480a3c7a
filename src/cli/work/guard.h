/* SPDX-License-Identifier: MIT */
/* While a build writes: a signal or the end of memory first has what was staged removed. */
#ifndef PRESALE_CLI_WORK_GUARD_H
#define PRESALE_CLI_WORK_GUARD_H

#include "files/file_set.h"

#include <pthread.h>
#include <signal.h>

struct guard {
	struct file_set *files;
	sigset_t signals; /* those waited for */
	sigset_t before;  /* the mask to go back to */
	pthread_t thread;
	bool running;
	bool calm; /* a signal ends the program with status 0, not by itself */
};

/* Begins to watch for SIGINT, SIGTERM and SIGHUP, unless they are ignored. Threads must be started
 * afterwards. */
void
guard_begin(struct guard *guard, struct file_set *files);

/* Ends the watch and frees the file set. A signal that came meanwhile takes effect when nothing is
 * left to be removed. */
void
guard_end(struct guard *guard);

#endif
