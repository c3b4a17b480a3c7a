/* SPDX-License-Identifier: MIT */
/* Another program that is run to its end, without a shell. */
#ifndef PRESALE_CLI_WORK_CHILD_H
#define PRESALE_CLI_WORK_CHILD_H

#include "support/buf.h"

#include <signal.h>

/* No such program; it could not be run to its end; it was stopped by a signal that is for this
 * program as well. */
enum { CHILD_MISSING = -1, CHILD_FAILED = -2, CHILD_STOPPED = -3 };

/* What is wanted of what a program says. */
enum child_said { CHILD_OUTPUT, CHILD_ERRORS };

/* Runs a program (NULL-ended words) with this mask of signals; what it writes to standard output,
 * or to standard error, goes into out, the other is thrown away. Its exit status, or what stood in
 * the way. */
int
child_run(const char *const *words, const sigset_t *mask, enum child_said said, struct buf *out);

#endif
