/* SPDX-License-Identifier: MIT */
/* What may be said for a deadline: known only to the library. */
#ifndef PRESALE_CLI_DRAFT_DRAFT_DEADLINE_H
#define PRESALE_CLI_DRAFT_DRAFT_DEADLINE_H

#include "cli/call/call.h"

/* True when a text is a deadline; else *why tells what is wrong with it. */
bool
draft_takes_deadline(struct arguments *args, const char *text, const char **why);

#endif
