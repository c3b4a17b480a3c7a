/* SPDX-License-Identifier: MIT */
/* The library's contexts as commands use them. */
#ifndef PRESALE_CLI_CALL_LIBRARY_H
#define PRESALE_CLI_CALL_LIBRARY_H

#include "cli/call/call.h"

/* A context that speaks a language: 0 English, 1 Russian, LANG_OPEN that of the process. The caller
 * closes it. */
struct presale *
library_open(int lang);

/* True when a word is of a list. */
bool
library_lists(struct presale *library, enum presale_list list, const char *word);

/* The keys of the format; ends the program when the library has no memory. */
const struct presale_key *
library_keys(struct presale *library, size_t *count);

/* After a call that may have failed: ends the program, as memory_end_with has it, when the library
 * had no memory. Gives the status. */
enum presale_status
library_fared(const struct presale *library, enum presale_status status);

/* Complains of the word that the last call that failed did not know, with those there are. */
void
library_complain(struct arguments *args, const struct presale *library);

#endif
