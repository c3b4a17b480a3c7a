/* SPDX-License-Identifier: MIT */
/* presale check --fix: what is certain is mended in the files, all or none of a process. */
#ifndef PRESALE_CLI_FIX_H
#define PRESALE_CLI_FIX_H

#include "cli/work/session.h"

/* Mends the files of a session that is not settled yet, and has it hold what came of them. With
 * --dry-run, and for standard input, nothing is written: the differences, or the text, go to the
 * screen. False after a complaint. */
bool
fix_session(struct arguments *args, const struct target *target, struct session *session);

#endif
