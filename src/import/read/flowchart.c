/* SPDX-License-Identifier: MIT */
/* Who draws puts a task into a lane or a group by moving it there: programs write that down as a
 * list of the lane's tasks, or not at all, and then the boxes of the picture tell. */
#include "import/read/flowchart.h"

#include <string.h>

struct flowchart_shape *
flowchart_add_shape(struct flowchart *chart, enum flowchart_sort sort, const char *id)
{
	struct flowchart_shape *shape = arena_alloc(chart->arena, sizeof *shape);
	*shape = (struct flowchart_shape){.sort = sort, .id = id, .name = "", .refers = ""};
	if (!chart->last_shape)
		chart->last_shape = &chart->shapes;
	*chart->last_shape = shape;
	chart->last_shape = &shape->next;
	chart->shape_count++;
	if (*id)
		*map_at(&chart->by_id, id) = shape;
	return shape;
}

struct flowchart_edge *
flowchart_add_edge(struct flowchart *chart)
{
	struct flowchart_edge *edge = arena_alloc(chart->arena, sizeof *edge);
	if (!chart->last_edge)
		chart->last_edge = &chart->edges;
	*chart->last_edge = edge;
	chart->last_edge = &edge->next;
	return edge;
}

struct flowchart_shape *
flowchart_find(const struct flowchart *chart, const char *id)
{
	return *id ? map_get(&chart->by_id, id) : NULL;
}

void
flowchart_put_into(struct flowchart *chart, struct flowchart_shape *lane, const char *id)
{
	*map_at(&chart->lanes, id) = lane;
}

/* True for what edges lead to. */
static bool
is_node(const struct flowchart_shape *shape)
{
	return shape->sort <= FLOWCHART_BORDER;
}

bool
flowchart_is_work(const struct flowchart_shape *shape)
{
	return *shape->name && (shape->sort == FLOWCHART_TASK || shape->sort == FLOWCHART_PART ||
				shape->sort == FLOWCHART_EVENT);
}

/* True when the middle of a shape is within another. */
static bool
lies_in(const struct flowchart_shape *shape, const struct flowchart_shape *box)
{
	double x = shape->left + shape->width / 2, y = shape->top + shape->height / 2;
	return shape->width > 0 && box->width > 0 && x >= box->left && y >= box->top &&
	       x <= box->left + box->width && y <= box->top + box->height;
}

/* The smallest shape of a sort that a shape lies in, or NULL. */
static struct flowchart_shape *
box_of(const struct flowchart *chart, const struct flowchart_shape *shape, enum flowchart_sort sort)
{
	struct flowchart_shape *found = NULL;
	for (struct flowchart_shape *box = chart->shapes; box; box = box->next)
		if (box->sort == sort && *box->name && lies_in(shape, box) &&
		    (!found || box->width * box->height < found->width * found->height))
			found = box;
	return found;
}

/* Groups have no name of their own; a process is shown by a pool. */
static void
settle_names(struct flowchart *chart)
{
	for (struct flowchart_shape *shape = chart->shapes; shape; shape = shape->next) {
		struct flowchart_shape *other = flowchart_find(chart, shape->refers);
		if (other && shape->sort == FLOWCHART_GROUP && other->sort == FLOWCHART_TITLE)
			shape->name = other->name;
		if (other && shape->sort == FLOWCHART_POOL && other->sort == FLOWCHART_PROCESS)
			other->pool = shape;
	}
}

static void
settle_boxes(struct flowchart *chart)
{
	size_t groups = 0, lanes = 0;
	enum { BOXES = 1000 }; /* nobody draws more, and each is looked at for each shape */
	for (const struct flowchart_shape *box = chart->shapes; box; box = box->next) {
		groups += box->sort == FLOWCHART_GROUP;
		lanes += box->sort == FLOWCHART_LANE;
	}
	for (struct flowchart_shape *shape = chart->shapes; shape; shape = shape->next) {
		if (!is_node(shape))
			continue;
		if (*shape->id)
			shape->lane = map_get(&chart->lanes, shape->id);
		if (!shape->lane && lanes <= BOXES)
			shape->lane = box_of(chart, shape, FLOWCHART_LANE);
		if (groups <= BOXES)
			shape->group = box_of(chart, shape, FLOWCHART_GROUP);
	}
}

static void
add_out(struct flowchart_shape *from, struct flowchart_edge *edge)
{
	edge->earlier = from->last_edge;
	*(from->last_edge ? &from->last_edge->beside : &from->edges) = edge;
	from->last_edge = edge;
}

/* A remark tells of the shape at the other end of its line; in a chart of ours the documentation
 * tells all. */
static void
tie(struct flowchart *chart, const struct flowchart_edge *edge)
{
	struct flowchart_shape *one = flowchart_find(chart, edge->from), *other = edge->target;
	struct flowchart_shape *remark = one && one->sort == FLOWCHART_REMARK ? one : other;
	struct flowchart_shape *told = remark == one ? other : one;
	if (*chart->mark || !remark || !told || remark->sort != FLOWCHART_REMARK ||
	    !*remark->name ||
	    !(flowchart_is_work(told) || told->sort == FLOWCHART_GROUP ||
	      told->sort == FLOWCHART_LANE))
		return;
	told->note = told->note ? arena_printf(chart->arena, "%s\n%s", told->note, remark->name)
				: remark->name;
	remark->name = "";
}

/* A message is an edge where it begins something that nothing else begins. */
static void
settle_messages(struct flowchart *chart)
{
	for (struct flowchart_edge *edge = chart->edges; edge; edge = edge->next) {
		struct flowchart_shape *from = edge->origin;
		edge->taken = edge->sort == FLOWCHART_MESSAGE && from && edge->target &&
			      is_node(from) && is_node(edge->target) && !edge->target->edges_in;
		if (edge->taken)
			add_out(from, edge);
	}
}

/* What is on a border is behind the task, as what follows it is; without a name it is called like
 * what it leads to. */
static void
settle_borders(struct flowchart *chart)
{
	for (struct flowchart_shape *shape = chart->shapes; shape; shape = shape->next) {
		struct flowchart_shape *task = flowchart_find(chart, shape->refers);
		if (shape->sort != FLOWCHART_BORDER || !task || !is_node(task))
			continue;
		struct flowchart_edge *edge = arena_alloc(chart->arena, sizeof *edge);
		if (!*shape->name && shape->edges)
			shape->name = shape->edges->target->name;
		*edge = (struct flowchart_edge){
		    .name = shape->name, .sort = FLOWCHART_SEQUENCE, .target = shape};
		add_out(task, edge);
		shape->edges_in++;
	}
}

/* Of several events that are waited for at once, the one that comes chooses. */
static void
settle_condition(const struct flowchart_shape *from, struct flowchart_edge *edge)
{
	if (from->sort != FLOWCHART_CHOICE || edge->target->sort != FLOWCHART_EVENT || *edge->name)
		return;
	edge->name = edge->target->name;
	edge->target->name = "";
}

static void
settle_edges(struct flowchart *chart)
{
	for (struct flowchart_edge *edge = chart->edges; edge; edge = edge->next) {
		struct flowchart_shape *from = flowchart_find(chart, edge->from);
		edge->origin = from;
		edge->target = flowchart_find(chart, edge->to);
		if (edge->sort == FLOWCHART_TIE)
			tie(chart, edge);
		if (edge->sort != FLOWCHART_SEQUENCE || !from || !edge->target || !is_node(from) ||
		    !is_node(edge->target))
			continue;
		edge->otherwise = *edge->id && strcmp(from->refers, edge->id) == 0;
		settle_condition(from, edge);
		add_out(from, edge);
		edge->target->edges_in++;
	}
	settle_borders(chart);
	settle_messages(chart);
}

/* A walk through all shapes along their edges, each behind what leads to it. */
struct flowchart_walk {
	struct flowchart_shape **path, **done;
	struct flowchart_edge **ahead; /* of each shape on the path: the next edge to go */
	size_t depth, count;
};

enum { SEEN = UINT32_MAX }; /* has no rank yet */

static void
enter(struct flowchart_walk *walk, struct flowchart_shape *shape)
{
	shape->rank = SEEN;
	walk->ahead[walk->depth] = shape->last_edge;
	walk->path[walk->depth++] = shape;
}

/* True for an edge that is drawn against the direction in which one reads: it goes back. */
static bool
leads_back(const struct flowchart_shape *from, const struct flowchart_edge *edge)
{
	const struct flowchart_shape *to = edge->target;
	return from->width > 0 && to->width > 0 && to->left + to->width <= from->left;
}

/* Takes all that a shape leads to and has not been taken; the last edge first, so that the first
 * one comes right behind the shape in the end. */
static void
walk_from(struct flowchart_walk *walk, struct flowchart_shape *shape)
{
	enter(walk, shape);
	while (walk->depth) {
		struct flowchart_edge *edge = walk->ahead[walk->depth - 1];
		if (!edge) {
			walk->done[walk->count++] = walk->path[--walk->depth];
			continue;
		}
		walk->ahead[walk->depth - 1] = edge->earlier;
		if (!edge->target->rank && !leads_back(walk->path[walk->depth - 1], edge))
			enter(walk, edge->target);
	}
}

/* What nothing leads to begins the work; of several such shapes the first stands first. What is
 * left then goes in cycles, or back to where a new line of the picture begins. */
static void
settle_ranks(struct flowchart *chart)
{
	struct arena *arena = chart->arena;
	size_t most = chart->shape_count, at = most;
	struct flowchart_walk walk = {
	    .path = arena_array(arena, most, sizeof *walk.path),
	    .done = arena_array(arena, most, sizeof *walk.done),
	    .ahead = arena_array(arena, most, sizeof *walk.ahead),
	};
	struct flowchart_shape **all = arena_array(arena, most, sizeof *all);
	for (struct flowchart_shape *shape = chart->shapes; shape; shape = shape->next)
		all[--at] = shape;
	for (size_t i = 0; i < most; i++)
		if (is_node(all[i]) && !all[i]->edges_in && !all[i]->rank)
			walk_from(&walk, all[i]);
	uint32_t rank = 0;
	for (size_t i = walk.count; i; i--)
		walk.done[i - 1]->rank = ++rank;
	for (size_t i = most; i; i--) {
		walk.count = 0;
		if (is_node(all[i - 1]) && !all[i - 1]->rank)
			walk_from(&walk, all[i - 1]);
		while (walk.count)
			walk.done[--walk.count]->rank = ++rank;
	}
}

void
flowchart_settle(struct flowchart *chart)
{
	settle_names(chart);
	settle_boxes(chart);
	settle_edges(chart);
	settle_ranks(chart);
}

void
flowchart_end(struct flowchart *chart)
{
	map_free(&chart->by_id);
	map_free(&chart->lanes);
}
