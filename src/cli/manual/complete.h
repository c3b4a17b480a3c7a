/* SPDX-License-Identifier: MIT */
/* What may stand at the cursor of a command line, for the shells: their scripts know nothing of
 * options. */
#ifndef PRESALE_CLI_MANUAL_COMPLETE_H
#define PRESALE_CLI_MANUAL_COMPLETE_H

#include "cli/call/call.h"

/* Writes what the last of so many words, as far as it is typed, may become. The first line says
 * what: `words`, which follow, one a line with a tab and what it is about; `files` or `folders`,
 * which the shell finds, with a tab and what of the word stands before the name. */
void
complete_words(struct arguments *args, const char *const *words, size_t count, struct buf *out);

#endif
