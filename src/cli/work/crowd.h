/* SPDX-License-Identifier: MIT */
/* Many processes loaded and judged side by side. */
#ifndef PRESALE_CLI_WORK_CROWD_H
#define PRESALE_CLI_WORK_CROWD_H

#include "cli/work/session.h"

/* Fills sessions, one a target in their order, as session_read does one by one with a check; on as
 * many threads as there are processors. The caller closes each. */
void
crowd_read(const struct arguments *args, const struct target *targets,
	   const struct judging *judging, struct session *sessions, size_t count);

/* How many threads are worth their while: as many as processors, 1 at least. */
unsigned
crowd_threads(void);

#endif
