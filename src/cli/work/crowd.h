/* SPDX-License-Identifier: MIT */
/* Many processes loaded and judged side by side, and taken one by one: few are in memory at a time.
 */
#ifndef PRESALE_CLI_WORK_CROWD_H
#define PRESALE_CLI_WORK_CROWD_H

#include "cli/work/session.h"

/* Takes the session of target i, as session_read gives it. It is the taker's to close. */
typedef void
crowd_taker(void *data, size_t i, struct session *session);

/* Reads each target as session_read does with a check, on as many threads as there are processors,
 * and has them taken on this one, in their order, each as soon as it and those before are read. */
void
crowd_read(const struct arguments *args, const struct target *targets, size_t count,
	   const struct judging *judging, crowd_taker *take, void *data);

/* How many threads are worth their while: as many as processors, 1 at least. */
unsigned
crowd_threads(void);

#endif
