/* SPDX-License-Identifier: MIT */
/* What presale help says of a key of the format. */
#ifndef PRESALE_CLI_MANUAL_KEYS_H
#define PRESALE_CLI_MANUAL_KEYS_H

#include "cli/call/call.h"

/* Prints what a key means at each kind of thing, with a process for an example, or all keys of a
 * kind; false when the word is neither. */
bool
keys_explain(struct arguments *args, const char *word);

#endif
