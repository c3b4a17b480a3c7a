/* SPDX-License-Identifier: MIT */
/* The diagram of a BPMN file: sizes as BPMN tools draw them, text measured in their font, every
 * shape and line at its place. */
#include "emit/flow/bpmn.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/show.h"

#include <string.h>

static const struct svg_font FONT = {12, false}, SMALL = {11, false};
static const double TASK_WIDTH = 100, TASK_HEIGHT = 80, GATEWAY = 50, EVENT = 36, TEXT_PAD = 7,
		    ICON = 22;
static const double CANVAS_X = 160, CANVAS_Y = 80, HEAD = 30, LABEL_WIDTH = 100, GAP = 6;
static const double STAGE_WIDTH = 160, STAGE_INSET = 3;
static const double DATA_WIDTH = 36, DATA_HEIGHT = 50, FRAME = 20, LEADING = 14.4;
static const double QUESTION_WIDTH = 46, QUESTION_X = 10, QUESTION_Y = 14, QUESTION_ROOM = 19;

static double
lines_height(const struct svg_lines *lines)
{
	return lines->count * LEADING;
}

/* The question of a gateway stands in the corner between the edge in and those out, where no line
 * runs. */
static struct box
question_at(const struct box *box, const struct svg_lines *lines)
{
	double width = lines->width + 2, height = lines_height(lines);
	return (struct box){box->x + QUESTION_X - width, box->y + QUESTION_Y - height, width,
			    height};
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

/* Room for the materials of a task: below it, or beside it when the process runs downwards. */
static void
measure_materials(const struct bpmn_graph *graph, const struct bpmn_materials *materials,
		  struct layout_size *size, struct arena *arena)
{
	for (uint32_t i = 0; i < materials->count; i++) {
		struct svg_lines title =
		    wrap_label(show_name(graph->voice, materials->items[i]), arena);
		double width = larger(title.width + 2, DATA_WIDTH);
		size->extra_width =
		    larger(size->extra_width, width + (graph->vertical ? 5 : 1) * GAP);
		size->extra_height += 3 * GAP + DATA_HEIGHT + lines_height(&title);
	}
}

/* Room for a task's name: the standard size, unless a word or the whole name needs more. */
static struct layout_size
measure_task(const struct bpmn_graph *graph, const struct flow_node *node, struct arena *arena)
{
	const struct bpmn_graph *inner = graph->inner[node->index];
	struct layout_size size = {0};
	if (inner) {
		double width = larger(inner->layout->width + 2 * FRAME, TASK_WIDTH);
		struct svg_lines name =
		    svg_text_wrap(arena, node->name, FONT, width - 2 * TEXT_PAD, false);
		size.width = width;
		size.height = inner->layout->height + 2 * FRAME + lines_height(&name);
	} else {
		double word = svg_longest_word(node->name, FONT);
		size.width = larger(TASK_WIDTH, word + 2 * TEXT_PAD + 2);
		struct svg_lines name =
		    svg_text_wrap(arena, node->name, FONT, size.width - 2 * TEXT_PAD, false);
		size.height = larger(TASK_HEIGHT, lines_height(&name) + 2 * ICON);
	}
	measure_materials(graph, &graph->materials[node->index], &size, arena);
	return size;
}

static struct layout_size
measure_node(const struct bpmn_graph *graph, const struct flow_node *node, struct arena *arena)
{
	if (node->type == FLOW_TASK)
		return measure_task(graph, node, arena);
	double side = node->type == FLOW_START || node->type == FLOW_END ? EVENT : GATEWAY;
	struct layout_size size = {.width = side, .height = side};
	if (node->type == FLOW_SPLIT && !graph->vertical) {
		/* The channel before it keeps QUESTION_ROOM free; a longer question would lie on
		 * what runs there. */
		struct svg_lines question = svg_text_wrap(arena, bpmn_name(graph->voice, node),
							  SMALL, QUESTION_WIDTH, false);
		size.extra_width =
		    GATEWAY + 2 * larger(0, question.width + 2 - QUESTION_X - QUESTION_ROOM);
	} else if (*node->name) {
		struct svg_lines label = wrap_label(node->name, arena);
		size.extra_width = label.width + GAP;
		size.extra_height = lines_height(&label) + GAP;
	}
	return size;
}

/* The head of a lane has room for two lines; it is read from below, or lies above its lane when the
 * process runs downwards. */
static double
lane_least(const struct voice *voice, const struct role *role)
{
	const char *name = show_lane(voice, role);
	double half = svg_text_width(name, strlen(name), FONT) * 0.6,
	       word = svg_longest_word(name, FONT);
	return larger(half, word) + 4 * TEXT_PAD;
}

static struct svg_lines
wrap_stage(const struct bpmn_graph *graph, uint32_t stage, double width, struct arena *arena)
{
	const char *name = bpmn_stage_name(graph->flow, graph->flow->stages[stage], arena);
	return svg_text_wrap(arena, name, SMALL, width - 2 * (GAP + STAGE_INSET), false);
}

/* The head of a stage stands above its column, or beside it when the process runs downwards. */
static double
stage_least(const struct bpmn_graph *graph, uint32_t stage, struct arena *arena)
{
	if (!graph->vertical)
		return STAGE_WIDTH;
	struct svg_lines lines = wrap_stage(graph, stage, STAGE_WIDTH, arena);
	return lines_height(&lines) + 2 * (GAP + STAGE_INSET);
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
		const char *label = bpmn_flow_name(flow->edges[i]);
		if (!label)
			continue;
		struct svg_lines lines = wrap_label(label, arena);
		labels[i] =
		    (struct layout_size){.width = lines.width + 2, .height = lines_height(&lines)};
	}
	for (uint32_t i = 0; i < flow->lane_count && outer; i++)
		lanes[i] = lane_least(graph->voice, flow->lanes[i]);
	for (uint32_t i = 0; i < flow->stage_count && outer; i++)
		stages[i] = stage_least(graph, i, arena);
	const struct layout_options options = {graph->vertical, sizes, labels,
					       stages,          lanes, false};
	graph->layout = layout_new(flow, &options, arena);
}

static const struct list *
own_materials(const struct flow_node *node)
{
	static const struct list none = {0};
	if (node->type != FLOW_TASK)
		return &none;
	return node->entity->kind == KIND_STEP ? &step_of(node->entity)->attachments
					       : &stage_of(node->entity)->attachments;
}

static void
add_materials(struct bpmn_materials *materials, const struct list *more)
{
	for (uint32_t i = 0; i < more->count; i++) {
		bool known = false;
		for (uint32_t j = 0; j < materials->count && !known; j++)
			known = materials->items[j] == more->items[i];
		if (!known)
			materials->items[materials->count++] = more->items[i];
	}
}

static void
collect_materials(struct bpmn_graph *graph, bool outer, struct arena *arena)
{
	const struct flow *flow = graph->flow;
	static const struct list none = {0};
	bool *begun =
	    arena_array(arena, (size_t)graph->model->document->stages.count + 1, sizeof *begun);
	graph->materials = arena_array(arena, flow->node_count, sizeof *graph->materials);
	for (uint32_t i = 0; i < flow->node_count; i++) {
		const struct flow_node *node = flow->nodes[i];
		const struct list *own = own_materials(node), *shared = &none;
		if (outer && node->type == FLOW_TASK && node->entity->kind == KIND_STEP &&
		    !begun[node->stage->base.number]) {
			begun[node->stage->base.number] = true;
			shared = &node->stage->attachments;
		}
		graph->materials[i].items =
		    arena_array(arena, (size_t)own->count + shared->count, sizeof(struct entity *));
		add_materials(&graph->materials[i], own);
		add_materials(&graph->materials[i], shared);
	}
}

static struct bpmn_graph *
new_graph(const struct voice *voice, const struct flow *flow, bool vertical, struct arena *arena)
{
	struct bpmn_graph *graph = arena_alloc(arena, sizeof *graph);
	*graph = (struct bpmn_graph){
	    .flow = flow, .model = voice->model, .voice = voice, .vertical = vertical};
	graph->inner = arena_array(arena, flow->node_count, sizeof(struct bpmn_graph *));
	return graph;
}

struct bpmn_graph *
bpmn_arrange(const struct voice *voice, const struct flow *flow, bool vertical, struct arena *arena)
{
	struct bpmn_graph *graph = new_graph(voice, flow, vertical, arena);
	for (uint32_t i = 0; i < flow->node_count; i++) {
		if (!flow->nodes[i]->inner)
			continue;
		graph->inner[i] = new_graph(voice, flow->nodes[i]->inner, vertical, arena);
		collect_materials(graph->inner[i], false, arena);
		measure(graph->inner[i], false, arena);
	}
	collect_materials(graph, true, arena);
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

/* What a shape says of its looks. */
enum looks { PLAIN, MARKED, EXPANDED, HORIZONTAL, VERTICAL };

/* A shape with its looks, and a label, or NULL. */
static void
put_shape(struct xml *xml, const char *id, const struct box *box, enum looks looks,
	  const struct box *label)
{
	xml_open(xml, "bpmndi:BPMNShape");
	xml_attributef(xml, "id", "%s.shape", id);
	xml_attribute(xml, "bpmnElement", id);
	static const char *const names[] = {[MARKED] = "isMarkerVisible",
					    [EXPANDED] = "isExpanded",
					    [HORIZONTAL] = "isHorizontal",
					    [VERTICAL] = "isHorizontal"};
	if (looks != PLAIN)
		xml_attribute(xml, names[looks], looks == VERTICAL ? "false" : "true");
	put_bounds(xml, box);
	if (label)
		put_label(xml, label);
	xml_close(xml, "bpmndi:BPMNShape");
}

static void
put_edge(struct xml *xml, const char *id, const struct spot *spots, uint32_t count,
	 struct spot corner, const struct box *label)
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

/* The line from a material to its task: along the left of those above it, or past those beside the
 * task. */
static void
tie_material(const struct bpmn_graph *graph, const char *id, const struct box *task,
	     const struct box *sheet, struct xml *xml)
{
	double middle = sheet->y + DATA_HEIGHT / 2, right = task->x + task->width,
	       bottom = task->y + task->height;
	double side = graph->vertical ? right + 2 * GAP : task->x + GAP;
	struct spot below[] = {{sheet->x, middle}, {side, middle}, {side, bottom}};
	double level = middle < task->y + 2 * GAP  ? task->y + 2 * GAP
		       : middle > bottom - 2 * GAP ? bottom - 2 * GAP
						   : middle;
	struct spot beside[] = {{sheet->x, middle}, {side, middle}, {side, level}, {right, level}};
	struct spot straight[] = {{sheet->x, middle}, {right, middle}};
	if (!graph->vertical)
		put_edge(xml, id, below, 3, (struct spot){0, 0}, NULL);
	else if (level == middle)
		put_edge(xml, id, straight, 2, (struct spot){0, 0}, NULL);
	else
		put_edge(xml, id, beside, 4, (struct spot){0, 0}, NULL);
}

/* Materials stand one below the other, below their task, or beside it when the process runs
 * downwards. */
static void
put_materials(const struct bpmn_graph *graph, const struct flow_node *node, const struct box *task,
	      const struct box *room, struct xml *xml, struct arena *arena)
{
	const struct bpmn_materials *materials = &graph->materials[node->index];
	double x = task->x + task->width / 2, y = room->y;
	if (graph->vertical)
		x = room->x + 2 * GAP + room->width / 2;
	for (uint32_t i = 0; i < materials->count; i++) {
		const char *id = bpmn_data_id(node, i, arena);
		struct svg_lines title =
		    wrap_label(show_name(graph->voice, materials->items[i]), arena);
		y += 2 * GAP;
		struct box sheet = {x - DATA_WIDTH / 2, y, DATA_WIDTH, DATA_HEIGHT};
		double width = larger(title.width + 2, DATA_WIDTH);
		struct box label = {x - width / 2, y + DATA_HEIGHT + GAP / 2, width,
				    lines_height(&title)};
		put_shape(xml, id, &sheet, PLAIN, &label);
		tie_material(graph, arena_printf(arena, "%s.use", id), task, &sheet, xml);
		y += DATA_HEIGHT + GAP + lines_height(&title);
	}
}

/* The name of a start or end: below it, or beside it when the process runs downwards. */
static struct box
event_label(const struct bpmn_graph *graph, const struct box *box, const char *name,
	    struct arena *arena)
{
	struct svg_lines lines = wrap_label(name, arena);
	double width = lines.width + 2, height = lines_height(&lines);
	if (graph->vertical)
		return (struct box){box->x + box->width + GAP / 2,
				    box->y + (box->height - height) / 2, width, height};
	return (struct box){box->x + (box->width - width) / 2, box->y + box->height + GAP / 2,
			    width, height};
}

static void
put_graph(const struct bpmn_graph *graph, struct spot corner, struct xml *xml, struct arena *arena);

static void
put_node(const struct bpmn_graph *graph, const struct flow_node *node, struct spot corner,
	 struct xml *xml, struct arena *arena)
{
	const struct layout_node *place = &graph->layout->nodes[node->index];
	const struct bpmn_graph *inner = graph->inner[node->index];
	struct box box = moved(place->shape, corner);
	const char *name = bpmn_name(graph->voice, node);
	bool exclusive = node->type == FLOW_SPLIT || node->type == FLOW_MERGE;
	if (node->type == FLOW_SPLIT) {
		struct svg_lines lines = svg_text_wrap(arena, name, SMALL, QUESTION_WIDTH, false);
		struct box label = question_at(&box, &lines);
		put_shape(xml, node->id, &box, MARKED, &label);
	} else if (node->type != FLOW_TASK && *name) {
		struct box label = event_label(graph, &box, name, arena);
		put_shape(xml, node->id, &box, exclusive ? MARKED : PLAIN, &label);
	} else {
		put_shape(xml, node->id, &box, exclusive ? MARKED : inner ? EXPANDED : PLAIN, NULL);
	}
	if (inner) {
		struct spot within = {box.x + (box.width - inner->layout->width) / 2,
				      box.y + box.height - FRAME - inner->layout->height};
		put_graph(inner, within, xml, arena);
	}
	struct box room = moved(place->extra, corner);
	put_materials(graph, node, &box, &room, xml, arena);
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
		put_edge(xml, flow->edges[i]->id, edge->spots, edge->count, corner,
			 label.width > 0 ? &label : NULL);
	}
}

/* The height that the names of stages take above a pool. */
static double
stage_head(const struct bpmn_graph *graph, struct arena *arena)
{
	double height = 0;
	for (uint32_t i = 0; i < graph->flow->stage_count; i++) {
		struct svg_lines lines =
		    wrap_stage(graph, i, graph->layout->stages[i].width, arena);
		height = larger(height, lines_height(&lines));
	}
	return height + 2 * GAP;
}

/* A stage's group frames its column and the name above it, or its rows and the name beside them. */
static void
put_stage(const struct bpmn_graph *graph, uint32_t i, struct spot corner, const struct box *pool,
	  struct xml *xml, struct arena *arena)
{
	struct box box = moved(graph->layout->stages[i], corner), label;
	if (graph->vertical) {
		struct svg_lines lines = wrap_stage(graph, i, STAGE_WIDTH, arena);
		box = (struct box){CANVAS_X, box.y + STAGE_INSET,
				   pool->x + pool->width + GAP - CANVAS_X,
				   box.height - 2 * STAGE_INSET};
		label = (struct box){box.x + GAP, box.y + GAP,
				     STAGE_WIDTH - 2 * (GAP + STAGE_INSET), lines_height(&lines)};
	} else {
		struct svg_lines lines = wrap_stage(graph, i, box.width, arena);
		box = (struct box){box.x + STAGE_INSET, CANVAS_Y, box.width - 2 * STAGE_INSET,
				   pool->y + pool->height + GAP - CANVAS_Y};
		label = (struct box){box.x + GAP, box.y + GAP, box.width - 2 * GAP,
				     lines_height(&lines)};
	}
	put_shape(xml, bpmn_stage_id(graph->flow->stages[i], arena), &box, PLAIN, &label);
}

static void
put_lane(const struct bpmn_graph *graph, uint32_t i, struct spot corner, struct xml *xml,
	 struct arena *arena)
{
	const struct role *role = graph->flow->lanes[graph->layout->lane_order[i]];
	struct box lane = moved(graph->layout->lanes[i], corner);
	if (graph->vertical) {
		lane.y -= HEAD;
		lane.height += HEAD;
	} else {
		lane.x -= HEAD;
		lane.width += HEAD;
	}
	put_shape(xml, bpmn_lane_id(role, arena), &lane, graph->vertical ? VERTICAL : HORIZONTAL,
		  NULL);
}

void
bpmn_diagram(const struct bpmn_graph *graph, struct xml *xml, struct arena *arena)
{
	const struct layout *layout = graph->layout;
	struct box pool = {CANVAS_X, CANVAS_Y + stage_head(graph, arena), layout->width + 2 * HEAD,
			   layout->height};
	struct spot corner = {pool.x + 2 * HEAD, pool.y};
	if (graph->vertical) {
		pool = (struct box){CANVAS_X + STAGE_WIDTH, CANVAS_Y, layout->width,
				    layout->height + 2 * HEAD};
		corner = (struct spot){pool.x, pool.y + 2 * HEAD};
	}
	xml_open(xml, "bpmndi:BPMNDiagram");
	xml_attribute(xml, "id", "process.diagram");
	xml_open(xml, "bpmndi:BPMNPlane");
	xml_attribute(xml, "id", "process.plane");
	xml_attribute(xml, "bpmnElement", BPMN_COLLABORATION);
	put_shape(xml, BPMN_POOL, &pool, graph->vertical ? VERTICAL : HORIZONTAL, NULL);
	for (uint32_t i = 0; i < graph->flow->lane_count; i++)
		put_lane(graph, i, corner, xml, arena);
	for (uint32_t i = 0; i < graph->flow->stage_count; i++)
		put_stage(graph, i, corner, &pool, xml, arena);
	put_graph(graph, corner, xml, arena);
	xml_close(xml, "bpmndi:BPMNPlane");
	xml_close(xml, "bpmndi:BPMNDiagram");
}
