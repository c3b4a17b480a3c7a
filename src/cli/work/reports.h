/* SPDX-License-Identifier: MIT */
/* Reports as they are asked for, by --format NAME[=FILE]. */
#ifndef PRESALE_CLI_WORK_REPORTS_H
#define PRESALE_CLI_WORK_REPORTS_H

#include "cli/call/values.h"
#include "files/file_ids.h"

/* Which option asks for them, and of which list their names are. */
struct report_kind {
	enum option option;
	enum presale_list list;
	enum value value;
};

struct wanted_report {
	const char *name;
	bool text;        /* it is for people */
	const char *path; /* NULL for the screen */
};

struct wanted_reports {
	struct wanted_report *items;
	size_t count;
	const struct wanted_report *screen; /* the one that goes there, or NULL */
};

/* Reads them; false after a complaint. */
bool
reports_read(struct arguments *args, const struct report_kind *kind, struct presale *library,
	     struct wanted_reports *reports);

/* The file of a report that is one of these, or NULL. */
const char *
reports_over(const struct wanted_reports *reports, const struct file_ids *inputs);

/* Writes a file whole or not at all; false after a complaint. */
bool
reports_write(struct arguments *args, const char *path, const struct buf *text);

#endif
