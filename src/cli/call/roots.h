/* SPDX-License-Identifier: MIT */
/* From the operands to processes: the roots in a folder, and the root that a part belongs to. */
#ifndef PRESALE_CLI_CALL_ROOTS_H
#define PRESALE_CLI_CALL_ROOTS_H

#include "cli/call/call.h"

/* A process that is to be built or checked. */
struct target {
	const char *path;
	const char *
	    *parts; /* a check tells what is found in these of its files alone; none: in all */
	size_t part_count;
	bool alone; /* a part without a root */
};

struct roots_found {
	const char **paths; /* in order */
	size_t count;
	bool whole; /* false: there is too much to look at, and some were not found */
};

/* The roots in a folder and below, hidden folders and that of the outputs left out. In args. */
struct roots_found
roots_below(struct arguments *args, const char *folder);

/* The portfolio that the current folder is in, or NULL. In args. */
const char *
roots_portfolio(struct arguments *args);

/* True for the file of a portfolio. */
bool
roots_is_portfolio(const char *path);

/* The processes that it lists. In args. */
struct roots_found
roots_listed(struct arguments *args, const char *portfolio);

/* The process that an operand leads to: the first in a folder or of a portfolio, the root of a
 * part; NULL when it cannot be read, or not a second time. */
const char *
roots_first(struct arguments *args, const char *operand);

/* What the operands of a build or check stand for: each process once. In args. */
struct target *
roots_of(struct arguments *args, size_t *count);

#endif
