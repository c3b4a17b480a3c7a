/* SPDX-License-Identifier: MIT */
/* Ids and names that both the process and its diagram use. */
#include "draw/stage_head.h"
#include "emit/flow/bpmn.h"
#include "model/fields.h"
#include "model/show.h"

const char *
bpmn_lane_id(const struct role *role, struct arena *arena)
{
	return role ? arena_printf(arena, "lane.%s", role->base.anchor) : "lane.";
}

const char *
bpmn_data_id(const struct flow_node *node, uint32_t i, struct arena *arena)
{
	return arena_printf(arena, "%s.data.%u", node->id, (unsigned)i + 1);
}

const char *
bpmn_name(const struct voice *voice, const struct flow_node *node)
{
	if (node->type != FLOW_SPLIT)
		return node->name;
	return show_word(voice, node->by_variant ? WORD_WHICH_VARIANT : WORD_WHAT_NEXT);
}

const char *
bpmn_flow_name(const struct flow_edge *edge)
{
	return edge->from->type == FLOW_SPLIT && edge->label && *edge->label ? edge->label : NULL;
}

const char *
bpmn_stage_id(const struct stage *stage, struct arena *arena)
{
	return arena_printf(arena, "stage.%s", stage->base.anchor);
}

const char *
bpmn_stage_name(const struct flow *flow, const struct stage *stage, struct arena *arena)
{
	const char *note = stage_head_note(flow, stage, arena);
	return arena_printf(arena, "%s%s%s", stage_head_name(stage, arena), *note ? "\n" : "",
			    note);
}
