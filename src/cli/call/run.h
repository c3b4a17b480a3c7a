/* SPDX-License-Identifier: MIT */
/* The commands' functions, one for each row of commands.def. */
#ifndef PRESALE_CLI_CALL_RUN_H
#define PRESALE_CLI_CALL_RUN_H

#include "cli/call/call.h"

#define COMMAND(ID, name, ...) enum presale_status run_##name(struct arguments *args);
#include "cli/call/commands.def"
#undef COMMAND

#endif
