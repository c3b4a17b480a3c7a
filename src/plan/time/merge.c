/* SPDX-License-Identifier: MIT */
/* The envelope of the plans of all variants: see merge.h for why there is one.
 *
 *                  usual clients    key clients      all, at best     all, at most
 *      Estimate    day 1–2          day 1–4          1–2              1–4
 *      Audit       is not there     day 5–6          5–6              5–6
 *      Offer       day 3, slack 0   day 7, slack 1   3                7, slack 0
 *
 * No plan is reckoned anew. The variants are taken in the order of the file, for each estimate by
 * itself, and every task keeps what counts most so far: the times of the variant in which it ends
 * last (at best: first), the least slack, and that it is critical if it is so anywhere. Of equal
 * times the first variant's stay. Where one variant has a task usually, what another says of it as
 * an exception is dropped.
 *
 * Exceptions are told apart by their outcome, of which each keeps its highest cost. Dependencies of
 * all variants are put together, sorted, and kept once each. So it costs tasks times variants, and
 * the sorting of the dependencies. */
#include "plan/time/merge.h"

#include "model/fields.h"
#include "plan/time/order.h"

#include <stdlib.h>

/* A plan of all variants, one of a variant whose times it takes, and which tasks have met one. */
struct merger {
	struct plan *plan;
	const struct plan *of;
	enum estimate estimate;
	bool *met;   /* by task */
	bool *usual; /* by task: its times are those of a variant that it is usual in */
};

/* Of two times in different variants, whether the one counts more: at best the shorter, at most the
 * longer. */
static bool
counts_more(enum estimate estimate, struct length a, struct length b)
{
	return estimate == ESTIMATE_MOST ? a.weight > b.weight : a.weight < b.weight;
}

static void
take_times(const struct merger *m, uint32_t i, uint32_t from)
{
	const struct lengths *times = &m->plan->times[m->estimate],
			     *its = &m->of->times[m->estimate];
	for (uint32_t point = 0; point < 2; point++)
		lengths_put(times, time_place(START_OF(i) + point),
			    lengths_at(its, time_place(START_OF(from) + point)));
	struct length *chain = m->of->tasks[from].chain;
	if (m->plan->tasks[i].chain)
		m->plan->tasks[i].chain[m->estimate] =
		    chain ? chain[m->estimate] : (struct length){0};
}

static void
merge_task(const struct merger *m, uint32_t i)
{
	struct task *task = &m->plan->tasks[i];
	const struct task *from = plan_task(m->of, task->entity);
	if (!from)
		return;
	const struct lengths *times = &m->plan->times[m->estimate],
			     *its = &m->of->times[m->estimate];
	uint32_t at = task_index(m->of, from);
	bool first = !m->met[i] || (task_is_usual(from) && !m->usual[i]);
	if (!first && m->usual[i] && !task_is_usual(from))
		return;
	struct length slack = lengths_at(its, time_slack_place(at));
	if (first || slack.weight < lengths_at(times, time_slack_place(i)).weight)
		lengths_put(times, time_slack_place(i), slack);
	task->critical[m->estimate] =
	    from->critical[m->estimate] || (!first && task->critical[m->estimate]);
	task->usual = task_is_usual(from) || (m->met[i] && task->usual);
	if (first || counts_more(m->estimate, lengths_at(its, time_place(END_OF(at))),
				 lengths_at(times, time_place(END_OF(i)))))
		take_times(m, i, at);
	m->met[i] = true;
	m->usual[i] = task_is_usual(from);
}

/* The critical paths of the variant that counts most, as those of all. */
static void
merge_paths(const struct merger *m)
{
	struct plan *plan = m->plan;
	struct critical_path **end = &plan->critical[m->estimate];
	for (const struct critical_path *path = m->of->critical[m->estimate]; path;
	     path = path->next) {
		uint32_t count = 0;
		while (path->stages[count])
			count++;
		*end = arena_alloc(&plan->arena, sizeof **end);
		(*end)->stages = arena_array(&plan->arena, (size_t)count + 1, sizeof *path->stages);
		for (uint32_t i = 0; i < count; i++)
			(*end)->stages[i] = plan->by_serial[path->stages[i]->entity->serial];
		end = &(*end)->next;
	}
	*end = NULL;
	plan->critical_left[m->estimate] = m->of->critical_left[m->estimate];
}

static void
merge_total(const struct merger *m, bool first)
{
	struct plan *plan = m->plan;
	if (!first &&
	    !counts_more(m->estimate, m->of->total[m->estimate], plan->total[m->estimate]))
		return;
	plan->total[m->estimate] = m->of->total[m->estimate];
	merge_paths(m);
}

/* Adds a variant's exception, or what more it costs there. known: by serial of its outcome, its
 * place among those added, from 1. */
static void
merge_exception(struct plan *plan, const struct exception *exception, uint32_t *known)
{
	uint32_t *at = &known[exception->outcome->base.serial];
	if (!*at) {
		plan->exceptions = arena_grow(&plan->arena, plan->exceptions, plan->exception_count,
					      1, sizeof *plan->exceptions);
		plan->exceptions[plan->exception_count] = *exception;
		plan->exceptions[plan->exception_count++].from =
		    plan_task(plan, exception->from->entity);
		*at = plan->exception_count;
	}
	struct exception *own = &plan->exceptions[*at - 1];
	for (int e = 0; e < ESTIMATE_COUNT; e++)
		if (counts_more((enum estimate)e, exception->adds[e], own->adds[e]))
			own->adds[e] = exception->adds[e];
}

static int
by_outcome(const void *a, const void *b)
{
	const struct exception *first = a, *second = b;
	if (first->from != second->from)
		return first->from < second->from ? -1 : 1;
	uint32_t one = first->outcome->base.number, two = second->outcome->base.number;
	return (one > two) - (one < two);
}

static void
merge_exceptions(struct plan *plan)
{
	uint32_t *known =
	    arena_array(&plan->arena, (size_t)plan->model->made_count + 1, sizeof *known);
	plan->exception_count = 0;
	plan->exceptions = NULL;
	for (uint32_t v = 0; v < plan->variant_count; v++) {
		const struct plan *of = plan->variants[v];
		for (uint32_t i = 0; i < of->exception_count; i++)
			merge_exception(plan, &of->exceptions[i], known);
		if (!v || of->with_exceptions.weight > plan->with_exceptions.weight)
			plan->with_exceptions = of->with_exceptions;
	}
	if (plan->exception_count)
		qsort(plan->exceptions, plan->exception_count, sizeof *plan->exceptions,
		      by_outcome);
}

static int
by_tasks(const void *a, const void *b)
{
	const struct dependency *first = a, *second = b;
	if (first->to != second->to)
		return first->to < second->to ? -1 : 1;
	return (first->from > second->from) - (first->from < second->from);
}

/* Those of all variants, each once. */
static void
merge_dependencies(struct plan *plan)
{
	uint32_t count = 0, kept = 0;
	for (uint32_t v = 0; v < plan->variant_count; v++)
		count += plan->variants[v]->dependency_count;
	struct dependency *dependencies =
	    arena_array(&plan->arena, (size_t)count + 1, sizeof *dependencies);
	count = 0;
	for (uint32_t v = 0; v < plan->variant_count; v++)
		for (uint32_t i = 0; i < plan->variants[v]->dependency_count; i++) {
			const struct dependency *lead = &plan->variants[v]->dependencies[i];
			dependencies[count++] = (struct dependency){
			    plan_task(plan, lead->from->entity), plan_task(plan, lead->to->entity)};
		}
	if (count)
		qsort(dependencies, count, sizeof *dependencies, by_tasks);
	for (uint32_t i = 0; i < count; i++)
		if (!i || by_tasks(&dependencies[i - 1], &dependencies[i]) != 0)
			dependencies[kept++] = dependencies[i];
	plan->dependencies = dependencies;
	plan->dependency_count = kept;
}

void
plan_merge(struct plan *plan)
{
	struct merger m = {.plan = plan};
	for (int e = 0; e < ESTIMATE_COUNT; e++) {
		m.estimate = (enum estimate)e;
		m.met = arena_array(&plan->arena, (size_t)plan->count + 1, sizeof *m.met);
		m.usual = arena_array(&plan->arena, (size_t)plan->count + 1, sizeof *m.usual);
		for (uint32_t v = 0; v < plan->variant_count; v++) {
			m.of = plan->variants[v];
			for (uint32_t i = 0; i < plan->count; i++)
				merge_task(&m, i);
			merge_total(&m, v == 0);
		}
	}
	merge_exceptions(plan);
	merge_dependencies(plan);
}
