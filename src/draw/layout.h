/* SPDX-License-Identifier: MIT */
/* Where everything of a process graph stands in a picture: lanes along the flow, stages across it,
 * nodes in cells of a grid, and sequence flows as right-angled lines that run in channels between
 * the cells and never through a node.
 *
 * The flow runs to the right, or downwards. Sizes come from the caller, so that pictures and BPMN
 * share the layout. Units are those of the sizes; (0, 0) is the corner of the first lane, heads of
 * lanes and stages are the caller's. */
#ifndef PRESALE_DRAW_LAYOUT_H
#define PRESALE_DRAW_LAYOUT_H

#include "draw/pen/pen.h"
#include "plan/graph/flow.h"

struct layout_size {
	double width, height;             /* of the shape */
	double extra_width, extra_height; /* of what stands below it (beside it when the flow runs
					     downwards), or 0 */
};

struct layout_options {
	bool vertical;
	const struct layout_size *sizes;  /* by node */
	const struct layout_size *labels; /* by edge: width and height, 0 without a label */
	const double *stage_least;        /* by stage: the least extent along the flow */
	const double
	    *lane_least; /* by lane, as the flow lists them: the least extent across the flow */
	bool close;      /* less room is left free */
};

struct layout_node {
	struct box shape;
	struct box extra;
};

/* How a label is set against its line: text begins at the line, or ends there. */
struct layout_edge {
	struct spot
	    *spots; /* from the border of one shape to that of the other; neighbours share x or y */
	uint32_t count;
	struct box label; /* of no size without a label */
	bool label_ends;  /* the text of the label ends at the line instead of beginning there */
};

struct layout {
	double width, height;
	struct layout_node *nodes; /* by node */
	struct layout_edge *edges; /* by edge */
	uint32_t *lane_order;      /* lanes from the first on: places in flow->lanes */
	struct box *lanes;         /* in that order */
	struct box *stages;        /* as flow->stages */
	double *cuts; /* along the flow: places between columns where a picture may be parted, the
			 first and last its ends */
	bool *cuts_stage; /* the place is where a stage begins */
	uint32_t cut_count;
};

/* Lays out a graph; everything is in arena. The same graph and sizes give the same layout. */
struct layout *
layout_new(const struct flow *flow, const struct layout_options *options, struct arena *arena);

#endif
