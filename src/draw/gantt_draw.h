/* SPDX-License-Identifier: MIT */
/* What the parts of the schedule share: gantt.c arranges rows and draws them, gantt_axis.c the
 * lines of the time, gantt_legend.c explains the signs, gantt_scale.c knows where a moment stands.
 */
#ifndef PRESALE_DRAW_GANTT_DRAW_H
#define PRESALE_DRAW_GANTT_DRAW_H

#include "draw/gantt.h"
#include "draw/gantt_scale.h"

enum { GANTT_MARGIN = 16, GANTT_TITLE = 52, GANTT_AXIS = 26, GANTT_BAR = 14 };

/* The tip of an arrow. */
#define GANTT_TIP 3.5

/* What a schedule may show, in the order of the legend. */
enum gantt_sign {
	GANTT_SIGN_CRITICAL,
	GANTT_SIGN_USUAL,
	GANTT_SIGN_STEP,
	GANTT_SIGN_POINT,
	GANTT_SIGN_ONGOING,
	GANTT_SIGN_SLACK,
	GANTT_SIGN_LINK,
	GANTT_SIGN_ASIDE,
	GANTT_SIGN_PARTIAL,
	GANTT_SIGN_BREAK,
	GANTT_SIGNS
};

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
	double left;             /* where the first day begins */
	bool signs[GANTT_SIGNS]; /* those that it shows */
	double width, height;    /* of the page being drawn */
	double bottom;           /* of its rows */
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

/* Draws the sign of what takes no time around a spot: a diamond. */
void
gantt_draw_point(const struct gantt *gantt, struct spot middle);

/* The legend from a height on, in as many lines as it needs; gives how high it is. */
double
gantt_put_legend(const struct gantt *gantt, double y, bool drawn);

#endif
