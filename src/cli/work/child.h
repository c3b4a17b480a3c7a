/* SPDX-License-Identifier: MIT */
/* Another program that is run to its end, without a shell. */
#ifndef PRESALE_CLI_WORK_CHILD_H
#define PRESALE_CLI_WORK_CHILD_H

#include "support/buf.h"

#include <signal.h>

enum {
	CHILD_MISSING = -1,
	CHILD_FAILED = -2
}; /* no such program; it could not be run to its end */

/* Runs a program (NULL-ended words) with this mask of signals; what it writes to standard output
 * goes into out, or is thrown away with what it says of errors. Its exit status, or what stood in
 * the way. */
int
child_run(const char *const *words, const sigset_t *mask, struct buf *out);

#endif
