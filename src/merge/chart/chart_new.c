/* SPDX-License-Identifier: MIT */
/* A new task is a step of the stage in whose group it lies, behind the task that leads to it. */
#include "emit/flow/bpmn.h"
#include "merge/chart/chart_reading.h"
#include "model/fields.h"
#include "view/mark.h"

#include <string.h>

enum { BACK = 16 /* gateways and new tasks one behind another */ };

static bool
is_task(const struct flowchart_shape *shape)
{
	return shape->sort == FLOWCHART_TASK || shape->sort == FLOWCHART_PART;
}

/* The task before a shape, past gateways; NULL for none. */
static const struct flowchart_shape *
task_before(const struct chart_reading *r, const struct flowchart_shape *shape)
{
	for (int i = 0; i < BACK && shape; i++) {
		shape = map_get_number(&r->before, (uint64_t)(uintptr_t)shape);
		if (shape && is_task(shape))
			return shape;
	}
	return NULL;
}

static const struct entity *
stage_of_task(const struct flow_node *node)
{
	return node->stage ? &node->stage->base : NULL;
}

/* The step, on the level below its stage, that a task is or is a part of. */
static const struct entity *
child_of(const struct entity *parent, const struct entity *thing)
{
	while (thing && thing->parent != parent)
		thing = thing->parent;
	return thing;
}

/* Where a new task belongs; false: nobody knows. */
static bool
find_place(struct chart_reading *r, const struct flowchart_shape *shape, struct sight_new *where)
{
	const struct flowchart_shape *before = task_before(r, shape), *part = shape->within;
	const struct flow_node *node = before ? map_get(&r->nodes, before->id) : NULL,
			       *around = part ? map_get(&r->nodes, part->id) : NULL;
	const struct stage *group = shape->group ? map_get(&r->stages, shape->group->id) : NULL;
	const struct sight_new *added =
	    before ? map_get_number(&r->added, (uint64_t)(uintptr_t)before) : NULL;
	const struct entity *stage = node ? stage_of_task(node) : NULL;
	where->list = field_row(FIELD_STAGE_steps);
	if (around) {
		where->parent = around->entity;
		where->list = field_row(FIELD_STEP_steps);
	} else if (group && group->steps.count) {
		where->parent = &group->base;
	} else if (stage && node->entity == stage) {
		where->parent = stage->parent;
		where->list = field_row(FIELD_DOCUMENT_stages);
	} else if (added) {
		where->parent = added->parent;
		where->list = added->list;
	} else {
		where->parent = stage;
	}
	if (!where->parent)
		return false;
	if (added && added->parent == where->parent && added->list == where->list)
		where->behind = added;
	else if (node)
		where->after = child_of(where->parent, node->entity);
	const struct list *list = field_value(where->parent, where->list);
	if (!before && list->count)
		where->after = list->items[list->count - 1];
	return list->count || (around && where->parent == around->entity);
}

static const struct field *
role_field(const struct sight_new *sight)
{
	bool stage = field_holds(sight->list, KIND_STAGE);
	return field_row(stage ? FIELD_STAGE_responsible : FIELD_STEP_role);
}

static void
add_task(struct chart_reading *r, const struct flowchart_shape *shape, bool told)
{
	struct sight_new where = {.place = shape->name};
	struct sight_value value = {.was = "", .state = SIGHT_EDITED, .place = shape->name};
	if (!*shape->name || !find_place(r, shape, &where)) {
		if (told)
			decision_remark(r->decision,
					*shape->name ? REMARK_NO_STAGE : REMARK_NO_NAME,
					*shape->name ? shape->name : shape->id, shape->id, NULL);
		return;
	}
	struct sight_new *sight = sights_add_new(r->sights, &where);
	*map_at_number(&r->added, (uint64_t)(uintptr_t)shape) = sight;
	value.field = field_flagged((enum kind)where.list->argument, F_NAME);
	value.text = mark_carried(shape->name, r->arena);
	sight_new_add(r->sights, sight, &value);
	value.field = role_field(sight);
	value.text = shape->lane ? chart_lane_role(r, shape->lane) : "";
	if (*value.text)
		sight_new_add(r->sights, sight, &value);
	if (shape->note)
		chart_note_new(r, sight, shape);
}

/* What has a mark was a task when the chart was made, and is no more in the source. */
static void
read_strange(struct chart_reading *r, const struct flowchart_shape *shape)
{
	const char *built = chart_mark_piece(shape->mark, 0, r->arena);
	if (!built || strcmp(built, mark_text(shape->name, r->arena)) != 0)
		decision_remark(r->decision, REMARK_EDITED_GONE, shape->name, shape->name, NULL);
}

void
chart_new_read(struct chart_reading *r, const struct flowchart_shape *shape)
{
	const struct flowchart_shape *path[BACK], *one = shape;
	int count = 0;
	if (*shape->mark) {
		read_strange(r, shape);
		return;
	}
	for (; one && count < BACK && !*one->mark && !map_get(&r->nodes, one->id);
	     one = task_before(r, one))
		path[count++] = one;
	while (count-- > 0)
		if (!map_get_number(&r->added, (uint64_t)(uintptr_t)path[count]))
			add_task(r, path[count], path[count] == shape);
}
