/* SPDX-License-Identifier: MIT */
/* Many lengths of time, of which only the kinds are kept that there are: most processes have one.
 */
#ifndef PRESALE_PLAN_LENGTHS_H
#define PRESALE_PLAN_LENGTHS_H

#include "model/duration.h"

#include <stddef.h>

struct lengths {
	int64_t *working, *calendar, *clock; /* minutes by place; NULL: none of the kind */
	int64_t week;                        /* minutes of work */
};

/* The length kept at a place; its weight is reckoned anew. */
static inline struct length
lengths_at(const struct lengths *lengths, size_t place)
{
	return length_of(lengths->working ? lengths->working[place] : 0,
			 lengths->calendar ? lengths->calendar[place] : 0,
			 lengths->clock ? lengths->clock[place] : 0, lengths->week);
}

/* Keeps a length at a place. A kind of time that the process has nowhere is not kept. */
static inline void
lengths_put(const struct lengths *lengths, size_t place, struct length length)
{
	if (lengths->working)
		lengths->working[place] = length.working;
	if (lengths->calendar)
		lengths->calendar[place] = length.calendar;
	if (lengths->clock)
		lengths->clock[place] = length.clock;
}

#endif
