/* SPDX-License-Identifier: MIT */
/* What a view leaves out, said by each output that shows it. */
#ifndef PRESALE_EMIT_LIMITS_H
#define PRESALE_EMIT_LIMITS_H

#include "emit/emit.h"
#include "view/book/book.h"

/* Has the user told what a book leaves out of the file stem + suffix. */
void
limits_say(struct emission *emission, struct book_limits limits, const char *suffix);

#endif
