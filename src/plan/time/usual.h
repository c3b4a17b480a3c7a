/* SPDX-License-Identifier: MIT */
/* The usual path, and what is aside of it. Inside of src/plan only. */
#ifndef PRESALE_PLAN_TIME_USUAL_H
#define PRESALE_PLAN_TIME_USUAL_H

#include "plan/time/way.h"

/* Marks the tasks on the usual path, each within what it is part of, and cuts the edges that have
 * no say in when something is: from what is aside of the usual path to what is on it, and out of
 * what is left by outcomes instead. The order was made with the routes. Linear in edges. */
void
usual_make(struct order *order, struct routes *routes, struct way *way);

/* Finds what each unusual outcome adds, when the usual path is known. For each it looks at what its
 * exception consists of, up to a limit for all of them, beyond which nothing is said of exceptions
 * at all. */
void
way_find_exceptions(struct way *way);

#endif
