/* SPDX-License-Identifier: MIT */
/* What the parts of BPMN share: bpmn.c writes what the process is, bpmn_shape.c where everything
 * stands in its diagram. */
#ifndef PRESALE_EMIT_FLOW_BPMN_H
#define PRESALE_EMIT_FLOW_BPMN_H

#include "draw/layout.h"
#include "support/xml.h"

/* What a task works with: its own materials; of the first task of a stage those of the stage too,
 * which lie ready when it
 * begins. */
struct bpmn_materials {
	struct entity **items;
	uint32_t count;
};

/* A process graph and its layout. Sub-steps stand within the shape of their step. */
struct bpmn_graph {
	const struct flow *flow;
	const struct model *model;
	const struct voice *voice;
	struct layout *layout;
	struct bpmn_graph **inner;        /* by node, NULL without sub-steps */
	struct bpmn_materials *materials; /* by node */
	bool vertical;                    /* the process runs downwards */
};

/* Lays a graph out with the sizes that BPMN tools use. In arena. */
struct bpmn_graph *
bpmn_arrange(const struct voice *voice, const struct flow *flow, bool vertical,
	     struct arena *arena);

/* Writes the diagram of a process: pool, lanes, stages, nodes, flows, data. */
void
bpmn_diagram(const struct bpmn_graph *graph, struct xml *xml, struct arena *arena);

/* What the diagram refers to. Ids of the graph have no point in them, all others do, so that none
 * are the same. In arena. */
const char *
bpmn_lane_id(const struct role *role, struct arena *arena);
const char *
bpmn_data_id(const struct flow_node *node, uint32_t i, struct arena *arena);
const char *
bpmn_stage_id(const struct stage *stage, struct arena *arena);
#define BPMN_POOL "process.pool"
#define BPMN_COLLABORATION "process.collaboration"

/* The name that a node shows; gateways that divide ask a question. */
const char *
bpmn_name(const struct voice *voice, const struct flow_node *node);

/* The name that an edge shows, or NULL: its condition, where a decision is made. */
const char *
bpmn_flow_name(const struct flow_edge *edge);

/* Whether a field is said in the documentation of its thing; all that is said there: «Срок: 2 дня»,
 * lists under their titles, a field behind the other. In arena. */
bool
bpmn_is_said(const struct field *field);
const char *
bpmn_documentation(const struct voice *voice, const struct entity *entity, struct arena *arena);

/* Marks of what was said when the chart was made (view/mark.h), one behind the other: of a task its
 * name, its documentation and the id of its lane; of the chart the version of the marks, the
 * process, and of what ids it has shapes and edges. In arena. */
#define BPMN_MARK "presale:was"
const char *
bpmn_task_mark(const struct voice *voice, const struct flow_node *node, struct arena *arena);
const char *
bpmn_chart_mark(const struct flow *flow, struct arena *arena);

/* Adds an id to what becomes a mark (mark_hash), in any order: programs put the shapes of a chart
 * in orders of their own. */
void
bpmn_add_id(uint64_t *ids, const char *id);

/* What stands at the head of a stage: name, deadline, marks. In arena. */
const char *
bpmn_stage_name(const struct flow *flow, const struct stage *stage, struct arena *arena);

#endif
