/* SPDX-License-Identifier: MIT */
/* presale build --watch: a build whenever a file it depends on was saved, until a signal. */
#ifndef PRESALE_CLI_REBUILD_H
#define PRESALE_CLI_REBUILD_H

#include "cli/cli.h"

/* PRESALE_CLEAN after SIGINT, SIGTERM or SIGHUP; PRESALE_USAGE at once when the command line is at
 * fault. */
enum presale_status
rebuild_run(struct arguments *args);

#endif
