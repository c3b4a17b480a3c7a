/* SPDX-License-Identifier: MIT */
/* The commits that changed the files of a process, looked through for a state of it. */
#ifndef PRESALE_CLI_WORK_HISTORY_H
#define PRESALE_CLI_WORK_HISTORY_H

#include "cli/work/revision.h"

/* So many commits are looked at, at most. */
enum { HISTORY_MOST = 200 };

/* Whether the state that lies at revision->path is the one that is sought. */
typedef bool
history_judge(struct revision *revision, void *data);

struct history_search {
	struct presale
	    *library;     /* has loaded the process as it is: its files are those looked at */
	size_t skip;      /* so many of its files, the first, are not of the process */
	const char *text; /* stands in the files since the state that is sought, or NULL */
	bool oldest;      /* of several states the oldest is sought, not the latest */
	history_judge *judge;
	void *data;
};

/* The commit of the state that is sought, in short, in args: its files are then those taken. NULL
 * when there is none among the commits. */
const char *
history_find(struct revision *revision, const struct history_search *search);

#endif
