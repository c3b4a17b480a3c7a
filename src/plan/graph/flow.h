/* SPDX-License-Identifier: MIT */
/* The process as a graph of who goes where: start and end, a task for every step (for every stage
 * without steps), gateways where the path divides and meets again, and the sequence flows between
 * them. Gateways that divide and that join are always two:
 *
 * - a task with outcomes is followed by an exclusive split, a branch an outcome; paths that meet
 * again without having run side by side meet in an exclusive merge;
 * - what several tasks wait for is followed by a parallel fork; a task that waits for several has a
 * parallel join before it.
 *
 * A stage whose end has outcomes (its own or its last step's) is left only by them; any other is
 * left to those that wait for it, or to the end. A step with outcomes that others of its stage wait
 * for goes on to those as well, "otherwise", unless an outcome leads to a later step of the stage;
 * so does, to where its stage ends, any but the last of several that end it. What the start does
 * not lead to has a start of its own, which is not reached either; edges from there meet the others
 * in exclusive merges. An outcome that leads to the end has an end event of its own. Sub-steps are
 * an inner graph of their step; outcomes of theirs that lead out of it are taken as the step's. Who
 * waits for one of them follows the step in spite of its outcomes, as far as the sub-step has none.
 */
#ifndef PRESALE_PLAN_GRAPH_FLOW_H
#define PRESALE_PLAN_GRAPH_FLOW_H

#include "model/show.h"
#include "plan/graph/alternatives.h"
#include "plan/plan.h"

enum flow_type {
	FLOW_START,
	FLOW_END,
	FLOW_TASK,
	FLOW_SPLIT, /* exclusive: one of the edges out is taken */
	FLOW_MERGE, /* exclusive: goes on as soon as one edge in is taken */
	FLOW_FORK,  /* parallel: all edges out are taken */
	FLOW_JOIN,  /* parallel: waits for all edges in */
};

struct flow_edge;
struct flow;

struct flow_node {
	enum flow_type type;
	uint32_t index;   /* in flow->nodes */
	const char *id;   /* ASCII, an XML name, unique with those of inner graphs, as stable as the
			     process's ids: task_audit */
	const char *name; /* of a task, start or end; "" for gateways */
	const struct entity *entity; /* the step or stage of a task; of a gateway or end the step or
					stage it belongs to; else NULL */
	const struct stage *stage;   /* in whose column the node stands; NULL for the start and the
					end of the whole */
	const struct role **roles; /* who does it, NULL-ended; where that differs by variant, those
				      that part_shown() tells */
	const struct role *approver; /* who it says approves it, where that is another; or NULL */
	const struct role
	    *lane; /* the first of roles, or NULL; of gateways and events that of their task */
	const struct entity *lane_of; /* the task whose lane it is; NULL where it is nobody's */
	const struct flow *inner;     /* of a step with sub-steps their graph, else NULL */
	struct flow_edge **in, **out; /* in the order of the file */
	uint32_t in_count, out_count;
	bool by_variant; /* of a split: the variant decides */
	bool aside; /* of an end: only what goes on for ever comes there, until the process ends */
	bool reached;  /* from the start */
	bool finishes; /* an end can be reached from it */
};

/* A sequence flow. */
struct flow_edge {
	uint32_t index; /* in flow->edges */
	uint32_t rank;  /* orders the edges out of one node */
	const char
	    *id; /* ASCII, an XML name, unique like a node's and different from all of theirs */
	struct flow_node *from, *to;
	const char *label; /* of a branch: its condition, and the names of the variants that take it
			      if those are not all; or NULL */
	const char *condition; /* the same without the variants, or NULL */
	const struct outcome
	    *outcome;         /* of a branch (the first, when several lead to one place), or NULL */
	bool otherwise;       /* the branch taken when no outcome is */
	variant_set variants; /* that take the branch, of a split by variant; else 0 */
	bool back; /* leads back: without these edges there is no cycle, and every edge leads to a
		      later node */
};

struct flow {
	struct arena arena;
	struct flow_node **
	    nodes; /* start first; but for edges back, no node comes before those that lead to it */
	uint32_t node_count;
	struct flow_edge **edges; /* in the order of their sources */
	uint32_t edge_count;
	const struct role **lanes; /* roles that do something, and NULL for tasks without a role, in
				      the order they enter */
	uint32_t lane_count;
	const struct stage **stages; /* of the plan, in the order of the nodes */
	uint32_t stage_count;
	const struct plan *plan;
	const struct voice *voice;
	struct flow_node **tasks; /* by the number of the task in the plan of all, sub-steps' too;
				     NULL: not shown */
};

/* The graph of a planned process, of all variants together: of one, the model is cut first; its
 * own words are those of the voice. Model, plan and voice must outlive it. Linear but for a
 * logarithm. */
struct flow *
flow_new(const struct plan *plan, const struct voice *voice);

/* Frees a flow with the flows within it; the plan stays. */
void
flow_free(struct flow *flow);

#endif
