/* SPDX-License-Identifier: MIT */
/* Routes of edges along the lines of the grid: the cheapest by length, turns and crossings, found
 * by A* (P. E. Hart, N. J. Nilsson, B. Raphael, A formal basis for the heuristic determination of
 * minimum cost paths, 1968).
 *
 * The lines of layout_grid.h form a graph: its vertices are crossings of a line along with a line
 * across, its edges the pieces between neighbours.
 *
 *        near far  middle  near far              near, far: the bundles of a channel
 *          │   │     │       │   │
 *      ────┼───┼─────┼───────┼───┼────  channel  free of nodes: any number of routes side by side
 *          │   │     │       │   │
 *      ────┼───┼───[node]────┼───┼────  middle   one route, or several that share their source or
 *          │   │     │       │   │               their target there
 *
 * A state of the search is a crossing and the heading by which a route came to it, since a turn
 * costs and not every side of a node may be entered. What it has cost so far plus the bare length
 * still to go never overstates the whole, so the first time the target comes off the heap the route
 * is the cheapest. Equal costs are taken in the order they were found: the same process gives the
 * same picture everywhere. Before a search begins nothing is cleared: a state's cost counts only
 * when its stamp is that of the search.
 *
 * Edges are routed one after another, straight ones first, then short ones, those back last; each
 * notes where it runs (nets), and later ones pay for crossing it and for running beside it. A
 * node's out-going routes own the crossing of its row with the channel after it, its incoming
 * routes that with the channel before it: so a line that passes by never looks like one that
 * belongs to the node.
 *
 * Channels are free of nodes, so there always is a route. On a grid of more than CROSSINGS_MAX
 * crossings, and when a search or all of them take too many steps (POPS_MAX, POPS_ALL), the plain
 * route through the channels is taken: a huge map is less pretty, and drawn in time. A search stays
 * within the columns of its two ends and one beside each; it costs the crossings there, four
 * headings each, times the logarithm of the heap. */
#include "draw/layout_grid.h"

#include <stdlib.h>
#include <string.h>

enum {
	CROSSINGS_MAX = 1500000, /* of lines, in a grid that is searched */
	POPS_MAX = 120000,       /* of one search */
	POPS_ALL = 8000000,      /* of all searches */
	NET_NONE = UINT32_MAX,   /* taken by routes that share nothing */
	HEADINGS = 4,
};

/* What a route costs: lengths of the steps between lines, turns, crossings, ports. */
enum {
	COST_CELL = 9,    /* from a channel to the middle of a column */
	COST_CHANNEL = 2, /* between the two bundles of a channel */
	COST_ROW = 5,     /* from a channel to the middle of a row */
	COST_TURN = 14,
	COST_CROSSING = 12,
	COST_CROWD = 1,   /* for every route beside it in a channel */
	COST_SIDE = 3,    /* to leave or enter a gateway across the flow */
	COST_SHARED = 30, /* a branch that shares its port with another */
};

/* Who uses a crossing in one direction: the source and the target that all its routes share, plus
 * 1, or 0 where they share none. */
struct net {
	uint32_t source, target;
	uint16_t count;
};

struct heap_entry {
	uint32_t cost; /* so far and at least to come */
	uint32_t number, state;
};

struct router {
	struct grid *grid;
	uint32_t width, height; /* lines along, lines across */
	struct net *nets[2];    /* by crossing: routes along, routes across */
	uint32_t *cost, *stamp; /* by state: a crossing and a heading */
	uint8_t *came;          /* by state: the heading of the state before it */
	uint32_t *length_along; /* from the first line */
	uint32_t *length_across;
	uint8_t *sides; /* by node: which sides are used: 1 << heading of what leaves there, 16 <<
			   of what enters */
	struct heap_entry *heap;
	uint32_t heap_count, heap_room, number, search;
	uint32_t pops, all_pops;
	uint32_t low, high; /* the lines along within which a search stays */
};

static bool
is_gateway(const struct flow_node *node)
{
	return node->type != FLOW_TASK && node->type != FLOW_START && node->type != FLOW_END;
}

static uint32_t
crossing_at(const struct router *router, uint32_t along, uint32_t across)
{
	return across * router->width + along;
}

/* Makes room for one more state. list_grow allocates at every power of two, and a heap shrinks as
 * often as it grows: it would allocate again and again. */
static void
heap_push(struct router *router, uint32_t cost, uint32_t state)
{
	if (router->heap_count == router->heap_room) {
		router->heap_room = router->heap_room ? router->heap_room * 2 : 1024;
		router->heap =
		    memory_resize(router->heap, router->heap_room * sizeof *router->heap);
	}
	struct heap_entry entry = {cost, router->number++, state};
	uint32_t at = router->heap_count++;
	while (at && router->heap[(at - 1) / 2].cost > cost) {
		router->heap[at] = router->heap[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	router->heap[at] = entry;
}

static bool
is_less(const struct heap_entry *a, const struct heap_entry *b)
{
	return a->cost != b->cost ? a->cost < b->cost : a->number < b->number;
}

static struct heap_entry
heap_pop(struct router *router)
{
	struct heap_entry top = router->heap[0], last = router->heap[--router->heap_count];
	uint32_t at = 0, child = 1;
	while (child < router->heap_count) {
		child += child + 1 < router->heap_count &&
			 is_less(&router->heap[child + 1], &router->heap[child]);
		if (!is_less(&router->heap[child], &last))
			break;
		router->heap[at] = router->heap[child];
		at = child;
		child = 2 * at + 1;
	}
	router->heap[at] = last;
	return top;
}

static uint32_t
distance(uint32_t a, uint32_t b)
{
	return a > b ? a - b : b - a;
}

/* True when a route may run through a crossing beside those that do. Routes of one source part
 * before their labels stand. */
static bool
may_share(const struct net *net, const struct flow_edge *edge, bool first)
{
	if (net->source == 0 && net->target == 0)
		return true;
	bool together = !edge->label || first;
	return (net->source == edge->from->index + 1 && together) ||
	       net->target == edge->to->index + 1;
}

/* True when an edge may run through a crossing in a direction. Lines in the middle have room for
 * one net only. */
static bool
may_pass(const struct router *router, const struct flow_edge *edge, uint32_t along, uint32_t across,
	 bool ahead)
{
	bool narrow = ahead ? grid_is_middle(false, across) : grid_is_middle(true, along);
	const struct grid *grid = router->grid;
	bool first = along == grid_column_line(grid->column[edge->from->index]) + 1 &&
		     across == grid_row_line(grid->row[edge->from->index]);
	return !narrow ||
	       may_share(&router->nets[ahead ? 0 : 1][crossing_at(router, along, across)], edge,
			 first);
}

/* What it costs to run through a crossing: the routes that are crossed, and those beside it in a
 * channel. */
static uint32_t
pass_cost(const struct router *router, const struct flow_edge *edge, uint32_t along,
	  uint32_t across, bool ahead)
{
	uint32_t at = crossing_at(router, along, across);
	const struct net *beside = &router->nets[ahead ? 0 : 1][at],
			 *over = &router->nets[ahead ? 1 : 0][at];
	uint32_t cost = 0;
	if (over->count && over->source != edge->from->index + 1 &&
	    over->target != edge->to->index + 1)
		cost += COST_CROSSING * (over->count < 3 ? over->count : 3);
	if (beside->count && !may_share(beside, edge, true))
		cost += COST_CROWD * (beside->count < 4 ? beside->count : 4);
	return cost;
}

/* The node whose cell a crossing is, or NO_NODE. */
static uint32_t
node_at(const struct router *router, uint32_t along, uint32_t across)
{
	if (!grid_is_middle(true, along) || !grid_is_middle(false, across))
		return NO_NODE;
	return router->grid->cells[along / 3 * router->grid->rows + across / 2];
}

/* True when the side of the target is open by which a route with this heading enters. */
static bool
may_enter(const struct router *router, const struct flow_edge *edge, enum grid_heading heading)
{
	const struct flow_node *to = edge->to;
	if (heading == HEADING_AHEAD ||
	    (heading != HEADING_BACK && grid_is_straight_across(router->grid, edge)))
		return true;
	if (heading == HEADING_BACK ||
	    !(is_gateway(to) || (to->type == FLOW_END && heading == HEADING_DOWN)))
		return false;
	enum grid_heading facing = heading == HEADING_DOWN ? HEADING_UP : HEADING_DOWN;
	return !(router->sides[to->index] & 1 << facing);
}

/* The cost of leaving a node with a heading, or UINT32_MAX when it cannot be left so. */
static uint32_t
leave_cost(const struct router *router, const struct flow_edge *edge, enum grid_heading heading)
{
	const struct flow_node *from = edge->from;
	bool used = router->sides[from->index] & 1 << heading, branch = from->type == FLOW_SPLIT;
	if (heading == HEADING_AHEAD)
		return used && branch ? COST_SHARED : 0;
	enum grid_heading facing = heading == HEADING_DOWN ? HEADING_UP : HEADING_DOWN;
	if (heading != HEADING_BACK && grid_is_straight_across(router->grid, edge))
		return 0;
	if (heading == HEADING_BACK || !is_gateway(from) ||
	    router->sides[from->index] & 16 << facing || (used && branch))
		return UINT32_MAX;
	return heading == HEADING_DOWN ? COST_SIDE : COST_SIDE + 1;
}

static uint32_t
state_of(const struct router *router, uint32_t along, uint32_t across, enum grid_heading heading)
{
	return crossing_at(router, along, across) * HEADINGS + heading;
}

static void
offer(struct router *router, const struct flow_edge *edge, uint32_t state, uint32_t cost,
      enum grid_heading came)
{
	if (router->stamp[state] == router->search && router->cost[state] <= cost)
		return;
	const struct grid *grid = router->grid;
	uint32_t along = state / HEADINGS % router->width,
		 across = state / HEADINGS / router->width;
	router->stamp[state] = router->search;
	router->cost[state] = cost;
	router->came[state] = (uint8_t)came;
	uint32_t left =
	    distance(router->length_along[along],
		     router->length_along[grid_column_line(grid->column[edge->to->index])]);
	left += distance(router->length_across[across],
			 router->length_across[grid_row_line(grid->row[edge->to->index])]);
	heap_push(router, cost + left, state);
}

static bool
step(const struct router *router, uint32_t *along, uint32_t *across, enum grid_heading heading)
{
	switch (heading) {
	case HEADING_AHEAD:
		return ++*along <= router->high;
	case HEADING_BACK:
		return (*along)-- > router->low;
	case HEADING_DOWN:
		return ++*across < router->height;
	case HEADING_UP:
		return (*across)-- > 0;
	}
	return false;
}

/* A labelled branch that leaves its split ahead goes ahead again when it turns first: the label
 * stands there. */
static bool
keeps_label_room(const struct router *router, const struct flow_edge *edge, uint32_t along,
		 enum grid_heading heading, enum grid_heading came)
{
	bool first = along == grid_column_line(router->grid->column[edge->from->index]) + 1;
	return !(edge->label && first && heading == HEADING_BACK &&
		 (came == HEADING_DOWN || came == HEADING_UP));
}

/* Goes on from a state by every heading that is open. */
static void
expand(struct router *router, const struct flow_edge *edge, uint32_t state)
{
	enum grid_heading came = (enum grid_heading)(state % HEADINGS);
	uint32_t at = state / HEADINGS, cost = router->cost[state];
	for (enum grid_heading heading = HEADING_AHEAD; heading <= HEADING_UP; heading++) {
		uint32_t along = at % router->width, across = at / router->width;
		bool turn = heading != came, ahead = heading <= HEADING_BACK;
		if (turn && (heading <= HEADING_BACK) == (came <= HEADING_BACK))
			continue;
		if (!may_pass(router, edge, along, across, ahead) ||
		    !keeps_label_room(router, edge, along, heading, came))
			continue;
		uint32_t next =
		    cost + (turn ? COST_TURN : pass_cost(router, edge, along, across, ahead));
		uint32_t before_along = router->length_along[along],
			 before_across = router->length_across[across];
		if (!step(router, &along, &across, heading) ||
		    !may_pass(router, edge, along, across, ahead))
			continue;
		next += distance(before_along, router->length_along[along]) +
			distance(before_across, router->length_across[across]);
		uint32_t node = node_at(router, along, across);
		if (node == edge->to->index && may_enter(router, edge, heading))
			offer(router, edge, state_of(router, along, across, heading),
			      next + (ahead ? 0 : COST_SIDE), came);
		else if (node == NO_NODE)
			offer(router, edge, state_of(router, along, across, heading), next, came);
	}
}

/* The last state of the cheapest route; false when there is none within the limits. */
static bool
search(struct router *router, const struct flow_edge *edge, uint32_t *last)
{
	const struct grid *grid = router->grid;
	uint32_t goal = crossing_at(router, grid_column_line(grid->column[edge->to->index]),
				    grid_row_line(grid->row[edge->to->index]));
	router->search++;
	router->heap_count = router->number = router->pops = 0;
	for (enum grid_heading heading = HEADING_AHEAD; heading <= HEADING_UP; heading++) {
		uint32_t along = grid_column_line(grid->column[edge->from->index]),
			 across = grid_row_line(grid->row[edge->from->index]);
		uint32_t cost = leave_cost(router, edge, heading);
		if (cost == UINT32_MAX || !step(router, &along, &across, heading) ||
		    !may_pass(router, edge, along, across, heading <= HEADING_BACK))
			continue;
		offer(router, edge, state_of(router, along, across, heading), cost + COST_CELL,
		      heading);
	}
	while (router->heap_count && router->pops < POPS_MAX && router->all_pops < POPS_ALL) {
		struct heap_entry top = heap_pop(router);
		router->pops++;
		router->all_pops++;
		if (top.state / HEADINGS == goal) {
			*last = top.state;
			return true;
		}
		expand(router, edge, top.state);
	}
	return false;
}

static void
add_corner(struct route *route, uint32_t along, uint32_t across)
{
	route->corners[route->count++] = (struct crossing){along, across};
}

/* Reads the route off the states, from its end to its beginning, and turns it round. */
static void
trace(struct router *router, const struct flow_edge *edge, uint32_t state, struct route *route)
{
	struct grid *grid = router->grid;
	uint32_t start = crossing_at(router, grid_column_line(grid->column[edge->from->index]),
				     grid_row_line(grid->row[edge->from->index]));
	uint32_t length = 2, at = state;
	for (int pass = 0; pass < 2; pass++) {
		if (pass)
			route->corners =
			    arena_array(&grid->scratch, length, sizeof *route->corners);
		at = state;
		uint32_t along = at / HEADINGS % router->width,
			 across = at / HEADINGS / router->width;
		if (pass)
			add_corner(route, along, across);
		while (crossing_at(router, along, across) != start) {
			enum grid_heading heading = (enum grid_heading)(at % HEADINGS),
					  came = (enum grid_heading)router->came[at];
			static const enum grid_heading reverse[] = {HEADING_BACK, HEADING_AHEAD,
								    HEADING_UP, HEADING_DOWN};
			switch (reverse[heading]) {
			case HEADING_AHEAD:
				along++;
				break;
			case HEADING_BACK:
				along--;
				break;
			case HEADING_DOWN:
				across++;
				break;
			case HEADING_UP:
				across--;
				break;
			}
			if (came != heading) {
				length++;
				if (pass)
					add_corner(route, along, across);
			}
			at = state_of(router, along, across, came);
		}
		if (pass)
			add_corner(route, along, across);
	}
	for (uint32_t i = 0; i < route->count / 2; i++) {
		struct crossing corner = route->corners[i];
		route->corners[i] = route->corners[route->count - 1 - i];
		route->corners[route->count - 1 - i] = corner;
	}
}

/* The route that there always is: straight across where the columns were given for it; else out
 * ahead, through the channel below the row (for a route back, the last channel), and in from
 * behind. */
static void
plain_route(struct grid *grid, const struct flow_edge *edge, struct route *route)
{
	uint32_t along = grid_column_line(grid->column[edge->from->index]),
		 across = grid_row_line(grid->row[edge->from->index]);
	uint32_t to = grid_column_line(grid->column[edge->to->index]),
		 end = grid_row_line(grid->row[edge->to->index]);
	route->corners = arena_array(&grid->scratch, 8, sizeof *route->corners);
	add_corner(route, along, across);
	if (grid_is_straight_across(grid, edge)) {
		add_corner(route, to, end);
		return;
	}
	add_corner(route, along + 1, across);
	add_corner(route, along + 1, across + 1);
	if (to <= along && edge->label) {
		add_corner(route, along + 2, across + 1);
		add_corner(route, along + 2, across - 1);
		add_corner(route, to - 1, across - 1);
	} else {
		add_corner(route, to - 1, across + 1);
	}
	add_corner(route, to - 1, end);
	add_corner(route, to, end);
}

static void
join_net(struct net *net, const struct flow_edge *edge)
{
	uint32_t source = edge->from->index + 1, target = edge->to->index + 1;
	bool fresh = net->source == 0 && net->target == 0;
	net->source = fresh || net->source == source ? source : NET_NONE;
	net->target = fresh || net->target == target ? target : NET_NONE;
	net->count += net->count < UINT16_MAX;
}

/* Notes where a route runs, for those after it. */
static void
occupy(struct router *router, const struct flow_edge *edge, const struct route *route)
{
	for (uint32_t i = 0; i + 1 < route->count; i++) {
		struct crossing at = route->corners[i], end = route->corners[i + 1];
		bool ahead = at.across == end.across;
		for (;;) {
			if (node_at(router, at.along, at.across) == NO_NODE)
				join_net(&router->nets[ahead ? 0 : 1]
						      [crossing_at(router, at.along, at.across)],
					 edge);
			if (at.along == end.along && at.across == end.across)
				break;
			at.along += at.along < end.along   ? 1
				    : at.along > end.along ? UINT32_MAX
							   : 0;
			at.across += at.across < end.across   ? 1
				     : at.across > end.across ? UINT32_MAX
							      : 0;
		}
	}
}

static void
route_edge(struct router *router, const struct flow_edge *edge)
{
	struct route *route = &router->grid->routes[edge->index];
	uint32_t last, from = router->grid->column[edge->from->index],
		       to = router->grid->column[edge->to->index];
	if (!router->width) {
		plain_route(router->grid, edge, route);
		return;
	}
	uint32_t low = from < to ? from : to, high = from < to ? to : from;
	router->low = low ? 3 * (low - 1) : 0;
	router->high = 3 * (high + 3) < router->width ? 3 * (high + 3) : router->width - 1;
	if (search(router, edge, &last))
		trace(router, edge, last, route);
	else
		plain_route(router->grid, edge, route);
	occupy(router, edge, route);
	router->sides[edge->from->index] |=
	    (uint8_t)(1 << grid_heading(route->corners[0], route->corners[1]));
	router->sides[edge->to->index] |=
	    (uint8_t)(16 << grid_heading(route->corners[route->count - 2],
					 route->corners[route->count - 1]));
}

/* Gives every node the crossings beside it: the one before it for what enters, the one after it for
 * what leaves, unless that goes straight across. */
static void
reserve(struct router *router)
{
	const struct grid *grid = router->grid;
	for (uint32_t i = 0; i < grid->flow->node_count; i++) {
		uint32_t along = grid_column_line(grid->column[i]),
			 across = grid_row_line(grid->row[i]);
		const struct flow_node *node = grid->flow->nodes[i];
		if (node->in_count != 1 || !grid_is_straight_across(grid, node->in[0]))
			router->nets[0][crossing_at(router, along - 1, across)].target = i + 1;
		if (node->out_count != 1 || !grid_is_straight_across(grid, node->out[0]))
			router->nets[0][crossing_at(router, along + 1, across)].source = i + 1;
	}
}

static void
measure_lines(struct router *router)
{
	struct grid *grid = router->grid;
	router->length_along =
	    arena_array(&grid->scratch, router->width, sizeof *router->length_along);
	router->length_across =
	    arena_array(&grid->scratch, router->height, sizeof *router->length_across);
	for (uint32_t i = 1; i < router->width; i++)
		router->length_along[i] =
		    router->length_along[i - 1] + (i % 3 == 1 ? COST_CHANNEL : COST_CELL);
	for (uint32_t i = 1; i < router->height; i++)
		router->length_across[i] = router->length_across[i - 1] + COST_ROW;
}

static void
open_router(struct router *router)
{
	struct grid *grid = router->grid;
	uint64_t width = 3 * (uint64_t)grid->columns + 2, height = 2 * (uint64_t)grid->rows + 1;
	if (width * height > CROSSINGS_MAX)
		return;
	router->width = (uint32_t)width;
	router->height = (uint32_t)height;
	size_t crossings = (size_t)(width * height), states = crossings * HEADINGS;
	router->nets[0] = arena_array(&grid->scratch, crossings, sizeof **router->nets);
	router->nets[1] = arena_array(&grid->scratch, crossings, sizeof **router->nets);
	router->cost = arena_array(&grid->scratch, states, sizeof *router->cost);
	router->stamp = arena_array(&grid->scratch, states, sizeof *router->stamp);
	router->came = arena_array(&grid->scratch, states, sizeof *router->came);
	router->sides = arena_array(&grid->scratch, grid->flow->node_count, sizeof *router->sides);
	grid->cells =
	    arena_array(&grid->scratch, (size_t)grid->columns * grid->rows, sizeof *grid->cells);
	memset(grid->cells, 0xFF, (size_t)grid->columns * grid->rows * sizeof *grid->cells);
	for (uint32_t i = 0; i < grid->flow->node_count; i++)
		grid->cells[(size_t)grid->column[i] * grid->rows + grid->row[i]] = i;
	measure_lines(router);
	reserve(router);
}

/* An edge in the order of routing: routes straight across first, then short routes, routes back
 * last. */
struct errand {
	uint32_t key, edge;
};

static int
compare_errands(const void *a, const void *b)
{
	const struct errand *x = a, *y = b;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->edge > y->edge) - (x->edge < y->edge);
}

void
layout_route(struct grid *grid)
{
	const struct flow *flow = grid->flow;
	struct router router = {.grid = grid};
	struct errand *errands = arena_array(&grid->scratch, flow->edge_count, sizeof *errands);
	open_router(&router);
	grid->routes = arena_array(&grid->scratch, flow->edge_count, sizeof *grid->routes);
	for (uint32_t i = 0; i < flow->edge_count; i++) {
		uint32_t from = flow->edges[i]->from->index, to = flow->edges[i]->to->index;
		uint32_t length = distance(grid->column[from], grid->column[to]) * 3 +
				  distance(grid->row[from], grid->row[to]);
		bool straight = grid->row[from] == grid->row[to];
		if (grid_is_straight_across(grid, flow->edges[i]))
			errands[i] = (struct errand){0, i};
		else
			errands[i] = (struct errand){
			    length * 2 + !straight + (flow->edges[i]->back ? 1u << 30 : 0), i};
	}
	qsort(errands, flow->edge_count, sizeof *errands, compare_errands);
	for (uint32_t i = 0; i < flow->edge_count; i++)
		route_edge(&router, flow->edges[errands[i].edge]);
	memory_free(router.heap);
}
