/* SPDX-License-Identifier: MIT */
/* A plan for each pass: the first from the start of the process, each other from where an outcome
 * led back. What a pass reaches is dated anew; what it does not reach stays as the passes before
 * have left it. */
#include "plan/run/progress.h"

#include "model/fields.h"
#include "model/pass.h"
#include "plan/run/sweep.h"
#include "plan/time/routes.h"
#include "support/utf8.h"

#include <string.h>

enum { PASSES_MOST = 1000 };

/* A decision of the file: the outcome that was taken, in which pass. */
struct run_decision {
	const struct entity *entity;
	const struct outcome *outcome; /* NULL: it has none that is called so */
	uint32_t pass;
	bool followed; /* the pass that it leads back to has begun */
};

struct builder {
	struct arena *arena;
	struct progress *progress;
	const struct process_run *run;
	const struct worktime *worktime;
	struct sweep base, sweep; /* of the plan when the run began; as it goes */
	const struct entity **decided;
	struct run_decision *decisions;
	uint32_t *passes;            /* by serial: how many have begun */
	uint32_t *current;           /* by task: the item of its present pass, or PLAN_NONE */
	struct instant *seeds;       /* where the pass begins, by task */
	uint32_t task_count, source; /* the item whose outcome leads back, or PLAN_NONE */
	bool first, stale, more;
};

/* ---- decisions */

static const struct outcome *
find_outcome(struct builder *b, const struct run_choice *choice)
{
	const struct list *outcomes = task_outcomes(choice->step.to);
	for (uint32_t i = 0; choice->outcome.s && i < outcomes->count; i++)
		if (progress_is_called(outcome_at(outcomes, i), choice->outcome.s, b->arena))
			return outcome_at(outcomes, i);
	return NULL;
}

/* Without a number the first pass is meant: what is in a file must not change its meaning when
 * another pass begins. */
static uint32_t
pass_of(const struct ref *ref)
{
	uint32_t number = ref->raw ? pass_number(ref->raw) : 0;
	return number ? number : 1;
}

static void
read_decisions(struct builder *b)
{
	const struct list *choices = &b->run->choices;
	b->decisions = arena_array(b->arena, (size_t)choices->count + 1, sizeof *b->decisions);
	b->progress->chosen =
	    arena_array(b->arena, (size_t)choices->count + 1, sizeof *b->progress->chosen);
	for (uint32_t i = 0; i < choices->count; i++) {
		const struct run_choice *choice = run_choice_at(choices, i);
		if (choice->step.to)
			b->decisions[i] = (struct run_decision){.entity = choice->step.to,
								.outcome = find_outcome(b, choice),
								.pass = pass_of(&choice->step)};
		b->progress->chosen[i] = b->decisions[i].outcome;
	}
}

static const struct outcome *
decision_of(const struct builder *b, const struct entity *entity, uint32_t pass)
{
	for (uint32_t i = 0; i < b->run->choices.count; i++)
		if (b->decisions[i].entity == entity && b->decisions[i].pass == pass)
			return b->decisions[i].outcome;
	return NULL;
}

/* Before a pass: what is decided for the next time counts, else what was decided last, unless the
 * run has gone back by that. */
static void
decide(struct builder *b)
{
	for (uint32_t i = 0; i < b->run->choices.count; i++) {
		const struct run_decision *decision = &b->decisions[i];
		if (!decision->outcome)
			continue;
		uint32_t serial = decision->entity->serial;
		const struct outcome *next =
		    decision_of(b, decision->entity, b->passes[serial] + 1);
		if (next)
			b->decided[serial] = &next->base;
		else if (decision->followed && decision->pass == b->passes[serial])
			b->decided[serial] = NULL;
	}
}

/* Takes back what was decided for an earlier pass of what is passed once more; true when there was
 * such a thing, and the plan has to be made anew. */
static bool
forget_decided(struct builder *b, const struct order *order)
{
	bool stale = false;
	for (uint32_t i = 0; i < b->run->choices.count; i++) {
		const struct entity *entity = b->decisions[i].entity;
		const struct task *task = entity ? plan_task(order->plan, entity) : NULL;
		if (!task || !b->decided[entity->serial] ||
		    !b->sweep.reached[START_OF(task_index(order->plan, task))])
			continue;
		const struct outcome *next = decision_of(b, entity, b->passes[entity->serial] + 1);
		stale = stale || !next;
		if (!next)
			b->decided[entity->serial] = NULL;
	}
	return stale;
}

static bool
leads_back(const struct order *order, const struct outcome *outcome)
{
	for (uint32_t i = 0; order->routes && i < order->routes->count; i++)
		if (order->routes->items[i].outcome == outcome && order->routes->items[i].back)
			return true;
	return false;
}

/* The earliest decision by which the run goes back and that no pass has followed yet, or NULL. */
static struct run_decision *
find_back(struct builder *b, const struct order *order)
{
	struct run_decision *found = NULL;
	int64_t earliest = INT64_MAX;
	for (uint32_t i = 0; i < b->run->choices.count; i++) {
		struct run_decision *decision = &b->decisions[i];
		const struct task *task =
		    decision->outcome ? plan_task(order->plan, decision->entity) : NULL;
		uint32_t at = task ? task_index(order->plan, task) : 0;
		uint32_t item = task ? b->current[at] : PLAN_NONE;
		if (item == PLAN_NONE || decision->followed ||
		    b->progress->items[item].pass != decision->pass ||
		    !leads_back(order, decision->outcome))
			continue;
		int64_t end = b->sweep.at[SWEEP_MOST][END_OF(at)].at;
		if (end < earliest)
			found = decision;
		earliest = end < earliest ? end : earliest;
	}
	return found;
}

/* Has the next pass begin where a decision leads back to. */
static void
go_back(struct builder *b, const struct order *order, struct run_decision *decision)
{
	uint32_t from = task_index(order->plan, plan_task(order->plan, decision->entity));
	decision->followed = true;
	b->source = b->current[from];
	memset(b->sweep.begins, 0, (size_t)b->task_count * sizeof *b->sweep.begins);
	for (uint32_t i = 0; i < order->routes->count; i++) {
		const struct outcome_route *route = &order->routes->items[i];
		if (route->outcome != decision->outcome || !route->to)
			continue;
		uint32_t to = task_index(order->plan, route->to);
		b->seeds[to] = b->sweep.at[SWEEP_MOST][END_OF(from)];
		b->sweep.begins[to] = &b->seeds[to];
	}
}

/* ---- items */

static struct progress_item *
add_item(struct builder *b, const struct task *task, uint32_t index, uint32_t outer)
{
	struct progress *progress = b->progress;
	progress->items =
	    arena_grow(b->arena, progress->items, progress->count, 1, sizeof *progress->items);
	struct progress_item *item = &progress->items[progress->count];
	*item = (struct progress_item){.entity = task->entity,
				       .pass = ++b->passes[task->entity->serial],
				       .outer = outer,
				       .ongoing = task->ongoing};
	b->current[index] = progress->count++;
	return item;
}

static const struct run_done *
done_of(const struct builder *b, const struct progress_item *item)
{
	const struct list *done = &b->run->done;
	for (uint32_t i = 0; i < done->count; i++) {
		const struct run_done *one = run_done_at(done, i);
		if (one->step.to == item->entity && one->date.pos.line &&
		    pass_of(&one->step) == item->pass)
			return one;
	}
	return NULL;
}

/* A stage that was done as a whole was done with all its steps. */
static void
take_done(struct builder *b, uint32_t index, struct progress_item *item)
{
	const struct progress_item *whole = item;
	item->done = done_of(b, item);
	while (!whole->done && whole->outer != PLAN_NONE)
		whole = &b->progress->items[whole->outer];
	b->sweep.complete[index] = false;
	b->sweep.done[index] = NULL;
	if (!whole->done)
		return;
	struct instant *done = arena_alloc(b->arena, sizeof *done);
	*done = instant_done(b->worktime, &whole->done->date);
	b->sweep.done[index] = done;
}

static void
begin_items(struct builder *b, const struct order *order)
{
	const struct plan *plan = order->plan;
	for (uint32_t i = 0; i < plan->count; i++) {
		const struct task *task = &plan->tasks[i];
		if (!b->sweep.reached[START_OF(i)])
			continue;
		uint32_t outer =
		    task->parent ? b->current[task_index(plan, task->parent)] : PLAN_NONE;
		take_done(b, i, add_item(b, task, i, outer));
	}
}

static void
add_follow(struct builder *b, struct progress_item *item, uint32_t other)
{
	for (uint32_t i = 0; i < item->follow_count; i++)
		if (item->follows[i] == other)
			return;
	uint32_t *follows = (uint32_t *)(uintptr_t)item->follows;
	follows = arena_grow(b->arena, follows, item->follow_count, 1, sizeof *follows);
	follows[item->follow_count++] = other;
	item->follows = follows;
}

/* What has to end before something begins; where nothing beside it has to, before what it is part
 * of. */
static void
find_follows(struct builder *b, const struct order *order, uint32_t index,
	     struct progress_item *item)
{
	const struct plan *plan = order->plan;
	for (const struct task *task = &plan->tasks[index]; task && !item->follow_count;
	     task = task->parent) {
		uint32_t point = START_OF(task_index(plan, task));
		if (!b->sweep.reached[point])
			break;
		if (b->source != PLAN_NONE && b->sweep.begins[task_index(plan, task)])
			add_follow(b, item, b->source);
		for (uint32_t e = order->edge_first[point]; e < order->edge_first[point + 1]; e++) {
			const struct edge *edge = &order->edges[e];
			if (sweep_has_say(order, e) && edge->kind != EDGE_PLAIN &&
			    edge->from % 2 == 1 && b->sweep.present[edge->from])
				add_follow(b, item, b->current[TASK_OF(edge->from)]);
		}
	}
}

static bool
is_whole(const struct builder *b, const struct plan *plan, uint32_t i)
{
	for (uint32_t k = i + 1;
	     k < plan->count && task_level(&plan->tasks[k]) > task_level(&plan->tasks[i]); k++)
		if (plan->tasks[k].parent == &plan->tasks[i] && b->sweep.present[START_OF(k)])
			return true;
	return false;
}

static void
lower_due(struct progress_item *item, struct instant due)
{
	if (!item->has_due || due.at < item->due.at)
		item->due = due;
	item->has_due = true;
}

/* Its own deadline, and those of what it is part of; of what stands so long ahead of another, that
 * one's beginning. */
static void
find_due(struct builder *b, const struct order *order, uint32_t index, struct progress_item *item)
{
	const struct plan *plan = order->plan;
	const struct sweep *sweep = &b->sweep;
	item->has_due = false;
	for (const struct task *task = &plan->tasks[index]; task; task = task->parent) {
		uint32_t i = task_index(plan, task);
		const struct task *before =
		    task->terms ? plan_task(plan, task->terms->before.to) : NULL;
		if (task->ongoing)
			return;
		if (task->keeps || (i == index && item->whole && task->timed))
			lower_due(item, sweep->due[SWEEP_MOST][i]);
		if (before && sweep->present[START_OF(task_index(plan, before))])
			lower_due(
			    item,
			    instant_add(b->worktime,
					sweep->at[SWEEP_MOST][START_OF(task_index(plan, before))],
					instant_span(&task->terms->ahead, ESTIMATE_MOST), true));
	}
}

static void
find_least(struct builder *b, const struct task *task, struct progress_item *item)
{
	const struct told *told = task->deadline->told;
	item->has_least =
	    (task->terms && task->terms->least.pos.line) || (told && told->limit == LIMIT_NO_LESS);
	if (item->has_least)
		item->least = instant_add(b->worktime, item->start,
					  instant_span(task->deadline, ESTIMATE_BEST), false);
}

/* When the run began, if it lay on the usual way then. */
static void
find_plan(const struct builder *b, uint32_t i, struct progress_item *item)
{
	item->planned = item->pass == 1 && b->base.present[END_OF(i)];
	item->plan_start = b->base.at[SWEEP_PLAN][START_OF(i)];
	item->plan_due = b->base.at[SWEEP_PLAN][END_OF(i)];
}

static void
date_items(struct builder *b, const struct order *order)
{
	for (uint32_t i = 0; i < order->plan->count; i++) {
		if (!b->sweep.reached[END_OF(i)] || b->current[i] == PLAN_NONE)
			continue;
		struct progress_item *item = &b->progress->items[b->current[i]];
		item->whole = is_whole(b, order->plan, i);
		item->start = b->sweep.at[SWEEP_MOST][START_OF(i)];
		item->best = b->sweep.at[SWEEP_BEST][END_OF(i)];
		item->end = b->sweep.at[SWEEP_MOST][END_OF(i)];
		item->latest = (struct instant){INSTANT_NEVER, false};
		item->state = b->sweep.complete[i] ? PROGRESS_DONE : PROGRESS_WAITING;
		find_due(b, order, i, item);
		find_least(b, &order->plan->tasks[i], item);
		find_plan(b, i, item);
		if (b->sweep.reached[START_OF(i)])
			find_follows(b, order, i, item);
	}
}

/* ---- passes */

/* The last end of the stages. */
static struct instant
last_end(const struct sweep *sweep, const struct plan *plan, enum sweep_kind kind)
{
	struct instant end = sweep->start;
	for (uint32_t i = 0; i < plan->count; i++)
		if (!plan->tasks[i].parent && !plan->tasks[i].ongoing &&
		    sweep->present[END_OF(i)] && sweep->at[kind][END_OF(i)].at > end.at)
			end = sweep->at[kind][END_OF(i)];
	return end;
}

/* An end is in the evening, and not in the next morning. */
static struct instant
as_end(const struct builder *b, struct instant late)
{
	return (struct instant){
	    worktime_add(b->worktime, late.at, (struct timespan){.working = -1}) + 1, false};
}

/* What the file names as the end, or else when it was to end. */
static struct instant
end_wanted(const struct builder *b)
{
	return b->run->finish.pos.line ? instant_done(b->worktime, &b->run->finish)
				       : b->progress->plan_finish;
}

static void
date_latest(struct builder *b, const struct order *order)
{
	const struct instant *late = sweep_backward(&b->sweep, order, end_wanted(b), b->arena);
	for (uint32_t i = 0; i < order->plan->count; i++) {
		if (b->current[i] == PLAN_NONE || late[END_OF(i)].at == INSTANT_NEVER)
			continue;
		struct progress_item *item = &b->progress->items[b->current[i]];
		item->latest = as_end(b, late[END_OF(i)]);
		if (b->progress->by_finish && !item->ongoing) {
			item->due = item->latest;
			item->has_due = true;
		}
	}
}

static void
look_pass(const struct order *order, void *data)
{
	struct builder *b = data;
	b->sweep.first = b->first;
	sweep_reach(&b->sweep, order);
	b->stale = !b->first && forget_decided(b, order);
	if (b->stale)
		return;
	begin_items(b, order);
	sweep_forward(&b->sweep, order, SWEEP_BEST);
	sweep_forward(&b->sweep, order, SWEEP_MOST);
	date_items(b, order);
	b->first = false;
	struct run_decision *back = find_back(b, order);
	b->more = back != NULL;
	if (back)
		go_back(b, order, back);
	b->progress->finish = last_end(&b->sweep, order->plan, SWEEP_MOST);
	if (!back)
		date_latest(b, order);
}

/* The earliest of the latest starts of what begins with the process. */
static struct instant
start_wanted(const struct builder *b, const struct order *order, const struct instant *late)
{
	struct instant start = end_wanted(b);
	for (uint32_t i = 0; i < order->plan->count; i++)
		if (late[START_OF(i)].at != INSTANT_NEVER && late[START_OF(i)].at < start.at)
			start = late[START_OF(i)];
	return start;
}

/* The plan as it was when the run began; without a start it is reckoned back from the end. */
static void
look_base(const struct order *order, void *data)
{
	struct builder *b = data;
	struct progress *progress = b->progress;
	b->task_count = order->plan->count;
	b->base = sweep_new(b->arena, b->worktime, b->task_count);
	b->sweep = sweep_new(b->arena, b->worktime, b->task_count);
	b->base.first = true;
	b->base.today = b->sweep.today = progress->today;
	sweep_reach(&b->base, order);
	const struct instant *late =
	    progress->by_finish ? sweep_backward(&b->base, order, end_wanted(b), b->arena) : NULL;
	progress->start =
	    late ? start_wanted(b, order, late) : instant_begun(b->worktime, &b->run->start);
	b->base.start = b->sweep.start = progress->start;
	sweep_forward(&b->base, order, SWEEP_PLAN);
	progress->plan_finish = last_end(&b->base, order->plan, SWEEP_PLAN);
	for (uint32_t i = 0; late && i < order->plan->count; i++)
		if (late[END_OF(i)].at != INSTANT_NEVER) {
			b->base.at[SWEEP_PLAN][START_OF(i)] = late[START_OF(i)];
			b->base.at[SWEEP_PLAN][END_OF(i)] = as_end(b, late[END_OF(i)]);
		}
}

static void
make_passes(struct builder *b)
{
	const struct model *model = b->progress->model;
	const struct entity *variant = b->run->variant.to;
	plan_free(order_decided(model, variant, NULL, look_base, b));
	b->current = arena_array(b->arena, (size_t)b->task_count + 1, sizeof *b->current);
	b->seeds = arena_array(b->arena, (size_t)b->task_count + 1, sizeof *b->seeds);
	for (uint32_t i = 0; i < b->task_count; i++)
		b->current[i] = PLAN_NONE;
	b->first = b->more = true;
	for (uint32_t pass = 0; b->more && pass < PASSES_MOST; pass++) {
		decide(b);
		do
			plan_free(order_decided(model, variant, b->decided, look_pass, b));
		while (b->stale);
	}
}

/* ---- what is told */

static void
find_waits(struct builder *b, struct progress_item *item)
{
	uint32_t *waits = arena_array(b->arena, (size_t)item->follow_count + 1, sizeof *waits);
	for (uint32_t i = 0; i < item->follow_count; i++)
		if (b->progress->items[item->follows[i]].state != PROGRESS_DONE)
			waits[item->wait_count++] = item->follows[i];
	item->waits = waits;
}

static void
find_states(struct builder *b)
{
	struct progress *progress = b->progress;
	for (uint32_t i = 0; i < progress->count; i++) {
		struct progress_item *item = &progress->items[i];
		item->passes = b->passes[item->entity->serial];
		find_waits(b, item);
		if (item->state == PROGRESS_DONE)
			continue;
		bool late =
		    item->has_due && !item->ongoing && instant_day(item->due) < progress->today;
		item->state = late               ? PROGRESS_LATE
			      : item->wait_count ? PROGRESS_WAITING
						 : PROGRESS_OPEN;
	}
}

/* The item of a stage or step with the number of its pass, or PLAN_NONE. */
static uint32_t
find_item(const struct progress *progress, const struct entity *entity, uint32_t pass)
{
	uint32_t found = PLAN_NONE;
	for (uint32_t i = 0; entity && i < progress->count; i++)
		if (progress->items[i].entity == entity &&
		    (!pass || progress->items[i].pass == pass))
			found = i;
	return found;
}

/* Which items the entries of the file are about. */
static void
find_entries(struct builder *b)
{
	struct progress *progress = b->progress;
	uint32_t *done = arena_array(b->arena, (size_t)b->run->done.count + 1, sizeof *done),
		 *choices =
		     arena_array(b->arena, (size_t)b->run->choices.count + 1, sizeof *choices);
	for (uint32_t i = 0; i < b->run->done.count; i++) {
		const struct ref *step = &run_done_at(&b->run->done, i)->step;
		done[i] = find_item(progress, step->to, pass_of(step));
	}
	for (uint32_t i = 0; i < b->run->choices.count; i++) {
		const struct ref *step = &run_choice_at(&b->run->choices, i)->step;
		choices[i] = find_item(progress, step->to, pass_of(step));
	}
	progress->done_items = done;
	progress->choice_items = choices;
}

const struct progress *
progress_of(const struct model *model, int32_t today, struct arena *arena)
{
	const struct process_run *run = process_run_of(model->document->run);
	if (!run->start.pos.line && !run->finish.pos.line)
		return NULL;
	struct progress *progress = arena_alloc(arena, sizeof *progress);
	*progress = (struct progress){
	    .model = model, .run = run, .today = today, .by_finish = !run->start.pos.line};
	struct builder b = {.arena = arena,
			    .progress = progress,
			    .run = run,
			    .worktime = model->worktime,
			    .source = PLAN_NONE};
	size_t serials = (size_t)model->made_count + 1;
	b.decided = arena_array(arena, serials, sizeof *b.decided);
	b.passes = arena_array(arena, serials, sizeof *b.passes);
	read_decisions(&b);
	make_passes(&b);
	find_states(&b);
	find_entries(&b);
	progress->late_start =
	    progress->by_finish && !run->done.count && instant_day(progress->start) < today;
	return progress;
}

uint32_t
progress_late(const struct progress *progress)
{
	uint32_t late = progress->late_start;
	for (uint32_t i = 0; i < progress->count; i++)
		late += progress->items[i].state == PROGRESS_LATE && !progress->items[i].whole;
	return late;
}

int32_t
progress_days_late(const struct progress *progress, const struct progress_item *item)
{
	return item->state == PROGRESS_LATE ? progress->today - instant_day(item->due) : 0;
}

int64_t
progress_slack(const struct progress *progress, const struct progress_item *item)
{
	return item->latest.at == INSTANT_NEVER
		   ? 0
		   : worktime_between(progress->model->worktime, item->end.at, item->latest.at);
}
