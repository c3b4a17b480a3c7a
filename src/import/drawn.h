/* SPDX-License-Identifier: MIT */
/* Stages and steps that are made of the shapes of a chart, and what leads from one to another. */
#ifndef PRESALE_IMPORT_DRAWN_H
#define PRESALE_IMPORT_DRAWN_H

#include "import/assembly.h"
#include "import/read/flowchart.h"

struct drawn_thing;

/* An edge from one thing to the next, past whatever is no work. */
struct drawn_route {
	struct drawn_thing *from, *to;    /* to NULL: the end */
	const char *condition;            /* or NULL */
	bool otherwise;                   /* taken when no other is */
	bool joined;                      /* whoever it leads to waits for others too */
	bool guessed;                     /* nobody has written the condition */
	struct drawn_route *next, *other; /* out of the same; into the same */
};

struct drawn_thing {
	const struct flowchart_shape *shape;
	struct import_piece *piece;
	const char *name, *id; /* id: "" when it needs none */
	enum kind kind;
	struct drawn_thing *above, *first, *last, *before, *next;
	uint32_t place; /* in the order of the process, from 1 */
	bool chooses;   /* it is left by outcomes */
	struct drawn_route *out, *last_out, *in;
	size_t out_count;
};

/* All of them: stages from first to last. */
struct drawn_things {
	struct assembly *assembly;
	const struct flowchart *chart;
	struct drawn_thing *first, *last;
	struct map by_shape;
};

/* The thing that comes next in the order of the process, or NULL. */
struct drawn_thing *
drawn_following(const struct drawn_thing *thing);

/* Writes what leads from thing to thing: outcomes, and what things wait for. */
void
drawn_take_routes(struct drawn_things *things);

#endif
