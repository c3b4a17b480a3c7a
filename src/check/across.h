/* SPDX-License-Identifier: MIT */
/* What the processes of one portfolio say of the same things: each is judged beside those before.
 */
#ifndef PRESALE_CHECK_ACROSS_H
#define PRESALE_CHECK_ACROSS_H

#include "check/check.h"
#include "support/map.h"

/* What is kept of the processes so far: nothing of it points into them. Zeros: none; it goes with
 * the heap that it is kept in (support/memory.h). */
struct across {
	struct arena arena;
	struct map accounts; /* by portfolio, name and rule */
	struct map roles;    /* in how many processes each has work */
};

/* Adds what is found in a process beside those before, given levels, ordered, then keeps what it
 * says itself. A process without a portfolio stands alone. */
void
check_across(struct across *across, const struct model *model, const struct check_options *options,
	     struct diagnostics *diags);

#endif
