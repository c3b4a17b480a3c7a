/* SPDX-License-Identifier: MIT */
/* Prints the graphs of processes (graph FILE …) and what is handed over in them as JSON, one a
 * line. */
#include "load/load.h"
#include "model/fields.h"
#include "plan/cut/cut.h"
#include "plan/graph/flow.h"
#include "plan/graph/handover.h"
#include "plan/part.h"
#include "support/json.h"

#include <stdio.h>
#include <string.h>

static const char *const types[] = {
    [FLOW_START] = "start", [FLOW_END] = "end",   [FLOW_TASK] = "task", [FLOW_SPLIT] = "split",
    [FLOW_MERGE] = "merge", [FLOW_FORK] = "fork", [FLOW_JOIN] = "join"};

/* stage, stage/step or stage/step/sub-step, by ids */
static const char *
path_of(const struct entity *entity, struct arena *arena)
{
	if (entity->kind == KIND_STAGE)
		return entity->id;
	return arena_printf(arena, "%s/%s", path_of(entity->parent, arena), entity->id);
}

static void
put_flow(struct json *json, const struct flow *flow, struct arena *arena);

static void
put_node(struct json *json, const struct flow_node *node, struct arena *arena)
{
	json_object(json);
	json_member_string(json, "id", node->id);
	json_member_string(json, "type", types[node->type]);
	json_member_string(json, "name", node->name);
	json_member_boolean(json, "aside", node->aside);
	json_member_string(json, "task", node->entity ? path_of(node->entity, arena) : "");
	json_member_string(json, "stage", node->stage ? node->stage->base.id : "");
	json_member_string(json, "lane", node->lane ? node->lane->base.id : "");
	json_member_boolean(json, "reached", node->reached);
	json_member_boolean(json, "finishes", node->finishes);
	json_key(json, "roles");
	json_array(json);
	for (const struct role **role = node->roles; role && *role; role++)
		json_string(json, (*role)->base.id);
	json_array_end(json);
	if (node->inner) {
		json_key(json, "inner");
		put_flow(json, node->inner, arena);
	}
	json_object_end(json);
}

static void
put_edge(struct json *json, const struct flow_edge *edge)
{
	json_object(json);
	json_member_string(json, "from", edge->from->id);
	json_member_string(json, "to", edge->to->id);
	json_member_string(json, "label", edge->label ? edge->label : "");
	json_member_boolean(json, "outcome", edge->outcome != NULL);
	json_member_boolean(json, "otherwise", edge->otherwise);
	json_member_boolean(json, "back", edge->back);
	json_member_integer(json, "variants", (int64_t)edge->variants);
	json_object_end(json);
}

static void
put_flow(struct json *json, const struct flow *flow, struct arena *arena)
{
	json_object(json);
	json_key(json, "nodes");
	json_array(json);
	for (uint32_t i = 0; i < flow->node_count; i++)
		put_node(json, flow->nodes[i], arena);
	json_array_end(json);
	json_key(json, "edges");
	json_array(json);
	for (uint32_t i = 0; i < flow->edge_count; i++)
		put_edge(json, flow->edges[i]);
	json_array_end(json);
	json_key(json, "lanes");
	json_array(json);
	for (uint32_t i = 0; i < flow->lane_count; i++)
		json_string(json, flow->lanes[i] ? flow->lanes[i]->base.id : "");
	json_array_end(json);
	json_key(json, "stages");
	json_array(json);
	for (uint32_t i = 0; i < flow->stage_count; i++)
		json_string(json, flow->stages[i]->base.id);
	json_array_end(json);
	json_object_end(json);
}

static void
put_handovers(struct json *json, const struct plan *plan, struct arena *arena)
{
	uint32_t count = 0;
	struct handover *handovers = plan_handovers(plan, arena, &count);
	json_array(json);
	for (uint32_t i = 0; i < count; i++) {
		json_array(json);
		json_string(json, handovers[i].from->base.id);
		json_string(json, handovers[i].to->base.id);
		json_string(json, path_of(handovers[i].giver, arena));
		for (uint32_t k = 0; handovers[i].takers[k]; k++)
			json_string(json, path_of(handovers[i].takers[k], arena));
		json_array_end(json);
	}
	json_array_end(json);
}

/* The graphs of what each variant leaves. */
static void
put_variants(struct json *json, const struct model *model, struct arena *arena)
{
	const struct list *variants = &model->document->variants;
	json_array(json);
	for (uint32_t i = 0; i < variants->count; i++) {
		const struct model *cut = cut_model(model, NULL, variants->items[i]);
		struct plan *plan = plan_new(cut, NULL);
		const struct voice voice = voice_of(cut);
		struct flow *flow = flow_new(plan, &voice);
		put_flow(json, flow, arena);
		flow_free(flow);
		plan_free(plan);
		cut_free(cut);
	}
	json_array_end(json);
}

static void
show(const char *path)
{
	struct diagnostics diags = {0};
	struct arena arena = {0};
	struct buf out = {0};
	bool unreadable = false;
	const struct model *model = load_model(path, NULL, NULL, &diags, &unreadable);
	struct plan *plan = plan_new(model, NULL);
	const struct voice voice = voice_of(model);
	struct flow *flow = flow_new(plan, &voice);
	struct json json = {.out = &out};
	json_object(&json);
	json_key(&json, "graph");
	put_flow(&json, flow, &arena);
	json_key(&json, "handovers");
	put_handovers(&json, plan, &arena);
	json_key(&json, "variants");
	put_variants(&json, model, &arena);
	json_object_end(&json);
	puts(buf_text(&out));
	flow_free(flow);
	plan_free(plan);
	diag_free(&diags);
	model_free(model);
	buf_free(&out);
	arena_free(&arena);
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		show(argv[i]);
	return 0;
}
