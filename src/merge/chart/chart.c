/* SPDX-License-Identifier: MIT */
#include "merge/chart/chart.h"

#include "emit/flow/bpmn.h"
#include "merge/chart/chart_reading.h"
#include "model/fields.h"
#include "model/variant.h"
#include "view/mark.h"

#include <string.h>

static const char stage_title[] = ".value"; /* behind the id of a group */

static bool
is_task(const struct flowchart_shape *shape)
{
	return shape->sort == FLOWCHART_TASK || shape->sort == FLOWCHART_PART;
}

static void
index_flow(struct chart_reading *r, const struct flow *flow)
{
	for (uint32_t i = 0; i < flow->node_count; i++) {
		const struct flow_node *node = flow->nodes[i];
		*map_at(&r->nodes, node->id) = flow->nodes[i];
		if (node->inner)
			index_flow(r, node->inner);
	}
	for (uint32_t i = 0; i < flow->edge_count; i++)
		*map_at(&r->edges, flow->edges[i]->id) = flow->edges[i];
}

static void
index_all(struct chart_reading *r)
{
	const struct flow *flow = r->flow;
	index_flow(r, flow);
	for (uint32_t i = 0; i < flow->lane_count; i++)
		if (flow->lanes[i])
			*map_at(&r->lanes, bpmn_lane_id(flow->lanes[i], r->arena)) =
			    (void *)(uintptr_t)flow->lanes[i];
	for (uint32_t i = 0; i < flow->stage_count; i++)
		*map_at(&r->stages, bpmn_stage_id(flow->stages[i], r->arena)) =
		    (void *)(uintptr_t)flow->stages[i];
	for (struct flowchart_shape *shape = r->chart->shapes; shape; shape = shape->next) {
		if (*shape->id)
			*map_at(&r->shapes, shape->id) = shape;
		for (const struct flowchart_edge *edge = shape->edges; edge; edge = edge->beside) {
			void **before =
			    map_at_number(&r->before, (uint64_t)(uintptr_t)edge->target);
			*before = *before ? *before : shape;
		}
	}
}

static void
free_all(struct chart_reading *r)
{
	struct map *maps[] = {&r->nodes,  &r->edges,  &r->lanes, &r->stages,
			      &r->shapes, &r->before, &r->added};
	for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
		map_free(maps[i]);
}

/* True for a shape that was in the chart when it was made. */
static bool
was_there(const struct chart_reading *r, const struct flowchart_shape *shape)
{
	if (shape->sort == FLOWCHART_GROUP)
		shape = map_get(&r->shapes, shape->refers);
	return shape && *shape->mark &&
	       (is_task(shape) || shape->sort == FLOWCHART_LANE || shape->sort == FLOWCHART_TITLE);
}

/* What the chart has lost of that with which it was made. */
static void
read_lacks(struct chart_reading *r, const char *shapes_mark, const char *edges_mark)
{
	uint64_t shapes = 0, edges = 0;
	for (const struct flowchart_shape *one = r->chart->shapes; one; one = one->next)
		if (one->sort != FLOWCHART_TITLE && was_there(r, one))
			bpmn_add_id(&shapes, one->id);
	for (const struct flowchart_edge *one = r->chart->edges; one; one = one->next)
		if (*one->mark)
			bpmn_add_id(&edges, one->id);
	r->lacks = strcmp(mark_hash(shapes, r->arena), shapes_mark) != 0;
	r->lacks_edges = strcmp(mark_hash(edges, r->arena), edges_mark) != 0;
}

/* Whether the chart is one of this process, and what it and the source have changed since of the
 * ids that there were. */
static bool
read_head(struct chart_reading *r)
{
	const char *mark = r->chart->mark, *today = bpmn_chart_mark(r->flow, r->arena);
	size_t head = (size_t)(strrchr(today, ' ') + 1 - today);
	if (strncmp(mark, today, head) != 0 || strlen(mark) != strlen(today)) {
		decision_remark(r->decision, *mark ? REMARK_OTHER_PROCESS : REMARK_NO_MAP_MARKS,
				NULL, NULL, NULL);
		return false;
	}
	const char *shapes = arena_copy(r->arena, mark + head, MARK_LENGTH),
		   *edges = mark + head + MARK_LENGTH;
	r->moved_on = strncmp(shapes, today + head, MARK_LENGTH) != 0;
	r->rerouted = strcmp(edges, today + head + MARK_LENGTH) != 0;
	read_lacks(r, shapes, edges);
	return true;
}

static void
read_lane(struct chart_reading *r, const struct flowchart_shape *lane)
{
	const struct role *role = map_get(&r->lanes, lane->id);
	const char *name = mark_carried(lane->name, r->arena);
	if (role)
		chart_name_read(r, &role->base,
				mark_carried(show_lane(&r->decision->voice, role), r->arena), name,
				chart_mark_piece(lane->mark, 0, r->arena), lane->name);
	else
		chart_lane_role(r, lane);
}

/* «2. Текст / срок: 2 дня · ключевой»: the name, and of the line below it the deadline. */
struct stage_head {
	const char *name, *title, *deadline;
};

static struct stage_head
head_of(const char *text, struct arena *arena)
{
	size_t number = strspn(text, "0123456789"), length = strcspn(text, "\n");
	const char *note = text + length + (text[length] == '\n');
	if (number && text[number] == '.') {
		text += number + 1;
		text += strspn(text, " ");
	}
	const char *colon = strchr(note, ':');
	size_t end = colon ? strcspn(colon, "\n") : 0;
	const char *point = colon ? strstr(colon, " · ") : NULL;
	if (point && (size_t)(point - colon) < end)
		end = (size_t)(point - colon);
	const char *deadline = colon ? arena_copy(arena, colon + 1, end - 1) : "";
	return (struct stage_head){arena_copy(arena, text, strcspn(text, "\n")),
				   colon ? arena_copy(arena, note, (size_t)(colon - note)) : note,
				   deadline + strspn(deadline, " ")};
}

static void
read_stage_title(struct chart_reading *r, const struct flowchart_shape *shape)
{
	size_t length = strlen(shape->id), tail = strlen(stage_title);
	const struct stage *stage =
	    length > tail ? map_get_piece(&r->stages, shape->id, length - tail) : NULL;
	const char *built = chart_mark_piece(shape->mark, 0, r->arena);
	enum sight_state state;
	if (!stage)
		return;
	const char *was = mark_carried(bpmn_stage_name(r->flow, stage, r->arena), r->arena),
		   *text = mark_carried(shape->name, r->arena);
	if (!sight_is_edited(was, text, built, &state, r->arena))
		return;
	const struct stage_head before = head_of(was, r->arena), now = head_of(text, r->arena);
	struct sight_value value = {.thing = &stage->base,
				    .field = field_row(FIELD_STAGE_name),
				    .was = before.name,
				    .text = now.name,
				    .state = state,
				    .place = now.name};
	if (strcmp(before.name, now.name) != 0)
		sights_add(r->sights, &value);
	value.field = field_row(FIELD_STAGE_deadline);
	value.was = before.deadline;
	value.text = now.deadline;
	if (strcmp(before.deadline, now.deadline) != 0 &&
	    (!*now.deadline || !*before.title || strcmp(before.title, now.title) == 0))
		sights_add(r->sights, &value);
	else if (strcmp(before.title, now.title) != 0)
		decision_remark(r->decision, REMARK_STRAY, now.name, now.title, NULL);
}

static void
read_shape(struct chart_reading *r, const struct flowchart_shape *shape)
{
	const struct model *model = r->decision->voice.model;
	const struct stage *stage = map_get(&r->stages, shape->id);
	const struct flow_node *node = map_get(&r->nodes, shape->id);
	const char *built = chart_mark_piece(shape->mark, 0, r->arena);
	if (is_task(shape) && node && node->type == FLOW_TASK)
		chart_task_read(r, shape, node);
	else if (is_task(shape))
		chart_new_read(r, shape);
	else if (shape->sort == FLOWCHART_LANE)
		read_lane(r, shape);
	else if (shape->sort == FLOWCHART_TITLE)
		read_stage_title(r, shape);
	else if (shape->sort == FLOWCHART_GROUP && stage && built)
		chart_note_read(r, &stage->base, shape, built);
	else if (shape->sort == FLOWCHART_POOL && strcmp(shape->id, BPMN_POOL) == 0)
		chart_name_read(r, model->document->process,
				mark_carried(entity_name(model->document->process), r->arena),
				mark_carried(shape->name, r->arena), built, shape->name);
	else if ((shape->sort == FLOWCHART_REMARK && *shape->name) ||
		 (shape->sort == FLOWCHART_DATA && !strstr(shape->id, ".data.")))
		decision_remark(r->decision, REMARK_STRAY, shape->name, shape->name, NULL);
}

static void
add_gone(struct chart_reading *r, const struct entity *thing)
{
	sights_add_gone(r->sights, &(struct sight_gone){.thing = thing,
							.place = entity_name(thing),
							.unsure = r->moved_on});
}

static bool
is_there(const struct chart_reading *r, const char *id)
{
	return map_get(&r->shapes, id);
}

/* A stage whose group is gone, and all its tasks. */
static bool
is_stage_gone(const struct chart_reading *r, const struct stage *stage)
{
	bool gone = !is_there(r, bpmn_stage_id(stage, r->arena));
	for (uint32_t i = 0; i < r->flow->node_count && gone; i++)
		if (r->flow->nodes[i]->type == FLOW_TASK && r->flow->nodes[i]->stage == stage)
			gone = !is_there(r, r->flow->nodes[i]->id);
	return gone;
}

static void
read_gone_tasks(struct chart_reading *r, const struct flow *flow, const struct map *stages)
{
	for (uint32_t i = 0; i < flow->node_count; i++) {
		const struct flow_node *node = flow->nodes[i];
		if (node->type != FLOW_TASK ||
		    map_get_number(stages, (uint64_t)(uintptr_t)node->stage))
			continue;
		if (!is_there(r, node->id))
			add_gone(r, node->entity);
		else if (node->inner)
			read_gone_tasks(r, node->inner, stages);
	}
}

static void
read_gone(struct chart_reading *r)
{
	struct map gone = {0};
	for (uint32_t i = 0; i < r->flow->stage_count; i++)
		if (is_stage_gone(r, r->flow->stages[i])) {
			*map_at_number(&gone, (uint64_t)(uintptr_t)r->flow->stages[i]) = r;
			add_gone(r, &r->flow->stages[i]->base);
		}
	read_gone_tasks(r, r->flow, &gone);
	for (uint32_t i = 0; i < r->flow->lane_count; i++)
		if (r->flow->lanes[i] && !is_there(r, bpmn_lane_id(r->flow->lanes[i], r->arena)))
			add_gone(r, &r->flow->lanes[i]->base);
	map_free(&gone);
}

bool
chart_sights(struct decision *decision, const struct foreign *foreign, struct sights *sights)
{
	struct chart_reading r = {.decision = decision,
				  .sights = sights,
				  .arena = decision->arena,
				  .chart = foreign->chart};
	struct plan *plan = plan_new(decision->voice.model, NULL);
	struct flow *flow = flow_new(plan, &decision->voice);
	r.flow = flow;
	index_all(&r);
	bool ok = read_head(&r);
	if (ok) {
		for (const struct flowchart_shape *one = r.chart->shapes; one; one = one->next)
			read_shape(&r, one);
		chart_edges_read(&r);
		if (r.lacks && !variant_leaves_idle(decision->voice.model->document))
			read_gone(&r);
	}
	free_all(&r);
	flow_free(flow);
	plan_free(plan);
	return ok;
}
