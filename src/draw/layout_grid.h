/* SPDX-License-Identifier: MIT */
/* The grid that a layout is made on, shared by its three steps: layout_place.c gives every node a
 * cell, layout_route.c finds the routes of edges along the grid's lines, layout_track.c sets lines
 * that share a channel side by side; layout.c gives the lines their coordinates.
 *
 * The flow segments along; lanes lie across. Lines along (numbered 3k, 3k+1, 3k+2 for column k):
 * the two tracks bundles of the channel before the column, near (for what leaves the column before)
 * and far (for what enters the column), and the middle of the column. Lines across (2r, 2r+1 for
 * row r): the channel before the row and the middle of the row. */
#ifndef PRESALE_DRAW_LAYOUT_GRID_H
#define PRESALE_DRAW_LAYOUT_GRID_H

#include "draw/layout.h"

enum { NO_NODE = UINT32_MAX };

/* Along the flow, against it, across it to later and to earlier rows. */
enum grid_heading { HEADING_AHEAD, HEADING_BACK, HEADING_DOWN, HEADING_UP };

/* A corner of a route: lines along and across. */
struct crossing {
	uint32_t along, across;
};

struct route {
	struct crossing *corners; /* from the cell of one node to that of the other */
	uint32_t count;
};

/* A straight part of a route, on one line. */
struct segment {
	uint32_t edge, number; /* the number-th of its route */
	bool ahead;            /* on a line across, that is: lies along the flow */
	uint32_t line;
	uint32_t low, high;      /* lines of the other kind that it ends at */
	int low_side, high_side; /* where its route turns to there: -1 to smaller, 1 to greater
				    lines of its own kind, 0 at a node */
	double offset;           /* from the beginning of the line's band */
};

/* Where the label of a branch stands. */
enum label_place {
	LABEL_NONE,
	LABEL_NEAR, /* over the route ahead, beside its split */
	LABEL_SIDE, /* beside the route across, at its split */
	LABEL_GAP,  /* over the route ahead, after it has parted from those it shares the port with
		     */
};

struct grid {
	const struct flow *flow;
	const struct layout_options *options;
	struct arena *arena;
	struct arena scratch;
	uint32_t columns, rows;
	uint32_t *column, *row; /* by node */
	uint32_t *lane;         /* by node: the place of its lane in lane_order */
	uint32_t *lane_order;
	uint32_t *lane_row;        /* by place: the first row; one more at the end */
	uint32_t *stage_column;    /* by stage: the first column; one more at the end */
	uint32_t *cells;           /* the node in a cell, or NO_NODE: column * rows + row */
	struct route *routes;      /* by edge */
	struct segment **segments; /* by edge: count - 1 of them */
	enum label_place *labels;  /* by edge */
	uint32_t
	    *label_segments; /* by edge: the number of the segment that a LABEL_GAP stands over */
	double *bands[2];    /* by line along and by line across: the room its segments take, 0 for
				middles */
};

/* Lines of a column and row. */
static inline uint32_t
grid_column_line(uint32_t column)
{
	return 3 * column + 2;
}
static inline uint32_t
grid_row_line(uint32_t row)
{
	return 2 * row + 1;
}

/* True when a line runs through the middle of a column (along) or of a row, where nodes stand, and
 * not through a channel. */
static inline bool
grid_is_middle(bool along, uint32_t line)
{
	return along ? line % 3 == 2 : line % 2 == 1;
}

/* Gives every node its column and row. Fills cells, rows and stage_column. */
void
layout_place(struct grid *grid);

/* Finds for each edge the lines it runs on. The nodes are placed; fills routes. */
void
layout_route(struct grid *grid);

/* Sets the routes apart, so that none covers another, and finds how wide each channel is. The
 * routes are known; fills segments, labels and bands. */
void
layout_track(struct grid *grid);

/* The direction from one corner to the next. */
static inline enum grid_heading
grid_heading(struct crossing from, struct crossing to)
{
	if (from.across == to.across)
		return to.along > from.along ? HEADING_AHEAD : HEADING_BACK;
	return to.across > from.across ? HEADING_DOWN : HEADING_UP;
}

/* True for an edge that goes straight across the flow, from a task to the one it hands over to in
 * the same column. */
static inline bool
grid_is_straight_across(const struct grid *grid, const struct flow_edge *edge)
{
	return !edge->back && edge->from->type == FLOW_TASK && edge->to->type == FLOW_TASK &&
	       grid->column[edge->from->index] == grid->column[edge->to->index];
}

/* The size of a label along and across the flow. */
static inline double
grid_label_along(const struct grid *grid, uint32_t edge)
{
	return grid->options->vertical ? grid->options->labels[edge].height
				       : grid->options->labels[edge].width;
}
static inline double
grid_label_across(const struct grid *grid, uint32_t edge)
{
	return grid->options->vertical ? grid->options->labels[edge].width
				       : grid->options->labels[edge].height;
}

#endif
