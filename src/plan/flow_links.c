/* SPDX-License-Identifier: MIT */
/* Points and links of a process graph: what waits for what, and where outcomes lead.
 *
 * A process says two kinds of things about its order: a task waits for others (`after`), and an
 * outcome leads somewhere (`outcomes`). Both become links between points. A point is a task that
 * has no graph of its own, the start, the end, and, of a stage with several first or last steps,
 * its head or tail, so that «the stage waits for» and «waits for the stage» are one link each and
 * not as many as there are pairs of steps:
 *
 *                 ┌─▶ step 1 ─┐
 *      …  ─▶ head ┤           ├ tail ─▶ …
 *                 └─▶ step 2 ─┘
 *
 * In this order: points with their outcomes; waits; routes of outcomes; what is left open leads to
 * the end. Then waits that a route replaces are dropped (a point with outcomes is left only by
 * them, unless it goes on anyway), the points are put in order so that each comes after those it
 * waits for, links against that order are marked as leading back, and what the start leads to is
 * marked as reached. flow_gates.c makes nodes and gateways of the result.
 *
 * A stage's step may wait for a step of another stage. Where its stage waits for that stage anyway
 * the link would say nothing, and many such links hide the few that matter; `follows` finds the
 * common case, a plain row of stages, by looking back at most CHAIN_MAX stages, so the whole is
 * linear: a longer detour costs a link too many, never a wrong one. */
#include "plan/flow_build.h"

#include "model/field.h"
#include "model/show.h"

#include <string.h>

enum { NONE = UINT32_MAX, CHAIN_MAX = 256 };

/* The tasks of a stage's steps and their sub-steps, or of a step's sub-steps. */
struct span {
	uint32_t first, end;
};

/* Of a parent's steps, by their place in its span: those that begin with it, and those none of the
 * others waits for. */
struct ends {
	bool *firsts, *lasts;
	uint32_t first_count, last_count;
};

/* The task of the level that is built which a task is part of: a step for its sub-steps, a stage
 * stays a stage. NULL when it is outside the step whose sub-steps are built. */
static const struct task *
raise(const struct flow_build *build, const struct task *task)
{
	if (build->outer)
		return task->parent == build->outer ? task : NULL;
	while (task->parent && task->parent->parent)
		task = task->parent;
	return task;
}

static struct point *
add_point(struct flow_build *build, enum point_type type, const struct task *task)
{
	struct point *point = &build->points[build->point_count++];
	*point = (struct point){.type = type, .task = task, .goes_on = true};
	const struct task *stage = task;
	while (stage && stage->parent)
		stage = stage->parent;
	point->stage = stage ? stage_of(stage->entity) : NULL;
	return point;
}

static void
add_link(struct flow_build *build, struct link link)
{
	bool repeats = link.from == link.to && link.outcome;
	if (link.from == NONE || link.to == NONE || (link.from == link.to && !repeats))
		return;
	build->links = list_grow(build->links, build->link_count, sizeof *build->links);
	build->links[build->link_count++] = link;
}

static void
add_wait(struct flow_build *build, uint32_t from, uint32_t to)
{
	add_link(build, (struct link){.from = from, .to = to, .wait = true});
}

static struct span
steps_of(const struct flow_build *build, const struct task *parent)
{
	struct span span = {task_number(build, parent) + 1, task_number(build, parent) + 1};
	const struct task *tasks = build->plan->tasks;
	while (span.end < build->plan->count && tasks[span.end].parent &&
	       (tasks[span.end].parent == parent || tasks[span.end].parent->parent == parent))
		span.end++;
	return span;
}

/* The steps among a parent's tasks: sub-steps of steps are passed over. */
static uint32_t
next_step(const struct flow_build *build, const struct task *parent, struct span span, uint32_t at)
{
	while (at < span.end && build->plan->tasks[at].parent != parent)
		at++;
	return at;
}

/* Where an outcome enters every step that might begin, the first of them begins all the same. */
static void
begin_entered(const struct flow_build *build, struct span span, struct ends *ends)
{
	for (uint32_t i = span.first; i < span.end && !ends->first_count; i++) {
		bool begins = build->plan->tasks[i].entered &&
			      build->plan->tasks[i].parent == build->plan->tasks[span.first].parent;
		ends->firsts[i - span.first] = begins;
		ends->first_count += begins;
	}
}

static struct ends
find_ends(struct flow_build *build, const struct task *parent, struct span span)
{
	struct ends ends = {arena_array(&build->scratch, span.end - span.first, sizeof(bool)),
			    arena_array(&build->scratch, span.end - span.first, sizeof(bool)), 0,
			    0};
	for (uint32_t i = next_step(build, parent, span, span.first); i < span.end;
	     i = next_step(build, parent, span, i + 1))
		ends.lasts[i - span.first] = true;
	for (uint32_t i = next_step(build, parent, span, span.first); i < span.end;
	     i = next_step(build, parent, span, i + 1)) {
		const struct task *task = &build->plan->tasks[i];
		bool waits = task->entered;
		for (uint32_t j = 0; j < task->after_count; j++) {
			const struct task *before = raise(build, task->after[j]);
			if (!before || before == task || before->parent != parent)
				continue;
			waits = true;
			ends.lasts[task_number(build, before) - span.first] = false;
		}
		ends.firsts[i - span.first] = !waits;
	}
	for (uint32_t i = 0; i < span.end - span.first; i++) {
		ends.first_count += ends.firsts[i];
		ends.last_count += ends.lasts[i];
	}
	if (!ends.first_count)
		begin_entered(build, span, &ends);
	return ends;
}

/* How many known places an outcome leads to. */
static uint32_t
place_count(const struct outcome *outcome)
{
	const struct refs *targets = outcome_targets(outcome);
	uint32_t count = 0;
	for (uint32_t i = 0; i < targets->count; i++)
		count += targets->items[i].to != NULL;
	return count;
}

static void
add_outcomes(struct flow_build *build, struct point *point, const struct list *outcomes)
{
	const struct outcome **all =
	    arena_array(&build->scratch, point->outcome_count + outcomes->count, sizeof *all);
	if (point->outcome_count)
		memcpy(all, point->outcomes, point->outcome_count * sizeof *all);
	for (uint32_t i = 0; i < outcomes->count; i++)
		if (place_count(outcome_at(outcomes, i)))
			all[point->outcome_count++] = outcome_at(outcomes, i);
	point->outcomes = all;
	if (outcomes->count)
		point->goes_on = !point->outcome_count ||
				 (point->outcome_count == 1 && !outcome_is_default(all[0]));
}

/* True when every place an outcome leads to is a step, or a sub-step of it. */
static bool
stays_within(const struct outcome *outcome, const struct entity *step)
{
	const struct refs *targets = outcome_targets(outcome);
	for (uint32_t i = 0; i < targets->count; i++) {
		const struct entity *to = targets->items[i].to;
		if (to && to != step && to->parent != step)
			return false;
	}
	return true;
}

/* Outcomes of sub-steps that lead out of their step are the step's, which goes on where its last
 * sub-step may end without them. */
static void
add_inner_outcomes(struct flow_build *build, struct point *point, const struct step *step)
{
	bool goes_on = true;
	for (uint32_t i = 0; i < step->steps.count; i++) {
		const struct list *outcomes = &step_at(&step->steps, i)->outcomes;
		struct list out = {arena_array(&build->scratch, outcomes->count, sizeof *out.items),
				   0, outcomes->pos};
		for (uint32_t j = 0; j < outcomes->count; j++)
			if (place_count(outcome_at(outcomes, j)) &&
			    !stays_within(outcome_at(outcomes, j), &step->base))
				out.items[out.count++] = outcomes->items[j];
		add_outcomes(build, point, &out);
		goes_on = out.count < outcomes->count || task_goes_on(step->steps.items[i]);
	}
	point->goes_on = goes_on;
}

static void
add_step_outcomes(struct flow_build *build, struct point *point, const struct entity *entity)
{
	const struct step *step = step_of(entity);
	add_outcomes(build, point, &step->outcomes);
	if (point->outcome_count == 0)
		add_inner_outcomes(build, point, step);
}

/* Where several last steps meet; the outcomes of the very last one are taken there. */
static void
add_tail(struct flow_build *build, const struct task *parent, struct span span,
	 const struct ends *ends)
{
	uint32_t last = span.end, at = build->point_count;
	while (last > span.first && !ends->lasts[last - 1 - span.first])
		last--;
	build->tails[task_number(build, parent)] =
	    last > span.first ? build->tails[last - 1] : NONE;
	if (ends->last_count < 2)
		return;
	struct point *tail = add_point(build, POINT_TAIL, parent),
		     *end = &build->points[build->tails[last - 1]];
	tail->outcomes = end->outcomes;
	tail->outcome_count = end->outcome_count;
	tail->goes_on = end->goes_on;
	end->outcome_count = 0;
	end->goes_on = true;
	for (uint32_t i = span.first; i < span.end; i++)
		if (ends->lasts[i - span.first])
			add_wait(build, build->tails[i], at);
	build->tails[task_number(build, parent)] = at;
}

/* Points of a parent's steps, with its head and tail where it has several first or last ones. */
static void
add_steps(struct flow_build *build, const struct task *parent, struct span span)
{
	uint32_t number = task_number(build, parent);
	struct ends ends = find_ends(build, parent, span);
	if (ends.first_count > 1) {
		build->heads[number] = build->point_count;
		add_point(build, POINT_HEAD, parent);
	}
	for (uint32_t i = next_step(build, parent, span, span.first); i < span.end;
	     i = next_step(build, parent, span, i + 1)) {
		uint32_t at = build->point_count;
		struct point *point = add_point(build, POINT_TASK, &build->plan->tasks[i]);
		add_step_outcomes(build, point, build->plan->tasks[i].entity);
		build->heads[i] = build->tails[i] = at;
		if (ends.firsts[i - span.first] && ends.first_count > 1)
			add_wait(build, build->heads[number], at);
		else if (ends.firsts[i - span.first])
			build->heads[number] = at;
	}
	add_tail(build, parent, span, &ends);
}

static void
add_stage(struct flow_build *build, const struct task *stage)
{
	uint32_t number = task_number(build, stage);
	struct span span = steps_of(build, stage);
	if (span.end > span.first) {
		add_steps(build, stage, span);
	} else {
		build->heads[number] = build->tails[number] = build->point_count;
		add_point(build, POINT_TASK, stage);
	}
	if (build->tails[number] != NONE)
		add_outcomes(build, &build->points[build->tails[number]],
			     &stage_of(stage->entity)->outcomes);
}

/* True when the stage waits for the other by a plain row of stages: the common case, found without
 * a search. */
static bool
follows(const struct task *stage, const struct task *other)
{
	for (uint32_t i = 0; i < CHAIN_MAX && stage; i++) {
		for (uint32_t j = 0; j < stage->after_count; j++)
			if (stage->after[j] == other)
				return true;
		stage = stage->after_count == 1 ? stage->after[0] : NULL;
	}
	return false;
}

static const struct task *
stage_task(const struct task *task)
{
	while (task->parent)
		task = task->parent;
	return task;
}

/* What a step waits for; what its stage waits for anyway is left out. */
static void
add_step_waits(struct flow_build *build, const struct task *step)
{
	uint32_t to = build->heads[task_number(build, step)];
	for (uint32_t i = 0; i < step->after_count; i++) {
		const struct task *before = raise(build, step->after[i]);
		if (!before || before == step || before == step->parent)
			continue;
		bool outside = stage_task(before) != stage_task(step);
		if (outside && follows(stage_task(step), stage_task(before)))
			continue;
		add_wait(build, build->tails[task_number(build, before)], to);
	}
}

static void
add_stage_waits(struct flow_build *build, const struct task *stage, uint32_t start)
{
	uint32_t to = build->heads[task_number(build, stage)];
	if (stage->after_count == 0 && !stage->entered)
		add_wait(build, start, to);
	for (uint32_t i = 0; i < stage->after_count; i++)
		add_wait(build, build->tails[task_number(build, stage_task(stage->after[i]))], to);
}

/* Where an outcome leads: a sub-step's step, and out of a step's sub-steps the end. */
static uint32_t
target_of(const struct flow_build *build, const struct entity *to, uint32_t end)
{
	const struct task *task = plan_task(build->plan, to),
			  *target = task ? raise(build, task) : NULL;
	return target ? build->heads[task_number(build, target)] : end;
}

/* The link among a point's from `first` on that an outcome shares: one that leads to the same
 * place, of itself, or of another that leads nowhere else either. NULL when there is none. */
static struct link *
shared_link(const struct flow_build *build, uint32_t first, uint32_t to,
	    const struct outcome *outcome)
{
	bool single = place_count(outcome) == 1;
	for (struct link *link = &build->links[first]; link < &build->links[build->link_count];
	     link++)
		if (link->to == to &&
		    (link->outcome == outcome || (single && place_count(link->outcome) == 1)))
			return link;
	return NULL;
}

/* The link of an outcome to one of its places. Where another outcome leads to the same place
 * already, it is one link with both conditions. */
static void
add_route(struct flow_build *build, uint32_t from, uint32_t first, uint32_t to,
	  const struct outcome *outcome)
{
	struct link *shared = to == NONE ? NULL : shared_link(build, first, to, outcome);
	bool asks = !outcome_is_default(outcome) || build->points[from].outcome_count > 1;
	bool joins = !asks && !build->points[from].goes_on;
	const char *label = !outcome_is_default(outcome) ? outcome->condition.s
			    : asks                       ? word(build->flow->voice, WORD_OTHERWISE)
							 : NULL;
	if (!shared && to != NONE) {
		struct tap tap = {.label = label,
				  .outcome = joins ? NULL : outcome,
				  .otherwise = asks && outcome_is_default(outcome)};
		add_link(build,
			 (struct link){.from = from,
				       .to = to,
				       .joins = joins,
				       .stops = build->points[to].type == POINT_END && !joins,
				       .outcome = outcome,
				       .tap = tap});
	} else if (shared && shared->outcome != outcome) {
		struct tap *tap = &shared->tap;
		tap->label = arena_printf(build->arena, "%s / %s", tap->label, label);
		tap->otherwise = tap->otherwise || outcome_is_default(outcome);
	}
}

/* The routes of a point. One that leads to what waits for the point is what it waits for. */
static void
add_routes(struct flow_build *build, uint32_t from, uint32_t end)
{
	struct point *point = &build->points[from];
	uint32_t first = build->link_count;
	for (uint32_t i = 0; i < point->outcome_count; i++) {
		const struct outcome *outcome = point->outcomes[i];
		const struct refs *targets = outcome_targets(outcome);
		for (uint32_t j = 0; j < targets->count; j++)
			if (targets->items[j].to)
				add_route(build, from, first,
					  target_of(build, targets->items[j].to, end), outcome);
	}
}

/* Lists of links by their ends, in the order of the links. */
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
				routed[link->to]->wait = true;
			else
				routed[link->to] = link;
			stamp[link->to] = i + 1;
			dropped[link - build->links] = same || !point->goes_on;
		}
	}
	uint32_t count = 0;
	for (uint32_t i = 0; i < build->link_count; i++)
		if (!dropped[i])
			build->links[count++] = build->links[i];
	build->link_count = count;
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
	for (uint32_t i = 0; i < build->link_count; i++) {
		struct link *link = &build->links[i];
		link->back = build->points[link->from].order >= build->points[link->to].order;
		link->wait = link->wait && !link->back;
	}
}

static void
find_reached(struct flow_build *build, uint32_t start)
{
	uint32_t *queue = arena_array(&build->scratch, build->point_count, sizeof *queue);
	uint32_t head = 0, tail = 0;
	build->points[start].reached = true;
	queue[tail++] = start;
	while (head < tail) {
		const struct point *point = &build->points[queue[head++]];
		for (uint32_t i = 0; i < point->out_count; i++) {
			struct point *to = &build->points[point->outs[i]->to];
			if (!to->reached) {
				to->reached = true;
				queue[tail++] = point->outs[i]->to;
			}
		}
	}
}

static void
add_all_waits(struct flow_build *build, uint32_t start)
{
	const struct plan *plan = build->plan;
	struct span span =
	    build->outer ? steps_of(build, build->outer) : (struct span){0, plan->count};
	for (uint32_t i = span.first; i < span.end; i++) {
		const struct task *task = &plan->tasks[i];
		if (!build->outer && !task->parent)
			add_stage_waits(build, task, start);
		else if (raise(build, task) == task)
			add_step_waits(build, task);
	}
	if (build->outer)
		add_wait(build, start, build->heads[task_number(build, build->outer)]);
}

/* What nobody follows leads to the end. */
static void
add_ends(struct flow_build *build, uint32_t end)
{
	bool *followed = arena_array(&build->scratch, build->point_count, sizeof *followed);
	for (uint32_t i = 0; i < build->link_count; i++)
		followed[build->links[i].from] |= build->links[i].wait;
	for (uint32_t i = 1; i < end; i++) {
		const struct point *point = &build->points[i];
		if (!followed[i] && point->goes_on)
			add_wait(build, i, end);
	}
}

void
flow_build_links(struct flow_build *build)
{
	const struct plan *plan = build->plan;
	build->points =
	    arena_array(&build->scratch, (size_t)plan->count * 3 + 2, sizeof *build->points);
	build->heads = arena_array(&build->scratch, plan->count, sizeof *build->heads);
	build->tails = arena_array(&build->scratch, plan->count, sizeof *build->tails);
	memset(build->heads, 0xFF, plan->count * sizeof *build->heads);
	memset(build->tails, 0xFF, plan->count * sizeof *build->tails);
	add_point(build, POINT_START, NULL);
	if (build->outer)
		add_steps(build, build->outer, steps_of(build, build->outer));
	for (uint32_t i = 0; i < plan->count && !build->outer; i++)
		if (!plan->tasks[i].parent)
			add_stage(build, &plan->tasks[i]);
	uint32_t end = build->point_count;
	add_point(build, POINT_END, NULL);
	add_all_waits(build, 0);
	for (uint32_t i = 0; i < end; i++)
		add_routes(build, i, end);
	add_ends(build, end);
	index_links(build);
	drop_replaced(build);
	index_links(build);
	order_points(build);
	find_reached(build, 0);
}
