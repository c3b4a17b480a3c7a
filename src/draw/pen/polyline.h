/* SPDX-License-Identifier: MIT */
/* The outline that a path of SVG draws, as straight lines from point to point. */
#ifndef PRESALE_DRAW_PEN_POLYLINE_H
#define PRESALE_DRAW_PEN_POLYLINE_H

#include "draw/pen/pen.h"
#include "support/arena.h"

struct polyline_part {
	struct spot *spots;
	uint32_t count;
	bool closed; /* its end is joined to its beginning, which is no point twice */
};

struct polyline {
	struct polyline_part *parts;
	uint32_t count;
};

/* Reads a path, whose coordinates count from origin. In arena. */
struct polyline
polyline_read(struct arena *arena, const char *path, struct spot origin);

/* What is seen of an outline that is dashed: so many pixels of line, then so many of none. */
struct polyline
polyline_dashed(struct arena *arena, const struct polyline *polyline, double line, double gap);

#endif
