/* SPDX-License-Identifier: MIT */
/* When the parts of a way begin and end, from its beginning. */
#include "model/fields.h"
#include "plan/time/gone.h"

/* What the edges to a point of a task say, while one of them is looked at. */
struct way_edges {
	const struct way *way;
	uint32_t next, end;
};

static struct way_edges
edges_to(const struct way *way, uint32_t point)
{
	return (struct way_edges){way, way->order->edge_first[point],
				  way->order->edge_first[point + 1]};
}

static bool
begins_with(const struct way *way, const struct outcome_route *route)
{
	return way->begins_with[route - way->routes->items] == way->walk;
}

/* The outermost of what a usual outcome leads out of that takes part and ends. */
static const struct task *
left_usually(const struct way *way, const struct outcome_route *route)
{
	const struct task *left = route->from;
	for (const struct task *outer = left->parent; outer && !task_is_within(route->to, outer);
	     outer = outer->parent)
		if (way_part(way, outer)->member && !outer->ongoing)
			left = outer;
	return left;
}

/* When an outcome leads on: when what it leaves has ended. */
static struct length
arrival(const struct way *way, const struct outcome_route *route, enum estimate estimate)
{
	if (begins_with(way, route))
		return (struct length){0};
	return way_passed(way, route->usual ? left_usually(way, route) : way_left(way, route),
			  estimate);
}

/* One thing that a task begins after. */
struct way_cause {
	const struct task *from;           /* a member, or the source of the route */
	const struct outcome_route *route; /* or NULL: it is waited for, or ends so long ahead */
	const struct edge *ahead;          /* or NULL */
};

/* The next cause of what the edges lead to; false at their end. Of a route into the task's parts
 * too. */
static bool
next_cause(struct way_edges *edges, struct way_cause *cause)
{
	const struct way *way = edges->way;
	while (edges->next < edges->end) {
		const struct edge *edge = &way->order->edges[edges->next++];
		const struct task *from = &way->tasks[TASK_OF(edge->from)];
		*cause = (struct way_cause){.from = from};
		if (edge->kind == EDGE_ROUTE) {
			cause->route = &way->routes->items[edge->task];
			cause->from = cause->route->from;
			if (way_is_gone(way, cause->route))
				return true;
		} else if ((edge->kind == EDGE_WAIT || edge->kind == EDGE_AHEAD) &&
			   way_part(way, from)->member) {
			cause->ahead = edge->kind == EDGE_AHEAD ? edge : NULL;
			return true;
		}
	}
	return false;
}

static struct length
time_of(const struct way *way, const struct way_cause *cause, enum estimate estimate)
{
	if (cause->route)
		return arrival(way, cause->route, estimate);
	if (cause->ahead)
		return length_sum(way_times(way, cause->from, estimate)->end,
				  edge_length(way->order, estimate, cause->ahead));
	return way_passed(way, cause->from, estimate);
}

/* What is only entered in the middle begins with the first of the parts that are entered. */
static void
begin_in_the_middle(const struct way *way, uint32_t i, enum estimate estimate)
{
	struct length first = {.weight = INT64_MAX};
	struct way_cause cause;
	for (int pass = 0; pass < 2; pass++)
		for (struct way_edges edges = edges_to(way, START_OF(i));
		     next_cause(&edges, &cause);) {
			if (!cause.route || cause.route->to == &way->tasks[i])
				continue;
			struct way_times *to = way_times(way, cause.route->to, estimate);
			if (pass == 0)
				length_raise(&to->arrives, arrival(way, cause.route, estimate));
			else
				length_lower(&first, to->arrives);
		}
	if (way->target && task_is_within(way->target, &way->tasks[i]))
		length_lower(&first, way_times(way, way->target, estimate)->arrives);
	struct way_times *times = way_times(way, &way->tasks[i], estimate);
	times->first = first.weight != INT64_MAX ? first : (struct length){0};
	length_raise(&times->begin, times->first);
}

void
way_begin_part(const struct way *way, uint32_t i)
{
	const struct task *task = &way->tasks[i];
	for (int e = 0; e < ESTIMATE_COUNT; e++) {
		enum estimate estimate = (enum estimate)e;
		struct way_times *times = way_times(way, task, estimate);
		struct way_cause cause;
		if (task->parent && way_part(way, task->parent)->member)
			times->begin = way_times(way, task->parent, estimate)->begin;
		for (struct way_edges edges = edges_to(way, START_OF(i));
		     next_cause(&edges, &cause);)
			if (!cause.route || cause.route->to == task)
				length_raise(&times->begin, time_of(way, &cause, estimate));
		if (!way_part(way, task)->begun)
			begin_in_the_middle(way, i, estimate);
		times->end = times->begin;
	}
}

/* What a task's deadline counts from: something on the way, something that has gone before (NULL:
 * the start of the process), or nothing else than its beginning. */
struct way_count {
	bool apart, before;
	const struct task *from;
};

static struct way_count
count_of(const struct way *way, const struct task *task)
{
	const struct terms *terms = task->terms;
	const struct task *from = terms ? plan_task(way->order->plan, terms->from.to) : NULL;
	if (task->from_start)
		return (struct way_count){.apart = way->departs, .before = way->departs};
	if (!from || from == task)
		return (struct way_count){0};
	if (way_part(way, from)->member)
		return (struct way_count){.apart = true, .from = from};
	bool before = way_part(way, task)->counts_before;
	return (struct way_count){.apart = before, .before = before, .from = from};
}

/* From when on it counts. */
static struct length
counted_from(const struct way *way, const struct way_count *count, enum estimate estimate)
{
	if (!count->before)
		return way_passed(way, count->from, estimate);
	struct length time = {0};
	if (count->from)
		time = plan_passed(way->order->plan, count->from, estimate);
	return length_difference(time, way->since[estimate]);
}

/* The end of what begins then, without what its deadline counts from besides. */
static struct length
end_of(const struct way *way, const struct task *task, struct length time, enum estimate estimate)
{
	struct length length = {0};
	if (!count_of(way, task).apart)
		length = task_length(task, estimate);
	if (!task->keeps && task->parent && !task->parent->parent)
		length_raise(&length, way_times(way, task, estimate)->within);
	return length_sum(time, length);
}

/* What contains a task and keeps its own deadline does not end before the task could that
 * something outside lets begin, unless it begins itself as the first with that. */
static void
delay(const struct way *way, const struct task *task, enum estimate estimate)
{
	struct way_cause cause;
	for (struct way_edges edges = edges_to(way, START_OF(task_index(way->order->plan, task)));
	     next_cause(&edges, &cause);) {
		if (cause.route && (cause.route->to != task || begins_with(way, cause.route)))
			continue;
		struct length late = time_of(way, &cause, estimate);
		for (const struct task *outer = task->parent;
		     outer && !task_is_within(cause.from, outer); outer = outer->parent) {
			struct way_times *times = way_times(way, outer, estimate);
			if (outer->keeps && (!cause.route || way_part(way, outer)->begun ||
					     late.weight > times->first.weight))
				length_raise(&times->delay, end_of(way, task, late, estimate));
		}
	}
}

/* Nor before a part the deadline of which counts from something outside. */
static void
delay_to_end(const struct way *way, const struct task *task, enum estimate estimate)
{
	const struct way_count count = count_of(way, task);
	for (const struct task *outer = count.apart ? task->parent : NULL;
	     outer && !task_is_within(count.from, outer); outer = outer->parent)
		if (outer->keeps)
			length_raise(&way_times(way, outer, estimate)->delay,
				     way_times(way, task, estimate)->end);
}

/* The time of a sub-step by what is in its step alone. */
static void
time_within(const struct way *way, const struct task *task, enum estimate estimate)
{
	struct way_cause cause;
	struct length begin = {0};
	for (struct way_edges edges = edges_to(way, START_OF(task_index(way->order->plan, task)));
	     next_cause(&edges, &cause);) {
		struct length time = way_times(way, cause.from, estimate)->within;
		if (cause.from->parent != task->parent || cause.from->ongoing)
			continue;
		if (cause.ahead)
			time = length_sum(time, edge_length(way->order, estimate, cause.ahead));
		length_raise(&begin, time);
	}
	struct length *end = &way_times(way, task, estimate)->within;
	*end = end_of(way, task, begin, estimate);
	const struct way_count count = count_of(way, task);
	if (count.apart && !count.before && count.from->parent == task->parent)
		length_raise(end, length_sum(way_times(way, count.from, estimate)->within,
					     task_length(task, estimate)));
	if (!task->ongoing)
		length_raise(&way_times(way, task->parent, estimate)->within, *end);
}

/* Whether a task's deadline counts from what has gone before. */
static bool
counts_before(struct way *way, const struct task *task)
{
	const struct plan *plan = way->order->plan;
	const struct task *from = task->terms ? plan_task(plan, task->terms->from.to) : NULL;
	if (!way->departs || !from || from == task || way_part(way, from)->member)
		return false;
	if (!task_is_usual(from) && !way->passed[task_index(plan, from)])
		return false;
	if (task_is_within(way->source, from))
		return task_is_within(from, way->left_by) ||
		       gone_is_before(way->gone, from, way->source);
	return task_is_usual(from) || way_is_usual_beside(from, way->source) ||
	       gone_is_before(way->gone, from, way->source);
}

void
way_end_part(struct way *way, uint32_t i)
{
	const struct task *task = &way->tasks[i];
	way_part(way, task)->counts_before = counts_before(way, task);
	for (int e = 0; e < ESTIMATE_COUNT; e++) {
		enum estimate estimate = (enum estimate)e;
		struct way_times *times = way_times(way, task, estimate);
		const struct way_count count = count_of(way, task);
		struct length end =
		    length_sum(count.apart ? counted_from(way, &count, estimate) : times->begin,
			       task_length(task, estimate));
		length_raise(&end, times->begin);
		length_raise(&end, times->delay);
		if (task->keeps)
			times->end = end;
		else
			length_raise(&times->end, end);
		if (task->parent && task->parent->parent)
			time_within(way, task, estimate);
		if (task->ongoing)
			continue;
		delay(way, task, estimate);
		delay_to_end(way, task, estimate);
		if (task->parent)
			length_raise(&way_times(way, task->parent, estimate)->end, times->end);
	}
}
