/* SPDX-License-Identifier: MIT */
/* Links of a process graph, and where it ends: what nobody follows leads to its end. */
#include "plan/flow_build.h"

enum { NONE = UINT32_MAX };

void
flow_build_link(struct flow_build *build, struct link link)
{
	bool repeats = link.from == link.to && link.outcome;
	if (link.from == NONE || link.to == NONE || (link.from == link.to && !repeats))
		return;
	build->links = list_grow(build->links, build->link_count, sizeof *build->links);
	build->links[build->link_count++] = link;
}

/* True for what goes on for ever, and for what is part of that. */
static bool
goes_on_for_ever(const struct flow_build *build, const struct point *point)
{
	const struct task *task = point->type == POINT_ASIDE ? point->task->parent : point->task;
	while (task && task != build->outer && !task->ongoing)
		task = task->parent;
	return task && task != build->outer;
}

/* What nobody follows leads to the end; nobody waits there for what goes on for ever. */
void
flow_build_ends(struct flow_build *build, uint32_t end)
{
	variant_set *followed = arena_array(&build->scratch, build->point_count, sizeof *followed);
	for (uint32_t i = 0; i < build->link_count; i++)
		if (build->links[i].wait && !build->links[i].aside)
			followed[build->links[i].from] |= build->links[i].variants;
	for (uint32_t i = build->alternatives->count > 1 ? 0 : 1; i < end; i++) {
		const struct point *point = &build->points[i];
		variant_set variants = point->variants & point->goes_on & ~followed[i];
		bool stops = goes_on_for_ever(build, point);
		if (variants)
			flow_build_link(build, (struct link){.from = i,
							     .to = end,
							     .wait = true,
							     .stops = stops,
							     .variants = variants});
	}
}
