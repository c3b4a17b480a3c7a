/* SPDX-License-Identifier: MIT */
/* What the parts of the schedule share: gantt.c arranges rows and draws them, gantt_axis.c the
 * lines of the time, gantt_scale.c knows where a moment stands. */
#ifndef PRESALE_DRAW_GANTT_DRAW_H
#define PRESALE_DRAW_GANTT_DRAW_H

#include "draw/gantt.h"
#include "draw/gantt_scale.h"

enum { GANTT_MARGIN = 16, GANTT_TITLE = 52, GANTT_AXIS = 26 };

struct gantt_row;

struct gantt {
	const struct model *model;
	const struct voice *voice;
	const struct plan *plan;
	const struct schedule *times; /* by task */
	struct arena *arena;
	struct pen *pen;
	struct gantt_options options;
	double names, notes; /* the width of both */
	uint32_t *page_from; /* rows; one more at the end */
	uint32_t page_count;
	uint32_t first,
	    behind; /* the rows of the page being drawn, and how far they are moved up */
	double up;
	struct gantt_row *rows;
	uint32_t count;
	struct gantt_scale scale;
	double left;                 /* where the first day begins */
	bool has_aside, has_partial; /* some task is an exception; is for some variants only */
	double width, height;        /* of the page being drawn */
	double bottom;               /* of its rows */
};

extern const struct svg_font gantt_font_note;

/* Where the axis begins: below the heading, if there is one. */
static inline double
gantt_top(const struct gantt *gantt)
{
	return gantt->options.width > 0 ? 2 : GANTT_MARGIN + GANTT_TITLE;
}

/* Draws the lines of the time behind all rows of the page, and what they are called. */
void
gantt_draw_axis(const struct gantt *gantt);

/* Draws the sign of a change of scale around a spot: two strokes across. */
void
gantt_draw_break(const struct gantt *gantt, struct spot at);

#endif
