/* SPDX-License-Identifier: MIT */
/* Routes that share a channel, side by side.
 *
 * A router that knows cells alone lays many routes on one line; drawn so they would be one thick
 * line, and nobody could follow one. Each run along a channel is a segment. Those that leave one
 * port or enter one together are meant to be one line until they part, so they are a bundle:
 *
 *      a ──┬─────┬──▶ b        ──┬──────  track 0: what a leads to, one bundle
 *          │     └──▶ c        ──┼──┬───  track 1: another one; it crosses where it turns off
 *          └────────▶ d          │  │     to a side on which the first lies
 *
 * Within a channel bundles stand in the order in which they begin; neighbours change places as long
 * as that saves crossings, which is the classical channel routing of printed circuits with swaps
 * for an exact order: few bundles meet, and a pass costs as much as there are. Those that do not
 * meet share a track. In a crowd (SORTED_MAX, EXACT_MAX) the order of beginnings is kept and the
 * first free track taken, so that no channel takes more than linear time. A label needs room over
 * its own line, which then bundles with none. */
#include "draw/layout_grid.h"

#include <stdlib.h>
#include <string.h>

enum { SORTED_MAX = 160, EXACT_MAX = 600 };

static const double SPACING = 10;
static const double LABEL_GAP_ROOM = 6;

/* Where a segment of a bundle turns away from the channel. */
struct turn_off {
	uint32_t at;
	int side;
};

struct bundle {
	struct segment **segments;
	uint32_t count;
	uint32_t low, high;
	uint32_t track;
	double room; /* before its line, for labels */
};

/* The key that segments of one bundle share: their line and then the port. */
struct member {
	struct segment *segment;
	uint32_t port; /* node and heading, or a number of the segment's own */
};

static void
make_segments(struct grid *grid, uint32_t edge)
{
	const struct route *route = &grid->routes[edge];
	struct segment *segments = arena_array(&grid->scratch, route->count, sizeof *segments);
	for (uint32_t i = 0; i + 1 < route->count; i++) {
		struct crossing from = route->corners[i], to = route->corners[i + 1];
		bool ahead = from.across == to.across;
		uint32_t begin = ahead ? from.along : from.across,
			 end = ahead ? to.along : to.across;
		int before = 0, after = 0;
		if (i)
			before = ahead ? (route->corners[i - 1].across > from.across ? 1 : -1)
				       : (route->corners[i - 1].along > from.along ? 1 : -1);
		if (i + 2 < route->count)
			after = ahead ? (route->corners[i + 2].across > to.across ? 1 : -1)
				      : (route->corners[i + 2].along > to.along ? 1 : -1);
		bool rising = begin <= end;
		segments[i] = (struct segment){.edge = edge,
					       .number = i,
					       .ahead = ahead,
					       .line = ahead ? from.across : from.along,
					       .low = rising ? begin : end,
					       .high = rising ? end : begin,
					       .low_side = rising ? before : after,
					       .high_side = rising ? after : before};
	}
	grid->segments[edge] = segments;
}

/* The routes that leave a node by the port ahead and have a label. */
static uint32_t
branches_ahead(const struct grid *grid, const struct flow_node *node)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < node->out_count; i++) {
		const struct route *route = &grid->routes[node->out[i]->index];
		count += grid_heading(route->corners[0], route->corners[1]) == HEADING_AHEAD &&
			 grid_label_along(grid, node->out[i]->index) > 0;
	}
	return count;
}

static void
place_label(struct grid *grid, const struct flow_edge *edge, uint32_t ahead_count)
{
	const struct route *route = &grid->routes[edge->index];
	if (!(grid_label_along(grid, edge->index) > 0))
		return;
	if (grid_heading(route->corners[0], route->corners[1]) != HEADING_AHEAD) {
		grid->labels[edge->index] = LABEL_SIDE;
	} else if (ahead_count == 1) {
		grid->labels[edge->index] = LABEL_NEAR;
	} else {
		grid->labels[edge->index] = LABEL_GAP;
		bool straight = route->corners[1].along > route->corners[0].along + 1;
		grid->label_segments[edge->index] = straight ? 0 : 2;
	}
}

/* How many routes leave each node by each side (4 a node), and enter it. */
struct ports {
	uint32_t *leaving, *entering;
};

static uint32_t
port_number(uint32_t node, enum grid_heading heading)
{
	return 4 * node + heading;
}

static enum grid_heading
last_heading(const struct route *route)
{
	return grid_heading(route->corners[route->count - 2], route->corners[route->count - 1]);
}

static struct ports
count_ports(struct grid *grid)
{
	size_t count = 4 * (size_t)grid->flow->node_count;
	struct ports ports = {arena_array(&grid->scratch, count, sizeof(uint32_t)),
			      arena_array(&grid->scratch, count, sizeof(uint32_t))};
	for (uint32_t i = 0; i < grid->flow->edge_count; i++) {
		const struct flow_edge *edge = grid->flow->edges[i];
		const struct route *route = &grid->routes[i];
		ports.leaving[port_number(edge->from->index,
					  grid_heading(route->corners[0], route->corners[1]))]++;
		ports.entering[port_number(edge->to->index, last_heading(route))]++;
	}
	return ports;
}

/* The room that a segment needs for the label over it. */
static double
label_room(const struct grid *grid, const struct segment *segment)
{
	bool carries = segment->ahead && grid->labels[segment->edge] == LABEL_GAP &&
		       grid->label_segments[segment->edge] == segment->number;
	return carries ? grid_label_across(grid, segment->edge) + LABEL_GAP_ROOM : 0;
}

/* What a segment shares with others of its channel: the port that its route comes from, or the one
 * that it leads to. A segment with a label shares nothing, for the label would stand over the
 * others as well; then the key is a number of its own. */
static uint32_t
port_of(const struct grid *grid, const struct ports *ports, const struct segment *segment,
	uint32_t unique)
{
	const struct flow_edge *edge = grid->flow->edges[segment->edge];
	const struct route *route = &grid->routes[segment->edge];
	uint32_t all = 4 * grid->flow->node_count;
	uint32_t leaving =
	    port_number(edge->from->index, grid_heading(route->corners[0], route->corners[1]));
	uint32_t entering = port_number(edge->to->index, last_heading(route));
	if (segment->number == 1 && ports->leaving[leaving] > 1)
		return leaving;
	if (segment->number + 3 == route->count && ports->entering[entering] > 1 &&
	    !(label_room(grid, segment) > 0))
		return all + entering;
	return 2 * all + unique;
}

static int
compare_members(const void *a, const void *b)
{
	const struct member *x = a, *y = b;
	if (x->segment->ahead != y->segment->ahead)
		return x->segment->ahead ? 1 : -1;
	if (x->segment->line != y->segment->line)
		return x->segment->line < y->segment->line ? -1 : 1;
	return (x->port > y->port) - (x->port < y->port);
}

static int
compare_bundles(const void *a, const void *b)
{
	const struct bundle *x = a, *y = b;
	if (x->low != y->low)
		return x->low < y->low ? -1 : 1;
	if (x->high != y->high)
		return x->high > y->high ? -1 : 1;
	const struct segment *left = x->segments[0], *right = y->segments[0];
	return left->edge != right->edge ? (left->edge > right->edge) - (left->edge < right->edge)
	       : left->number < right->number ? -1
					      : 1;
}

static bool
overlap(const struct bundle *a, const struct bundle *b)
{
	return a->low <= b->high && b->low <= a->high;
}

/* How often segments of one bundle that turn off to a side cross the other bundle, which lies
 * there. */
static unsigned
crossings(const struct bundle *bundle, int side, const struct bundle *other)
{
	unsigned sum = 0;
	for (uint32_t i = 0; i < bundle->count; i++) {
		const struct segment *segment = bundle->segments[i];
		struct turn_off ends[] = {{segment->low, segment->low_side},
					  {segment->high, segment->high_side}};
		for (int j = 0; j < 2; j++)
			if (ends[j].side == side && ends[j].at >= other->low &&
			    ends[j].at <= other->high)
				sum +=
				    ends[j].at == other->low || ends[j].at == other->high ? 1 : 2;
	}
	return sum;
}

/* Swaps neighbours that meet as long as that saves crossings. */
static void
sort_bundles(struct bundle *bundles, uint32_t count)
{
	bool changed = count <= SORTED_MAX;
	for (uint32_t pass = 0; changed && pass < count; pass++) {
		changed = false;
		for (uint32_t i = 0; i + 1 < count; i++) {
			struct bundle *a = &bundles[i], *b = &bundles[i + 1];
			if (!overlap(a, b))
				continue;
			if (crossings(b, 1, a) + crossings(a, -1, b) >=
			    crossings(a, 1, b) + crossings(b, -1, a))
				continue;
			struct bundle kept = *a;
			*a = *b;
			*b = kept;
			changed = true;
		}
	}
}

/* The first track after all that lie before the bundle and meet it; in a crowd, the first free one.
 * Gives the number of
 * tracks. */
static uint32_t
assign_tracks(struct arena *scratch, struct bundle *bundles, uint32_t count)
{
	uint32_t tracks = 0, *ends = arena_array(scratch, count, sizeof *ends);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t track = 0;
		for (uint32_t j = 0; j < i && count <= EXACT_MAX; j++)
			if (overlap(&bundles[i], &bundles[j]) && bundles[j].track >= track)
				track = bundles[j].track + 1;
		while (count > EXACT_MAX && track < tracks && ends[track] >= bundles[i].low)
			track++;
		bundles[i].track = track;
		ends[track] = bundles[i].high;
		tracks = track >= tracks ? track + 1 : tracks;
	}
	return tracks;
}

/* Lays out the tracks of one line, one after the other, each wide enough for the labels over it.
 * Gives the room that they take. */
static double
set_offsets(struct grid *grid, struct bundle *bundles, uint32_t count)
{
	uint32_t tracks = assign_tracks(&grid->scratch, bundles, count);
	double *rooms = arena_array(&grid->scratch, (size_t)tracks + 1, sizeof *rooms);
	for (uint32_t i = 0; i < count; i++)
		if (bundles[i].room > rooms[bundles[i].track])
			rooms[bundles[i].track] = bundles[i].room;
	double at = 0;
	for (uint32_t i = 0; i < tracks; i++) {
		rooms[i] += at + SPACING / 2;
		at = rooms[i] + SPACING / 2;
	}
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t j = 0; j < bundles[i].count; j++)
			bundles[i].segments[j]->offset = rooms[bundles[i].track];
	return at;
}

/* The bundles of the members of one line. */
static void
fill_line(struct grid *grid, const struct member *members, uint32_t count)
{
	struct bundle *bundles = arena_array(&grid->scratch, count, sizeof *bundles);
	struct segment **segments = arena_array(&grid->scratch, count, sizeof *segments);
	uint32_t made = 0;
	for (uint32_t i = 0; i < count; i++) {
		struct segment *segment = segments[i] = members[i].segment;
		if (i == 0 || members[i].port != members[i - 1].port)
			bundles[made++] = (struct bundle){
			    .segments = &segments[i], .low = segment->low, .high = segment->high};
		struct bundle *bundle = &bundles[made - 1];
		bundle->count++;
		bundle->low = segment->low < bundle->low ? segment->low : bundle->low;
		bundle->high = segment->high > bundle->high ? segment->high : bundle->high;
		bundle->room = label_room(grid, segment) > bundle->room ? label_room(grid, segment)
									: bundle->room;
	}
	qsort(bundles, made, sizeof *bundles, compare_bundles);
	sort_bundles(bundles, made);
	grid->bands[members->segment->ahead][members->segment->line] =
	    set_offsets(grid, bundles, made);
}

void
layout_track(struct grid *grid)
{
	const struct flow *flow = grid->flow;
	uint32_t total = 0, count = 0;
	grid->segments = arena_array(&grid->scratch, flow->edge_count, sizeof *grid->segments);
	grid->labels = arena_array(&grid->scratch, flow->edge_count, sizeof *grid->labels);
	grid->label_segments =
	    arena_array(&grid->scratch, flow->edge_count, sizeof *grid->label_segments);
	grid->bands[0] =
	    arena_array(&grid->scratch, 3 * (size_t)grid->columns + 2, sizeof **grid->bands);
	grid->bands[1] =
	    arena_array(&grid->scratch, 2 * (size_t)grid->rows + 1, sizeof **grid->bands);
	for (uint32_t i = 0; i < flow->node_count; i++) {
		uint32_t ahead = branches_ahead(grid, flow->nodes[i]);
		for (uint32_t j = 0; j < flow->nodes[i]->out_count; j++)
			place_label(grid, flow->nodes[i]->out[j], ahead);
	}
	for (uint32_t i = 0; i < flow->edge_count; i++) {
		make_segments(grid, i);
		total += grid->routes[i].count;
	}
	struct ports ports = count_ports(grid);
	struct member *members = arena_array(&grid->scratch, total, sizeof *members);
	for (uint32_t i = 0; i < flow->edge_count; i++)
		for (uint32_t j = 0; j + 1 < grid->routes[i].count; j++) {
			struct segment *segment = &grid->segments[i][j];
			if (grid_is_middle(!segment->ahead, segment->line))
				continue;
			members[count] =
			    (struct member){segment, port_of(grid, &ports, segment, count)};
			count++;
		}
	qsort(members, count, sizeof *members, compare_members);
	for (uint32_t i = 0, end; i < count; i = end) {
		for (end = i + 1; end < count; end++)
			if (members[end].segment->ahead != members[i].segment->ahead ||
			    members[end].segment->line != members[i].segment->line)
				break;
		fill_line(grid, members + i, end - i);
	}
}
