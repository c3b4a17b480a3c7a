/* SPDX-License-Identifier: MIT */
/* A chart being read back, part by part. What is drawn, and where, does not count: only what a
 * shape says, the lane it is in, and for a new one the group that it lies in. */
#ifndef PRESALE_MERGE_CHART_CHART_READING_H
#define PRESALE_MERGE_CHART_CHART_READING_H

#include "import/read/flowchart.h"
#include "merge/decide/decision.h"
#include "plan/graph/flow.h"

struct chart_reading {
	struct decision *decision;
	struct sights *sights;
	struct arena *arena;
	const struct flow *flow;
	const struct flowchart *chart;
	struct map nodes;                  /* by id: struct flow_node of today's source */
	struct map edges;                  /* by id: struct flow_edge */
	struct map lanes;                  /* by id: the role */
	struct map stages;                 /* by id: the stage */
	struct map shapes;                 /* by id: struct flowchart_shape of the document */
	struct map before;                 /* by shape: the first that leads to it */
	struct map added;                  /* by shape: struct sight_new */
	const struct sight_new *last_role; /* of those that were added */
	bool moved_on;    /* the source has gained or lost shapes since the chart was made … */
	bool rerouted;    /* … or edges */
	bool lacks;       /* the chart has lost shapes … */
	bool lacks_edges; /* … or edges */
};

/* Adds what was edited of a task that is known: name, documentation, lane. */
void
chart_task_read(struct chart_reading *r, const struct flowchart_shape *shape,
		const struct flow_node *node);

/* Adds what was edited of a documentation. */
void
chart_note_read(struct chart_reading *r, const struct entity *thing,
		const struct flowchart_shape *shape, const char *built);

/* The role of a lane: of today's source, or "" with a new one added; NULL for none. */
const char *
chart_lane_role(struct chart_reading *r, const struct flowchart_shape *lane);

/* Adds a name that was edited. */
void
chart_name_read(struct chart_reading *r, const struct entity *thing, const char *was,
		const char *text, const char *built, const char *place);

/* Adds a task that is none of the source. */
void
chart_new_read(struct chart_reading *r, const struct flowchart_shape *shape);

/* Gives a new task what its documentation says. */
void
chart_note_new(struct chart_reading *r, struct sight_new *sight,
	       const struct flowchart_shape *shape);

/* Adds what was edited of the edges from task to task. */
void
chart_edges_read(struct chart_reading *r);

/* The piece of a mark with a number, NULL where there is none; the mark of nothing is shorter. */
const char *
chart_mark_piece(const char *mark, unsigned number, struct arena *arena);

#endif
