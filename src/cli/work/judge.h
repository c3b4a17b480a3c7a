/* SPDX-License-Identifier: MIT */
/* The options that every check takes, read once for all files of a call, and what they make of the
 * findings. */
#ifndef PRESALE_CLI_WORK_JUDGE_H
#define PRESALE_CLI_WORK_JUDGE_H

#include "cli/work/settings.h"

struct judging {
	struct settings settings;
	enum presale_severity fail_on;  /* findings of this severity and above fail the call */
	size_t most_warnings;           /* more of them fail it too; SIZE_MAX: never */
	const char *most_shown;         /* a file; "0": all */
	struct presale_baseline *known; /* NULL without --baseline */
	bool update;                    /* write what is found as known */
	struct told_once *told;      /* what was told of files that several processes have read */
	struct presale_peers *peers; /* the processes so far, of several */
};

/* Before any option is read: the caller ends with judge_free. */
struct judging
judge_begin(struct arguments *args);

/* Frees what judging holds, not the struct. */
void
judge_free(struct judging *judging);

/* Where there are several processes: has each be judged beside those before, and what is found in a
 * file that several read be told once. */
void
judge_many(const struct arguments *args, struct judging *judging);

/* Reads the options; what it gives lives in args but for what judge_free frees. False after a
 * complaint. */
bool
judge_read(struct arguments *args, struct judging *judging);

/* What so many findings, by severity, make of the call. */
enum presale_status
judge_status(const struct judging *judging, const size_t tally[PRESALE_SEVERITY_ERROR + 1]);

#endif
