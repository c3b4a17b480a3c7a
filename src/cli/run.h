/* SPDX-License-Identifier: MIT */
/* The commands' functions, one for each row of commands.def. */
#ifndef PRESALE_CLI_RUN_H
#define PRESALE_CLI_RUN_H

#include "cli/cli.h"

#define COMMAND(ID, name, ...) enum presale_status run_##name(struct arguments *args);
#include "cli/commands.def"
#undef COMMAND

#endif
