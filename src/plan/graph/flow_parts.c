/* SPDX-License-Identifier: MIT */
/* Decisions by variant: where the edges on depend on the variant, a point is left by a split whose
 * branches are sets of variants.
 *
 * Links of a point that are in all its variants (of those of its outcome) stay as they are. Of the
 * others, those of the same variants are a branch, and branches that exclude each other share a
 * split; what is left of the variants goes past. Splits stand side by side, so that what several of
 * them lead to waits for each.
 *
 *      links of P: A in all, S in 1, T in 2, U in 1 and 2          ┌─▶ A
 *      of 1, 2 and 3                                      P ─▶ fork┤          ┌─ 1 ──▶ S
 *                                                                  ├─▶ split ─┼─ 2 ──▶ T
 *                                                                  │          └─ 3 ──▶ past
 *                                                                  └─▶ split ─┬─ 1, 2 ─▶ U
 *                                                                             └─ 3 ────▶ past
 *
 * As many looks as there are links and splits of a point; of those there are no more than sets of
 * variants that meet. */
#include "plan/graph/flow_build.h"

/* The splits of a point: the variants that have a branch in each. */
struct splits {
	variant_set *taken;
	uint32_t count;
};

/* The split, from 1, that a branch goes into. */
static uint32_t
split_for(struct splits *splits, struct arena *arena, variant_set variants)
{
	uint32_t at = 0;
	while (at < splits->count && splits->taken[at] & variants)
		at++;
	if (at == splits->count) {
		splits->taken =
		    arena_grow(arena, splits->taken, splits->count, 1, sizeof *splits->taken);
		splits->taken[splits->count++] = 0;
	}
	splits->taken[at] |= variants;
	return at + 1;
}

/* A link on from a point that no outcome decides on, or NULL. */
static const struct link *
plain_link(const struct point *point)
{
	for (uint32_t i = 0; i < point->out_count; i++)
		if (!point->outs[i]->outcome && !point->outs[i]->aside)
			return point->outs[i];
	return NULL;
}

/* The variants in which each point is reached. A point is looked at again for each that it is
 * reached in later. */
static variant_set *
find_reached(const struct flow_build *build, struct arena *arena)
{
	variant_set *reached = arena_array(arena, build->point_count, sizeof *reached);
	bool *queued = arena_array(arena, build->point_count, sizeof *queued);
	uint32_t *stack = arena_array(arena, build->point_count, sizeof *stack), depth = 0;
	reached[0] = build->points[0].variants;
	stack[depth++] = 0;
	while (depth) {
		uint32_t from = stack[--depth];
		const struct point *point = &build->points[from];
		queued[from] = false;
		for (uint32_t i = 0; i < point->out_count; i++) {
			uint32_t to = point->outs[i]->to;
			variant_set more = reached[from] & point->outs[i]->variants & ~reached[to];
			reached[to] |= more;
			if (more && !queued[to])
				stack[depth++] = to;
			queued[to] = queued[to] || more;
		}
	}
	return reached;
}

enum { LOOKED_AT_MOST = 256 }; /* points, for one question */

/* What is known when a link looks for where variants go past something. */
struct past {
	const variant_set *reached;        /* by point: the variants in which it is */
	uint32_t *asked, question, *stack; /* by point: the last question that met it */
};

/* True when one point leads to another in a variant. */
static bool
leads_in(const struct flow_build *build, struct past *past, uint32_t from, uint32_t to,
	 variant_set variant)
{
	uint32_t depth = 0;
	past->question++;
	past->stack[depth++] = from;
	for (uint32_t left = LOOKED_AT_MOST; depth && left; left--) {
		const struct point *point = &build->points[past->stack[--depth]];
		for (uint32_t i = 0; i < point->out_count; i++) {
			uint32_t at = point->outs[i]->to;
			if (!(point->outs[i]->variants & variant) ||
			    past->asked[at] == past->question)
				continue;
			if (at == to)
				return true;
			past->asked[at] = past->question;
			past->stack[depth++] = at;
		}
	}
	return false;
}

/* True when one point leads to another in some variants anyway, so that a link between them says
 * nothing new. */
static bool
leads_anyway(const struct flow_build *build, struct past *past, uint32_t from, uint32_t to,
	     variant_set variants)
{
	if ((past->reached[from] & past->reached[to] & variants) != variants)
		return false;
	for (; variants; variants &= variants - 1)
		if (!leads_in(build, past, from, to, variants & -variants))
			return false;
	return true;
}

/* Where variants go that a link does not have: past what they lack to the first point that they
 * reach anyway, or else to the end. */
static uint32_t
place_behind(const struct flow_build *build, const struct link *link, variant_set variants,
	     struct past *past)
{
	const struct point *point = &build->points[link->to];
	uint32_t end = build->point_count - 1;
	if ((point->variants & variants) == variants)
		return end;
	for (uint32_t hops = 0; hops < build->point_count; hops++) {
		const struct link *on = plain_link(point);
		uint32_t at = (uint32_t)(point - build->points);
		if ((point->variants & variants) == variants)
			return leads_anyway(build, past, link->from, at, variants) ? at : end;
		if (!on)
			break;
		point = &build->points[on->to];
	}
	return end;
}

/* The links of one point that are of one outcome, or of none. */
struct outcome_links {
	struct link *const *links;
	uint32_t count;
	variant_set wanted; /* in which the point is left by them */
	struct past *past;
};

/* Gives each link its split. Links of the same variants share one. */
static void
find_splits(const struct outcome_links *bundle, struct splits *splits, struct arena *arena)
{
	for (uint32_t i = 0; i < bundle->count; i++) {
		struct link *link = bundle->links[i];
		link->split = 0;
		if (link->variants == bundle->wanted)
			continue;
		for (uint32_t j = 0; j < i && !link->split; j++)
			if (bundle->links[j]->variants == link->variants)
				link->split = bundle->links[j]->split;
		if (!link->split)
			link->split = split_for(splits, arena, link->variants);
	}
}

/* Adds a branch for the variants that a split has none for: it leads past what the first branch
 * leads to. Where another branch leads just there, they join it. */
static void
go_past(const struct flow_build *build, struct link *links, uint32_t first, uint32_t *count,
	variant_set variants, struct past *finder)
{
	struct link past = links[first];
	past.to = place_behind(build, &past, variants, finder);
	for (uint32_t i = first; i < *count && variants; i++) {
		bool single = (i == first || links[i - 1].variants != links[i].variants) &&
			      (i + 1 == *count || links[i + 1].variants != links[i].variants);
		if (!single || links[i].to != past.to)
			continue;
		links[i].variants |= variants;
		return;
	}
	past.variants = variants;
	past.joins = true;
	past.stops = false;
	if (variants)
		links[(*count)++] = past;
}

/* Puts the links of one split, those of the same variants together. */
static void
put_split(const struct flow_build *build, const struct outcome_links *bundle, uint32_t split,
	  struct link *links, uint32_t *count)
{
	uint32_t first = *count;
	variant_set taken = 0;
	for (uint32_t i = 0; i < bundle->count; i++) {
		const struct link *link = bundle->links[i];
		if (link->split != split || link->variants & taken)
			continue;
		taken |= link->variants;
		for (uint32_t j = i; j < bundle->count; j++)
			if (bundle->links[j]->variants == link->variants)
				links[(*count)++] = *bundle->links[j];
	}
	go_past(build, links, first, count, bundle->wanted & ~taken, bundle->past);
	if (*count == first + 1)
		links[first].split = 0; /* all lead to one place after all */
}

/* Puts the links of all the variants, then those of each split. */
static void
part_bundle(struct flow_build *build, const struct outcome_links *bundle, struct link *links,
	    uint32_t *count)
{
	struct splits splits = {0};
	find_splits(bundle, &splits, &build->passing);
	for (uint32_t i = 0; i < bundle->count; i++)
		if (!bundle->links[i]->split)
			links[(*count)++] = *bundle->links[i];
	for (uint32_t split = 1; split <= splits.count; split++)
		put_split(build, bundle, split, links, count);
}

/* The variants in which a point is left by links of an outcome, or of none. */
static variant_set
wanted_from(const struct point *point, struct link *const *outs, uint32_t end)
{
	variant_set wanted = outs[0]->outcome ? 0 : point->variants & point->goes_on;
	for (uint32_t i = 0; i < end; i++)
		wanted |= outs[i]->variants;
	return wanted;
}

void
flow_build_parts(struct flow_build *build)
{
	if (build->alternatives->count == 1)
		return;
	size_t capacity = ((size_t)build->link_count + 1) * 2;
	struct link *links = memory_alloc(capacity * sizeof *links);
	uint32_t count = 0;
	struct past past = {.reached = find_reached(build, &build->scratch)};
	past.asked = arena_array(&build->scratch, build->point_count, sizeof *past.asked);
	past.stack = arena_array(&build->scratch, build->point_count, sizeof *past.stack);
	for (uint32_t i = 0; i < build->point_count; i++) {
		const struct point *point = &build->points[i];
		for (uint32_t j = 0, end; j < point->out_count; j = end) {
			for (end = j + 1; end < point->out_count &&
					  point->outs[end]->outcome == point->outs[j]->outcome;)
				end++;
			struct outcome_links bundle = {point->outs + j, end - j,
						       wanted_from(point, point->outs + j, end - j),
						       &past};
			part_bundle(build, &bundle, links, &count);
		}
		arena_clear(&build->passing);
	}
	memory_free(build->links);
	build->links = links;
	build->link_count = count;
}
