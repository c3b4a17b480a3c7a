/* SPDX-License-Identifier: MIT */
/* -t bpmn: the process as BPMN 2.0, for the tools of analysts. Steps are tasks in the lanes of
 * their roles, steps with sub-steps are sub-processes, outcomes are the edges out of exclusive
 * gateways, materials are data. Stages, which BPMN does not know, are groups round the columns of
 * their steps: their names are the values of one category. The order within an element is the
 * schema's. */
#include "emit/flow/bpmn.h"

#include "emit/emit.h"
#include "emit/limits.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/show.h"
#include "view/mark.h"

/* Under way: the output and the model. */
struct bpmn_writer {
	struct xml xml;
	const struct model *model;
	const struct voice *voice;
	struct arena *arena;
};

static void
put_element(struct xml *xml, const char *name, const char *text)
{
	xml_open(xml, name);
	xml_text(xml, text);
	xml_close(xml, name);
}

/* Everything else that the file says of a thing, as plain text. */
static void
put_documentation(struct bpmn_writer *w, const struct entity *entity)
{
	const char *text = bpmn_documentation(w->voice, entity, w->arena);
	if (*text)
		put_element(&w->xml, "documentation", text);
}

/* A process that was cut has no marks: it is no whole to be edited. */
static void
put_mark(struct bpmn_writer *w, const char *mark)
{
	if (!w->model->cut)
		xml_attribute(&w->xml, BPMN_MARK, mark);
}

static const char *
element_of(const struct flow_node *node)
{
	switch (node->type) {
	case FLOW_START:
		return "startEvent";
	case FLOW_END:
		return "endEvent";
	case FLOW_SPLIT:
	case FLOW_MERGE:
		return "exclusiveGateway";
	case FLOW_FORK:
	case FLOW_JOIN:
		return "parallelGateway";
	case FLOW_TASK:
		break;
	}
	if (node->inner)
		return "subProcess";
	return node->lane ? "userTask" : "task";
}

/* What leads in and out. */
static void
put_edge_refs(struct bpmn_writer *w, const struct flow_node *node)
{
	for (uint32_t i = 0; i < node->in_count; i++)
		put_element(&w->xml, "incoming", node->in[i]->id);
	for (uint32_t i = 0; i < node->out_count; i++)
		put_element(&w->xml, "outgoing", node->out[i]->id);
}

/* Materials are read by their task. The schema wants a place in the task that they are read
 * into. */
static void
put_inputs(struct bpmn_writer *w, const struct bpmn_graph *graph, const struct flow_node *node)
{
	uint32_t count = graph->materials[node->index].count;
	if (!count)
		return;
	const char *place = arena_printf(w->arena, "%s.input", node->id);
	xml_open(&w->xml, "property");
	xml_attribute(&w->xml, "id", place);
	xml_attribute(&w->xml, "name", "__targetRef_placeholder");
	xml_close(&w->xml, "property");
	for (uint32_t i = 0; i < count; i++) {
		const char *data = bpmn_data_id(node, i, w->arena);
		xml_open(&w->xml, "dataInputAssociation");
		xml_attributef(&w->xml, "id", "%s.use", data);
		put_element(&w->xml, "sourceRef", data);
		put_element(&w->xml, "targetRef", place);
		xml_close(&w->xml, "dataInputAssociation");
	}
}

static void
put_data(struct bpmn_writer *w, const struct bpmn_graph *graph, const struct flow_node *node)
{
	const struct bpmn_materials *materials = &graph->materials[node->index];
	for (uint32_t i = 0; i < materials->count; i++) {
		const struct entity *material = materials->items[i];
		const char *id = bpmn_data_id(node, i, w->arena);
		xml_open(&w->xml, "dataObject");
		xml_attributef(&w->xml, "id", "%s.object", id);
		xml_close(&w->xml, "dataObject");
		xml_open(&w->xml, "dataObjectReference");
		xml_attribute(&w->xml, "id", id);
		xml_attribute(&w->xml, "name", show_name(w->voice, material));
		xml_attributef(&w->xml, "dataObjectRef", "%s.object", id);
		put_documentation(w, material);
		xml_close(&w->xml, "dataObjectReference");
	}
}

/* Engines ask for a condition on every edge out of a decision but the default one; it is a text for
 * people, as the process is. What is said of an edge that no other leaves beside is a remark. */
static void
put_flow(struct bpmn_writer *w, const struct flow_edge *edge)
{
	const char *name = bpmn_flow_name(edge);
	xml_open(&w->xml, "sequenceFlow");
	xml_attribute(&w->xml, "id", edge->id);
	if (name)
		xml_attribute(&w->xml, "name", name);
	xml_attribute(&w->xml, "sourceRef", edge->from->id);
	xml_attribute(&w->xml, "targetRef", edge->to->id);
	put_mark(w, mark_text(name ? name : "", w->arena));
	if (!name && edge->label && *edge->label)
		put_element(&w->xml, "documentation", edge->label);
	if (name && !edge->otherwise) {
		xml_open(&w->xml, "conditionExpression");
		xml_attribute(&w->xml, "xsi:type", "tFormalExpression");
		xml_text(&w->xml, name);
		xml_close(&w->xml, "conditionExpression");
	}
	xml_close(&w->xml, "sequenceFlow");
}

/* A process has one start without a condition. Any other stands where nothing leads, and its
 * condition says that. */
static void
put_condition(struct bpmn_writer *w, const struct flow_node *node)
{
	xml_open(&w->xml, "conditionalEventDefinition");
	xml_attributef(&w->xml, "id", "%s.definition", node->id);
	put_element(&w->xml, "condition", node->name);
	xml_close(&w->xml, "conditionalEventDefinition");
}

/* True when something goes on for ever, which the end has to end. */
static bool
has_aside(const struct flow *flow)
{
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (flow->nodes[i]->aside)
			return true;
	return false;
}

static void
put_termination(struct bpmn_writer *w, const struct flow_node *node)
{
	xml_open(&w->xml, "terminateEventDefinition");
	xml_attributef(&w->xml, "id", "%s.terminate", node->id);
	xml_close(&w->xml, "terminateEventDefinition");
}

static void
put_graph(struct bpmn_writer *w, const struct bpmn_graph *graph);

static void
put_node(struct bpmn_writer *w, const struct bpmn_graph *graph, const struct flow_node *node)
{
	const char *element = element_of(node), *name = bpmn_name(w->voice, node);
	xml_open(&w->xml, element);
	xml_attribute(&w->xml, "id", node->id);
	if (*name)
		xml_attribute(&w->xml, "name", name);
	for (uint32_t i = 0; i < node->out_count && node->type == FLOW_SPLIT; i++)
		if (node->out[i]->otherwise)
			xml_attribute(&w->xml, "default", node->out[i]->id);
	if (node->type == FLOW_TASK)
		put_mark(w, bpmn_task_mark(w->voice, node, w->arena));
	if (node->type == FLOW_TASK)
		put_documentation(w, node->entity);
	put_edge_refs(w, node);
	put_inputs(w, graph, node);
	if (node->type == FLOW_END && !node->aside && has_aside(graph->flow))
		put_termination(w, node);
	if (node->type == FLOW_START && !node->reached)
		put_condition(w, node);
	if (node->inner)
		put_graph(w, graph->inner[node->index]);
	xml_close(&w->xml, element);
	put_data(w, graph, node);
}

/* Sub-steps have none of their own: this goes two levels deep. */
static void
put_graph(struct bpmn_writer *w, const struct bpmn_graph *graph)
{
	const struct flow *flow = graph->flow;
	for (uint32_t i = 0; i < flow->node_count; i++)
		put_node(w, graph, flow->nodes[i]);
	for (uint32_t i = 0; i < flow->edge_count; i++)
		put_flow(w, flow->edges[i]);
}

/* Lanes with the nodes in them: nodes are first put in the list of their role's number, 0 for no
 * role. */
static void
put_lanes(struct bpmn_writer *w, const struct bpmn_graph *graph)
{
	const struct flow *flow = graph->flow;
	uint32_t slots = 1;
	for (uint32_t i = 0; i < flow->lane_count; i++)
		if (flow->lanes[i] && flow->lanes[i]->base.number >= slots)
			slots = flow->lanes[i]->base.number + 1;
	const struct flow_node **first = arena_array(w->arena, slots, sizeof(struct flow_node *));
	const struct flow_node **next =
	    arena_array(w->arena, flow->node_count, sizeof(struct flow_node *));
	for (uint32_t i = flow->node_count; i-- > 0;) {
		const struct flow_node *node = flow->nodes[i];
		uint32_t slot = node->lane ? node->lane->base.number : 0;
		next[i] = first[slot];
		first[slot] = node;
	}
	xml_open(&w->xml, "laneSet");
	xml_attribute(&w->xml, "id", "process.lanes");
	for (uint32_t i = 0; i < flow->lane_count; i++) {
		const struct role *role = flow->lanes[graph->layout->lane_order[i]];
		xml_open(&w->xml, "lane");
		xml_attribute(&w->xml, "id", bpmn_lane_id(role, w->arena));
		xml_attribute(&w->xml, "name", show_lane(w->voice, role));
		put_mark(w, mark_text(show_lane(w->voice, role), w->arena));
		for (const struct flow_node *node = first[role ? role->base.number : 0]; node;
		     node = next[node->index])
			put_element(&w->xml, "flowNodeRef", node->id);
		xml_close(&w->xml, "lane");
	}
	xml_close(&w->xml, "laneSet");
}

static void
put_category(struct bpmn_writer *w, const struct flow *flow)
{
	if (!flow->stage_count)
		return;
	xml_open(&w->xml, "category");
	xml_attribute(&w->xml, "id", "process.stages");
	xml_attribute(&w->xml, "name", show_word(w->voice, WORD_STAGES));
	for (uint32_t i = 0; i < flow->stage_count; i++) {
		xml_open(&w->xml, "categoryValue");
		const char *name = bpmn_stage_name(flow, flow->stages[i], w->arena);
		xml_attributef(&w->xml, "id", "%s.value", bpmn_stage_id(flow->stages[i], w->arena));
		xml_attribute(&w->xml, "value", name);
		put_mark(w, mark_text(name, w->arena));
		xml_close(&w->xml, "categoryValue");
	}
	xml_close(&w->xml, "category");
}

/* A stage with a task of its own has its texts there. */
static void
put_group(struct bpmn_writer *w, const struct stage *stage)
{
	const char *id = bpmn_stage_id(stage, w->arena);
	xml_open(&w->xml, "group");
	xml_attribute(&w->xml, "id", id);
	xml_attributef(&w->xml, "categoryValueRef", "%s.value", id);
	if (stage->steps.count) {
		const char *text = bpmn_documentation(w->voice, &stage->base, w->arena);
		put_mark(w, mark_text(text, w->arena));
		put_documentation(w, &stage->base);
	}
	xml_close(&w->xml, "group");
}

static void
put_collaboration(struct bpmn_writer *w, const struct flow *flow, const char *name)
{
	xml_open(&w->xml, "collaboration");
	xml_attribute(&w->xml, "id", BPMN_COLLABORATION);
	xml_open(&w->xml, "participant");
	xml_attribute(&w->xml, "id", BPMN_POOL);
	xml_attribute(&w->xml, "name", name);
	xml_attribute(&w->xml, "processRef", "process.definition");
	put_mark(w, mark_text(name, w->arena));
	xml_close(&w->xml, "participant");
	for (uint32_t i = 0; i < flow->stage_count; i++)
		put_group(w, flow->stages[i]);
	xml_close(&w->xml, "collaboration");
}

static void
put_definitions(struct bpmn_writer *w, const struct bpmn_graph *graph)
{
	const struct process *process = model_process(w->model);
	const char *name = entity_name(&process->base);
	xml_open(&w->xml, "definitions");
	xml_attribute(&w->xml, "xmlns", "http://www.omg.org/spec/BPMN/20100524/MODEL");
	xml_attribute(&w->xml, "xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI");
	xml_attribute(&w->xml, "xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC");
	xml_attribute(&w->xml, "xmlns:di", "http://www.omg.org/spec/DD/20100524/DI");
	xml_attribute(&w->xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
	if (!w->model->cut)
		xml_attribute(&w->xml, "xmlns:presale", "urn:presale");
	xml_attribute(&w->xml, "id", "process.file");
	xml_attribute(&w->xml, "name", name);
	xml_attributef(&w->xml, "targetNamespace", "urn:presale:%s",
		       process->base.anchor ? process->base.anchor : "process");
	xml_attribute(&w->xml, "exporter", "presale");
	put_mark(w, bpmn_chart_mark(graph->flow, w->arena));
	put_category(w, graph->flow);
	put_collaboration(w, graph->flow, name);
	xml_open(&w->xml, "process");
	xml_attribute(&w->xml, "id", "process.definition");
	xml_attribute(&w->xml, "name", name);
	xml_attribute(&w->xml, "isExecutable", "false");
	put_documentation(w, &process->base);
	put_lanes(w, graph);
	put_graph(w, graph);
	xml_close(&w->xml, "process");
	bpmn_diagram(graph, &w->xml, w->arena);
	xml_close(&w->xml, "definitions");
}

void
emit_bpmn(struct emission *emission)
{
	if (!limits_let_draw(emission, ".bpmn"))
		return;
	struct flow *flow = flow_new(emission->view.plan, emission->view.voice);
	struct buf out = {0};
	struct bpmn_writer writer = {.model = emission->view.voice->model,
				     .voice = emission->view.voice,
				     .arena = &emission->arena};
	struct emission_drain drain = emission_drain(emission, ".bpmn");
	writer.xml = (struct xml){.out = &out, .drain = &drain.drain};
	buf_puts(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	put_definitions(&writer, bpmn_arrange(emission->view.voice, flow,
					      emission->options->vertical, &emission->arena));
	buf_putc(&out, '\n');
	emission_write(emission, ".bpmn", &out);
	flow_free(flow);
}
