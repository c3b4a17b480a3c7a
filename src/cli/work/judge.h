/* SPDX-License-Identifier: MIT */
/* The options that every check takes, read once for all files of a call, and what they make of the
 * findings. */
#ifndef PRESALE_CLI_WORK_JUDGE_H
#define PRESALE_CLI_WORK_JUDGE_H

#include "check/check.h"
#include "cli/call/call.h"
#include "diag/baseline.h"

struct judging {
	struct check_options checks;
	enum severity fail_on;  /* findings of this severity and above fail the call */
	size_t most_warnings;   /* more of them fail it too; SIZE_MAX: never */
	size_t most_shown;      /* a file; 0: all */
	struct baseline *known; /* NULL without --baseline */
	bool update;            /* write what is found as known */
};

/* Reads the options; what it gives lives in args but for the baseline. False after a complaint. */
bool
judge_read(struct arguments *args, struct judging *judging);
void
judge_free(struct judging *judging);

/* What so many findings, by severity, make of the call. */
enum presale_status
judge_status(const struct judging *judging, const size_t counts[SEVERITY_ERROR + 1]);

#endif
