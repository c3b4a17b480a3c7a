/* SPDX-License-Identifier: MIT */
/* An edge with a condition is an outcome of the task that it leads away from; one without is told
 * by the order of the steps, and cannot be read back unless it only passes by a new task. */
#include "emit/flow/bpmn.h"
#include "merge/chart/chart_reading.h"
#include "merge/decide/items.h"
#include "model/fields.h"
#include "view/mark.h"

#include <string.h>

enum { GATES = 16, NEIGHBOURS = 8 /* one behind another */ };

static const struct flow_node *
known_node(const struct chart_reading *r, const struct flowchart_shape *shape)
{
	return map_get(&r->nodes, shape->id);
}

static bool
is_task(const struct flowchart_shape *shape)
{
	return shape->sort == FLOWCHART_TASK || shape->sort == FLOWCHART_PART;
}

/* The task that is reached behind gateways, or the end; NULL where more than one may be. */
static const struct flowchart_shape *
reached(const struct flowchart_shape *shape)
{
	for (int i = 0; i < GATES; i++) {
		if (is_task(shape) || shape->sort == FLOWCHART_END)
			return shape;
		if (!shape->edges || shape->edges->beside)
			return NULL;
		shape = shape->edges->target;
	}
	return NULL;
}

/* How a thing is mentioned in another one: those of another stage behind its name. */
static const char *
mention(struct arena *arena, const struct entity *from, const struct entity *thing)
{
	const struct field *id = field_flagged(thing->kind, F_ID);
	bool given = id && field_is_set(thing, id);
	const char *name = given ? thing->id : entity_name(thing);
	if (given || thing->kind != KIND_STEP || thing->parent == from->parent)
		return name;
	return arena_printf(arena, "%s/%s", mention(arena, from, thing->parent), name);
}

/* How a shape that is reached is mentioned in a thing; NULL for none. */
static const char *
target_name(const struct chart_reading *r, const struct entity *from,
	    const struct flowchart_shape *shape)
{
	static const char *const ends[] = {"end", "конец"};
	const struct flowchart_shape *to = reached(shape);
	if (!to)
		return NULL;
	if (to->sort == FLOWCHART_END)
		return ends[r->decision->voice.lang];
	const struct flow_node *node = known_node(r, to);
	if (!node)
		return mark_carried(to->name, r->arena);
	return mention(r->arena, from, node->entity);
}

/* The thing whose outcomes the edges out of a shape are; NULL for none. */
static const struct entity *
chooser(const struct chart_reading *r, const struct flowchart_shape *from)
{
	const struct flow_node *node = known_node(r, from);
	bool chooses = node && (node->type == FLOW_TASK || node->type == FLOW_SPLIT);
	return chooses ? node->entity : NULL;
}

/* True where new tasks alone lie between a shape and another. */
static bool
leads_by_new(const struct chart_reading *r, const struct flowchart_shape *from, const char *to,
	     int depth)
{
	for (const struct flowchart_edge *edge = from->edges; edge && depth; edge = edge->beside) {
		if (strcmp(edge->target->id, to) == 0)
			return true;
		if (!known_node(r, edge->target) && leads_by_new(r, edge->target, to, depth - 1))
			return true;
	}
	return false;
}

/* True where today's source has tasks between a node and another that the chart has no more: who
 * deletes a task lets the edges before and behind it grow together. */
static bool
leads_by_gone(const struct chart_reading *r, const struct flow_node *from, const char *to,
	      int depth)
{
	for (uint32_t i = 0; i < from->out_count && depth; i++) {
		const struct flow_node *next = from->out[i]->to;
		if (map_get(&r->shapes, next->id))
			continue;
		for (uint32_t k = 0; k < next->out_count; k++)
			if (strcmp(next->out[k]->to->id, to) == 0)
				return true;
		if (leads_by_gone(r, next, to, depth - 1))
			return true;
	}
	return false;
}

static const char *
place_of(const struct chart_reading *r, const struct flowchart_shape *from,
	 const struct flowchart_edge *edge)
{
	const struct flowchart_shape *to = reached(edge->target);
	const struct entity *thing = chooser(r, from);
	return arena_printf(r->arena, "%s → %s",
			    *from->name && is_task(from) ? from->name
			    : thing                      ? entity_name(thing)
							 : from->id,
			    to && *to->name ? to->name : edge->target->id);
}

static void
leave(struct chart_reading *r, const struct flowchart_shape *from,
      const struct flowchart_edge *edge)
{
	const char *place = place_of(r, from, edge);
	decision_remark(r->decision, REMARK_PLAIN_EDGE, place, place, NULL);
}

/* «Одобрено? Да»: the question of a gateway that is new, and the answer. */
static const char *
condition_of(struct arena *arena, const struct flowchart_shape *gate,
	     const struct flowchart_edge *edge)
{
	const char *answer = mark_carried(edge->name, arena);
	const char *question = gate && *gate->name ? mark_carried(gate->name, arena) : "";
	size_t length = strlen(question);
	if (!length)
		return answer;
	return arena_printf(arena, "%s%s%s", question, question[length - 1] == '?' ? " " : ": ",
			    answer);
}

static void
add_outcome(struct chart_reading *r, const struct flowchart_shape *from,
	    const struct flowchart_shape *gate, const struct flowchart_edge *edge)
{
	const struct entity *thing = chooser(r, from);
	const char *to = thing ? target_name(r, thing, edge->target) : NULL;
	if (!to) {
		leave(r, from, edge);
		return;
	}
	bool stage = thing->kind == KIND_STAGE;
	const struct field *list = field_row(stage ? FIELD_STAGE_outcomes : FIELD_STEP_outcomes);
	const struct list *outcomes = field_value(thing, list);
	const struct sight_new where = {
	    .parent = thing,
	    .list = list,
	    .after = outcomes->count ? outcomes->items[outcomes->count - 1] : NULL,
	    .place = place_of(r, from, edge)};
	struct sight_new *sight = sights_add_new(r->sights, &where);
	struct sight_value value = {.field = field_row(FIELD_OUTCOME_condition),
				    .was = "",
				    .text = condition_of(r->arena, gate, edge),
				    .state = SIGHT_EDITED,
				    .place = where.place};
	sight_new_add(r->sights, sight, &value);
	value.field = field_row(FIELD_OUTCOME_to);
	value.text = to;
	sight_new_add(r->sights, sight, &value);
}

/* An edge of which today's source has the outcome: its condition, and where it leads. */
static void
read_outcome(struct chart_reading *r, const struct flowchart_shape *from,
	     const struct flowchart_edge *edge, const struct flow_edge *known)
{
	const struct entity *outcome = &known->outcome->base;
	const char *name = bpmn_flow_name(known), *place = place_of(r, from, edge),
		   *built = chart_mark_piece(edge->mark, 0, r->arena);
	struct sight_value value = {.thing = outcome,
				    .field = field_row(FIELD_OUTCOME_condition),
				    .was = name ? mark_carried(name, r->arena) : "",
				    .text = mark_carried(edge->name, r->arena),
				    .place = place};
	if (name && sight_is_edited(value.was, value.text, built, &value.state, r->arena))
		sights_add(r->sights, &value);
	bool bridge = leads_by_gone(r, known->from, edge->target->id, NEIGHBOURS);
	if (strcmp(edge->target->id, known->to->id) == 0 || (bridge && !r->decision->removes))
		return;
	const char *to = target_name(r, outcome->parent, edge->target);
	if (!to || outcome_targets(known->outcome)->count != 1) {
		leave(r, from, edge);
		return;
	}
	value.field = field_row(FIELD_OUTCOME_to);
	value.was = show_ref(&r->decision->voice, &outcome_targets(known->outcome)->items[0]);
	value.text = to;
	value.state = SIGHT_EDITED;
	sights_add(r->sights, &value);
}

/* What is known before gateways that are new; NULL behind a new task. */
static const struct flowchart_shape *
source_of(const struct chart_reading *r, const struct flowchart_shape *from)
{
	for (int i = 0; i < GATES && from && !known_node(r, from); i++) {
		if (from->sort != FLOWCHART_CHOICE && from->sort != FLOWCHART_FORK)
			return NULL;
		from = map_get_number(&r->before, (uint64_t)(uintptr_t)from);
	}
	return from && known_node(r, from) ? from : NULL;
}

/* Whether a task leads to another in today's source without a condition. */
static bool
leads_plainly(const struct flow_node *node, const char *to)
{
	for (uint32_t i = 0; i < node->out_count; i++)
		if (strcmp(node->out[i]->to->id, to) == 0)
			return true;
	return false;
}

/* An edge that today's source has not, out of what is known, or of a gateway behind that. */
static void
read_new_edge(struct chart_reading *r, const struct flowchart_shape *from,
	      const struct flowchart_edge *edge)
{
	const struct flowchart_shape *source = source_of(r, from);
	const struct flow_node *node = source ? known_node(r, source) : NULL;
	const char *to = edge->target->id, *place = place_of(r, from, edge);
	if (*edge->name && node)
		add_outcome(r, source, source == from ? NULL : from, edge);
	else if (*edge->name)
		decision_remark(r->decision, REMARK_NEW_EDGE, place, edge->name, NULL);
	else if (node && known_node(r, edge->target) && !leads_plainly(node, to) &&
		 !leads_by_gone(r, node, to, NEIGHBOURS))
		leave(r, source, edge);
}

static void
read_edge(struct chart_reading *r, const struct flowchart_shape *from,
	  const struct flowchart_edge *edge)
{
	const struct flow_edge *known = map_get(&r->edges, edge->id);
	if (known && known->outcome) {
		read_outcome(r, from, edge, known);
		return;
	}
	bool there = known && strcmp(edge->target->id, known->to->id) == 0;
	if (there && *edge->name && !bpmn_flow_name(known))
		leave(r, from, edge);
	if (there || (!known && *edge->mark) ||
	    (known && !*edge->name && leads_by_new(r, from, known->to->id, NEIGHBOURS)))
		return;
	read_new_edge(r, from, edge);
}

/* An edge of today's source that the chart has no more, between shapes that it has. */
static void
read_missing(struct chart_reading *r, const struct flow_edge *edge)
{
	const struct flowchart_shape *from = map_get(&r->shapes, edge->from->id),
				     *to = map_get(&r->shapes, edge->to->id);
	if (!from || !to || leads_by_new(r, from, edge->to->id, NEIGHBOURS))
		return;
	const struct entity *thing = edge->from->entity;
	const char *target = edge->to->entity ? entity_name(edge->to->entity) : to->name;
	const char *place =
	    arena_printf(r->arena, "%s → %s", thing ? entity_name(thing) : from->name, target);
	if (edge->outcome)
		sights_add_gone(r->sights, &(struct sight_gone){.thing = &edge->outcome->base,
								.place = place,
								.unsure = r->rerouted});
	else if (!r->rerouted)
		decision_remark(r->decision, REMARK_PLAIN_EDGE, place, place, NULL);
}

static void
read_missing_edges(struct chart_reading *r, const struct flow *flow, const struct map *there)
{
	for (uint32_t i = 0; i < flow->edge_count; i++)
		if (!map_get(there, flow->edges[i]->id))
			read_missing(r, flow->edges[i]);
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (flow->nodes[i]->inner)
			read_missing_edges(r, flow->nodes[i]->inner, there);
}

void
chart_edges_read(struct chart_reading *r)
{
	struct map there = {0};
	const struct flowchart_shape *shape = r->chart->shapes;
	for (; shape; shape = shape->next)
		for (const struct flowchart_edge *edge = shape->edges; edge; edge = edge->beside) {
			if (edge->sort == FLOWCHART_SEQUENCE && edge->id && *edge->id)
				*map_at(&there, edge->id) = (void *)(uintptr_t)edge;
			if (edge->sort == FLOWCHART_SEQUENCE && edge->id)
				read_edge(r, shape, edge);
		}
	if (r->lacks_edges)
		read_missing_edges(r, r->flow, &there);
	map_free(&there);
}
