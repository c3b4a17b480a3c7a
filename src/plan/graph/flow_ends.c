/* SPDX-License-Identifier: MIT */
/* Links of a process graph, and where it ends: what nobody follows leads to its end. */
#include "plan/graph/flow_build.h"

void
flow_build_link(struct flow_build *build, struct link link)
{
	bool repeats = link.from == link.to && link.outcome;
	if (link.from == PLAN_NONE || link.to == PLAN_NONE || (link.from == link.to && !repeats))
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

/* The variants in which each point is followed. */
static variant_set *
find_followed(struct flow_build *build)
{
	variant_set *followed = arena_array(&build->scratch, build->point_count, sizeof *followed);
	for (uint32_t i = 0; i < build->link_count; i++)
		if (build->links[i].wait && !build->links[i].aside)
			followed[build->links[i].from] |= build->links[i].variants;
	return followed;
}

/* The variants in which the end need not wait for the beginning of what goes on for ever and nobody
 * follows: where it begins, other things do, and the end waits for those. By point. */
static variant_set *
find_begun(struct flow_build *build, const variant_set *followed)
{
	variant_set *others = arena_array(&build->scratch, build->point_count, sizeof *others),
		    *begun = arena_array(&build->scratch, build->point_count, sizeof *begun);
	const variant_set all = build->alternatives->all;
	for (uint32_t i = 0; i < build->link_count; i++) {
		const struct link *link = &build->links[i];
		const struct point *to = &build->points[link->to];
		bool idle = to->type == POINT_ASIDE;
		if (link->wait && !link->aside && !goes_on_for_ever(build, to))
			others[link->from] |= link->variants & (idle ? followed[link->to] : all);
	}
	for (uint32_t i = 0; i < build->point_count; i++)
		begun[i] = build->points[i].type == POINT_ASIDE ? build->points[i].variants : 0;
	for (uint32_t i = 0; i < build->link_count; i++) {
		const struct link *link = &build->links[i];
		begun[link->to] &= ~(link->variants & ~(link->wait ? others[link->from] : 0));
	}
	return begun;
}

/* What nobody follows leads to the end; nobody waits there for what goes on for ever. */
void
flow_build_ends(struct flow_build *build, uint32_t end)
{
	const variant_set *followed = find_followed(build), *begun = find_begun(build, followed);
	for (uint32_t i = build->alternatives->count > 1 ? 0 : 1; i < end; i++) {
		const struct point *point = &build->points[i];
		variant_set variants = point->variants & point->goes_on & ~followed[i] & ~begun[i];
		bool stops = goes_on_for_ever(build, point);
		if (variants)
			flow_build_link(build, (struct link){.from = i,
							     .to = end,
							     .wait = true,
							     .stops = stops,
							     .variants = variants});
	}
}
