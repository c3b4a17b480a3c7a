/* SPDX-License-Identifier: MIT */
/* The picture of the process from stage to stage. */
#include "draw/course.h"
#include "view/doc/build.h"

/* More stages, or routes, than that are no picture that one sees at a glance. */
enum { STAGES_MOST = 60, ROUTES_MOST = 200 };

/* How much higher than broad it may be: what fits on a sheet. */
static const double SLENDER = 1.35;

struct course *
doc_course(const struct doc *doc, const char *href, struct arena *arena)
{
	uint32_t stages = doc->model->document->stages.count;
	if (stages < 2 || stages > STAGES_MOST || !doc->route_count ||
	    doc->route_count > ROUTES_MOST)
		return NULL;
	struct course_route *routes = arena_array(arena, doc->route_count, sizeof *routes);
	for (uint32_t i = 0; i < doc->route_count; i++)
		routes[i] = (struct course_route){doc->routes[i].from, doc->routes[i].to,
						  doc->routes[i].condition};
	struct course *course =
	    course_new(doc->voice, &(struct course_options){routes, doc->route_count, href}, arena);
	struct box size = course_size(course);
	return size.height <= SLENDER * size.width ? course : NULL;
}
