/* SPDX-License-Identifier: MIT */
/* What becomes of the links once all are found: waits that a route replaces are dropped, links that
 * depend on variants are parted, the points are put in order, and what the start leads to is
 * marked. Every step is linear in points and links. */
#include "model/show.h"
#include "plan/graph/flow_build.h"

#include <string.h>

/* Puts the links of a point that have no outcome right behind the first of them: together they are
 * one branch. */
static void
gather_waits(struct point *point)
{
	uint32_t end = 0;
	while (end < point->out_count && point->outs[end]->outcome)
		end++;
	while (end < point->out_count && !point->outs[end]->outcome)
		end++;
	for (uint32_t i = end; i < point->out_count; i++) {
		struct link *link = point->outs[i];
		if (link->outcome)
			continue;
		memmove(&point->outs[end + 1], &point->outs[end],
			(i - end) * sizeof(struct link *));
		point->outs[end++] = link;
	}
}

/* Makes the lists of links at their points, in the order of the links. */
static void
index_links(struct flow_build *build)
{
	for (uint32_t i = 0; i < build->point_count; i++)
		build->points[i].in_count = build->points[i].out_count = 0;
	for (uint32_t i = 0; i < build->link_count; i++) {
		build->points[build->links[i].to].in_count++;
		build->points[build->links[i].from].out_count++;
	}
	for (uint32_t i = 0; i < build->point_count; i++) {
		struct point *point = &build->points[i];
		point->ins = arena_array(&build->scratch, point->in_count, sizeof *point->ins);
		point->outs = arena_array(&build->scratch, point->out_count, sizeof *point->outs);
		point->in_count = point->out_count = 0;
	}
	for (uint32_t i = 0; i < build->link_count; i++) {
		struct point *from = &build->points[build->links[i].from],
			     *to = &build->points[build->links[i].to];
		from->outs[from->out_count++] = &build->links[i];
		to->ins[to->in_count++] = &build->links[i];
	}
	for (uint32_t i = 0; i < build->point_count; i++)
		gather_waits(&build->points[i]);
}

/* Makes one link of a wait and another link to the same place. If that has an outcome, variants
 * that have the wait alone take it as what is done otherwise. */
static void
join_links(const struct flow_build *build, struct link *link, struct link *wait)
{
	variant_set more = wait->variants & build->points[link->from].goes_on & ~link->variants;
	link->wait = true;
	wait->variants = 0;
	if (!more)
		return;
	link->variants |= more;
	if (!link->tap.label)
		return;
	link->tap.label = arena_printf(build->arena, "%s / %s", link->tap.label,
				       show_word(build->flow->voice, WORD_OTHERWISE));
	link->tap.otherwise = true;
}

/* By stage, what waits for its end: the stage that it was last found of. */
struct stage_waiters {
	uint32_t *of; /* by point, from 1 */
	uint32_t stage;
};

static void
find_waiters(const struct flow_build *build, struct stage_waiters *waiters, uint32_t stage)
{
	const struct point *tail = &build->points[build->tails[stage]];
	waiters->stage = stage;
	for (uint32_t j = 0; j < tail->out_count; j++)
		if (tail->outs[j]->wait)
			waiters->of[tail->outs[j]->to] = stage + 1;
}

/* An outcome of a step that leads out of its stage to what waits for the stage is what that waits
 * for: it ends the stage. */
static void
join_stages(struct flow_build *build)
{
	struct stage_waiters waiters = {.stage = PLAN_NONE};
	waiters.of = arena_array(&build->scratch, build->point_count, sizeof *waiters.of);
	for (uint32_t i = 0; i < build->point_count && !build->outer; i++) {
		const struct point *point = &build->points[i];
		if (!point->task || point->task->ongoing || flow_build_goes_on(build, point))
			continue;
		uint32_t stage = task_number(build, flow_stage_task(point->task));
		if (build->tails[stage] != PLAN_NONE && waiters.stage != stage)
			find_waiters(build, &waiters, stage);
		for (uint32_t j = 0; j < point->out_count; j++) {
			struct link *link = point->outs[j];
			link->wait = link->wait || (link->outcome && i != build->tails[stage] &&
						    waiters.of[link->to] == stage + 1);
		}
	}
}

/* Drops waits that outcomes replace: a point with outcomes is left by its waits only when it goes
 * on anyway. A wait and a route between the same points are one link. */
static void
drop_replaced(struct flow_build *build)
{
	uint32_t *stamp = arena_array(&build->scratch, build->point_count, sizeof *stamp);
	struct link **routed = arena_array(&build->scratch, build->point_count, sizeof *routed);
	bool *dropped = arena_array(&build->scratch, build->link_count, sizeof *dropped);
	for (uint32_t i = 0; i < build->point_count; i++) {
		struct point *point = &build->points[i];
		for (uint32_t j = 0; j < point->out_count; j++)
			if (point->outs[j]->outcome) {
				stamp[point->outs[j]->to] = i + 1;
				routed[point->outs[j]->to] = point->outs[j];
			}
		for (uint32_t j = 0; j < point->out_count; j++) {
			struct link *link = point->outs[j];
			if (link->outcome)
				continue;
			bool same = stamp[link->to] == i + 1;
			if (same)
				join_links(build, routed[link->to], link);
			else
				routed[link->to] = link;
			stamp[link->to] = i + 1;
			link->variants &= point->goes_on | link->closes;
			dropped[link - build->links] = !link->variants;
		}
	}
	uint32_t count = 0;
	for (uint32_t i = 0; i < build->link_count; i++)
		if (!dropped[i])
			build->links[count++] = build->links[i];
	build->link_count = count;
}

/* An outcome without a condition that is the only edge left is always taken. */
static void
settle_lone(struct flow_build *build)
{
	for (uint32_t i = 0; i < build->point_count; i++) {
		const struct point *point = &build->points[i];
		const struct outcome *outcome = point->out_count ? point->outs[0]->outcome : NULL;
		bool lone = outcome && !point->outs[0]->tap.label;
		for (uint32_t j = 0; j < point->out_count && lone; j++)
			lone = point->outs[j]->outcome == outcome;
		for (uint32_t j = 0; j < point->out_count && lone; j++) {
			point->outs[j]->joins = true;
			point->outs[j]->stops = false;
			point->outs[j]->tap.outcome = NULL;
		}
	}
}

/* Orders the points so that each comes after those it waits for, otherwise as in the file. */
static void
order_points(struct flow_build *build)
{
	enum { NEW, OPEN, DONE };
	uint8_t *state = arena_array(&build->scratch, build->point_count, sizeof *state);
	uint32_t *stack = arena_array(&build->scratch, build->point_count + 1, sizeof *stack);
	uint32_t *next = arena_array(&build->scratch, build->point_count, sizeof *next);
	build->order = arena_array(&build->scratch, build->point_count, sizeof *build->order);
	uint32_t count = 0;
	for (uint32_t root = 0; root < build->point_count; root++) {
		uint32_t depth = 0;
		if (state[root] == NEW)
			stack[depth++] = root;
		while (depth) {
			uint32_t at = stack[depth - 1];
			struct point *point = &build->points[at];
			state[at] = OPEN;
			while (next[at] < point->in_count &&
			       (!point->ins[next[at]]->wait ||
				state[point->ins[next[at]]->from] != NEW))
				next[at]++;
			if (next[at] < point->in_count) {
				stack[depth++] = point->ins[next[at]]->from;
				continue;
			}
			state[at] = DONE;
			point->order = count;
			build->order[count++] = at;
			depth--;
		}
	}
}

static void
mark_back(struct flow_build *build)
{
	for (uint32_t i = 0; i < build->link_count; i++) {
		struct link *link = &build->links[i];
		link->back = build->points[link->from].order >= build->points[link->to].order;
		link->wait = link->wait && !link->back;
	}
}

static bool *
mark_of(struct point *point, bool onwards)
{
	return onwards ? &point->onwards : &point->reached;
}

/* Marks what the start leads to, or what it leads to without going back. */
static void
find_reached(struct flow_build *build, bool onwards)
{
	uint32_t *queue = arena_array(&build->scratch, build->point_count, sizeof *queue);
	uint32_t head = 0, count = 1; /* the start */
	*mark_of(&build->points[0], onwards) = true;
	while (head < count) {
		const struct point *point = &build->points[queue[head++]];
		for (uint32_t i = 0; i < point->out_count; i++) {
			uint32_t to = point->outs[i]->to;
			bool *mark = mark_of(&build->points[to], onwards);
			if (*mark || (onwards && point->outs[i]->back))
				continue;
			*mark = true;
			queue[count++] = to;
		}
	}
}

/* What follows only on something that goes on for ever ends by itself: nobody waits for it. */
static void
end_aside(struct flow_build *build)
{
	uint32_t *queue = arena_array(&build->scratch, build->point_count, sizeof *queue);
	bool *met = arena_array(&build->scratch, build->point_count, sizeof *met);
	uint32_t count = 1, end = build->point_count - 1;
	met[0] = true;
	for (uint32_t head = 0; head < count; head++) {
		const struct point *point = &build->points[queue[head]];
		for (uint32_t i = 0; i < point->out_count; i++)
			if (!point->outs[i]->aside && !met[point->outs[i]->to]) {
				met[point->outs[i]->to] = true;
				queue[count++] = point->outs[i]->to;
			}
	}
	for (uint32_t i = 0; i < build->link_count; i++) {
		struct link *link = &build->links[i];
		if (link->to == end && !met[link->from] && build->points[link->from].reached)
			link->stops = true;
	}
}

void
flow_build_order(struct flow_build *build)
{
	index_links(build);
	order_points(build);
}

void
flow_build_settle(struct flow_build *build)
{
	index_links(build);
	join_stages(build);
	drop_replaced(build);
	index_links(build);
	settle_lone(build);
	flow_build_parts(build);
	flow_build_order(build);
	mark_back(build);
	find_reached(build, false);
	find_reached(build, true);
	end_aside(build);
}
