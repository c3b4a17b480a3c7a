/* SPDX-License-Identifier: MIT */
/* Cells for nodes, in three steps that each keep what the one before settled.
 *
 *                │ stage 1     │ stage 2        lanes: an order that keeps hand-overs short;
 *       lane A   │ a ─▶ b ─┐   │                       each is moved while that helps
 *       ─────────┼─────────┼───┼──────          columns: by the longest route within the stage, so
 *       lane B   │         ▼   │                       that every edge but a return leads ahead
 *                │         c ──┼─▶ d            rows: the one of what leads here, where it is free,
 *                │             │                       so that a chain stays on one line
 *
 * Placing all at once (Sugiyama's layers with the crossings counted over the whole) is costlier,
 * and it would not know that lanes and stages are given: what crosses is settled by them. A
 * hand-over from one task to the only next goes straight across the flow where nothing stands
 * between the two, as from b to c: they share a column, and the picture is shorter. A split and the
 * end that hangs below it get their rows at once. Every step is a pass over the nodes in the order
 * of the flow; only lanes are few enough to be compared pair by pair (LANES_SORTED). */
#include "draw/layout_grid.h"
#include "model/fields.h"

#include <stdlib.h>
#include <string.h>

enum { LANES_SORTED = 64, PASSES = 8, PILE_MAX = 64 };

/* The place of a lane in flow->lanes; a lane in which nothing is done counts as the first. */
static uint32_t *
number_lanes(struct grid *grid)
{
	const struct flow *flow = grid->flow;
	uint32_t *by_role = arena_array(
	    &grid->scratch, flow->plan->model->document->roles.count + 1, sizeof *by_role);
	for (uint32_t i = 0; i < flow->lane_count; i++)
		by_role[flow->lanes[i] ? flow->lanes[i]->base.number : 0] = i;
	uint32_t *lanes = arena_array(&grid->scratch, flow->node_count, sizeof *lanes);
	for (uint32_t i = 0; i < flow->node_count; i++)
		lanes[i] = by_role[flow->nodes[i]->lane ? flow->nodes[i]->lane->base.number : 0];
	return lanes;
}

/* How far the edges of a lane reach when it stands at a place. */
static uint64_t
reach(const uint32_t *weights, const uint32_t *order, uint32_t count, uint32_t place)
{
	uint64_t sum = 0;
	for (uint32_t i = 0; i < count; i++)
		sum += (uint64_t)weights[order[place] * count + order[i]] *
		       (i > place ? i - place : place - i);
	return sum;
}

/* Swaps the lane at a place with the next one; gives how much longer all edges get by it. */
static int64_t
swap_lanes(const uint32_t *weights, uint32_t *order, uint32_t count, uint32_t place)
{
	uint64_t before =
	    reach(weights, order, count, place) + reach(weights, order, count, place + 1);
	uint32_t lane = order[place];
	order[place] = order[place + 1];
	order[place + 1] = lane;
	return (int64_t)(reach(weights, order, count, place) +
			 reach(weights, order, count, place + 1) - before);
}

/* Leads the lane at a place past all others, to the first place and to the last, and leaves it
 * where edges are shortest. True when that is another place. */
static bool
settle_lane(const uint32_t *weights, uint32_t *order, uint32_t count, uint32_t place)
{
	int64_t longer = 0, least = 0;
	uint32_t best = place;
	for (uint32_t i = place; i > 0; i--) {
		longer += swap_lanes(weights, order, count, i - 1);
		best = longer < least ? i - 1 : best;
		least = longer < least ? longer : least;
	}
	for (uint32_t i = 1; i < count; i++) {
		longer += swap_lanes(weights, order, count, i - 1);
		best = longer < least ? i : best;
		least = longer < least ? longer : least;
	}
	for (uint32_t i = count - 1; i > best; i--)
		swap_lanes(weights, order, count, i - 1);
	return best != place;
}

/* Turns the lanes upside down where more leads up than down: a map is read from its top. */
static void
turn_down(struct grid *grid, const uint32_t *lanes, uint32_t *place)
{
	uint32_t count = grid->flow->lane_count, *order = grid->lane_order;
	int64_t down = 0;
	for (uint32_t i = 0; i < count; i++)
		place[order[i]] = i;
	for (uint32_t i = 0; i < grid->flow->edge_count; i++) {
		const struct flow_edge *edge = grid->flow->edges[i];
		if (!edge->back)
			down += (int64_t)place[lanes[edge->to->index]] -
				(int64_t)place[lanes[edge->from->index]];
	}
	for (uint32_t i = 0; down < 0 && i < count / 2; i++) {
		uint32_t lane = order[i];
		order[i] = order[count - 1 - i];
		order[count - 1 - i] = lane;
	}
}

/* Moves lanes as long as edges get shorter by it. */
static void
sort_lanes(struct grid *grid, const uint32_t *lanes)
{
	uint32_t count = grid->flow->lane_count, *order = grid->lane_order;
	if (count < 3 || count > LANES_SORTED)
		return;
	uint32_t *weights = arena_array(&grid->scratch, (size_t)count * count, sizeof *weights);
	for (uint32_t i = 0; i < grid->flow->edge_count; i++) {
		uint32_t a = lanes[grid->flow->edges[i]->from->index],
			 b = lanes[grid->flow->edges[i]->to->index];
		weights[a * count + b]++;
		weights[b * count + a]++;
	}
	bool moved = true;
	for (int pass = 0; moved && pass < PASSES; pass++) {
		moved = false;
		for (uint32_t i = 0; i < count; i++)
			moved |= settle_lane(weights, order, count, i);
	}
	turn_down(grid, lanes, arena_array(&grid->scratch, count, sizeof *order));
}

static void
place_lanes(struct grid *grid)
{
	const struct flow *flow = grid->flow;
	uint32_t count = flow->lane_count ? flow->lane_count : 1;
	uint32_t *lanes = number_lanes(grid);
	grid->lane_order = arena_array(grid->arena, count, sizeof *grid->lane_order);
	for (uint32_t i = 0; i < count; i++)
		grid->lane_order[i] = i;
	sort_lanes(grid, lanes);
	uint32_t *place = arena_array(&grid->scratch, count, sizeof *place);
	for (uint32_t i = 0; i < count; i++)
		place[grid->lane_order[i]] = i;
	grid->lane = arena_array(&grid->scratch, flow->node_count, sizeof *grid->lane);
	for (uint32_t i = 0; i < flow->node_count; i++)
		grid->lane[i] = place[lanes[i]];
}

/* An end that only one outcome leads to stands right below its split. */
static bool
hangs_below(const struct flow_node *node)
{
	return node->type == FLOW_END && node->in_count == 1 &&
	       node->in[0]->from->type == FLOW_SPLIT && node->stage;
}

/* Columns before all stages (the start and its gateways), of each stage, and after them: group 0, 1
 * … Nodes are asked in their order, so that those before one have their groups. */
static uint32_t
group_of(const struct flow_node *node, const uint32_t *group, const uint32_t *stage_place,
	 uint32_t stage_count)
{
	if (node->stage)
		return stage_place[node->stage->base.number] + 1;
	bool first = node->type != FLOW_END;
	for (uint32_t i = 0; i < node->in_count && first; i++)
		first = node->in[i]->back || group[node->in[i]->from->index] == 0;
	return first ? 0 : stage_count + 1;
}

/* What stands in a column while columns are given, and the lanes from low to high that a chain of
 * hand-overs runs across. */
struct pile {
	uint32_t first, count; /* a node and those after it in next, each plus 1 */
	bool crossed;
	uint32_t low, high;
};

struct piles {
	struct pile *items;
	uint32_t *next; /* by node: the next in its pile, plus 1 */
	uint32_t *base; /* by group: its first column's pile */
};

/* True for a task that hands over to another role's task alone, with nothing drawn between the
 * two. */
static bool
is_handed_over(const struct grid *grid, const struct flow_node *node)
{
	if (node->type != FLOW_TASK || node->in_count != 1)
		return false;
	const struct flow_edge *edge = node->in[0];
	const struct flow_node *from = edge->from;
	if (from->type != FLOW_TASK || from->out_count != 1 || edge->back || edge->label)
		return false;
	uint32_t above = grid->lane[from->index], below = grid->lane[node->index];
	const struct layout_size *size =
	    &grid->options->sizes[above < below ? from->index : node->index];
	return above != below && !(size->extra_height > 0);
}

/* True when another branch of a node's split begins in one of the lanes: its first node wants to
 * stand in the same column. */
static bool
has_sibling(const struct grid *grid, const struct flow_node *node, uint32_t low, uint32_t high)
{
	const struct flow_node *before = node->in_count == 1 ? node->in[0]->from : NULL;
	if (!before || before->out_count > PILE_MAX)
		return before != NULL;
	for (uint32_t i = 0; i < before->out_count; i++) {
		const struct flow_node *other = before->out[i]->to;
		uint32_t lane = grid->lane[other->index];
		if (other != node && other->stage == node->stage && !before->out[i]->back &&
		    lane >= low && lane <= high)
			return true;
	}
	return false;
}

/* Whether the route from a node in the pile to one in another lane meets nothing. */
static bool
is_free(const struct grid *grid, const struct piles *piles, const struct pile *pile, uint32_t from,
	uint32_t node)
{
	uint32_t a = grid->lane[from], b = grid->lane[node], low = a < b ? a : b,
		 high = a < b ? b : a;
	if (pile->crossed && (a < b ? low != pile->high : high != pile->low))
		return false;
	if (pile->count > PILE_MAX || has_sibling(grid, grid->flow->nodes[from], low, high))
		return false;
	for (uint32_t at = pile->first; at; at = piles->next[at - 1])
		if (at - 1 != from && grid->lane[at - 1] >= low && grid->lane[at - 1] <= high)
			return false;
	return true;
}

static void
cross(struct pile *pile, uint32_t from, uint32_t to)
{
	uint32_t low = from < to ? from : to, high = from < to ? to : from;
	pile->low = pile->crossed && pile->low < low ? pile->low : low;
	pile->high = pile->crossed && pile->high > high ? pile->high : high;
	pile->crossed = true;
}

/* The column of a node within its group, once those before it in the flow have theirs: behind all
 * that lead to it, and where no chain runs across its lane. Where there is none, it is a column of
 * its own behind the wide ones. */
static uint32_t
find_column(struct grid *grid, struct piles *piles, const uint32_t *group,
	    const struct flow_node *node, uint32_t wide)
{
	uint32_t i = node->index, lane = grid->lane[i], column = 0;
	for (uint32_t j = 0; j < node->in_count; j++) {
		uint32_t from = node->in[j]->from->index,
			 next = grid->column[from] + !hangs_below(node);
		if (!node->in[j]->back && group[from] == group[i] && next > column)
			column = next;
	}
	struct pile *pile = &piles->items[piles->base[group[i]]];
	if (column && is_handed_over(grid, node)) {
		uint32_t from = node->in[0]->from->index;
		if (is_free(grid, piles, &pile[column - 1], from, i)) {
			cross(&pile[column - 1], grid->lane[from], lane);
			return column - 1;
		}
	}
	for (uint32_t tries = 0;
	     pile[column].crossed && lane >= pile[column].low && lane <= pile[column].high; tries++)
		column = tries < PILE_MAX ? column + 1 : wide;
	return column;
}

static void
add_to_pile(struct piles *piles, struct pile *pile, uint32_t node)
{
	piles->next[node] = pile->first;
	pile->first = node + 1;
	pile->count++;
}

/* Columns of nodes within their groups; wide says how many there are. No column before another is
 * empty, so a group of as many piles as nodes has enough. */
static void
place_in_groups(struct grid *grid, const uint32_t *group, uint32_t group_count, uint32_t *wide)
{
	const struct flow *flow = grid->flow;
	struct piles piles = {
	    arena_array(&grid->scratch, (size_t)flow->node_count + 1, sizeof *piles.items),
	    arena_array(&grid->scratch, flow->node_count, sizeof *piles.next),
	    arena_array(&grid->scratch, (size_t)group_count + 1, sizeof *piles.base)};
	for (uint32_t i = 0; i < flow->node_count; i++)
		piles.base[group[i] + 1]++;
	for (uint32_t i = 0; i < group_count; i++)
		piles.base[i + 1] += piles.base[i];
	for (uint32_t i = 0; i < flow->node_count; i++) {
		uint32_t column = find_column(grid, &piles, group, flow->nodes[i], wide[group[i]]);
		grid->column[i] = column;
		add_to_pile(&piles, &piles.items[piles.base[group[i]] + column], i);
		if (column >= wide[group[i]])
			wide[group[i]] = column + 1;
	}
}

static void
place_columns(struct grid *grid)
{
	const struct flow *flow = grid->flow;
	uint32_t stages = flow->stage_count;
	uint32_t *stage_place = arena_array(
	    &grid->scratch, flow->plan->model->document->stages.count + 1, sizeof *stage_place);
	uint32_t *group = arena_array(&grid->scratch, flow->node_count, sizeof *group);
	uint32_t *wide = arena_array(&grid->scratch, (size_t)stages + 3, sizeof *wide);
	for (uint32_t i = 0; i < stages; i++)
		stage_place[flow->stages[i]->base.number] = i;
	grid->column = arena_array(&grid->scratch, flow->node_count, sizeof *grid->column);
	for (uint32_t i = 0; i < flow->node_count; i++)
		group[i] = group_of(flow->nodes[i], group, stage_place, stages);
	place_in_groups(grid, group, stages + 2, wide);
	grid->stage_column =
	    arena_array(&grid->scratch, (size_t)stages + 1, sizeof *grid->stage_column);
	uint32_t first = wide[0],
		 *firsts = arena_array(&grid->scratch, (size_t)stages + 2, sizeof *firsts);
	for (uint32_t i = 0; i < stages; first += wide[++i])
		grid->stage_column[i] = firsts[i + 1] = first;
	grid->stage_column[stages] = firsts[stages + 1] = first;
	grid->columns = first + wide[stages + 1];
	for (uint32_t i = 0; i < flow->node_count; i++)
		grid->column[i] += firsts[group[i]];
}

/* Which cells of a lane are taken: by column the rows. */
struct shelf {
	uint32_t *rows;
	uint32_t count, lane;
};

static bool
is_taken(const struct shelf *shelf, uint32_t row)
{
	for (uint32_t i = 0; i < shelf->count; i++)
		if (shelf->rows[i] == row)
			return true;
	return false;
}

static void
take(struct grid *grid, struct shelf *shelf, uint32_t row)
{
	shelf->rows = arena_grow(&grid->scratch, shelf->rows, shelf->count, 1, sizeof *shelf->rows);
	shelf->rows[shelf->count++] = row;
}

/* Whether a row is free, and the one below it, for a pair. */
static bool
has_room(const struct shelf *shelf, uint32_t row, bool pair)
{
	return !is_taken(shelf, row) && !(pair && is_taken(shelf, row + 1));
}

/* The free row nearest to the wanted one, later rows first. A column that is already full of a wide
 * fork just goes on. */
static uint32_t
free_row(const struct shelf *shelf, uint32_t wanted, bool pair)
{
	for (uint32_t away = 0; away <= 2 * shelf->count && away < 64; away++) {
		if (has_room(shelf, wanted + away, pair))
			return wanted + away;
		if (away <= wanted && has_room(shelf, wanted - away, pair))
			return wanted - away;
	}
	uint32_t last = 0;
	for (uint32_t i = 0; i < shelf->count; i++)
		last = shelf->rows[i] >= last ? shelf->rows[i] + 1 : last;
	return last;
}

/* The end that hangs below a split in its column, or NULL. */
static const struct flow_node *
hanging_end(const struct grid *grid, const struct flow_node *split)
{
	for (uint32_t i = 0; i < split->out_count && split->type == FLOW_SPLIT; i++) {
		const struct flow_node *end = split->out[i]->to;
		bool same = grid->lane[end->index] == grid->lane[split->index] &&
			    grid->column[end->index] == grid->column[split->index];
		if (hangs_below(end) && same)
			return end;
	}
	return NULL;
}

/* The row of the nearest node before it in its lane. */
static uint32_t
wanted_row(const struct grid *grid, const struct flow_node *node)
{
	uint32_t row = 0, column = 0;
	for (uint32_t i = 0; i < node->in_count; i++) {
		const struct flow_node *from = node->in[i]->from;
		bool same =
		    grid->lane[from->index] == grid->lane[node->index] && !node->in[i]->back;
		if (!same || grid->column[from->index] + 1 <= column)
			continue;
		column = grid->column[from->index] + 1;
		row = grid->row[from->index];
	}
	return row;
}

/* A node in the order in which rows are given. */
struct node_turn {
	uint32_t lane, column, node;
};

static int
compare_turns(const void *a, const void *b)
{
	const struct node_turn *x = a, *y = b;
	if (x->lane != y->lane)
		return x->lane < y->lane ? -1 : 1;
	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	return (x->node > y->node) - (x->node < y->node);
}

static void
put_in_row(struct grid *grid, struct shelf *shelf, const struct flow_node *node, uint32_t row,
	   uint32_t *high)
{
	grid->row[node->index] = row;
	take(grid, shelf, row);
	if (row >= *high)
		*high = row + 1;
}

/* Gives rows within each lane, counted from the lane's first; high tells how many there are. A
 * split and the end below it get theirs at once: with something between them, the route to the end
 * would run round it, against the flow. */
static void
place_in_lanes(struct grid *grid, uint32_t *high)
{
	const struct flow *flow = grid->flow;
	struct node_turn *turns = arena_array(&grid->scratch, flow->node_count, sizeof *turns);
	struct shelf *shelves = arena_array(&grid->scratch, grid->columns, sizeof *shelves);
	for (uint32_t i = 0; i < flow->node_count; i++)
		turns[i] = (struct node_turn){grid->lane[i], grid->column[i], i};
	qsort(turns, flow->node_count, sizeof *turns, compare_turns);
	for (uint32_t i = 0; i < flow->node_count; i++) {
		const struct node_turn *turn = &turns[i];
		const struct flow_node *node = flow->nodes[turn->node];
		struct shelf *shelf = &shelves[turn->column];
		if (shelf->lane != turn->lane)
			shelf->count = 0;
		shelf->lane = turn->lane;
		if (hangs_below(node) && hanging_end(grid, node->in[0]->from) == node)
			continue;
		const struct flow_node *end = hanging_end(grid, node);
		uint32_t row = free_row(shelf, wanted_row(grid, node), end != NULL);
		put_in_row(grid, shelf, node, row, &high[turn->lane]);
		if (end)
			put_in_row(grid, shelf, end, row + 1, &high[turn->lane]);
	}
}

static void
place_rows(struct grid *grid)
{
	uint32_t lanes = grid->flow->lane_count ? grid->flow->lane_count : 1;
	uint32_t *high = arena_array(&grid->scratch, lanes, sizeof *high);
	grid->row = arena_array(&grid->scratch, grid->flow->node_count, sizeof *grid->row);
	grid->lane_row = arena_array(&grid->scratch, (size_t)lanes + 1, sizeof *grid->lane_row);
	place_in_lanes(grid, high);
	for (uint32_t i = 0; i < lanes; i++)
		grid->lane_row[i + 1] = grid->lane_row[i] + (high[i] ? high[i] : 1);
	for (uint32_t i = 0; i < grid->flow->node_count; i++)
		grid->row[i] += grid->lane_row[grid->lane[i]];
	grid->rows = grid->lane_row[lanes];
}

void
layout_place(struct grid *grid)
{
	place_lanes(grid);
	place_columns(grid);
	place_rows(grid);
}
