/* SPDX-License-Identifier: MIT */
/* Tasks and waits of a plan without what is hidden: see narrow.h for why nothing is reckoned anew.
 *
 *      whole      A ──▶ x ──▶ y ──▶ D          x, y hidden
 *                 B ──────────▲
 *      narrowed   A ──▶ D, B ──▶ D
 *
 * Hidden tasks are contracted. For each task that is left, a depth-first walk goes against the
 * waits of the whole; it stops at what is left, which becomes a wait, and goes on behind what is
 * hidden. A hidden task without a wait of its own waits for what it is part of. Dependencies, from
 * which the critical path is drawn, are led past what is hidden in the same way.
 *
 * A walk marks what it has met with its own number, so that nothing is cleared between two walks.
 * It costs the tasks and waits that it meets: linear as long as little is hidden, and once more for
 * each task that waits behind one row of hidden tasks. */
#include "plan/time/narrow.h"

#include "model/fields.h"
#include "plan/time/order.h"

#include <string.h>

/* Makes a plan a part of another. Tasks of the two are of one serial. */
struct narrower {
	struct plan *plan;
	const struct plan *whole;
	const struct model *left;
	uint32_t *seen; /* by task of the whole: who looked at it last, from 1 */
	const struct task **stack;
	uint32_t depth;
	uint32_t *first; /* of a task of the whole its first dependency; task count + 1 of them */
	struct arena scratch;
};

/* Depth is that of the format: stage, step, sub-step. */
static void
add_tasks(struct narrower *n, const struct list *list, struct task *parent)
{
	struct plan *plan = n->plan;
	for (uint32_t i = 0; i < list->count; i++) {
		const struct task *of = plan_task(n->whole, list->items[i]);
		if (!of)
			continue;
		struct task *task = &plan->tasks[plan->count++];
		*task = *of;
		task->entity = list->items[i];
		task->parent = parent;
		plan->by_serial[task->entity->serial] = task;
		add_tasks(n, task_steps(task->entity), task);
	}
}

static const struct task *
task_left(const struct narrower *n, const struct task *of)
{
	return plan_task(n->plan, of->entity);
}

static void
push(struct narrower *n, const struct task *task, uint32_t stamp)
{
	uint32_t at = task_index(n->whole, task);
	if (n->seen[at] == stamp)
		return;
	n->seen[at] = stamp;
	n->stack[n->depth++] = task;
}

/* Backwards, so that the stack gives them in the order written. What is hidden and waits for
 * nothing waits for what it is part of, if that is hidden too. */
static void
push_waits(struct narrower *n, const struct task *of, uint32_t stamp)
{
	bool first = !of->after_count && of->parent && !task_left(n, of->parent);
	if (first && !task_left(n, of))
		push(n, of->parent, stamp);
	for (uint32_t i = of->after_count; i-- > 0;)
		push(n, of->after[i], stamp);
}

static void
make_after(struct narrower *n, struct task *task, uint32_t stamp)
{
	struct arena *arena = &n->plan->arena;
	struct task **after = NULL;
	uint32_t count = 0;
	push_waits(n, plan_task(n->whole, task->entity), stamp);
	while (n->depth) {
		const struct task *of = n->stack[--n->depth], *left = task_left(n, of);
		if (!left) {
			push_waits(n, of, stamp);
			continue;
		}
		after = arena_grow(arena, after, count, 1, sizeof *after);
		after[count++] = &n->plan->tasks[task_index(n->plan, left)];
	}
	task->after = after;
	task->after_count = count;
}

static void
push_leads(struct narrower *n, const struct task *of, uint32_t stamp)
{
	uint32_t at = task_index(n->whole, of);
	for (uint32_t i = n->first[at + 1]; i-- > n->first[at];)
		push(n, n->whole->dependencies[i].from, stamp);
}

/* Dependencies are in the order of what they lead to. */
static void
index_leads(struct narrower *n)
{
	const struct plan *whole = n->whole;
	n->first = arena_array(&n->scratch, (size_t)whole->count + 2, sizeof *n->first);
	for (uint32_t i = 0; i < whole->dependency_count; i++)
		n->first[task_index(whole, whole->dependencies[i].to) + 1]++;
	for (uint32_t i = 0; i < whole->count; i++)
		n->first[i + 1] += n->first[i];
}

static void
add_dependencies(struct narrower *n, const struct task *task, uint32_t stamp)
{
	struct plan *plan = n->plan;
	push_leads(n, plan_task(n->whole, task->entity), stamp);
	while (n->depth) {
		const struct task *of = n->stack[--n->depth], *left = task_left(n, of);
		if (!left) {
			push_leads(n, of, stamp);
			continue;
		}
		plan->dependencies =
		    arena_grow(&plan->arena, plan->dependencies, plan->dependency_count, 1,
			       sizeof *plan->dependencies);
		plan->dependencies[plan->dependency_count++] = (struct dependency){left, task};
	}
}

static int64_t *
take_kind(const struct narrower *n, const int64_t *from)
{
	struct plan *plan = n->plan;
	if (!from)
		return NULL;
	int64_t *to = arena_array(&plan->arena, (size_t)plan->count * 3 + 1, sizeof *to);
	for (uint32_t i = 0; i < plan->count; i++) {
		uint32_t at = task_index(n->whole, plan_task(n->whole, plan->tasks[i].entity));
		memcpy(to + time_place(START_OF(i)), from + time_place(START_OF(at)),
		       3 * sizeof *to);
	}
	return to;
}

/* The stages of a critical path that are left. */
static struct task **
take_path(const struct narrower *n, struct task *const *path)
{
	uint32_t count = 0, kept = 0;
	while (path[count])
		count++;
	struct task **to = arena_array(&n->plan->arena, (size_t)count + 1, sizeof *to);
	for (uint32_t i = 0; i < count; i++) {
		struct task *task = n->plan->by_serial[path[i]->entity->serial];
		if (task)
			to[kept++] = task;
	}
	return to;
}

/* Of critical paths the stages that are left, as far as they say something that others do not. */
static void
take_paths(const struct narrower *n, enum estimate estimate)
{
	struct critical_path **end = &n->plan->critical[estimate];
	for (const struct critical_path *path = n->whole->critical[estimate]; path;
	     path = path->next) {
		struct critical_path *to = arena_alloc(&n->plan->arena, sizeof *to), *known;
		to->stages = take_path(n, path->stages);
		for (known = n->plan->critical[estimate];
		     known && !critical_path_is_within(to, known);)
			known = known->next;
		if (known || !*to->stages)
			continue;
		*end = to;
		end = &to->next;
	}
	n->plan->critical_left[estimate] = n->whole->critical_left[estimate];
}

static void
take_times(struct narrower *n)
{
	struct plan *plan = n->plan;
	for (int e = 0; e < ESTIMATE_COUNT; e++) {
		const struct lengths *from = &n->whole->times[e];
		plan->times[e] = (struct lengths){.working = take_kind(n, from->working),
						  .calendar = take_kind(n, from->calendar),
						  .clock = take_kind(n, from->clock),
						  .week = from->week};
		plan->total[e] = n->whole->total[e];
		take_paths(n, (enum estimate)e);
	}
	plan->with_exceptions = n->whole->with_exceptions;
}

/* What an exception costs is told where its outcome is; where one is not, neither is what all cost
 * together. */
static void
take_exceptions(struct narrower *n)
{
	struct plan *plan = n->plan;
	const struct plan *whole = n->whole;
	plan->exceptions =
	    arena_array(&plan->arena, (size_t)whole->exception_count + 1, sizeof *plan->exceptions);
	for (uint32_t i = 0; i < whole->exception_count; i++) {
		struct exception exception = whole->exceptions[i];
		const struct entity *outcome = n->left->left[exception.outcome->base.serial];
		exception.from = task_left(n, exception.from);
		if (!exception.from || !outcome || outcome->untold) {
			plan->with_exceptions = plan->total[ESTIMATE_MOST];
			continue;
		}
		exception.outcome = outcome_of(outcome);
		plan->exceptions[plan->exception_count++] = exception;
	}
}

/* What a variant is called; NULL where the edition does not tell what is for whom. */
static const struct entity *
variant_left(const struct narrower *n)
{
	const struct entity *variant = n->whole->variant;
	bool told = field_is_kept(n->left, field_row(FIELD_STAGE_only));
	return variant && told ? n->left->left[variant->serial] : NULL;
}

static struct plan *
narrow_one(struct narrower *n)
{
	const struct model *left = n->left;
	struct plan *plan = memory_alloc(sizeof *plan);
	*plan = (struct plan){.model = left, .variant = variant_left(n)};
	n->plan = plan;
	plan->tasks = arena_array(&plan->arena, (size_t)n->whole->count + 1, sizeof *plan->tasks);
	plan->by_serial =
	    arena_array(&plan->arena, (size_t)left->made_count + 1, sizeof *plan->by_serial);
	add_tasks(n, &left->document->stages, NULL);
	index_leads(n);
	for (uint32_t i = 0; i < plan->count; i++)
		make_after(n, &plan->tasks[i], 2 * i + 1);
	for (uint32_t i = 0; i < plan->count; i++)
		add_dependencies(n, &plan->tasks[i], 2 * i + 2);
	take_times(n);
	take_exceptions(n);
	return plan;
}

struct plan *
plan_narrow(const struct plan *whole, const struct model *left)
{
	struct narrower n = {.whole = whole, .left = left};
	n.seen = arena_array(&n.scratch, (size_t)whole->count + 1, sizeof *n.seen);
	n.stack = arena_array(&n.scratch, (size_t)whole->count + 1, sizeof(struct task *));
	struct plan *plan = narrow_one(&n);
	arena_free(&n.scratch);
	if (whole->variant_count)
		plan->variants =
		    arena_array(&plan->arena, whole->variant_count, sizeof(struct plan *));
	for (uint32_t i = 0; i < whole->variant_count; i++)
		plan->variants[plan->variant_count++] = plan_narrow(whole->variants[i], left);
	return plan;
}
