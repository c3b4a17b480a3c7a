/* SPDX-License-Identifier: MIT */
/* Coordinates: how wide columns, rows and channels are, and from them where shapes, lines and
 * labels come to stand. */
#include "draw/layout.h"

#include "draw/layout_grid.h"

/* Room that is left free in channels: along the flow before and after the tracks, across it beside
 * them, and round the borders of stages and lanes. */
struct margins {
	double near, far, side, stage, lane, edge;
};
static const struct margins wide = {11, 17, 11, 8, 8, 10}, close = {8, 14, 6, 5, 3, 8};
static const double LABEL_GAP_SIZE = 5;

struct ruler {
	struct grid *grid;
	const struct margins *margins;
	double *columns;       /* by column: extent along */
	double *above, *below; /* by row: extent before and after its middle */
	double *near_room,
	    *gap_room; /* by channel along: room for labels before and between its bundles */
	double *along, *across;     /* by line: the middle, or where its band begins */
	double *stage_at, *lane_at; /* borders, one more than there are */
	double *cuts;               /* by channel along: where the picture may be parted */
	bool *cuts_stage;
	double length, breadth;
};

static void
grow(double *extent, double need)
{
	if (need > *extent)
		*extent = need;
}

/* Sizes of a node along and across the flow. */
struct node_extent {
	double along, across, extra_along, extra_across;
};

static struct node_extent
extent_of(const struct grid *grid, uint32_t node)
{
	const struct layout_size *size = &grid->options->sizes[node];
	if (grid->options->vertical)
		return (struct node_extent){size->height, size->width, size->extra_height,
					    size->extra_width};
	return (struct node_extent){size->width, size->height, size->extra_width,
				    size->extra_height};
}

static void
measure_nodes(struct ruler *ruler)
{
	const struct grid *grid = ruler->grid;
	for (uint32_t i = 0; i < grid->flow->node_count; i++) {
		struct node_extent extent = extent_of(grid, i);
		grow(&ruler->columns[grid->column[i]], extent.along);
		grow(&ruler->columns[grid->column[i]], extent.extra_along);
		grow(&ruler->above[grid->row[i]], extent.across / 2);
		grow(&ruler->below[grid->row[i]], extent.across / 2 + extent.extra_across);
	}
}

static bool
leaves(const struct grid *grid, const struct flow_edge *edge, enum grid_heading heading)
{
	const struct route *route = &grid->routes[edge->index];
	return grid_heading(route->corners[0], route->corners[1]) == heading;
}

/* How far the label beside the route ahead reaches above the middle of its row. */
static double
near_reach(const struct grid *grid, const struct flow_node *node)
{
	for (uint32_t i = 0; i < node->out_count; i++)
		if (grid->labels[node->out[i]->index] == LABEL_NEAR)
			return grid_label_across(grid, node->out[i]->index) + LABEL_GAP_SIZE;
	return 0;
}

/* Where a label beside a route across begins, from the middle of its row. */
static double
side_reach(const struct grid *grid, const struct flow_edge *edge)
{
	double half = extent_of(grid, edge->from->index).across / 2,
	       near = near_reach(grid, edge->from);
	return leaves(grid, edge, HEADING_UP) && near > half ? near + 2 * LABEL_GAP_SIZE : half + 1;
}

static void
measure_label(struct ruler *ruler, const struct flow_edge *edge)
{
	const struct grid *grid = ruler->grid;
	double along = grid_label_along(grid, edge->index),
	       across = grid_label_across(grid, edge->index);
	uint32_t column = grid->column[edge->from->index], row = grid->row[edge->from->index];
	double half = extent_of(grid, edge->from->index).along / 2;
	switch (grid->labels[edge->index]) {
	case LABEL_NONE:
		break;
	case LABEL_NEAR:
		grow(&ruler->near_room[column + 1],
		     along + half + 2 * LABEL_GAP_SIZE - ruler->columns[column] / 2);
		grow(&ruler->above[row], across + LABEL_GAP_SIZE + 2);
		break;
	case LABEL_SIDE:
		grow(&ruler->near_room[column + 1],
		     along + 2 * LABEL_GAP_SIZE - ruler->columns[column] / 2);
		grow(leaves(grid, edge, HEADING_UP) ? &ruler->above[row] : &ruler->below[row],
		     side_reach(grid, edge) + across + 2);
		break;
	case LABEL_GAP:
		grow(&ruler->gap_room[column + 1], along + 2 * LABEL_GAP_SIZE);
		const struct segment *segment =
		    &grid->segments[edge->index][grid->label_segments[edge->index]];
		if (grid_is_middle(false, segment->line))
			grow(&ruler->above[segment->line / 2], across + LABEL_GAP_SIZE + 2);
		break;
	}
}

/* Lines along the flow; a stage that is too short is filled up before its border. */
static void
set_along(struct ruler *ruler)
{
	struct grid *grid = ruler->grid;
	uint32_t stage = 0, stages = grid->flow->stage_count;
	double at = 0;
	for (uint32_t i = 0; i <= grid->columns; i++) {
		bool border = stage <= stages && grid->stage_column[stage] == i;
		at += (i ? ruler->margins->near : ruler->margins->edge) + ruler->near_room[i];
		ruler->along[3 * i] = at;
		at += grid->bands[0][3 * i] + ruler->gap_room[i];
		ruler->along[3 * i + 1] = at;
		at += grid->bands[0][3 * i + 1];
		if (border) {
			at += i ? ruler->margins->stage : 0;
			if (stage)
				grow(&at, ruler->stage_at[stage - 1] +
					      grid->options->stage_least[stage - 1]);
			ruler->stage_at[stage++] = at;
		}
		ruler->cuts[i] = i ? at : 0;
		ruler->cuts_stage[i] = border;
		if (i == grid->columns)
			break;
		at += i ? ruler->margins->far : ruler->margins->edge;
		ruler->along[3 * i + 2] = at + ruler->columns[i] / 2;
		at += ruler->columns[i];
	}
	ruler->length = at;
}

static void
set_across(struct ruler *ruler)
{
	struct grid *grid = ruler->grid;
	uint32_t lane = 1, lanes = grid->flow->lane_count ? grid->flow->lane_count : 1;
	double at = 0;
	for (uint32_t i = 0; i <= grid->rows; i++) {
		bool border = grid->lane_row[lane] == i;
		at += i                       ? ruler->margins->side
		      : grid->bands[1][0] > 0 ? ruler->margins->side / 2
					      : 0;
		ruler->across[2 * i] = at;
		at += grid->bands[1][2 * i];
		if (border && i) {
			at += ruler->margins->lane;
			if (grid->flow->lane_count)
				grow(&at,
				     ruler->lane_at[lane - 1] +
					 grid->options->lane_least[grid->lane_order[lane - 1]]);
			ruler->lane_at[lane] = at;
			lane += lane < lanes;
		}
		if (i == grid->rows)
			break;
		at += ruler->margins->side;
		ruler->across[2 * i + 1] = at + ruler->above[i];
		at += ruler->above[i] + ruler->below[i];
	}
	ruler->lane_at[lanes] = ruler->breadth = at;
}

/* A rectangle given along and across, as it lies in the picture. */
static struct box
box_of(const struct grid *grid, double along, double across, double length, double breadth)
{
	return grid->options->vertical ? (struct box){across, along, breadth, length}
				       : (struct box){along, across, length, breadth};
}

static struct spot
spot_of(const struct grid *grid, double along, double across)
{
	return grid->options->vertical ? (struct spot){across, along}
				       : (struct spot){along, across};
}

static double
middle_along(const struct ruler *ruler, uint32_t node)
{
	return ruler->along[grid_column_line(ruler->grid->column[node])];
}

static double
middle_across(const struct ruler *ruler, uint32_t node)
{
	return ruler->across[grid_row_line(ruler->grid->row[node])];
}

static double
segment_at(const struct ruler *ruler, const struct segment *segment)
{
	return (segment->ahead ? ruler->across : ruler->along)[segment->line] + segment->offset;
}

static void
set_nodes(const struct ruler *ruler, struct layout *layout)
{
	const struct grid *grid = ruler->grid;
	for (uint32_t i = 0; i < grid->flow->node_count; i++) {
		struct node_extent extent = extent_of(grid, i);
		double along = middle_along(ruler, i), across = middle_across(ruler, i);
		layout->nodes[i].shape =
		    box_of(grid, along - extent.along / 2, across - extent.across / 2, extent.along,
			   extent.across);
		layout->nodes[i].extra =
		    box_of(grid, along - extent.extra_along / 2, across + extent.across / 2,
			   extent.extra_along, extent.extra_across);
	}
}

/* The middle of the side of a node by which a route leaves it; for a route that is turned round, by
 * which it enters. */
static struct spot
border_spot(const struct ruler *ruler, uint32_t node, enum grid_heading heading)
{
	struct node_extent extent = extent_of(ruler->grid, node);
	double along = middle_along(ruler, node), across = middle_across(ruler, node);
	along += heading == HEADING_AHEAD  ? extent.along / 2
		 : heading == HEADING_BACK ? -extent.along / 2
					   : 0;
	across += heading == HEADING_DOWN ? extent.across / 2
		  : heading == HEADING_UP ? -extent.across / 2
					  : 0;
	return spot_of(ruler->grid, along, across);
}

static void
add_spot(struct layout_edge *edge, struct spot spot)
{
	while (edge->count >= 1) {
		struct spot last = edge->spots[edge->count - 1];
		bool same = last.x == spot.x && last.y == spot.y;
		struct spot before = edge->spots[edge->count > 1 ? edge->count - 2 : 0];
		bool straight = edge->count > 1 && ((before.x == last.x && last.x == spot.x) ||
						    (before.y == last.y && last.y == spot.y));
		if (!same && !straight)
			break;
		edge->count--;
	}
	edge->spots[edge->count++] = spot;
}

static void
set_route(const struct ruler *ruler, const struct flow_edge *edge, struct layout_edge *drawn,
	  struct arena *arena)
{
	const struct grid *grid = ruler->grid;
	const struct route *route = &grid->routes[edge->index];
	const struct segment *segments = grid->segments[edge->index];
	static const enum grid_heading reverse[] = {[HEADING_AHEAD] = HEADING_BACK,
						    [HEADING_BACK] = HEADING_AHEAD,
						    [HEADING_DOWN] = HEADING_UP,
						    [HEADING_UP] = HEADING_DOWN};
	drawn->spots = arena_array(arena, route->count, sizeof *drawn->spots);
	add_spot(drawn, border_spot(ruler, edge->from->index,
				    grid_heading(route->corners[0], route->corners[1])));
	for (uint32_t i = 1; i + 1 < route->count; i++) {
		const struct segment *along = segments[i].ahead ? &segments[i - 1] : &segments[i],
				     *across = segments[i].ahead ? &segments[i] : &segments[i - 1];
		add_spot(drawn, spot_of(grid, segment_at(ruler, along), segment_at(ruler, across)));
	}
	enum grid_heading last =
	    grid_heading(route->corners[route->count - 2], route->corners[route->count - 1]);
	add_spot(drawn, border_spot(ruler, edge->to->index, reverse[last]));
}

static void
set_label(const struct ruler *ruler, const struct flow_edge *edge, struct layout_edge *drawn)
{
	const struct grid *grid = ruler->grid;
	double length = grid_label_along(grid, edge->index),
	       breadth = grid_label_across(grid, edge->index);
	double along = middle_along(ruler, edge->from->index),
	       across = middle_across(ruler, edge->from->index);
	switch (grid->labels[edge->index]) {
	case LABEL_NONE:
		return;
	case LABEL_NEAR:
		along += extent_of(grid, edge->from->index).along / 2 + LABEL_GAP_SIZE;
		across -= LABEL_GAP_SIZE + breadth;
		drawn->label_ends = grid->options->vertical;
		break;
	case LABEL_SIDE:
		along += LABEL_GAP_SIZE;
		across += leaves(grid, edge, HEADING_UP) ? -side_reach(grid, edge) - breadth
							 : side_reach(grid, edge);
		drawn->label_ends = grid->options->vertical && leaves(grid, edge, HEADING_UP);
		break;
	case LABEL_GAP: {
		uint32_t line = grid_column_line(grid->column[edge->from->index]) + 1;
		along = ruler->along[line] + grid->bands[0][line] + LABEL_GAP_SIZE;
		across =
		    segment_at(ruler,
			       &grid->segments[edge->index][grid->label_segments[edge->index]]) -
		    LABEL_GAP_SIZE - breadth;
		drawn->label_ends = grid->options->vertical;
		break;
	}
	}
	drawn->label = box_of(grid, along, across, length, breadth);
}

static void
set_bands(const struct ruler *ruler, struct layout *layout)
{
	const struct grid *grid = ruler->grid;
	for (uint32_t i = 0; i < grid->flow->lane_count; i++)
		layout->lanes[i] = box_of(grid, 0, ruler->lane_at[i], ruler->length,
					  ruler->lane_at[i + 1] - ruler->lane_at[i]);
	for (uint32_t i = 0; i < grid->flow->stage_count; i++)
		layout->stages[i] =
		    box_of(grid, ruler->stage_at[i], 0, ruler->stage_at[i + 1] - ruler->stage_at[i],
			   ruler->breadth);
}

static struct ruler
open_ruler(struct grid *grid, struct arena *kept)
{
	struct arena *arena = &grid->scratch;
	size_t columns = (size_t)grid->columns + 1, rows = (size_t)grid->rows + 1;
	return (struct ruler){
	    .grid = grid,
	    .margins = grid->options->close ? &close : &wide,
	    .columns = arena_array(arena, columns, sizeof(double)),
	    .above = arena_array(arena, rows, sizeof(double)),
	    .below = arena_array(arena, rows, sizeof(double)),
	    .near_room = arena_array(arena, columns, sizeof(double)),
	    .gap_room = arena_array(arena, columns, sizeof(double)),
	    .along = arena_array(arena, 3 * columns, sizeof(double)),
	    .across = arena_array(arena, 2 * rows, sizeof(double)),
	    .cuts = arena_array(kept, columns, sizeof(double)),
	    .cuts_stage = arena_array(kept, columns, sizeof(bool)),
	    .stage_at = arena_array(arena, (size_t)grid->flow->stage_count + 1, sizeof(double)),
	    .lane_at = arena_array(arena, (size_t)grid->flow->lane_count + 2, sizeof(double)),
	};
}

struct layout *
layout_new(const struct flow *flow, const struct layout_options *options, struct arena *arena)
{
	struct grid grid = {.flow = flow, .options = options, .arena = arena};
	layout_place(&grid);
	layout_route(&grid);
	layout_track(&grid);
	struct ruler ruler = open_ruler(&grid, arena);
	measure_nodes(&ruler);
	for (uint32_t i = 0; i < flow->edge_count; i++)
		measure_label(&ruler, flow->edges[i]);
	set_along(&ruler);
	set_across(&ruler);
	struct layout *layout = arena_alloc(arena, sizeof *layout);
	layout->width = options->vertical ? ruler.breadth : ruler.length;
	layout->height = options->vertical ? ruler.length : ruler.breadth;
	layout->nodes = arena_array(arena, flow->node_count, sizeof *layout->nodes);
	layout->edges = arena_array(arena, flow->edge_count, sizeof *layout->edges);
	layout->lanes = arena_array(arena, flow->lane_count, sizeof *layout->lanes);
	layout->stages = arena_array(arena, flow->stage_count, sizeof *layout->stages);
	layout->lane_order = grid.lane_order;
	layout->cuts = ruler.cuts;
	layout->cuts_stage = ruler.cuts_stage;
	layout->cut_count = grid.columns + 1;
	set_nodes(&ruler, layout);
	for (uint32_t i = 0; i < flow->edge_count; i++) {
		set_route(&ruler, flow->edges[i], &layout->edges[i], arena);
		set_label(&ruler, flow->edges[i], &layout->edges[i]);
	}
	set_bands(&ruler, layout);
	arena_free(&grid.scratch);
	return layout;
}
