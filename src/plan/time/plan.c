/* SPDX-License-Identifier: MIT */
/* The tasks of a plan and what each waits for. Order is order.c's, times are schedule.c's. */
#include "model/field.h"
#include "model/fields.h"
#include "model/variant.h"
#include "plan/time/merge.h"
#include "plan/time/narrow.h"
#include "plan/time/usual.h"

#include <stdlib.h>
#include <string.h>

static struct task *
find(const struct plan *plan, const struct entity *entity)
{
	return entity ? plan->by_serial[entity->serial] : NULL;
}

/* What a plan is made from. Tasks left out by `only` follow plan->count others. */
struct maker {
	struct plan *plan;
	bool timeless; /* deadlines have no say */
	uint32_t task_count;
	uint32_t wait_capacity; /* that waits take at most */
	uint32_t *before;       /* by task: the one before it among its siblings, or PLAN_NONE */
	uint32_t *wait_first;   /* of a task its first place in waits; task_count + 1 of them */
	uint32_t *waits; /* tasks waited for, those left out included, as written or by default */
};

static struct task
task_of(const struct maker *maker, const struct entity *entity, struct task *parent)
{
	static const struct duration none = {0};
	const struct entity *variant = maker->plan->variant;
	const struct duration *deadline = maker->timeless ? &none : task_deadline(entity, variant);
	const struct terms *terms = maker->timeless ? NULL : task_terms(entity, variant);
	return (struct task){.entity = entity,
			     .deadline = deadline,
			     .terms = terms,
			     .parent = parent,
			     .usual = true,
			     .ongoing = task_is_ongoing(entity),
			     .keeps = duration_is_bound(deadline),
			     .timed = deadline->told != NULL,
			     .from_start =
				 terms && terms->from.to && terms->from.to->kind == KIND_PROCESS};
}

/* Counts first (there are no tasks), then fills: those that take part from the front, those left
 * out from plan->count on. */
struct filler {
	struct maker *maker;
	uint32_t in, out;
};

/* Depth is that of the format: stage, step, sub-step. */
static void
fill(struct filler *filler, const struct list *list, bool left_out, struct task *parent)
{
	struct maker *maker = filler->maker;
	struct task *tasks = maker->plan->tasks;
	for (uint32_t i = 0, before = PLAN_NONE; i < list->count; i++) {
		const struct entity *entity = list->items[i];
		bool out = left_out || !variant_has(maker->plan->variant, entity);
		uint32_t index = out ? filler->out++ : filler->in++;
		if (tasks) {
			tasks[index] = task_of(maker, entity, parent);
			maker->plan->by_serial[entity->serial] = &tasks[index];
			maker->before[index] = before;
		} else {
			maker->wait_capacity += task_after(entity)->count + 1;
		}
		fill(filler, task_steps(entity), out, tasks ? &tasks[index] : NULL);
		before = index;
	}
}

static void
make_tasks(struct maker *maker)
{
	struct plan *plan = maker->plan;
	const struct list *stages = &plan->model->document->stages;
	struct filler count = {.maker = maker};
	fill(&count, stages, false, NULL);
	plan->count = count.in;
	maker->task_count = count.in + count.out;
	plan->tasks = arena_array(&plan->arena, (size_t)maker->task_count + 1, sizeof *plan->tasks);
	plan->by_serial =
	    arena_array(&plan->arena, (size_t)plan->model->made_count + 1, sizeof *plan->by_serial);
	maker->before = memory_alloc(((size_t)maker->task_count + 1) * sizeof *maker->before);
	struct filler filler = {.maker = maker, .out = plan->count};
	fill(&filler, stages, false, NULL);
	for (uint32_t i = plan->count; i-- > 0;) {
		struct task *task = &plan->tasks[i];
		if (task->parent && task->timed)
			task->parent->timed = true;
		task->timed = task->timed || (task->terms && task->terms->before.to);
	}
}

/* Adds what a task waits for, without itself. The first step of something left out waits for what
 * that waited for. */
static uint32_t
add_waits(const struct maker *maker, uint32_t index, uint32_t *waits)
{
	const struct plan *plan = maker->plan;
	const struct task *task = &plan->tasks[index];
	const struct refs *after = task_after(task->entity);
	uint32_t count = 0;
	for (uint32_t i = 0; i < after->count; i++) {
		const struct task *wait = find(plan, after->items[i].to);
		if (wait && wait != task)
			waits[count++] = task_index(plan, wait);
	}
	if (!after->pos.line && maker->before[index] != PLAN_NONE)
		waits[count++] = maker->before[index];
	if (!count && task->parent && task_index(plan, task->parent) >= plan->count)
		waits[count++] = task_index(plan, task->parent);
	return count;
}

static void
make_waits(struct maker *maker)
{
	maker->wait_first =
	    memory_alloc(((size_t)maker->task_count + 1) * sizeof *maker->wait_first);
	maker->waits = memory_alloc(((size_t)maker->wait_capacity + 1) * sizeof *maker->waits);
	uint32_t count = 0;
	for (uint32_t i = 0; i < maker->task_count; i++) {
		maker->wait_first[i] = count;
		count += add_waits(maker, i, maker->waits + count);
	}
	maker->wait_first[maker->task_count] = count;
}

/* Looks for what tasks wait for through those left out. */
struct waiter_search {
	const struct maker *maker;
	uint32_t *seen; /* by task: the last waiter that met it, from 1 */
	uint32_t *met;  /* by task: the last question that met it, from 1: see reaches */
	uint32_t question;
	uint32_t *stack;
	uint32_t depth;
	struct task **found;
	uint32_t count;
	bool through;  /* something was met through what is left out */
	bool *implied; /* by found */
	uint32_t left; /* how many tasks the questions about one waiter may still look at */
};

enum { LOOKED_AT_MOST = 1024 }; /* tasks, for one waiter */

/* Backwards, so that the stack gives them in the order written. */
static void
push_waits(struct waiter_search *search, uint32_t at, uint32_t stamp)
{
	const struct maker *maker = search->maker;
	for (uint32_t i = maker->wait_first[at + 1]; i-- > maker->wait_first[at];) {
		uint32_t wait = maker->waits[i];
		if (search->seen[wait] == stamp)
			continue;
		search->seen[wait] = stamp;
		search->stack[search->depth++] = wait;
	}
}

static void
search_waits(struct waiter_search *search, uint32_t waiter)
{
	const struct plan *plan = search->maker->plan;
	search->count = 0;
	search->through = false;
	push_waits(search, waiter, waiter + 1);
	while (search->depth) {
		uint32_t at = search->stack[--search->depth];
		if (at < plan->count)
			search->found[search->count++] = &plan->tasks[at];
		else
			push_waits(search, at, waiter + 1);
		search->through = search->through || at >= plan->count;
	}
}

/* True when a task waits for another, through whatever is between. */
static bool
reaches(struct waiter_search *search, uint32_t from, uint32_t to)
{
	const struct maker *maker = search->maker;
	uint32_t depth = 0, question = ++search->question;
	search->stack[depth++] = from;
	while (depth && search->left) {
		uint32_t at = search->stack[--depth];
		search->left--;
		for (uint32_t i = maker->wait_first[at]; i < maker->wait_first[at + 1]; i++) {
			uint32_t wait = maker->waits[i];
			if (wait == to)
				return true;
			if (search->met[wait] != question)
				search->stack[depth++] = wait;
			search->met[wait] = question;
		}
	}
	return false;
}

static bool
is_written(const struct maker *maker, uint32_t waiter, uint32_t wait)
{
	for (uint32_t i = maker->wait_first[waiter]; i < maker->wait_first[waiter + 1]; i++)
		if (maker->waits[i] == wait)
			return true;
	return false;
}

/* What is only met through something left out goes without saying where something else that is
 * waited for waits for it: of alternatives, one is there, and its fellows lead back to what it
 * follows itself. */
static bool
is_implied(struct waiter_search *search, uint32_t waiter, const struct task *task)
{
	const struct plan *plan = search->maker->plan;
	uint32_t wait = task_index(plan, task);
	if (is_written(search->maker, waiter, wait))
		return false;
	for (uint32_t i = 0; i < search->count; i++) {
		uint32_t other = task_index(plan, search->found[i]);
		if (other != wait && reaches(search, other, wait) && !reaches(search, wait, other))
			return true;
	}
	return false;
}

static void
drop_implied(struct waiter_search *search, uint32_t waiter)
{
	uint32_t kept = 0;
	search->left = LOOKED_AT_MOST;
	if (!search->through || search->count < 2)
		return;
	for (uint32_t i = 0; i < search->count; i++)
		search->implied[i] = is_implied(search, waiter, search->found[i]);
	for (uint32_t i = 0; i < search->count; i++)
		if (!search->implied[i])
			search->found[kept++] = search->found[i];
	search->count = kept;
}

/* What several tasks wait for through the same one is looked for once and shared. */
static void
make_after(const struct maker *maker)
{
	struct plan *plan = maker->plan;
	struct waiter_search search = {.maker = maker};
	size_t size = (size_t)maker->task_count + 1;
	search.seen = memory_alloc(size * sizeof *search.seen);
	memset(search.seen, 0, size * sizeof *search.seen);
	search.met = memory_alloc(size * sizeof *search.met);
	memset(search.met, 0, size * sizeof *search.met);
	search.stack = memory_alloc((size + maker->wait_capacity) * sizeof *search.stack);
	search.found = memory_alloc(size * sizeof(struct task *));
	search.implied = memory_alloc(size * sizeof *search.implied);
	for (uint32_t i = 0; i < plan->count; i++) {
		struct task *task = &plan->tasks[i];
		uint32_t first = maker->wait_first[i], given = maker->wait_first[i + 1] - first;
		bool shared = given == 1 && maker->waits[first] >= plan->count;
		struct task *through = &plan->tasks[shared ? maker->waits[first] : i];
		if (through->after) {
			task->after = through->after;
			task->after_count = through->after_count;
			continue;
		}
		search_waits(&search, i);
		drop_implied(&search, i);
		task->after =
		    arena_array(&plan->arena, (size_t)search.count + 1, sizeof(struct task *));
		for (uint32_t k = 0; k < search.count; k++)
			task->after[k] = search.found[k];
		task->after_count = search.count;
		through->after = task->after;
		through->after_count = task->after_count;
	}
	memory_free(search.seen);
	memory_free(search.met);
	memory_free(search.implied);
	memory_free(search.stack);
	memory_free(search.found);
}

/* The order and the times; with outcomes by the usual path, which needs waits without cycles. */
static void
make_schedule(struct plan *plan, order_look *look, void *data)
{
	struct order order;
	struct routes routes;
	struct way way;
	order_make(&order, plan, NULL);
	routes_init(&routes, plan);
	if (routes.count) {
		order_free(&order);
		order_make(&order, plan, &routes);
		way_init(&way, &order, &routes);
		usual_make(&order, &routes, &way);
	}
	order_schedule(&order);
	order_tell(&order);
	plan->with_exceptions = plan->total[ESTIMATE_MOST];
	if (routes.count)
		way_find_exceptions(&way);
	if (look)
		look(&order, data);
	routes_free(&routes);
	order_free(&order);
}

static bool
tells_variants_apart(const struct entity *entity)
{
	if (entity->kind == KIND_STAGE)
		return stage_of(entity)->only.count || stage_of(entity)->deadline_by_variant ||
		       stage_of(entity)->responsible_by_variant;
	return step_of(entity)->only.count || step_more(step_of(entity))->deadline_by_variant ||
	       step_more(step_of(entity))->role_by_variant;
}

/* True when something depends on the variant: what there is, how long it may take, who does it. */
static bool
has_variants(const struct plan *plan)
{
	if (model_process(plan->model)->deadline_by_variant)
		return true;
	for (uint32_t i = 0; i < plan->count; i++)
		if (tells_variants_apart(plan->tasks[i].entity))
			return true;
	return false;
}

static struct plan *
plan_begin(const struct model *model, const struct entity *variant, bool timeless)
{
	struct plan *plan = memory_alloc(sizeof *plan);
	*plan = (struct plan){.model = model, .variant = variant};
	struct maker maker = {.plan = plan, .timeless = timeless};
	make_tasks(&maker);
	make_waits(&maker);
	make_after(&maker);
	memory_free(maker.before);
	memory_free(maker.wait_first);
	memory_free(maker.waits);
	return plan;
}

static struct plan *
plan_one(const struct model *model, const struct entity *variant, bool timeless)
{
	struct plan *plan = plan_begin(model, variant, timeless);
	make_schedule(plan, NULL, NULL);
	return plan;
}

struct plan *
order_decided(const struct model *model, const struct entity *variant,
	      const struct entity *const *decided, order_look *look, void *data)
{
	struct plan *plan = plan_begin(model, variant, false);
	plan->decided = decided;
	make_schedule(plan, look, data);
	return plan;
}

static struct plan *
plan_all(const struct model *model, const struct entity *variant, bool timeless)
{
	struct plan *plan = plan_one(model, variant, timeless);
	const struct list *variants = &model->document->variants;
	if (variant || !variants->count || variants->count > VARIANTS_MOST || !has_variants(plan))
		return plan;
	plan->variants = arena_array(&plan->arena, variants->count, sizeof(struct plan *));
	for (uint32_t i = 0; i < variants->count; i++)
		plan->variants[plan->variant_count++] =
		    plan_one(model, variants->items[i], timeless);
	plan_merge(plan);
	return plan;
}

struct plan *
plan_new(const struct model *model, const struct entity *variant)
{
	if (!model->whole || !model->document->stages.count)
		return plan_all(model, variant, false);
	struct plan *whole =
	    plan_all(model->whole, variant, !field_is_kept(model, field_row(FIELD_STAGE_deadline)));
	struct plan *plan = plan_narrow(whole, model);
	plan->whole = whole;
	return plan;
}

void
plan_free(struct plan *plan)
{
	if (!plan)
		return;
	plan_free(plan->whole);
	for (uint32_t i = 0; i < plan->variant_count; i++)
		plan_free(plan->variants[i]);
	arena_free(&plan->arena);
	memory_free(plan);
}
