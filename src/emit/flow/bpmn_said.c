/* SPDX-License-Identifier: MIT */
/* What a chart says of things beside their names, and the marks by which whoever reads an edited
 * one back tells what was edited: the library of bpmn.io and what is built on it keep attributes
 * that they do not know. */
#include "emit/flow/bpmn.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/show.h"
#include "plan/part_said.h"
#include "support/hash.h"
#include "text/prose/prose.h"
#include "view/mark.h"

#include <string.h>

static void
put_field(const struct voice *voice, struct buf *out, const struct entity *entity,
	  const struct field *field, struct arena *arena)
{
	bool prose = false;
	struct texts texts = show_field(voice, entity, field, &prose, arena);
	struct text roles = {0}; /* by variant: the lane is that of one */
	roles.s = field->id == FIELD_STEP_role ? part_said(entity, arena) : "";
	if (*roles.s)
		texts = (struct texts){.items = &roles, .count = 1};
	if (!texts.count)
		return;
	buf_printf(out, "%s%s:", out->length ? "\n" : "", field_label(voice, field, arena));
	for (uint32_t i = 0; i < texts.count; i++) {
		const char *text = prose ? prose_plain(arena, texts.items[i].s) : texts.items[i].s;
		bool alone = texts.count == 1 && !strchr(text, '\n');
		buf_printf(out, "%s%s", alone ? " " : texts.count > 1 ? "\n– " : "\n", text);
	}
}

static const char *
kept(struct buf *text, struct arena *arena)
{
	const char *copy = arena_copy(arena, buf_text(text), text->length);
	buf_free(text);
	return copy;
}

bool
bpmn_is_said(const struct field *field)
{
	bool part = field_is(field, LEAF_THING) && !field_is_list(field);
	return !part && !(field->flags & (F_NAME | F_PLUMBING | F_SETTING));
}

const char *
bpmn_documentation(const struct voice *voice, const struct entity *entity, struct arena *arena)
{
	struct buf out = {0};
	for (const struct field *const *f = voice->model->fields[entity->kind]; *f; f++)
		if (bpmn_is_said(*f))
			put_field(voice, &out, entity, *f, arena);
	return kept(&out, arena);
}

struct bpmn_ids {
	uint64_t shapes, edges;
};

void
bpmn_add_id(uint64_t *ids, const char *id)
{
	*ids ^= hash_fnv(HASH_FNV, id, strlen(id));
}

static void
add_ids(struct bpmn_ids *ids, const struct flow *flow)
{
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (flow->nodes[i]->type == FLOW_TASK)
			bpmn_add_id(&ids->shapes, flow->nodes[i]->id);
	for (uint32_t i = 0; i < flow->edge_count; i++)
		bpmn_add_id(&ids->edges, flow->edges[i]->id);
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (flow->nodes[i]->inner)
			add_ids(ids, flow->nodes[i]->inner);
}

const char *
bpmn_chart_mark(const struct flow *flow, struct arena *arena)
{
	struct bpmn_ids ids = {0};
	add_ids(&ids, flow);
	for (uint32_t i = 0; i < flow->lane_count; i++)
		bpmn_add_id(&ids.shapes, bpmn_lane_id(flow->lanes[i], arena));
	for (uint32_t i = 0; i < flow->stage_count; i++)
		bpmn_add_id(&ids.shapes, bpmn_stage_id(flow->stages[i], arena));
	return arena_printf(arena, "1 %s %s%s", model_process(flow->voice->model)->base.id,
			    mark_hash(ids.shapes, arena), mark_hash(ids.edges, arena));
}

const char *
bpmn_task_mark(const struct voice *voice, const struct flow_node *node, struct arena *arena)
{
	return arena_printf(arena, "%s%s%s", mark_text(bpmn_name(voice, node), arena),
			    mark_text(bpmn_documentation(voice, node->entity, arena), arena),
			    mark_text(bpmn_lane_id(node->lane, arena), arena));
}
