/* SPDX-License-Identifier: MIT */
/* The tasks of a person are intervals of days. Where one begins, or has ended, the set of what goes
 * on changes: between two such days it is the same. */
#include "run/load.h"

#include <stdlib.h>
#include <string.h>

/* A task of somebody, from a day to another. */
struct task_span {
	const char *person;
	int32_t from, to;
	struct run_row row;
};

struct load_finder {
	const struct run_sights *sights;
	struct task_span *spans;
	uint32_t span_count;
	struct run_load *loads;
	uint32_t load_count;
};

static void
add_spans(struct load_finder *finder, const struct run_row *row)
{
	struct arena *arena = row->arena;
	const struct worktime *worktime = row->run->progress->model->worktime;
	struct instant start = {instant_of_work(worktime, row->item->start), false};
	int32_t from = instant_day(start), today = finder->sights->today;
	int32_t to = instant_day(row->item->end);
	for (const char **person = run_people(row); *person; person++) {
		finder->spans =
		    arena_grow(arena, finder->spans, finder->span_count, 1, sizeof *finder->spans);
		finder->spans[finder->span_count++] = (struct task_span){
		    *person, from < today ? today : from, to < today ? today : to, *row};
	}
}

static void
find_spans(struct load_finder *finder)
{
	const struct run_sights *sights = finder->sights;
	for (uint32_t i = 0; i < sights->count; i++)
		for (uint32_t k = 0; k < sights->runs[i].progress->count; k++) {
			const struct run_row row = {
			    &sights->runs[i], &sights->runs[i].progress->items[k], sights->arena};
			if (!row.item->whole && !row.item->ongoing &&
			    row.item->state != PROGRESS_DONE)
				add_spans(finder, &row);
		}
}

static int
by_person(const void *one, const void *other)
{
	const struct task_span *a = one, *b = other;
	int order = strcmp(a->person, b->person);
	if (order)
		return order;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->row.run != b->row.run)
		return a->row.run < b->row.run ? -1 : 1;
	return (a->row.item > b->row.item) - (a->row.item < b->row.item);
}

/* The first day behind a day on which something of a person begins or has ended. */
static int32_t
next_change(const struct task_span *spans, uint32_t count, int32_t day)
{
	int32_t next = INT32_MAX;
	for (uint32_t i = 0; i < count; i++) {
		if (spans[i].from > day && spans[i].from < next)
			next = spans[i].from;
		if (spans[i].to + 1 > day && spans[i].to + 1 < next)
			next = spans[i].to + 1;
	}
	return next;
}

/* What goes on between two such days; kept when it is of several runs. */
static void
add_load(struct load_finder *finder, const struct task_span *spans, uint32_t count, int32_t from,
	 int32_t to)
{
	struct run_load load = {spans->person, from, to, NULL, 0};
	struct run_row *rows = arena_array(finder->sights->arena, count, sizeof *rows);
	bool several = false;
	for (uint32_t i = 0; i < count; i++)
		if (spans[i].from <= from && spans[i].to >= to) {
			rows[load.count++] = spans[i].row;
			several = several || rows[load.count - 1].run != rows[0].run;
		}
	if (!several)
		return;
	load.rows = rows;
	finder->loads = arena_grow(finder->sights->arena, finder->loads, finder->load_count, 1,
				   sizeof *finder->loads);
	finder->loads[finder->load_count++] = load;
}

static void
find_loads(struct load_finder *finder, const struct task_span *spans, uint32_t count)
{
	int32_t next;
	for (int32_t day = spans->from; (next = next_change(spans, count, day)) != INT32_MAX;
	     day = next)
		add_load(finder, spans, count, day, next - 1);
}

const struct run_load *
run_loads(const struct run_sights *sights, uint32_t *count)
{
	struct load_finder finder = {.sights = sights};
	if (sights->count > 1)
		find_spans(&finder);
	if (finder.span_count)
		qsort(finder.spans, finder.span_count, sizeof *finder.spans, by_person);
	for (uint32_t first = 0, end; first < finder.span_count; first = end) {
		for (end = first;
		     end < finder.span_count &&
		     strcmp(finder.spans[end].person, finder.spans[first].person) == 0;)
			end++;
		find_loads(&finder, finder.spans + first, end - first);
	}
	*count = finder.load_count;
	return finder.loads;
}

static const char *
day_text(const struct run_sights *sights, int32_t day)
{
	const struct date date = {day, {.line = 1}, 0};
	return show_date(&sights->runs[0].voice, &date, sights->arena);
}

const char *
run_load_days(const struct run_sights *sights, const struct run_load *load)
{
	const char *from = day_text(sights, load->from);
	return load->from == load->to
		   ? from
		   : arena_printf(sights->arena, "%s – %s", from, day_text(sights, load->to));
}

const char *
run_load_what(const struct run_sights *sights, const struct run_load *load)
{
	const char *what = "";
	for (uint32_t i = 0; i < load->count; i++)
		what = arena_printf(sights->arena, "%s%s%s: %s", what, *what ? "; " : "",
				    run_title(load->rows[i].run), run_name(&load->rows[i]));
	return what;
}
