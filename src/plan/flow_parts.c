/* SPDX-License-Identifier: MIT */
/* Decisions by variant: where the ways on depend on the variant, a point is left by a split whose
 * branches are sets of variants.
 *
 * Links of a point that are in all its variants (of those of its outcome) stay as they are. The
 * others go into one split: variants with the same links are a branch, and a link that several
 * branches have is there in each.
 *
 *      links of P: A in all, S in 1, T in 2 and 3           ┌─▶ A
 *                                                  P ─▶ fork┤            ┌─ 1 ──▶ S
 *                                                           └─▶ split ───┴─ 2, 3 ─▶ T
 *
 * A variant starts in one branch with the others, and leaves it when a link tells them apart: as
 * many looks as there are links and variants. */
#include "plan/flow_build.h"

enum { VARIANTS_MOST = 64 };

/* A branch each: the sets of variants that have the same links. */
struct parts {
	variant_set sets[VARIANTS_MOST];
	uint32_t count;
};

static void
part_by(struct parts *parts, variant_set variants)
{
	for (uint32_t i = 0, count = parts->count; i < count; i++) {
		variant_set inside = parts->sets[i] & variants,
			    outside = parts->sets[i] & ~variants;
		if (!inside || !outside)
			continue;
		parts->sets[i] = inside;
		parts->sets[parts->count++] = outside;
	}
}

static void
put_link(struct link *links, uint32_t *count, const struct link *link, variant_set variants,
	 bool parted)
{
	links[*count] = *link;
	links[*count].variants = variants;
	links[*count].parted = parted;
	++*count;
}

/* The way on from a point that no outcome decides, or NULL. */
static const struct link *
plain_way(const struct point *point)
{
	for (uint32_t i = 0; i < point->out_count; i++)
		if (!point->outs[i]->outcome)
			return point->outs[i];
	return NULL;
}

/* Where a link leads the variants that it is not in: past what they do not have, or else to the
 * end. */
static uint32_t
place_behind(const struct flow_build *build, const struct link *link, variant_set variants)
{
	const struct point *point = &build->points[link->to];
	uint32_t end = build->point_count - 1;
	if ((point->variants & variants) == variants)
		return end;
	for (uint32_t hops = 0; hops < build->point_count; hops++) {
		const struct link *on = plain_way(point);
		if ((point->variants & variants) == variants)
			return (uint32_t)(point - build->points);
		if (!on)
			break;
		point = &build->points[on->to];
	}
	return end;
}

/* Links that are all that a part has. */
struct singles {
	uint32_t links[VARIANTS_MOST];
	uint32_t count;
};

/* Makes the last link part of an earlier single one that leads to the same place. */
static void
share_part(struct singles *singles, struct link *links, uint32_t *count)
{
	const struct link *last = &links[*count - 1];
	for (uint32_t i = 0; i < singles->count; i++) {
		struct link *other = &links[singles->links[i]];
		if (other->to != last->to)
			continue;
		other->variants |= last->variants;
		--*count;
		return;
	}
	singles->links[singles->count++] = *count - 1;
}

/* The links of one outcome, or of none: those of all the variants that are wanted, then those of
 * each part. Beside links of all, a part without any goes past what the others do. */
static void
part_links(const struct flow_build *build, struct link *const *outs, uint32_t end,
	   variant_set wanted, struct link *links, uint32_t *count)
{
	struct parts parts = {.sets = {wanted}, .count = 1};
	const struct link *some = NULL;
	for (uint32_t i = 0; i < end; i++) {
		part_by(&parts, outs[i]->variants);
		if (outs[i]->variants == wanted)
			put_link(links, count, outs[i], wanted, false);
		else if (!some)
			some = outs[i];
	}
	struct singles singles = {.count = 0};
	uint32_t first = *count;
	for (uint32_t part = 0; part < parts.count && some; part++) {
		uint32_t before = *count;
		for (uint32_t i = 0; i < end; i++)
			if (outs[i]->variants != wanted && outs[i]->variants & parts.sets[part])
				put_link(links, count, outs[i], parts.sets[part], true);
		if (*count == before) {
			put_link(links, count, some, parts.sets[part], true);
			links[before].to = place_behind(build, some, parts.sets[part]);
			links[before].joins = true;
			links[before].stops = false;
		}
		if (*count == before + 1)
			share_part(&singles, links, count);
	}
	if (*count == first + 1)
		links[first].parted = false; /* all lead to one place after all */
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
	size_t room = ((size_t)build->link_count + 1) * build->alternatives->count;
	struct link *links = memory_alloc((room + 1) * sizeof *links);
	uint32_t count = 0;
	for (uint32_t i = 0; i < build->point_count; i++) {
		const struct point *point = &build->points[i];
		for (uint32_t j = 0, end; j < point->out_count; j = end) {
			for (end = j + 1; end < point->out_count &&
					  point->outs[end]->outcome == point->outs[j]->outcome;)
				end++;
			variant_set wanted = wanted_from(point, point->outs + j, end - j);
			part_links(build, point->outs + j, end - j, wanted, links, &count);
		}
	}
	memory_free(build->links);
	build->links = links;
	build->link_count = count;
}
