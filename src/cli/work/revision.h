/* SPDX-License-Identifier: MIT */
/* A process as it was in a revision of its git repository: the files of its folder and below, and
 * where it has a portfolio those of the portfolio's. What it includes can be nowhere else. */
#ifndef PRESALE_CLI_WORK_REVISION_H
#define PRESALE_CLI_WORK_REVISION_H

#include "cli/call/call.h"
#include "cli/work/guard.h"

struct revision {
	struct guard guard; /* removes what was taken, whatever comes */
	struct arguments *args;
	const char *folder; /* that git is asked in */
	const char *top; /* of the repository, and where the folder is in it: "" or with a slash */
	const char *prefix;
	const char *name; /* of the file, from the folder */
	const char *into; /* where revisions are taken to */
	const char *path; /* where the file is in the one that was taken last; in args */
};

/* What stands in the way of asking git for a process. */
enum revision_state { REVISION_OK, REVISION_NO_GIT, REVISION_NO_REPOSITORY, REVISION_NO_WORKPLACE };

/* Makes ready to take revisions of the file at a path; the caller ends with revision_close, unless
 * something stands in the way, of which nothing is said. */
enum revision_state
revision_begin(struct revision *revision, struct arguments *args, const char *path);

enum revision_taken { TAKEN_OK, TAKEN_NOT_THERE, TAKEN_FAILED, TAKEN_STOPPED };

/* Takes the files of a commit, in place of those that were taken before. Nothing is said when the
 * file is not among them, git fails, or a signal stops it. */
enum revision_taken
revision_take(struct revision *revision, const char *commit);

/* Begins and takes the revision of a name, as people type it. False after a complaint, when nothing
 * is left to be closed. */
bool
revision_open(struct revision *revision, struct arguments *args, const char *name,
	      const char *path);

/* Removes what was taken. */
void
revision_close(struct revision *revision);

/* What git says to so many words behind `git -C FOLDER`, NULL-ended, line by line: NULL-ended, in
 * args; NULL when it fails. */
const char **
revision_ask(const struct revision *revision, const char *const *words);

/* Whether the clone lacks what others have. */
bool
revision_is_shallow(const struct revision *revision);

#endif
