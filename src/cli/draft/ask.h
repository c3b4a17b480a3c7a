/* SPDX-License-Identifier: MIT */
/* Asking a person at a terminal, and reading what a program gives instead. Questions go to standard
 * error, so that what is written may go elsewhere. */
#ifndef PRESALE_CLI_DRAFT_ASK_H
#define PRESALE_CLI_DRAFT_ASK_H

#include "cli/call/call.h"

/* True when somebody is there to be asked. */
bool
ask_is_possible(void);

/* From now on, until ask_no_more, whoever interrupts the program (Ctrl-C) ends the input, as Ctrl-D
 * does for the answer under way, instead of the program. */
void
ask_until_interrupted(void);
void
ask_no_more(void);

/* What is answered to a question, on one line without blanks around it, in args' arena; "" for
 * nothing. NULL when the input has ended. */
const char *
ask(struct arguments *args, const char *question);

/* Lines of an answer up to an empty one, but for those that are pasted along with more; NULL when
 * the input ends before any. */
const char *
ask_lines(struct arguments *args, const char *question);

/* All of standard input; NULL, with a complaint, when it cannot be read or is no UTF-8. */
const char *
ask_input(struct arguments *args);

#endif
