/* SPDX-License-Identifier: MIT */
/* Messages as they come and go: each behind a head that says how long it is. */
#ifndef PRESALE_CLI_LSP_WIRE_H
#define PRESALE_CLI_LSP_WIRE_H

#include "support/buf.h"
#include "support/memory.h"

#include <stdbool.h>

/* The largest message, in MiB: more than any text that people write. */
enum { WIRE_MOST_MIB = 64 };

struct wire {
	int in, out;
	struct memory_heap
	    *heap;       /* of what is read: it stays when the work under way is given up */
	struct buf read; /* that is not taken yet */
	size_t taken;    /* of it */
	size_t skipped;  /* how much of what comes is passed over */
	bool ended;      /* nothing comes any more */
	bool failed;     /* nobody takes what goes */
};

enum wire_news {
	WIRE_NOTHING, /* has come, as far as one would have to wait */
	WIRE_MESSAGE,
	WIRE_BROKEN, /* a head that says no length; what follows it is taken for another */
	WIRE_LARGE,  /* a message that is too large, and passed over */
	WIRE_END,
};

/* The next message: *text, of *length bytes behind which a zero stands, until this is called again.
 * Without wait only what has come already. */
enum wire_news
wire_next(struct wire *wire, bool wait, const char **text, size_t *length);

/* Passes over the message that is under way: there is no memory for it. */
void
wire_give_up(struct wire *wire);

/* Sends a message. It allocates nothing. */
void
wire_send(struct wire *wire, const char *text, size_t length);

#endif
