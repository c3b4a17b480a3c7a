/* SPDX-License-Identifier: MIT */
/* The tasks of a plan and what each waits for. Order is order.c's, times are schedule.c's. */
#include "plan/order.h"

#include "model/variant.h"

#include <stdlib.h>
#include <string.h>

static const struct list no_steps;
static const struct duration no_deadline;
static const struct refs no_refs;

const struct duration *
task_deadline(const struct entity *entity)
{
	if (entity->kind == KIND_STAGE)
		return &stage_of(entity)->deadline;
	return entity->kind == KIND_STEP ? &step_of(entity)->deadline : &no_deadline;
}

const struct refs *
task_after(const struct entity *entity)
{
	if (entity->kind == KIND_STAGE)
		return &stage_of(entity)->after;
	return entity->kind == KIND_STEP ? &step_of(entity)->after : &no_refs;
}

const struct list *
task_steps(const struct entity *entity)
{
	if (entity->kind == KIND_STAGE)
		return &stage_of(entity)->steps;
	return entity->kind == KIND_STEP ? &step_of(entity)->steps : &no_steps;
}

const struct stage *
task_stage(const struct entity *entity)
{
	while (entity->kind != KIND_STAGE)
		entity = entity->parent;
	return stage_of(entity);
}

/* Tasks are found by address; nothing depends on the order of the table. */
static size_t
table_place(const struct plan *plan, const struct entity *entity)
{
	size_t place = (size_t)(((uintptr_t)entity >> 4) * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (plan->table_size - 1);
	while (plan->table[place] && plan->table[place]->entity != entity)
		place = (place + 1) & (plan->table_size - 1);
	return place;
}

static struct task *
find(const struct plan *plan, const struct entity *entity)
{
	return entity ? plan->table[table_place(plan, entity)] : NULL;
}

/* What a plan is made from. Tasks left out by `only` follow plan->count others. */
struct maker {
	struct plan *plan;
	uint32_t task_count;
	uint32_t *wait_first; /* of a task its first place in waits; task_count + 1 of them */
	uint32_t *waits;      /* tasks waited for, those left out included, as written or by default */
};

static void
make_table(struct maker *maker)
{
	struct plan *plan = maker->plan;
	plan->table_size = 16;
	while (plan->table_size < 2 * (size_t)maker->task_count)
		plan->table_size *= 2;
	plan->table = arena_array(&plan->arena, plan->table_size, sizeof(struct task *));
	for (uint32_t i = 0; i < maker->task_count; i++)
		plan->table[table_place(plan, plan->tasks[i].entity)] = &plan->tasks[i];
}

/* Counts first (tasks is NULL), then fills: those that take part from the front, those left out from plan->count on. */
struct filler {
	const struct plan *plan;
	struct task *tasks;
	uint32_t in, out;
};

/* Depth is that of the format: stage, step, sub-step. */
static void
fill(struct filler *filler, const struct list *list, bool left_out, struct task *parent)
{
	for (uint32_t i = 0; i < list->count; i++) {
		const struct entity *entity = list->items[i];
		bool out = left_out || !variant_has(filler->plan->variant, entity);
		uint32_t index = out ? filler->out++ : filler->in++;
		struct task *task = filler->tasks ? &filler->tasks[index] : NULL;
		if (task)
			*task = (struct task){.entity = entity, .parent = parent};
		fill(filler, task_steps(entity), out, task);
	}
}

static void
make_tasks(struct maker *maker)
{
	struct plan *plan = maker->plan;
	const struct list *stages = &plan->model->document->stages;
	struct filler count = {.plan = plan};
	fill(&count, stages, false, NULL);
	plan->count = count.in;
	maker->task_count = count.in + count.out;
	plan->tasks = arena_array(&plan->arena, (size_t)maker->task_count + 1, sizeof *plan->tasks);
	struct filler filler = {.plan = plan, .tasks = plan->tasks, .out = plan->count};
	fill(&filler, stages, false, NULL);
	for (uint32_t i = plan->count; i-- > 0;) {
		struct task *task = &plan->tasks[i];
		task->timed = task->timed || task_deadline(task->entity)->pos.line;
		if (task->parent && task->timed)
			task->parent->timed = true;
	}
}

/* Adds what a task waits for, without itself; before is the one before it among its siblings, or NULL. The first step of
 * something left out waits for what that waited for. */
static uint32_t
add_waits(const struct maker *maker, const struct task *task, const struct entity *before, uint32_t *waits)
{
	const struct plan *plan = maker->plan;
	const struct refs *after = task_after(task->entity);
	uint32_t count = 0;
	for (uint32_t i = 0; i < after->count; i++) {
		const struct task *wait = find(plan, after->items[i].to);
		if (wait && wait != task)
			waits[count++] = task_index(plan, wait);
	}
	if (!after->pos.line && before)
		waits[count++] = task_index(plan, find(plan, before));
	if (!count && task->parent && task_index(plan, task->parent) >= plan->count)
		waits[count++] = task_index(plan, task->parent);
	return count;
}

static void
find_befores(const struct plan *plan, const struct list *list, const struct entity **befores)
{
	for (uint32_t i = 1; i < list->count; i++)
		befores[task_index(plan, find(plan, list->items[i]))] = list->items[i - 1];
}

static void
make_waits(struct maker *maker)
{
	const struct plan *plan = maker->plan;
	size_t room = 1, size = (size_t)maker->task_count + 1;
	for (uint32_t i = 0; i < maker->task_count; i++)
		room += task_after(plan->tasks[i].entity)->count + 1;
	maker->wait_first = memory_alloc(size * sizeof *maker->wait_first);
	maker->waits = memory_alloc(room * sizeof *maker->waits);
	const struct entity **befores = memory_alloc(size * sizeof *befores);
	memset(befores, 0, size * sizeof *befores);
	find_befores(plan, &plan->model->document->stages, befores);
	for (uint32_t i = 0; i < maker->task_count; i++)
		find_befores(plan, task_steps(plan->tasks[i].entity), befores);
	uint32_t count = 0;
	for (uint32_t i = 0; i < maker->task_count; i++) {
		maker->wait_first[i] = count;
		count += add_waits(maker, &plan->tasks[i], befores[i], maker->waits + count);
	}
	maker->wait_first[maker->task_count] = count;
	free(befores);
}

/* Looks for what tasks wait for through those left out. */
struct search {
	const struct maker *maker;
	uint32_t *seen; /* by task: the last waiter that met it, from 1 */
	uint32_t *stack;
	uint32_t depth;
	struct task **found;
	uint32_t count;
};

/* Backwards, so that the stack gives them in the order written. */
static void
push_waits(struct search *search, uint32_t at, uint32_t stamp)
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
search_waits(struct search *search, uint32_t waiter)
{
	const struct plan *plan = search->maker->plan;
	search->count = 0;
	push_waits(search, waiter, waiter + 1);
	while (search->depth) {
		uint32_t at = search->stack[--search->depth];
		if (at < plan->count)
			search->found[search->count++] = &plan->tasks[at];
		else
			push_waits(search, at, waiter + 1);
	}
}

/* What several tasks wait for through the same one is looked for once and shared. */
static void
make_after(const struct maker *maker)
{
	struct plan *plan = maker->plan;
	struct search search = {.maker = maker};
	size_t size = (size_t)maker->task_count + 1;
	search.seen = memory_alloc(size * sizeof *search.seen);
	memset(search.seen, 0, size * sizeof *search.seen);
	search.stack = memory_alloc(size * sizeof *search.stack);
	search.found = memory_alloc(size * sizeof(struct task *));
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
		task->after = arena_array(&plan->arena, (size_t)search.count + 1, sizeof(struct task *));
		for (uint32_t k = 0; k < search.count; k++)
			task->after[k] = search.found[k];
		task->after_count = search.count;
		through->after = task->after;
		through->after_count = task->after_count;
	}
	free(search.seen);
	free(search.stack);
	free(search.found);
}

struct plan *
plan_new(const struct model *model, const struct entity *variant)
{
	struct plan *plan = memory_alloc(sizeof *plan);
	*plan = (struct plan){.model = model, .variant = variant};
	struct maker maker = {.plan = plan};
	make_tasks(&maker);
	make_table(&maker);
	make_waits(&maker);
	make_after(&maker);
	free(maker.wait_first);
	free(maker.waits);
	struct order order;
	order_make(&order, plan);
	schedule_make(&order);
	order_free(&order);
	return plan;
}

void
plan_free(struct plan *plan)
{
	if (!plan)
		return;
	arena_free(&plan->arena);
	free(plan);
}

const struct task *
plan_task(const struct plan *plan, const struct entity *entity)
{
	const struct task *task = find(plan, entity);
	return task && task < plan->tasks + plan->count ? task : NULL;
}

int64_t
plan_chain(const struct plan *plan, const struct entity *entity, enum estimate estimate)
{
	const struct task *task = plan_task(plan, entity);
	return task ? task->chain[estimate] : 0;
}
