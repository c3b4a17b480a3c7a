/* SPDX-License-Identifier: MIT */
/* What the verbs of `presale run` have in common. */
#ifndef PRESALE_CLI_RUNNING_H
#define PRESALE_CLI_RUNNING_H

#include "cli/work/session.h"

/* A call of `presale run`, without its verb among the operands. */
struct running {
	struct arguments *args;
	struct judging judging;
};

/* presale run new, status, done, build, move, pilot. */
enum presale_status
running_new(struct running *running);
enum presale_status
running_status(struct running *running);
enum presale_status
running_done(struct running *running);
enum presale_status
running_build(struct running *running);
enum presale_status
running_move(struct running *running);
enum presale_status
running_pilot(struct running *running);

/* Complains that a verb needs other operands. */
enum presale_status
running_misuse(struct running *running, const char *verb, enum say wanted);

/* Opens the runs of the operands, folders among them, in args; NULL after a complaint. The caller
 * closes them with running_close. */
struct session *
running_open(struct running *running, size_t *count);
void
running_close(struct session *sessions, size_t count);

/* All of them in a form, in the first one's memory; NULL after a complaint. */
const char *
running_text(struct running *running, struct session *sessions, size_t count, const char *form,
	     size_t *length);

#endif
