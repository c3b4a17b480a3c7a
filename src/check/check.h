/* SPDX-License-Identifier: MIT */
/* Judges a process: runs the rules, then settles what every finding counts as. */
#ifndef PRESALE_CHECK_CHECK_H
#define PRESALE_CHECK_CHECK_H

#include "diag/diag.h"
#include "model/model.h"

/* `rule or group/… = severity`, as given on the command line. */
struct rule_level {
	const char *pattern;
	enum severity severity;
};

struct check_options {
	int32_t today;                   /* days since 1970-01-01 */
	const struct rule_level *levels; /* later ones win; they win over the file's */
	size_t level_count;
	const char *edition; /* the one that is to be built, or NULL */
	bool strict;         /* warnings count as errors */
};

/* Runs every rule that is on and adds what it finds to the findings of loading; then gives all of
 * them their severity by the file's settings, its status and the options, and drops those that are
 * off or silenced. Sorts them. */
void
check_model(const struct model *model, const struct check_options *options,
	    struct diagnostics *diags);

#endif
