/* SPDX-License-Identifier: MIT */
/* Pictures as Enhanced Metafiles, for documents of office suites. Classes look as they do on paper;
 * what is translucent is mixed with its white. */
#ifndef PRESALE_DRAW_PEN_EMF_PEN_H
#define PRESALE_DRAW_PEN_EMF_PEN_H

#include "draw/pen/emf.h"
#include "draw/pen/ink.h"
#include "draw/pen/pen.h"
#include "support/map.h"

enum { EMF_GROUPS = 4 }; /* within one another */

struct emf_pen {
	struct pen pen; /* first: who draws knows no more */
	struct emf emf;
	struct buf *out;
	struct arena *arena;
	struct ink_rules rules;
	struct map looks; /* by the class of a group and those of what is in it */
	const struct pen_group *groups[EMF_GROUPS];
	uint32_t depth;
	struct spot origin;
};

/* A pen that writes a file to out, an empty buffer. arena outlives the drawing, and takes its
 * outlines. */
struct emf_pen
emf_pen(struct buf *out, struct arena *arena);

#endif
