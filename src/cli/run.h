/* SPDX-License-Identifier: MIT */
/* The commands' functions, one for each row of commands.def, and what several of them share. */
#ifndef PRESALE_RUN_H
#define PRESALE_RUN_H

#include "check/check.h"
#include "cli/cli.h"
#include "diag/diag.h"

#define COMMAND(ID, name, ...)                                                                                                   \
	enum presale_status                                                                                                     \
	run_##name(struct arguments *args);
#include "cli/commands.def"
#undef COMMAND

/* A source as the commands see it: loaded, judged, its findings printed. */
struct session {
	struct model *model;
	struct diagnostics diags;
	enum presale_status status; /* PRESALE_CONTENT with errors, PRESALE_USAGE when unreadable */
};

/* Loads a file, checks it (unless options is NULL) and prints what is wrong with it. The caller ends the session. */
struct session
session_open(struct arguments *args, const char *path, const struct check_options *options);
void
session_close(struct session *session);

/* The graver of two statuses. */
enum presale_status
graver(enum presale_status a, enum presale_status b);

#endif
