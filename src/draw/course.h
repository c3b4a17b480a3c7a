/* SPDX-License-Identifier: MIT */
/* The process from stage to stage as a picture that fits a screen and a sheet: cards in the order
 * of reading, arrows where one leads to the next, and below each the routes that lead elsewhere, in
 * words. Who does which step is told by the process map (draw/chart.h). */
#ifndef PRESALE_DRAW_COURSE_H
#define PRESALE_DRAW_COURSE_H

#include "draw/pen/pen.h"
#include "model/show.h"

/* A route from a stage to another; NULL stands for the start and the end of the process. */
struct course_route {
	const struct entity *from, *to;
	const char *condition; /* NULL: always */
};

struct course_options {
	const struct course_route *routes; /* in the order of the stages they come from */
	uint32_t route_count;
	const char *href; /* what the address of a stage begins with, before its anchor ("#"); NULL
			     for no links */
};

struct course;

/* Lays the stages out; voice and arena must outlive it. */
struct course *
course_new(const struct voice *voice, const struct course_options *options, struct arena *arena);

/* How large it is, in pixels. */
struct box
course_size(const struct course *course);

/* Draws it. */
void
course_draw(const struct course *course, struct pen *pen);

#endif
