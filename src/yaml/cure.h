/* SPDX-License-Identifier: MIT */
/* What a file that YAML refuses would be without the fault, so that the rest of it can be read, and
 * whoever wrote it hears of all mistakes at once. */
#ifndef PRESALE_YAML_CURE_H
#define PRESALE_YAML_CURE_H

#include "yaml/mend.h"
#include "yaml/trap.h"

/* Mends what a complaint of the parser is about; false where nobody can tell how. A mend is a guess
 * unless it is what the finding's message advises. The mends' texts are in diags' arena. */
bool
cure_finding(struct mends *mends, struct trap_text *source, struct diagnostics *diags,
	     const struct diagnostic *finding);

/* Leaves a line out, or the last one above it that is still there, with what hangs on it: the lines
 * below that are further in. False when none is left. */
bool
cure_leave_out(struct mends *mends, struct trap_text *source, uint32_t line);

/* Whether a finding may come of what was mended in its line already: a guess was wrong. */
bool
cure_is_echo(const struct mends *mends, struct trap_text *source, const struct diagnostic *finding);

#endif
