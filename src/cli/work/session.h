/* SPDX-License-Identifier: MIT */
/* What commands begin with: a process loaded, judged, and shown what was found in it. */
#ifndef PRESALE_CLI_WORK_SESSION_H
#define PRESALE_CLI_WORK_SESSION_H

#include "cli/call/roots.h"
#include "cli/work/judge.h"
#include "diag/diag.h"
#include "source/source.h"

/* A source as the commands see it: loaded and judged. */
struct session {
	const char *path;
	const struct model *model;
	struct diagnostics diags;
	struct sources *sources;
	int lang;                   /* of messages */
	size_t known;               /* findings that the baseline holds */
	bool unreadable;            /* the file itself */
	enum presale_status status; /* PRESALE_CONTENT when the findings fail the call,
				       PRESALE_USAGE when unreadable */
};

/* Loads a process and, with checked, checks it. The caller closes the session. */
struct session
session_open(struct arguments *args, const struct target *target, const struct judging *judging,
	     bool checked);
/* Gives back what findings take once they were shown; the texts of the files stay with the model.
 */
void
session_forget(struct session *session);
void
session_close(struct session *session);

/* Prints for people what was found in so many files, and a summary when anything was. */
void
sessions_print(struct arguments *args, const struct session *sessions, size_t count,
	       const struct judging *judging, bool to_out);

/* The graver of two statuses. */
enum presale_status
status_graver(enum presale_status a, enum presale_status b);

#endif
