/* SPDX-License-Identifier: MIT */
/* What is said of what stands at a place, as Markdown. */
#ifndef PRESALE_ASSIST_ABOUT_H
#define PRESALE_ASSIST_ABOUT_H

#include "assist/assist.h"
#include "model/show.h"

/* A thing: what a role does and who has it, what a term means, when a stage or step is. */
void
about_thing(struct assist *assist, const struct voice *voice, const struct entity *thing,
	    struct buf *out);

/* A field: what it says, what it takes, an example; of a thing's deadline what it comes to. The
 * thing may be NULL. */
void
about_field(struct assist *assist, const struct voice *voice, const struct field *field,
	    const struct entity *owner, struct buf *out);

/* When a stage or step ends, counted from the start of the process; "" where nobody can tell. In
 * arena. */
const char *
about_time(struct assist *assist, const struct voice *voice, const struct entity *thing,
	   struct arena *arena);

#endif
