/* SPDX-License-Identifier: MIT */
/* Functions called from outside: each line of input is the name of one and its arguments, each a
 * full stop and the bytes in hexadecimal digits; each line of output is what it gave.
 * tests/calls.py is the other side. */
#ifndef PRESALE_CALLS_H
#define PRESALE_CALLS_H

#include "support/arena.h"
#include "support/buf.h"

#include <stdbool.h>
#include <stddef.h>

enum { ARGUMENTS = 64 };

struct call {
	struct arena arena;
	struct buf out; /* what it gives */
	const char *arguments[ARGUMENTS];
	size_t lengths[ARGUMENTS];
	size_t count;
};

struct callable {
	const char *name;
	void (*run)(struct call *call);
};

/* What the program offers, up to one without a name. */
extern const struct callable calls[];

/* An argument; it is a block of its own, so that sanitizers see who reads past its end. */
const char *
text(const struct call *call, size_t i);
long
number(const struct call *call, size_t i);

void
say(struct call *call, const char *said);
void
say_size(struct call *call, size_t size);
void
say_bool(struct call *call, bool is_true);

/* One that says what another function gives. */
#define SAYS(name, how, what) \
	static void call_##name(struct call *call) \
	{ \
		how(call, what); \
	}

#define CALL(name) {#name, call_##name}

#endif
