/* SPDX-License-Identifier: MIT */
/* The files of a process with other bytes: shown, or put in the places of those that were read. */
#ifndef PRESALE_CLI_WORK_REWRITE_H
#define PRESALE_CLI_WORK_REWRITE_H

#include "cli/call/call.h"
#include "presale.h"

/* Prints what is different in a file, as patch reads it. */
void
rewrite_show(const struct presale_fixed *file);

/* Puts all files of the process with this root in their places or none, with the rights that they
 * have. False after a complaint: also when one was written since it was read. */
bool
rewrite_files(struct arguments *args, const char *root, const struct presale_fixed *files,
	      size_t count);

#endif
