/* SPDX-License-Identifier: MIT */
/* What commands begin with: a process loaded, judged, and shown what was found in it. */
#ifndef PRESALE_CLI_WORK_SESSION_H
#define PRESALE_CLI_WORK_SESSION_H

#include "cli/call/roots.h"
#include "cli/work/judge.h"

/* A source as the commands see it: loaded and judged. */
struct session {
	const char *path;
	struct presale *library;                  /* that has loaded it */
	int lang;                                 /* of messages */
	size_t tally[PRESALE_SEVERITY_ERROR + 1]; /* findings, by severity */
	size_t known;                             /* findings that the baseline holds */
	bool checked;                             /* so far as it can be */
	bool unreadable;                          /* the file itself */
	bool no_edition;                          /* there is not the one that is asked for */
	enum presale_status status; /* PRESALE_CONTENT when the findings fail the call,
				       PRESALE_USAGE when unreadable */
};

/* Loads a process and, with checked, checks it. The caller closes the session. */
struct session
session_open(struct arguments *args, const struct target *target, const struct judging *judging,
	     bool checked);

/* The same in three steps. The first may be taken for different processes at a time; then comes the
 * language of what is said next, which is the document's. What was found is all there, until it is
 * left to what is to be told of it and counted. */
struct session
session_read(const struct arguments *args, const struct target *target,
	     const struct judging *judging, bool checked);
void
session_know_lang(struct arguments *args, struct session *session);
void
session_settle(struct session *session, const struct target *target, const struct judging *judging);

/* Before the last one: loads and checks the process anew, with these texts in place of files. */
void
session_mend(struct arguments *args, struct session *session, const struct presale_fixed *files,
	     size_t count);

/* Closes the library's context, with all that it gave; the struct is the caller's. */
void
session_close(struct session *session);

/* Prints for people what was found in a file, to standard output or standard error. */
void
session_tell(const struct session *session, const struct judging *judging, bool to_out);

/* Adds the same to a text, most findings at most ("0": all). */
void
session_text(const struct session *session, const char *most, bool colour, struct buf *out);

/* Prints how much was found in so many files, when anything was; they may be closed by then. */
void
sessions_sum_up(struct arguments *args, const struct session *sessions, size_t count, bool to_out);

/* Prints all of that to standard error. */
void
sessions_print(struct arguments *args, const struct session *sessions, size_t count,
	       const struct judging *judging);

/* The graver of two statuses. */
enum presale_status
session_graver(enum presale_status a, enum presale_status b);

#endif
