/* SPDX-License-Identifier: MIT */
/* What a view leaves out, said by each output that shows it. */
#ifndef PRESALE_EMIT_LIMITS_H
#define PRESALE_EMIT_LIMITS_H

#include "emit/emit.h"
#include "view/book/book.h"

/* True when a process has stages, which an edition may hide: without them a drawing of its course
 * would be a lone start. Else has the user told that the file stem + suffix is not made. */
bool
limits_let_draw(struct emission *emission, const char *suffix);

/* Has the user told what the document, the file stem + suffix, leaves out, and whom it is for. */
void
limits_say_document(struct emission *emission, const char *suffix);

/* Has the user told what a book leaves out of the file stem + suffix. */
void
limits_say(struct emission *emission, struct book_limits limits, const char *suffix);

#endif
