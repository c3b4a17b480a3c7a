/* SPDX-License-Identifier: MIT */
/* The schedule as a picture, by the at-most times: stages with their steps as bars over working
 * days, the critical path marked, and how long each may slip. */
#ifndef PRESALE_DRAW_GANTT_H
#define PRESALE_DRAW_GANTT_H

#include "draw/pen/pen.h"
#include "model/show.h"
#include "plan/plan.h"

/* The paper in pixels; 0 for one picture of its own, with a heading. */
struct gantt_options {
	double width, height;
	bool stages; /* without their steps */
};

struct gantt;

/* Measures the schedule of a plan, which voice and arena must outlive. */
struct gantt *
gantt_new(const struct voice *voice, const struct plan *plan, const struct gantt_options *options,
	  struct arena *arena);

/* The number of pages, at least 1. */
uint32_t
gantt_pages(const struct gantt *gantt);

/* The size of a page, counted from 0. */
struct box
gantt_page(struct gantt *gantt, uint32_t page);

/* Draws a page. */
void
gantt_draw(struct gantt *gantt, uint32_t page, struct pen *pen);

#endif
