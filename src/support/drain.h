/* SPDX-License-Identifier: MIT */
/* Where a text goes while it grows, so that the whole of it never stands in memory. */
#ifndef PRESALE_SUPPORT_DRAIN_H
#define PRESALE_SUPPORT_DRAIN_H

#include "support/buf.h"

struct drain {
	size_t from; /* bytes from which on a text is taken */
	/* Takes what is written; leaves the text empty, or as it is when nobody wants pieces. */
	void (*take)(struct drain *drain, struct buf *text);
};

/* Lets a text go when it is long enough, where nothing written can change any more. No drain: it
 * stays. */
static inline void
drain_text(struct drain *drain, struct buf *text)
{
	if (drain && text->length >= drain->from)
		drain->take(drain, text);
}

#endif
