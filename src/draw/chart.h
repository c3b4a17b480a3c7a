/* SPDX-License-Identifier: MIT */
/* The process map as a picture: lanes for roles, stages across them, steps as cards, decisions as
 * diamonds. */
#ifndef PRESALE_DRAW_CHART_H
#define PRESALE_DRAW_CHART_H

#include "draw/layout.h"
#include "support/buf.h"

struct chart_options {
	bool vertical; /* the process runs downwards */
	double page;   /* the long side of the paper in pixels (pages of a broader map stand upright
			  and grow), or 0 for one picture */
	bool inlined;  /* becomes part of an HTML page: no heading, legend or ground of its own */
	const char *prefix; /* of every id and class: several pictures may share a page. ASCII, an
			       XML name */
	const char *href;   /* what the address of a stage or step begins with, before its anchor
			       ("#"); NULL for no links */
};

struct chart;

/* Lays a process out; flow and arena must outlive it. */
struct chart *
chart_new(const struct flow *flow, const struct chart_options *options, struct arena *arena);

/* The number of pages, at least 1. */
uint32_t
chart_pages(const struct chart *chart);

/* Whether its pages are higher than broad, the map itself being too high for others. */
bool
chart_is_upright(const struct chart *chart);

/* Draws a page, counted from 0. */
void
chart_draw(const struct chart *chart, uint32_t page, struct pen *pen);

/* Writes a page, counted from 0, as an <svg> element without an XML declaration. */
void
chart_write(const struct chart *chart, uint32_t page, struct buf *out);

#endif
