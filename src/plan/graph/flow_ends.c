/* SPDX-License-Identifier: MIT */
/* Where a process graph ends: what nobody follows leads to its end. */
#include "plan/graph/flow_build.h"

/* True where a stage or step with several last parts ends with one that goes on for ever. */
static bool
trails(const struct flow_build *build, const struct link *link)
{
	return link->wait && build->points[link->from].type == POINT_ASIDE &&
	       build->points[link->to].type == POINT_TAIL;
}

/* The variants in which others follow each point. With `trailing`, where a stage ends follows what
 * goes on for ever within it, too. */
static variant_set *
find_followed(struct flow_build *build, bool trailing)
{
	variant_set *followed = arena_array(&build->scratch, build->point_count, sizeof *followed);
	for (uint32_t i = 0; i < build->link_count; i++) {
		const struct link *link = &build->links[i];
		if (link->wait && !link->aside && (trailing || !trails(build, link)))
			followed[link->from] |= link->variants;
	}
	return followed;
}

/* The variants in which a link is taken: outcomes replace what waits. */
static variant_set
taken(const struct flow_build *build, const struct link *link)
{
	variant_set on = build->points[link->from].goes_on | link->closes;
	return link->variants & (link->wait ? on : link->variants);
}

/* The variants in which a link leads to something whose end others wait for. */
static variant_set
ending(const struct flow_build *build, const struct link *link, const variant_set *followed)
{
	const struct point *to = &build->points[link->to];
	if (link->aside || flow_build_goes_on(build, to))
		return 0;
	variant_set variants = taken(build, link);
	return to->type == POINT_ASIDE ? variants & followed[link->to] : variants;
}

/* Where the links of an outcome end, from one of them on. */
static uint32_t
outcome_end(const struct flow_build *build, uint32_t first)
{
	const struct link *links = build->links;
	uint32_t end = first + 1;
	while (end < build->link_count && links[end].from == links[first].from &&
	       links[end].outcome == links[first].outcome)
		end++;
	return end;
}

/* For links that are taken together: the variants in which one of them leads to something whose end
 * others wait for, and in which several do. */
struct endings {
	variant_set one, several;
};

static void
add_ending(struct endings *endings, variant_set variants)
{
	endings->several |= endings->one & variants;
	endings->one |= variants;
}

/* The variants in which another link does so than the one that does in its own. */
static variant_set
other_ending(const struct endings *endings, variant_set own)
{
	return (endings->one & ~own) | endings->several;
}

/* By link, the variants in which other links that are taken together with it lead to something
 * whose end others wait for. Links are taken together when they wait for the same point, or belong
 * to the same outcome. */
static variant_set *
find_others(struct flow_build *build, const variant_set *followed)
{
	variant_set *by_link = arena_array(&build->scratch, build->link_count, sizeof *by_link);
	struct endings *waiting = arena_array(&build->scratch, build->point_count, sizeof *waiting);
	for (uint32_t i = 0; i < build->link_count; i++)
		if (build->links[i].wait)
			add_ending(&waiting[build->links[i].from],
				   ending(build, &build->links[i], followed));
	for (uint32_t i = 0, end; i < build->link_count; i = end) {
		struct endings led = {0};
		end = build->links[i].wait ? i + 1 : outcome_end(build, i);
		for (uint32_t k = i; k < end; k++)
			add_ending(&led, ending(build, &build->links[k], followed));
		for (uint32_t k = i; k < end; k++) {
			const struct link *link = &build->links[k];
			by_link[k] = other_ending(link->wait ? &waiting[link->from] : &led,
						  ending(build, link, followed));
		}
	}
	return by_link;
}

/* The variants in which the end need not wait for the beginning of what goes on for ever and nobody
 * follows: where it begins, or that which it begins with, other things do, and the end waits for
 * those; or it begins with what goes on for ever itself. By point. */
static variant_set *
find_begun(struct flow_build *build)
{
	variant_set *begun = arena_array(&build->scratch, build->point_count, sizeof *begun);
	const variant_set *others = find_others(build, find_followed(build, false));
	for (uint32_t i = 0; i < build->point_count; i++) {
		const struct point *point = &build->points[build->order[i]];
		if (point->type != POINT_ASIDE)
			continue;
		variant_set together = point->variants;
		for (uint32_t k = 0; k < point->in_count; k++) {
			const struct link *link = point->ins[k];
			if (!link->aside)
				together &= ~taken(build, link) | others[link - build->links] |
					    begun[link->from];
		}
		begun[build->order[i]] = together;
	}
	return begun;
}

/* Nor need the end of a stage or step wait for that, where something else ends it. */
static void
drop_trailing(struct flow_build *build, const variant_set *begun)
{
	variant_set *ended = arena_array(&build->scratch, build->point_count, sizeof *ended);
	for (uint32_t i = 0; i < build->link_count; i++)
		if (build->links[i].wait && !trails(build, &build->links[i]))
			ended[build->links[i].to] |= build->links[i].variants;
	for (uint32_t i = 0; i < build->link_count; i++) {
		struct link *link = &build->links[i];
		if (trails(build, link))
			link->variants &= ~(begun[link->from] & ended[link->to]);
	}
}

void
flow_build_ends(struct flow_build *build)
{
	uint32_t end = build->point_count - 1;
	flow_build_order(build);
	const variant_set *followed = find_followed(build, true), *begun = find_begun(build);
	drop_trailing(build, begun);
	for (uint32_t i = build->alternatives->count > 1 ? 0 : 1; i < end; i++) {
		const struct point *point = &build->points[i];
		variant_set variants = point->variants & point->goes_on & ~followed[i] & ~begun[i];
		bool stops = flow_build_goes_on(build, point);
		if (variants)
			flow_build_link(build, (struct link){.from = i,
							     .to = end,
							     .wait = true,
							     .stops = stops,
							     .variants = variants});
	}
}
