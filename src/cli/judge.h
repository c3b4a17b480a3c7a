/* SPDX-License-Identifier: MIT */
/* The options that every check takes, read once for all files of a call. */
#ifndef PRESALE_JUDGE_H
#define PRESALE_JUDGE_H

#include "check/check.h"
#include "cli/cli.h"

/* Reads -r, --strict and --today; what it gives lives in args. False after a complaint. */
bool
judge_read(struct arguments *args, struct check_options *options);

#endif
