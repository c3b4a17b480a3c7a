/* SPDX-License-Identifier: MIT */
/* Nodes, gateways and edges of a process graph, made from its points and links in their order.
 *
 * What several links lead to waits for all of them, or goes on with the first that comes. The file
 * does not say which; it follows from where the paths parted. The nearest node that all of them
 * pass is their common dominator (dominators.h): when it is a split, one of them only is ever taken
 * and they meet in a merge; when it is a fork, or the start, all are taken and they meet in a join.
 *
 *      split ─▶ a ─┐                 fork ─▶ a ─┐
 *          └──▶ b ─┴▶ merge ─▶ c         └─▶ b ─┴▶ join ─▶ c
 *
 * Several paths may have parted at several places. Then those that pass the same child of the
 * common dominator meet first, by the same rule, and what they become goes into the outer gateway:
 * meetings are put on a list and taken off it, so nesting costs no recursion. An inner gateway of
 * the same type as the outer one would say nothing, and is left out.
 *
 *      split ─▶ fork ─▶ a ─┐
 *          │        └─▶ b ─┴▶ join ─┐
 *          └──▶ c ──────────────────┴▶ merge ─▶ d
 *
 * Points are taken in their order, so every edge into a point is known when the point is made, but
 * for those that lead back and those from where the start does not lead, or only by going back:
 * they are added last, and a merge is made beforehand where they will arrive.
 *
 * Each arrival of a meeting costs a logarithm and a sort of its meeting; nothing is looked at twice
 * but by nested meetings. The rule that parallel paths join and exclusive paths merge is what
 * BPMN 2.0 (OMG formal/2013-12-09, chapter 13) asks of gateways that neither block nor let two
 * tokens by. */
#include "model/field.h"
#include "model/fields.h"
#include "model/show.h"
#include "plan/graph/flow_build.h"
#include "plan/part.h"
#include "support/utf8.h"
#include "text/prose/prose.h"

#include <stdlib.h>
#include <string.h>

enum { EVENT_NAME_MAX = 90 }; /* characters */

/* An edge into a point, before it is made. */
struct arrival {
	struct tap tap;
	uint32_t child, number; /* what a meeting is parted by, and in which order */
};

/* Arrivals that are to meet before a point. */
struct meeting {
	struct arrival *arrivals;
	uint32_t count;
	struct flow_node *into; /* the gateway they are part of, or NULL */
	struct meeting *next;
};

/* The place of a node in the tree of dominators; places follow the root in the order of the nodes.
 */
static uint32_t
place_of(const struct flow_node *node)
{
	return node->index + 1;
}

static void
hang(struct flow_build *build, const struct flow_node *node, uint32_t parent)
{
	dominator_place(build->places, place_of(node), parent);
}

static void
add_place(struct flow_build *build)
{
	build->places = list_grow(build->places, build->place_count, sizeof *build->places);
	build->places[build->place_count++] = (struct dominator){0};
}

/* The id of a node: end_audit; end_audit_out for the end of a stage; end_audit_in in a graph of
 * sub-steps; end_audit_2 for the second of a kind. */
static const char *
make_id(struct flow_build *build, enum flow_type type, const struct point *point)
{
	static const char *const prefixes[] = {
	    [FLOW_START] = "start", [FLOW_END] = "end",     [FLOW_TASK] = "task",
	    [FLOW_SPLIT] = "split", [FLOW_MERGE] = "merge", [FLOW_FORK] = "fork",
	    [FLOW_JOIN] = "join"};
	struct arena *arena = build->arena;
	const struct task *task = point->task ? point->task : build->outer;
	const struct task *shown = task ? flow_shown_task(build, task) : NULL;
	const char *id = prefixes[type];
	if (shown)
		id = arena_printf(arena, "%s_%s", id, shown->entity->anchor);
	else if (task)
		id = arena_printf(arena, "%s__%u", id, (unsigned)task_number(build, task) + 1);
	if (build->outer && task == build->outer)
		id = arena_printf(arena, "%s_in", id);
	if (point->type == POINT_TAIL)
		id = arena_printf(arena, "%s_out", id);
	if (point->type == POINT_ASIDE)
		id = arena_printf(arena, "%s_aside", id);
	return point->made[type] ? arena_printf(arena, "%s_%u", id, point->made[type] + 1) : id;
}

/* What is shown for a task: itself, or the nearest of what it is part of; NULL when none of them
 * is. */
static const struct entity *
shown_part(const struct flow_build *build, const struct task *task)
{
	const struct task *shown = flow_shown_task(build, task);
	for (; task->parent && !shown; shown = flow_shown_task(build, task))
		task = task->parent;
	return shown ? shown->entity : NULL;
}

static struct flow_node *
add_node(struct flow_build *build, enum flow_type type, struct point *point)
{
	struct flow *flow = build->flow;
	flow->nodes =
	    arena_grow(build->arena, flow->nodes, flow->node_count, 1, sizeof *flow->nodes);
	struct flow_node *node = arena_alloc(build->arena, sizeof *node);
	*node = (struct flow_node){
	    .type = type, .index = flow->node_count, .name = "", .stage = point->stage};
	node->entity = point->task ? shown_part(build, point->task) : NULL;
	node->id = make_id(build, type, point);
	point->made[type]++;
	flow->nodes[flow->node_count++] = node;
	add_place(build);
	return node;
}

/* «Да», «Да (Ключевой)», «Ключевой». */
static const char *
full_label(struct arena *arena, const struct tap *tap)
{
	if (!tap->label || !tap->names)
		return tap->label ? tap->label : tap->names;
	return arena_printf(arena, "%s (%s)", tap->label, tap->names);
}

static void
add_edge(struct flow_build *build, const struct tap *tap, struct flow_node *to, bool back)
{
	struct flow *flow = build->flow;
	if (!tap->node || !to)
		return;
	flow->edges =
	    arena_grow(build->arena, flow->edges, flow->edge_count, 1, sizeof *flow->edges);
	struct flow_edge *edge = arena_alloc(build->arena, sizeof *edge);
	*edge = (struct flow_edge){.from = tap->node,
				   .to = to,
				   .label = full_label(build->arena, tap),
				   .condition = tap->label,
				   .outcome = tap->outcome,
				   .otherwise = tap->otherwise,
				   .variants = tap->variants,
				   .back = back};
	flow->edges[flow->edge_count++] = edge;
}

/* The text when it is short enough for an event, else the word. */
static const char *
event_name(struct flow_build *build, const struct text *text, enum word instead)
{
	const char *plain = text->s && !build->outer
				? prose_plain(build->arena, show_prose(build->flow->voice, text->s))
				: NULL;
	bool fits = plain && *plain && utf8_count(plain, strlen(plain)) <= EVENT_NAME_MAX &&
		    !strchr(plain, '\n');
	return fits ? plain : show_word(build->flow->voice, instead);
}

static void
make_task(struct flow_build *build, struct point *point)
{
	const struct entity *entity = shown_part(build, point->task);
	point->node = add_node(build, FLOW_TASK, point);
	point->node->name = entity_name(entity);
	point->node->roles = part_roles(entity, part_shown(entity), build->arena);
	point->node->approver = part_approver(entity);
	point->node->lane = point->node->roles[0];
	point->node->lane_of = point->node->lane ? entity : NULL;
	build->tasks[task_number(build, point->task)] = point->node;
}

/* The node of a task, start or end; heads and tails of stages have none. */
static void
make_node(struct flow_build *build, struct point *point)
{
	const struct process *process = model_process(build->shown->model);
	switch (point->type) {
	case POINT_START:
		point->node = add_node(build, FLOW_START, point);
		point->node->name = event_name(build, &process->trigger, WORD_START);
		break;
	case POINT_END:
		point->node = add_node(build, FLOW_END, point);
		point->node->name = event_name(build, &process->result, WORD_END);
		break;
	case POINT_TASK:
		make_task(build, point);
		break;
	case POINT_HEAD:
	case POINT_TAIL:
	case POINT_ASIDE:
	case POINT_PASS:
		break;
	}
}

static int
compare_arrivals(const void *a, const void *b)
{
	const struct arrival *x = a, *y = b;
	if (x->child != y->child)
		return x->child < y->child ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

/* Parts the arrivals of a meeting by the child of their common dominator that they pass. Several
 * that pass one child become a meeting of their own; the others go into the gateway. */
static void
part_arrivals(struct flow_build *build, struct meeting *meeting, uint32_t top,
	      struct flow_node *gate, struct meeting **waiting)
{
	for (uint32_t i = 0; i < meeting->count; i++) {
		meeting->arrivals[i].child =
		    dominator_at(build->places, place_of(meeting->arrivals[i].tap.node),
				 build->places[top].depth + 1);
		meeting->arrivals[i].number = i;
	}
	qsort(meeting->arrivals, meeting->count, sizeof *meeting->arrivals, compare_arrivals);
	for (uint32_t i = 0, end; i < meeting->count; i = end) {
		for (end = i + 1; end < meeting->count &&
				  meeting->arrivals[end].child == meeting->arrivals[i].child;)
			end++;
		if (end == i + 1 || meeting->arrivals[i].child == top) {
			for (uint32_t j = i; j < end; j++)
				add_edge(build, &meeting->arrivals[j].tap, gate, false);
			continue;
		}
		struct meeting *group = arena_alloc(&build->passing, sizeof *group);
		*group = (struct meeting){meeting->arrivals + i, end - i, gate, *waiting};
		*waiting = group;
	}
}

/* Brings together what a point waits for; gives the one edge that is left. */
static struct tap
meet(struct flow_build *build, struct point *point, struct arrival *arrivals, uint32_t count)
{
	struct tap met = arrivals[0].tap;
	struct meeting *waiting = NULL, all = {arrivals, count, NULL, NULL};
	if (count > 1)
		waiting = &all;
	while (waiting) {
		struct meeting *meeting = waiting;
		waiting = meeting->next;
		uint32_t top = place_of(meeting->arrivals[0].tap.node);
		for (uint32_t i = 1; i < meeting->count; i++)
			top = dominator_common(build->places, top,
					       place_of(meeting->arrivals[i].tap.node));
		const struct flow_node *parting = top ? build->flow->nodes[top - 1] : NULL;
		enum flow_type type =
		    parting && parting->type == FLOW_SPLIT ? FLOW_MERGE : FLOW_JOIN;
		struct flow_node *gate = meeting->into;
		if (!gate || gate->type != type) {
			gate = add_node(build, type, point);
			hang(build, gate, top);
			struct tap out = {.node = gate};
			if (meeting->into)
				add_edge(build, &out, meeting->into, false);
			else
				met = out;
		}
		part_arrivals(build, meeting, top, gate, &waiting);
	}
	return met;
}

/* The arrivals that count: those from points that are reached, if this one is. Of edges that are
 * added late the number is enough. */
struct arrivals {
	struct arrival *waits, *routes;
	uint32_t wait_count, route_count, late_count;
};

/* Whether a link is added when all others are: one that leads back, that the start does not lead
 * to, or leads to by going back alone. What it leads to has begun without it, or never does. */
static bool
is_late(const struct flow_build *build, const struct link *link)
{
	const struct point *from = &build->points[link->from], *to = &build->points[link->to];
	return link->back || from->reached != to->reached || (to->onwards && !from->onwards);
}

static struct arrivals
arrivals_at(struct flow_build *build, const struct point *point)
{
	struct arrivals arrivals = {
	    arena_array(&build->passing, point->in_count + 1, sizeof(struct arrival)),
	    arena_array(&build->passing, point->in_count + 1, sizeof(struct arrival)), 0, 0, 0};
	for (uint32_t i = 0; i < point->in_count; i++) {
		const struct link *link = point->ins[i];
		if (link->stops)
			continue;
		if (is_late(build, link) && (link->back || link->tap.node))
			arrivals.late_count++;
		else if ((link->wait || link->joins) && link->tap.node)
			arrivals.waits[arrivals.wait_count++].tap = link->tap;
		else if (link->tap.node)
			arrivals.routes[arrivals.route_count++].tap = link->tap;
	}
	return arrivals;
}

/* Brings what a point waits for and the routes to it together; *met was made by a meeting and takes
 * the routes too. */
static struct flow_node *
merge_arrivals(struct flow_build *build, struct point *point, const struct arrivals *arrivals,
	       const struct tap *met, bool fresh)
{
	bool take = met->node && fresh && met->node->type == FLOW_MERGE;
	struct flow_node *merge = take ? met->node : add_node(build, FLOW_MERGE, point);
	uint32_t top = 0;
	if (take)
		top = build->places[place_of(merge)].parent;
	else if (met->node)
		top = place_of(met->node);
	else if (arrivals->route_count)
		top = place_of(arrivals->routes[0].tap.node);
	if (met->node && !take)
		add_edge(build, met, merge, false);
	for (uint32_t i = 0; i < arrivals->route_count; i++) {
		top = dominator_common(build->places, top, place_of(arrivals->routes[i].tap.node));
		add_edge(build, &arrivals->routes[i].tap, merge, false);
	}
	hang(build, merge, top);
	return merge;
}

/* A part that the start does not lead to gets a start that says so. Within a step it gets none:
 * there may be only one start there. */
static void
start_apart(struct flow_build *build, struct point *point)
{
	bool begins =
	    point->type == POINT_HEAD || point->type == POINT_ASIDE || point->type == POINT_TASK;
	if (point->reached || build->outer || !begins)
		return;
	point->tap.node = add_node(build, FLOW_START, point);
	point->tap.node->name = show_word(build->flow->voice, WORD_NOTHING_LEADS_HERE);
	hang(build, point->tap.node, 0);
}

/* Everything before a point's node: meetings of what it waits for, then a merge with the routes.
 * True when something leads to the point. */
static bool
make_arrivals(struct flow_build *build, struct point *point)
{
	struct arrivals arrivals = arrivals_at(build, point);
	uint32_t before = build->flow->node_count;
	if (arrivals.wait_count)
		point->tap = meet(build, point, arrivals.waits, arrivals.wait_count);
	bool fresh = build->flow->node_count > before;
	if (fresh)
		point->first = build->flow->nodes[before];
	uint32_t others = arrivals.route_count + arrivals.late_count;
	if (!point->tap.node && !others)
		start_apart(build, point);
	else if ((point->tap.node != NULL) + others > 1) {
		point->first = merge_arrivals(build, point, &arrivals, &point->tap, fresh);
		point->tap = (struct tap){.node = point->first};
	} else if (arrivals.route_count) {
		point->tap = arrivals.routes[0].tap;
	}
	return point->tap.node || others;
}

/* True for a point that has no edge in yet but needs a node where others will arrive. */
static bool
needs_node(const struct point *point)
{
	bool meets = point->type == POINT_HEAD || point->type == POINT_TAIL ||
		     point->type == POINT_ASIDE || point->type == POINT_PASS;
	return meets && !point->tap.node && point->out_count > 1;
}

static void
place_node(struct flow_build *build, struct point *point)
{
	make_node(build, point);
	if (needs_node(point))
		point->node = add_node(build, FLOW_FORK, point);
	if (!point->node)
		return;
	hang(build, point->node, point->tap.node ? place_of(point->tap.node) : 0);
	add_edge(build, &point->tap, point->node, false);
	point->tap = (struct tap){.node = point->node};
	if (!point->first)
		point->first = point->node;
}

/* A gateway after a point, which its edges out leave from. */
static struct tap
divide(struct flow_build *build, struct point *point, enum flow_type type, const struct tap *from)
{
	if (type == FLOW_FORK && from->node->type == FLOW_FORK && !from->label && !from->names)
		return *from;
	struct flow_node *gate = add_node(build, type, point);
	hang(build, gate, place_of(from->node));
	add_edge(build, from, gate, false);
	return (struct tap){.node = gate};
}

/* An outcome that leads to the end has an end event of its own beside its split. So has a task that
 * goes on for ever. */
static void
end_here(struct flow_build *build, struct point *point, const struct link *link)
{
	struct flow_node *end = add_node(build, FLOW_END, point);
	end->aside = !link->outcome;
	bool ongoing = end->aside && flow_build_goes_on(build, point);
	end->name = show_word(build->flow->voice, ongoing ? WORD_ONGOING : WORD_END);
	hang(build, end, place_of(link->tap.node));
	add_edge(build, &link->tap, end, false);
}

/* The end of a row of links of a point that have the same outcome, or none; from its first link. */
static uint32_t
branch_end(const struct point *point, uint32_t first)
{
	uint32_t end = first + 1;
	while (end < point->out_count && point->outs[end]->outcome == point->outs[first]->outcome)
		end++;
	return end;
}

/* The variants of some of a point's links. */
static variant_set
variants_from(const struct point *point, uint32_t first, uint32_t end)
{
	variant_set variants = 0;
	for (uint32_t i = first; i < end; i++)
		variants |= point->outs[i]->variants;
	return variants;
}

/* Where a branch begins: at the split, with its condition, and with the names of its variants if
 * not all have it. A branch that leads to several places begins at a fork of its own. */
static struct tap
begin_branch(struct flow_build *build, struct point *point, const struct tap *trunk, bool asks,
	     const struct link *link, variant_set variants, uint32_t count)
{
	struct tap tap = *trunk;
	if (link->outcome && (asks || (link->tap.label && !trunk->variants)))
		tap = link->tap;
	tap.node = trunk->node;
	if (!link->outcome && asks) {
		tap.label = show_word(build->flow->voice, WORD_OTHERWISE);
		tap.otherwise = true;
	}
	if (asks && variants != point->variants) {
		const char *names = alternatives_names(build->alternatives, variants, build->arena);
		tap.variants = variants;
		if (link->outcome && *names)
			tap.names = names;
	}
	return count > 1 ? divide(build, point, FLOW_FORK, &tap) : tap;
}

/* The end of a row of links of a point that have the same variants; from its first link. */
static uint32_t
part_end(const struct point *point, uint32_t first, uint32_t end)
{
	uint32_t at = first + 1;
	while (at < end && point->outs[at]->variants == point->outs[first]->variants)
		at++;
	return at;
}

static struct tap
name_variants(const struct flow_build *build, const struct tap *from, variant_set variants)
{
	const char *names = alternatives_names(build->alternatives, variants, build->arena);
	return (struct tap){
	    .node = from->node, .names = *names ? names : NULL, .variants = variants};
}

/* The links that depend on variants leave from a split of their own. */
static void
make_parts(struct flow_build *build, struct point *point, uint32_t first, uint32_t end,
	   const struct tap *from)
{
	struct tap split = divide(build, point, FLOW_SPLIT, from);
	split.node->by_variant = true;
	for (uint32_t i = first, part; i < end; i = part) {
		part = part_end(point, i, end);
		struct tap tap = name_variants(build, &split, point->outs[i]->variants);
		if (part - i > 1)
			tap = divide(build, point, FLOW_FORK, &tap);
		for (uint32_t k = i; k < part; k++)
			point->outs[k]->tap = tap;
	}
}

/* The end of a row of links of a point that belong to one split by variant; from its first link. A
 * link of no split is a row by itself. */
static uint32_t
split_end(const struct point *point, uint32_t first, uint32_t end)
{
	uint32_t at = first + 1;
	while (point->outs[first]->split && at < end &&
	       point->outs[at]->split == point->outs[first]->split)
		at++;
	return at;
}

/* The links of one outcome, or of none: those that are in all variants, then the others. */
static void
make_branch(struct flow_build *build, struct point *point, uint32_t first, uint32_t end,
	    const struct tap *trunk, bool asks)
{
	uint32_t count = 0, plain = first;
	for (uint32_t i = first; i < end; i = split_end(point, i, end))
		count++;
	struct tap tap = begin_branch(build, point, trunk, asks, point->outs[first],
				      variants_from(point, first, end), count);
	for (; plain < end && !point->outs[plain]->split; plain++)
		point->outs[plain]->tap = tap;
	for (uint32_t i = plain, part; i < end; i = part) {
		part = split_end(point, i, end);
		make_parts(build, point, i, part, &tap);
	}
	for (uint32_t i = first; i < end; i++)
		if (point->outs[i]->stops)
			end_here(build, point, point->outs[i]);
}

/* True when no variant has two of the branches of a point: then the variant decides, and no
 * outcome. */
static bool
variants_decide(const struct point *point)
{
	variant_set seen = 0;
	for (uint32_t i = 0, end; i < point->out_count; i = end) {
		end = branch_end(point, i);
		variant_set variants = variants_from(point, i, end);
		if (seen & variants)
			return false;
		seen |= variants;
	}
	return true;
}

/* Links are in the order of their outcomes, those that are of none together. */
static void
make_departures(struct flow_build *build, struct point *point)
{
	struct tap trunk = point->tap;
	if (!trunk.node || !point->out_count)
		return;
	bool asks = branch_end(point, 0) < point->out_count;
	if (asks)
		trunk = divide(build, point, FLOW_SPLIT, &trunk);
	bool by_variant = asks && variants_decide(point);
	trunk.node->by_variant = trunk.node->by_variant || by_variant;
	for (uint32_t i = 0, end; i < point->out_count; i = end) {
		end = branch_end(point, i);
		struct tap tap = trunk;
		if (by_variant)
			tap = name_variants(build, &trunk, variants_from(point, i, end));
		make_branch(build, point, i, end, &tap, asks && !by_variant);
	}
}

static void
add_late_edges(struct flow_build *build)
{
	for (uint32_t i = 0; i < build->link_count; i++) {
		struct link *link = &build->links[i];
		if (is_late(build, link) && !link->stops)
			add_edge(build, &link->tap, build->points[link->to].first, link->back);
	}
}

void
flow_build_gates(struct flow_build *build)
{
	add_place(build); /* the root */
	for (uint32_t i = 0; i < build->point_count; i++) {
		struct point *point = &build->points[build->order[i]];
		bool led_to = make_arrivals(build, point);
		if (point->type != POINT_END || led_to)
			place_node(build, point);
		make_departures(build, point);
		arena_clear(&build->passing);
	}
	add_late_edges(build);
}
