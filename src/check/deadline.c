/* SPDX-License-Identifier: MIT */
/* Rules on deadlines: missing ones, and those that the work inside of them does not fit into. */
#include "check/checker.h"
#include "model/fields.h"
#include "model/variant.h"
#include "plan/plan.h"

enum {
	PATH_SHOWN = 6,
	HOURS_A_DAY = 24, /* teams that work round the clock; a day has no more */
	SHORT_STAGE = 10, /* minutes: nobody plans that, months were meant */
};

void
check_stage_deadline(struct checker *c, const struct entity *entity)
{
	const struct stage *stage = stage_of(entity);
	const struct task *task = plan_task(c->plan, entity);
	if (!stage->deadline.pos.line && !(task && task->timed) &&
	    !field_was_refused(entity, field_row(FIELD_STAGE_deadline)))
		report1(c, RULE_DEADLINE_MISSING, entity, stage->name.pos, stage->name.s);
}

/* Whether the walk over a task's steps, which follow it in the plan, goes on. */
static bool
is_part(const struct task *task, const struct task *outer)
{
	return task->parent == outer || (task->parent && task->parent->parent == outer);
}

static int64_t
start_of(const struct plan *plan, const struct task *task, enum estimate estimate)
{
	return plan_times(plan, task, estimate).start.weight;
}

static int64_t
finish_of(const struct plan *plan, const struct task *task, enum estimate estimate)
{
	return plan_times(plan, task, estimate).finish.weight;
}

/* The steps of a task one after another that take longest, for people: back from the one that ends
 * last. */
static const char *
chain_path(struct checker *c, const struct plan *plan, const struct task *outer,
	   enum estimate estimate)
{
	const struct task *last = NULL, *end = plan->tasks + plan->count;
	for (const struct task *task = outer + 1; task < end && is_part(task, outer); task++)
		if (task->parent == outer &&
		    (!last || finish_of(plan, task, estimate) > finish_of(plan, last, estimate)))
			last = task;
	const char *path = last ? entity_name(last->entity) : "";
	for (int shown = 1; last; shown++) {
		const struct task *before = NULL;
		for (uint32_t i = 0; i < last->after_count && !before; i++)
			if (last->after[i]->parent == outer &&
			    finish_of(plan, last->after[i], estimate) ==
				start_of(plan, last, estimate))
				before = last->after[i];
		last = before;
		if (last && shown == PATH_SHOWN)
			return arena_printf(&c->arena, "… → %s", path);
		if (last)
			path = arena_printf(&c->arena, "%s → %s", entity_name(last->entity), path);
	}
	return path;
}

/* By time of one kind: how working days, calendar days and the clock go together is a guess. */
static bool
is_longer(struct length a, struct length b)
{
	return a.weight > b.weight && length_is_alike(a, b);
}

/* The first step that alone takes longer than what it is part of, by time of the same kind; or
 * NULL. */
static const struct task *
longest_step(const struct plan *plan, const struct task *outer, const struct duration *deadline)
{
	const struct task *end = plan->tasks + plan->count;
	for (const struct task *task = outer + 1; task < end && is_part(task, outer); task++)
		if (task->parent == outer && !(task->terms && task->terms->from.to) &&
		    is_longer(duration_most(task_deadline(task->entity, plan->variant)),
			      duration_most(deadline)))
			return task;
	return NULL;
}

/* A deadline of the clock or of the calendar goes on while nobody works, so that three hours of
 * work may break one of four hours. */
static void
say_apart(struct checker *c, struct diagnostic *found, const struct duration *deadline,
	  struct length takes)
{
	struct length most = duration_most(deadline);
	struct said said = said_phrase(PHRASE_TIME_APART);
	if (!most.working && takes.working &&
	    takes.working + takes.calendar + takes.clock <= most.calendar + most.clock)
		diag_end_with(c->diags, found, &said);
}

static void
check_inside(struct checker *c, const struct plan *plan, const struct task *outer)
{
	const struct entity *entity = outer->entity;
	const struct duration *deadline = task_deadline(entity, plan->variant);
	const struct task *step = longest_step(plan, outer, deadline);
	if (step) {
		const struct duration *own = task_deadline(step->entity, plan->variant);
		report4(c, RULE_DEADLINE_LONG_STEP, step->entity, own->pos,
			entity_name(step->entity), said_duration(c->model, own, &c->arena),
			entity_name(entity), said_duration(c->model, deadline, &c->arena))
		    ->related = deadline->pos;
		return;
	}
	bool never =
	    is_longer(plan_steps_take(plan, entity, ESTIMATE_BEST), duration_most(deadline));
	enum estimate estimate = never ? ESTIMATE_BEST : ESTIMATE_MOST;
	const char *path = chain_path(c, plan, outer, estimate);
	if (variant_values(entity, task_deadline_row(entity)))
		path = arena_printf(&c->arena, "%s: %s", entity_name(plan->variant), path);
	struct length takes = plan_steps_take(plan, entity, estimate);
	struct diagnostic *found = report4(
	    c, never ? RULE_DEADLINE_STAGE : RULE_DEADLINE_TIGHT_STAGE, entity, deadline->pos,
	    entity_name(entity), said_duration(c->model, deadline, &c->arena),
	    said_length(c->model, takes, deadline, &c->arena), path);
	say_apart(c, found, deadline, takes);
}

/* True when something was reported. */
static bool
check_chain(struct checker *c, const struct plan *plan, const struct entity *entity)
{
	const struct duration *deadline = task_deadline(entity, plan->variant);
	const struct task *task = plan_task(plan, entity);
	bool over =
	    task && duration_is_bound(deadline) &&
	    plan_steps_take(plan, entity, ESTIMATE_MOST).weight > duration_most(deadline).weight;
	if (over)
		check_inside(c, plan, task);
	return over;
}

/* Stages and steps with steps. The first variant whose steps take too long speaks for all that have
 * the same deadline. */
void
check_chains(struct checker *c, const struct entity *entity)
{
	const struct plan *plan = c->plan;
	if (plan->cycle_count)
		return;
	if (!plan->variants)
		check_chain(c, plan, entity);
	bool differs = variant_values(entity, task_deadline_row(entity));
	for (uint32_t i = 0; i < plan->variant_count; i++)
		if (check_chain(c, plan->variants[i], entity) && !differs)
			return;
}

static const char *
critical_path(struct checker *c, const struct plan *plan, enum estimate estimate)
{
	const char *path = "";
	const struct critical_path *first = plan->critical[estimate];
	struct task **stages = first ? first->stages : NULL;
	for (int i = 0; stages && stages[i]; i++) {
		if (i == PATH_SHOWN)
			return arena_printf(&c->arena, "%s → …", path);
		path = arena_printf(&c->arena, "%s%s%s", path, i ? " → " : "",
				    entity_name(stages[i]->entity));
	}
	return path;
}

/* True when something was reported. */
static bool
check_total(struct checker *c, const struct plan *plan)
{
	const struct process *process = model_process(c->model);
	const struct duration *deadline = plan_deadline(plan);
	struct length takes[ESTIMATE_COUNT];
	if (!duration_is_bound(deadline) || !plan_takes(plan, ESTIMATE_BEST, takes) ||
	    !plan_takes(plan, ESTIMATE_MOST, takes + ESTIMATE_MOST) ||
	    takes[ESTIMATE_MOST].weight <= duration_most(deadline).weight)
		return false;
	bool never = is_longer(takes[ESTIMATE_BEST], duration_most(deadline));
	enum estimate estimate = never ? ESTIMATE_BEST : ESTIMATE_MOST;
	const char *path = critical_path(c, plan, estimate);
	if (plan->variant)
		path = arena_printf(&c->arena, "%s: %s", entity_name(plan->variant), path);
	struct diagnostic *found =
	    report3(c, never ? RULE_DEADLINE_PROCESS : RULE_DEADLINE_TIGHT_PROCESS, &process->base,
		    deadline->pos, said_duration(c->model, deadline, &c->arena),
		    said_length(c->model, takes[estimate], deadline, &c->arena), path);
	say_apart(c, found, deadline, takes[estimate]);
	return true;
}

/* The first kind of client whose path takes too long speaks for all that have the same deadline:
 * stages of different kinds do not follow each other. */
void
check_process_deadline(struct checker *c, const struct entity *entity)
{
	const struct plan *plan = c->plan;
	if (!process_of(entity)->deadline.told || plan->cycle_count)
		return;
	if (!plan->variants && c->model->document->variants.count <= VARIANTS_MOST)
		check_total(c, plan);
	bool differs = variant_values(entity, field_row(FIELD_PROCESS_deadline));
	for (uint32_t i = 0; i < plan->variant_count; i++)
		if (check_total(c, plan->variants[i]) && !differs)
			return;
}

void
check_hours(struct checker *c, const struct entity *entity)
{
	const struct number *hours = &calendar_of(entity)->hours_per_day;
	if (hours->pos.line && hours->value > HOURS_A_DAY)
		report1(c, RULE_DEADLINE_LONG_DAY, entity, hours->pos,
			arena_printf(&c->arena, "%.10g", hours->value));
}

static const struct field *
deadline_row(const struct entity *entity)
{
	return entity->kind == KIND_PROCESS ? field_row(FIELD_PROCESS_deadline)
					    : task_deadline_row(entity);
}

/* Asks something of the deadline of a thing, or of each that it has for a variant. */
static void
each_deadline(struct checker *c, const struct entity *entity,
	      void (*ask)(struct checker *c, const struct entity *entity,
			  const struct duration *deadline))
{
	const struct field *row = deadline_row(entity);
	const struct by_variant *by = variant_values(entity, row);
	if (!by)
		ask(c, entity, field_value(entity, row));
	for (uint32_t i = 0; by && i < by->values.count; i++)
		ask(c, entity, &variant_value_at(&by->values, i)->deadline);
}

static void
ask_minutes(struct checker *c, const struct entity *entity, const struct duration *deadline)
{
	if (deadline->told && duration_most(deadline).calendar == 0 &&
	    duration_most(deadline).working + duration_most(deadline).clock < SHORT_STAGE)
		report2(c, RULE_DEADLINE_UNIT, entity, deadline->pos, entity_name(entity),
			said_duration(c->model, deadline, &c->arena));
}

void
check_short_stage(struct checker *c, const struct entity *entity)
{
	each_deadline(c, entity, ask_minutes);
}

/* The same number of hours by the clock. */
static struct said
said_by_clock(struct checker *c, const struct duration *hours, struct amount amount)
{
	amount.unit = UNIT_CLOCK_HOUR;
	const struct amounts by_clock = {&amount, 1};
	const struct told told = {
	    .limit = hours->told->limit,
	    .best = by_clock,
	    .most = by_clock,
	    .best_length = hours->told->best_length,
	};
	struct duration duration = *hours;
	duration.told = &told;
	return said_duration(c->model, &duration, &c->arena);
}

/* Hours taken out of a longer deadline. */
static const struct told *
tell_hours(struct checker *c, struct amount hours)
{
	struct amount *amount = arena_alloc(&c->arena, sizeof *amount);
	struct told *told = arena_alloc(&c->arena, sizeof *told);
	*amount = hours;
	told->best = told->most = (struct amounts){amount, 1};
	told->best_length = told->most_length =
	    length_of((int64_t)(hours.number * 60), 0, 0,
		      (int64_t)c->model->minutes_per_day * c->model->days_per_week);
	return told;
}

/* Hours that are more than a working day has, or stand beside days of the clock; where people work
 * round the clock all are alike. */
static void
ask_hours(struct checker *c, const struct entity *entity, const struct duration *deadline)
{
	if (!deadline->told || c->model->minutes_per_day >= CLOCK_DAY)
		return;
	const struct amounts *most = &deadline->told->most;
	const struct amount hours = most->items[most->count - 1];
	if (hours.unit != UNIT_HOUR || hours.named)
		return;
	struct duration alone = *deadline;
	if (most->count > 1)
		alone.told = tell_hours(c, hours);
	if (duration_most(&alone).working > c->model->minutes_per_day ||
	    duration_most(deadline).clock)
		report4(c, RULE_DEADLINE_HOURS, entity, deadline->pos, entity_name(entity),
			said_duration(c->model, &alone, &c->arena),
			said_length(c->model, duration_most(&alone), NULL, &c->arena),
			said_by_clock(c, &alone, hours));
}

void
check_deadline_hours(struct checker *c, const struct entity *entity)
{
	each_deadline(c, entity, ask_hours);
}
