/* SPDX-License-Identifier: MIT */
/* Which things of a list were moved: as few as can be, by the longest sequence that still stands in
 * its order. */
#ifndef PRESALE_CHANGE_ORDER_H
#define PRESALE_CHANGE_ORDER_H

#include "change/match.h"

/* By item of the later list: true when the thing came from elsewhere, or stands before or behind
 * others than it did. New ones were not moved, nor was anything whose order says nothing. In arena;
 * n log n. */
const bool *
order_moved(const struct matching *match, const struct entity *was, const struct entity *is,
	    const struct field *field, struct arena *arena);

#endif
