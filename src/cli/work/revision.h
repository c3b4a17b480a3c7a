/* SPDX-License-Identifier: MIT */
/* A file as it was in a revision of its git repository, with all that lies in its folder and below:
 * what it includes can be nowhere else. */
#ifndef PRESALE_CLI_WORK_REVISION_H
#define PRESALE_CLI_WORK_REVISION_H

#include "cli/call/call.h"
#include "cli/work/guard.h"

struct revision {
	struct guard guard; /* removes what was taken, whatever comes */
	const char *path;   /* where the file is now; in args */
};

/* Takes the files of a revision into a folder of its own; the caller ends with revision_close.
 * False after a complaint, when nothing is left to be closed. */
bool
revision_open(struct revision *revision, struct arguments *args, const char *name,
	      const char *path);

/* The oldest commit in which the file has this text, in short, in args; NULL when there is none, or
 * git knows nothing of the file. It complains of nothing. */
const char *
revision_first_with(struct arguments *args, const char *path, const char *text);

/* Removes what was taken. */
void
revision_close(struct revision *revision);

#endif
