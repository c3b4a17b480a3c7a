/* SPDX-License-Identifier: MIT */
/* A chart of work as its reader gives it: shapes with what they say, where they lie and what holds
 * them, and the edges from one to another. */
#ifndef PRESALE_IMPORT_READ_FLOWCHART_H
#define PRESALE_IMPORT_READ_FLOWCHART_H

#include "support/arena.h"
#include "support/map.h"

#include <stdbool.h>
#include <stdint.h>

/* What shapes mean, whatever they look like. */
enum flowchart_sort {
	FLOWCHART_TASK = 1,
	FLOWCHART_PART,   /* holds a chart of its own */
	FLOWCHART_CHOICE, /* one of the edges behind it is taken */
	FLOWCHART_FORK,   /* all edges behind it are taken, all before it are waited for */
	FLOWCHART_START,
	FLOWCHART_END,
	FLOWCHART_EVENT,   /* on an edge */
	FLOWCHART_BORDER,  /* on the border of a task, which it breaks off */
	FLOWCHART_PROCESS, /* what a pool holds */
	FLOWCHART_POOL,
	FLOWCHART_LANE,
	FLOWCHART_GROUP,
	FLOWCHART_TITLE,  /* of a group */
	FLOWCHART_REMARK, /* a text that hangs on a shape */
	FLOWCHART_DATA
};

struct flowchart_edge {
	const char *id, *from, *to;
	const char *name; /* "" when it has none */
	const char *mark; /* what a chart of ours says that it said (emit/flow/bpmn.h), or "" */
	enum { FLOWCHART_SEQUENCE = 1, FLOWCHART_MESSAGE, FLOWCHART_TIE } sort;
	bool otherwise;                          /* the one that is taken when no other is */
	bool taken;                              /* of a message: it is an edge of the work */
	struct flowchart_shape *origin, *target; /* NULL where there is no such shape */
	struct flowchart_edge *next;             /* in the chart */
	struct flowchart_edge *beside, *earlier; /* out of the same shape: behind it, before it */
};

struct flowchart_shape {
	enum flowchart_sort sort;
	const char *id, *name; /* "" when it has none */
	const char *note;      /* what else is said of it, or NULL */
	const char *mark;      /* as of an edge */
	const char *refers;    /* id of a pool's process, a group's title, the task under a border,
				  the edge that is taken otherwise; "" when there is none */
	struct flowchart_shape *within;           /* what it stands in, in the document */
	struct flowchart_shape *lane, *group;     /* in the picture */
	struct flowchart_shape *pool;             /* of a process: what shows it */
	double left, top, width, height;          /* width 0: it is not drawn */
	struct flowchart_edge *edges, *last_edge; /* out of it */
	size_t edges_in;                          /* sequences alone */
	uint32_t rank; /* in the order of the work, from 1; 0: not in it */
	struct flowchart_shape *next;
};

struct flowchart {
	struct arena *arena;
	const char *mark; /* as of an edge */
	struct flowchart_shape *shapes, **last_shape;
	struct flowchart_edge *edges, **last_edge;
	size_t shape_count;
	struct map by_id, lanes; /* lanes: by the id of what is listed in them */
};

/* A new shape, or edge, at the end of the chart. What their strings point to stays. */
struct flowchart_shape *
flowchart_add_shape(struct flowchart *chart, enum flowchart_sort sort, const char *id);
struct flowchart_edge *
flowchart_add_edge(struct flowchart *chart);

/* The shape of an id, or NULL. */
struct flowchart_shape *
flowchart_find(const struct flowchart *chart, const char *id);

/* Says that the shape of an id, which may be still to come, is listed in a lane. */
void
flowchart_put_into(struct flowchart *chart, struct flowchart_shape *lane, const char *id);

/* Once all is read: finds what edges and shapes refer to, the lanes and groups in which shapes lie,
 * and the order in which the work is done. */
void
flowchart_settle(struct flowchart *chart);

/* Frees the tables of ids; the shapes stay. */
void
flowchart_end(struct flowchart *chart);

/* True for what has a name and is work. */
bool
flowchart_is_work(const struct flowchart_shape *shape);

#endif
