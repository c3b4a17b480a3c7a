/* SPDX-License-Identifier: MIT */
/* The diagram of a BPMN file: sizes as BPMN tools draw them, text measured in their font, every shape and line at its place. */
#include "emit/bpmn.h"

#include "model/field.h"
#include "model/show.h"

#include <string.h>

static const struct svg_font FONT = {12, false}, SMALL = {11, false};
static const double TASK_WIDTH = 120, TASK_HEIGHT = 80, GATEWAY = 50, EVENT = 36, TEXT_PAD = 7, ICON = 22;
static const double POOL_X = 160, POOL_Y = 80, HEAD = 30, LABEL_WIDTH = 100, GAP = 6;
static const double DATA_WIDTH = 36, DATA_HEIGHT = 50, FRAME = 20, LEADING = 14.4;
static const double QUESTION_WIDTH = 46, QUESTION_X = 10, QUESTION_Y = 14;

static double
lines_height(const struct svg_lines *lines)
{
	return lines->count * LEADING;
}

/* The question of a gateway stands in the corner between the way in and those out, where no line runs, and needs no room of its
 * own there. */
static struct box
question_at(const struct box *box, const struct svg_lines *lines)
{
	double width = lines->width + 2, height = lines_height(lines);
	return (struct box){box->x + QUESTION_X - width, box->y + QUESTION_Y - height, width, height};
}

static struct svg_lines
wrap_label(const char *text, struct arena *arena)
{
	return svg_text_wrap(arena, text, SMALL, LABEL_WIDTH, false);
}

static double
larger(double a, double b)
{
	return a > b ? a : b;
}

/* Room for a task's name, and for the materials below it. */
static struct layout_size
measure_task(const struct flow_node *node, const struct bpmn_graph *inner, struct arena *arena)
{
	struct layout_size size = {0};
	if (inner) {
		double width = larger(inner->layout->width + 2 * FRAME, TASK_WIDTH);
		struct svg_lines name = svg_text_wrap(arena, node->name, FONT, width - 2 * TEXT_PAD, false);
		size.width = width;
		size.height = inner->layout->height + 2 * FRAME + lines_height(&name);
	} else {
		double word = svg_longest_word(node->name, FONT);
		size.width = larger(TASK_WIDTH, word + 2 * TEXT_PAD + 2);
		struct svg_lines name = svg_text_wrap(arena, node->name, FONT, size.width - 2 * TEXT_PAD, false);
		size.height = larger(TASK_HEIGHT, lines_height(&name) + 2 * ICON);
	}
	const struct list *materials = bpmn_materials(node);
	for (uint32_t i = 0; i < materials->count; i++) {
		struct svg_lines title = wrap_label(entity_name(materials->items[i]), arena);
		size.extra_width = larger(size.extra_width, larger(title.width, DATA_WIDTH) + GAP);
		size.extra_height += 3 * GAP + DATA_HEIGHT + lines_height(&title);
	}
	return size;
}

static struct layout_size
measure_node(const struct bpmn_graph *graph, const struct flow_node *node, struct arena *arena)
{
	if (node->type == FLOW_TASK)
		return measure_task(node, graph->inner[node->index], arena);
	double side = node->type == FLOW_START || node->type == FLOW_END ? EVENT : GATEWAY;
	struct layout_size size = {.width = side, .height = side};
	if (*node->name) {
		struct svg_lines label = wrap_label(node->name, arena);
		size.extra_width = label.width + GAP;
		size.extra_height = lines_height(&label) + GAP;
	}
	return size;
}

/* The head of a lane is read from below and has room for two lines. */
static double
lane_least(const struct model *model, const struct role *role)
{
	const char *name = role ? entity_name(&role->base) : word(model, WORD_NO_ROLE);
	double half = svg_text_width(name, strlen(name), FONT) * 0.6, word = svg_longest_word(name, FONT);
	return larger(half, word) + 4 * TEXT_PAD;
}

static void
measure(struct bpmn_graph *graph, bool outer, struct arena *arena)
{
	const struct flow *flow = graph->flow;
	struct layout_size *sizes = arena_array(arena, flow->node_count, sizeof *sizes);
	struct layout_size *labels = arena_array(arena, flow->edge_count, sizeof *labels);
	double *stages = arena_array(arena, flow->stage_count, sizeof *stages);
	double *lanes = arena_array(arena, flow->lane_count, sizeof *lanes);
	for (uint32_t i = 0; i < flow->node_count; i++)
		sizes[i] = measure_node(graph, flow->nodes[i], arena);
	for (uint32_t i = 0; i < flow->edge_count; i++) {
		const char *label = flow->edges[i]->label;
		if (!label || !*label)
			continue;
		struct svg_lines lines = wrap_label(label, arena);
		labels[i] = (struct layout_size){.width = lines.width + 2, .height = lines_height(&lines)};
	}
	for (uint32_t i = 0; i < flow->lane_count && outer; i++)
		lanes[i] = lane_least(graph->model, flow->lanes[i]);
	const struct layout_options options = {false, sizes, labels, stages, lanes};
	graph->layout = layout_new(flow, &options, arena);
}

static struct bpmn_graph *
new_graph(const struct model *model, const struct flow *flow, struct arena *arena)
{
	struct bpmn_graph *graph = arena_alloc(arena, sizeof *graph);
	*graph = (struct bpmn_graph){.flow = flow, .model = model};
	graph->inner = arena_array(arena, flow->node_count, sizeof(struct bpmn_graph *));
	return graph;
}

struct bpmn_graph *
bpmn_arrange(const struct model *model, const struct flow *flow, struct arena *arena)
{
	struct bpmn_graph *graph = new_graph(model, flow, arena);
	for (uint32_t i = 0; i < flow->node_count; i++) {
		if (!flow->nodes[i]->inner)
			continue;
		graph->inner[i] = new_graph(model, flow->nodes[i]->inner, arena);
		measure(graph->inner[i], false, arena);
	}
	measure(graph, true, arena);
	return graph;
}

static void
put_bounds(struct xml *xml, const struct box *box)
{
	xml_open(xml, "dc:Bounds");
	xml_attributef(xml, "x", "%.1f", box->x);
	xml_attributef(xml, "y", "%.1f", box->y);
	xml_attributef(xml, "width", "%.1f", box->width);
	xml_attributef(xml, "height", "%.1f", box->height);
	xml_close(xml, "dc:Bounds");
}

static void
put_label(struct xml *xml, const struct box *box)
{
	xml_open(xml, "bpmndi:BPMNLabel");
	put_bounds(xml, box);
	xml_close(xml, "bpmndi:BPMNLabel");
}

/* A shape with an attribute of its kind, or NULL, and a label, or NULL. */
static void
put_shape(struct xml *xml, const char *id, const struct box *box, const char *attribute, const struct box *label)
{
	xml_open(xml, "bpmndi:BPMNShape");
	xml_attributef(xml, "id", "%s.shape", id);
	xml_attribute(xml, "bpmnElement", id);
	if (attribute)
		xml_attribute(xml, attribute, "true");
	put_bounds(xml, box);
	if (label)
		put_label(xml, label);
	xml_close(xml, "bpmndi:BPMNShape");
}

static void
put_edge(struct xml *xml, const char *id, const struct spot *spots, uint32_t count, struct spot corner, const struct box *label)
{
	xml_open(xml, "bpmndi:BPMNEdge");
	xml_attributef(xml, "id", "%s.edge", id);
	xml_attribute(xml, "bpmnElement", id);
	for (uint32_t i = 0; i < count; i++) {
		xml_open(xml, "di:waypoint");
		xml_attributef(xml, "x", "%.1f", spots[i].x + corner.x);
		xml_attributef(xml, "y", "%.1f", spots[i].y + corner.y);
		xml_close(xml, "di:waypoint");
	}
	if (label)
		put_label(xml, label);
	xml_close(xml, "bpmndi:BPMNEdge");
}

static struct box
moved(struct box box, struct spot corner)
{
	box.x += corner.x;
	box.y += corner.y;
	return box;
}

/* Materials stand below their task, one below the other, each tied to the task by a line along its left. */
static void
put_materials(const struct flow_node *node, const struct box *task, struct xml *xml, struct arena *arena)
{
	const struct list *materials = bpmn_materials(node);
	double x = task->x + task->width / 2, y = task->y + task->height;
	for (uint32_t i = 0; i < materials->count; i++) {
		const char *id = bpmn_data_id(node, i, arena);
		struct svg_lines title = wrap_label(entity_name(materials->items[i]), arena);
		y += 2 * GAP;
		struct box sheet = {x - DATA_WIDTH / 2, y, DATA_WIDTH, DATA_HEIGHT};
		double width = larger(title.width + 2, DATA_WIDTH);
		struct box label = {x - width / 2, y + DATA_HEIGHT + GAP / 2, width, lines_height(&title)};
		put_shape(xml, id, &sheet, NULL, &label);
		double side = task->x + GAP, middle = y + DATA_HEIGHT / 2;
		struct spot line[] = {{sheet.x, middle}, {side, middle}, {side, task->y + task->height}};
		put_edge(xml, arena_printf(arena, "%s.use", id), line, 3, (struct spot){0, 0}, NULL);
		y += DATA_HEIGHT + GAP + lines_height(&title);
	}
}

static void
put_graph(const struct bpmn_graph *graph, struct spot corner, struct xml *xml, struct arena *arena);

static void
put_node(const struct bpmn_graph *graph, const struct flow_node *node, struct spot corner, struct xml *xml, struct arena *arena)
{
	const struct layout_node *place = &graph->layout->nodes[node->index];
	const struct bpmn_graph *inner = graph->inner[node->index];
	struct box box = moved(place->shape, corner);
	const char *name = bpmn_name(graph->model, node);
	bool exclusive = node->type == FLOW_SPLIT || node->type == FLOW_MERGE;
	if (node->type == FLOW_SPLIT) {
		struct svg_lines lines = svg_text_wrap(arena, name, SMALL, QUESTION_WIDTH, false);
		struct box label = question_at(&box, &lines);
		put_shape(xml, node->id, &box, "isMarkerVisible", &label);
	} else if (node->type != FLOW_TASK && *name) {
		struct svg_lines lines = wrap_label(name, arena);
		double width = lines.width + 2;
		struct box label = {box.x + (box.width - width) / 2, box.y + box.height + GAP / 2, width, lines_height(&lines)};
		put_shape(xml, node->id, &box, exclusive ? "isMarkerVisible" : NULL, &label);
	} else {
		put_shape(xml, node->id, &box, exclusive ? "isMarkerVisible" : inner ? "isExpanded" : NULL, NULL);
	}
	if (inner) {
		struct spot within = {box.x + (box.width - inner->layout->width) / 2,
				      box.y + box.height - FRAME - inner->layout->height};
		put_graph(inner, within, xml, arena);
	}
	put_materials(node, &box, xml, arena);
}

/* Two levels deep, as the graph. */
static void
put_graph(const struct bpmn_graph *graph, struct spot corner, struct xml *xml, struct arena *arena)
{
	const struct flow *flow = graph->flow;
	for (uint32_t i = 0; i < flow->node_count; i++)
		put_node(graph, flow->nodes[i], corner, xml, arena);
	for (uint32_t i = 0; i < flow->edge_count; i++) {
		const struct layout_edge *edge = &graph->layout->edges[i];
		struct box label = moved(edge->label, corner);
		put_edge(xml, flow->edges[i]->id, edge->spots, edge->count, corner, label.width > 0 ? &label : NULL);
	}
}

void
bpmn_diagram(const struct bpmn_graph *graph, struct xml *xml, struct arena *arena)
{
	const struct layout *layout = graph->layout;
	struct spot corner = {POOL_X + 2 * HEAD, POOL_Y};
	struct box pool = {POOL_X, POOL_Y, layout->width + 2 * HEAD, layout->height};
	xml_open(xml, "bpmndi:BPMNDiagram");
	xml_attribute(xml, "id", "process.diagram");
	xml_open(xml, "bpmndi:BPMNPlane");
	xml_attribute(xml, "id", "process.plane");
	xml_attribute(xml, "bpmnElement", BPMN_COLLABORATION);
	put_shape(xml, BPMN_POOL, &pool, "isHorizontal", NULL);
	for (uint32_t i = 0; i < graph->flow->lane_count; i++) {
		struct box lane = moved(layout->lanes[i], corner);
		lane.x = POOL_X + HEAD;
		lane.width = layout->width + HEAD;
		put_shape(xml, bpmn_lane_id(graph->flow->lanes[layout->lane_order[i]], arena), &lane, "isHorizontal", NULL);
	}
	put_graph(graph, corner, xml, arena);
	xml_close(xml, "bpmndi:BPMNPlane");
	xml_close(xml, "bpmndi:BPMNDiagram");
}
