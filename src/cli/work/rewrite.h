/* SPDX-License-Identifier: MIT */
/* Files of a process that become others, all or none. */
#ifndef PRESALE_CLI_WORK_REWRITE_H
#define PRESALE_CLI_WORK_REWRITE_H

#include "cli/call/call.h"
#include "presale.h"

/* Puts so many files of the process at root in place of what they were. With --dry-run, and of
 * standard input, nothing is written: the differences, or the text, go to the screen. False after a
 * complaint. */
bool
rewrite_files(struct arguments *args, const char *root, const struct presale_fixed *files,
	      size_t count);

#endif
