/* SPDX-License-Identifier: MIT */
/* The topics of an outline being gathered: between the walk over the model and the rest of
 * outline.c. */
#ifndef PRESALE_VIEW_OUTLINE_BUILD_H
#define PRESALE_VIEW_OUTLINE_BUILD_H

#include "view/outline/outline.h"

/* Where a topic or an arrow leads, by the entity: resolved when all topics are there. */
struct lead {
	const struct entity *to;
	const char *label;
	uint32_t from;
	enum { LEAD_LINK, LEAD_OUTCOME, LEAD_AFTER, LEAD_NEXT } sort;
};

struct outline_builder {
	struct outline *outline;
	const struct plan *plan;
	uint32_t capacity;
	struct lead *leads;
	size_t lead_count;
	struct arena *arena;
	bool ends; /* an outcome leads to the end of the process */
};

/* Adds every topic in reading order, and the leads that are still to be resolved. */
void
outline_build(struct outline_builder *b);

#endif
