/* SPDX-License-Identifier: MIT */
/* The process map as a picture: lanes for roles, stages across them, steps as cards, decisions as
 * diamonds. */
#ifndef PRESALE_DRAW_CHART_H
#define PRESALE_DRAW_CHART_H

#include "draw/layout.h"
#include "support/drain.h"

/* What stands around a map. */
enum chart_frame {
	CHART_WHOLE,  /* a heading, a legend, a ground: it is a file of its own */
	CHART_SIGNED, /* a legend */
	CHART_BARE    /* nothing: it becomes part of an HTML page */
};

struct chart_size {
	double width, height;
};

struct chart_options {
	bool vertical; /* the process runs downwards */
	double page;   /* the long side of the paper in pixels (pages of a broader map stand upright
			  and grow), or 0 for one picture */
	double breadth; /* the short side of paper that is no larger, whatever the map, which runs
			   to the right: each page is without the lanes that have no work there,
			   and several share a sheet. 0: as page says, a page a sheet */
	bool brief;     /* of a step what tells it from others: the text beside the map has the
			   rest. All stands closer together */
	enum chart_frame frame;
	const char *prefix; /* of every id and class: several pictures may share a page. ASCII, an
			       XML name */
	const char *href;   /* what the address of a stage or step begins with, before its anchor
			       ("#"); NULL for no links */
};

/* The sheets that a document has for a map, and the nodes of one that would take more. */
enum { CHART_SHEETS_MOST = 12, CHART_NODES_MOST = 40 * CHART_SHEETS_MOST };

struct chart;

/* Lays a process out; flow and arena must outlive it. */
struct chart *
chart_new(const struct flow *flow, const struct chart_options *options, struct arena *arena);

/* The number of sheets, at least 1. */
uint32_t
chart_sheets(const struct chart *chart);

/* The size of a sheet, counted from 0, in pixels. */
struct chart_size
chart_sheet_size(const struct chart *chart, uint32_t sheet);

/* Draws a sheet, counted from 0. */
void
chart_draw(const struct chart *chart, uint32_t sheet, struct pen *pen);

/* Writes a sheet, counted from 0, as an <svg> element without an XML declaration; a drain (or NULL)
 * takes of it what is drawn. */
void
chart_write(const struct chart *chart, uint32_t sheet, struct buf *out, struct drain *drain);

#endif
