/* SPDX-License-Identifier: MIT */
/* presale check --fix: what is certain is mended in the files, all or none of a process. */
#ifndef PRESALE_CLI_FIX_H
#define PRESALE_CLI_FIX_H

#include "cli/work/session.h"
#include "files/file_ids.h"

/* What was mended in a call so far, copied into its arguments' arena. Zeros: nothing. */
struct mended {
	struct presale_fixed *files;
	size_t count;
	struct file_ids ids; /* the caller frees them */
};

/* Mends the files of a session that is not settled yet, and has it hold what came of them. With
 * --dry-run, and for standard input, nothing is written: the differences, or the text, go to the
 * screen. A session that has read what was mended for one before is judged anew first. False after
 * a complaint. */
bool
fix_session(struct arguments *args, const struct target *target, struct session *session,
	    struct mended *mended);

#endif
