/* SPDX-License-Identifier: MIT */
#include "draw/gantt_scale.h"

#include <stdlib.h>

/* A bar narrower than that is no more than a mark; where the scale breaks, the shortest one is so
 * wide, as far as its part of the chart is not wider than the bounds. */
static const double SEEN = 5, SHORTEST = 7, STRETCH_LEAST = 120, STRETCH_SHARE = 0.6;
/* More breaks than that are harder to read than narrow bars. */
enum { STRETCH_MOST = 3 };

static int64_t
time_of(const struct gantt_span *span, const struct task *task)
{
	const struct schedule *times = &span->times[task - span->plan->tasks];
	bool drawn = task->timed && !task->ongoing;
	return drawn ? times->finish.weight - times->start.weight : 0;
}

/* The shortest bar of a stage that has one, and of its steps, which stand behind it. Moves on to
 * the next stage. */
static int64_t
shortest_bar(const struct gantt_span *span, uint32_t *next)
{
	const struct task *tasks = span->plan->tasks;
	int64_t shortest = time_of(span, &tasks[*next]);
	while (++*next < span->plan->count && tasks[*next].parent) {
		int64_t time = time_of(span, &tasks[*next]);
		shortest = time > 0 && time < shortest ? time : shortest;
	}
	return shortest;
}

/* A time in which minutes are to be drawn wider. */
struct stretch {
	int64_t from, to, shortest;
};

struct stretches {
	struct stretch *items;
	uint32_t count;
};

static int
by_begin(const void *one, const void *other)
{
	const struct stretch *a = one, *b = other;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->to > b->to) - (a->to < b->to);
}

/* Joins what is less than a day apart, and takes in what is left of a day at both ends: a part of a
 * day between two breaks could not be read. */
static void
join(struct stretches *stretches, const struct gantt_span *span)
{
	uint32_t kept = 0;
	qsort(stretches->items, stretches->count, sizeof *stretches->items, by_begin);
	for (uint32_t i = 0; i < stretches->count; i++) {
		struct stretch next = stretches->items[i],
			       *last = kept ? &stretches->items[kept - 1] : NULL;
		next.from = next.from < span->day ? 0 : next.from;
		next.to = span->end - next.to < span->day ? span->end : next.to;
		if (!last || next.from - last->to >= span->day) {
			stretches->items[kept++] = next;
			continue;
		}
		last->to = next.to > last->to ? next.to : last->to;
		last->shortest = next.shortest < last->shortest ? next.shortest : last->shortest;
	}
	stretches->count = kept;
}

/* The times of stages shorter than a day in which some bar would be too narrow. */
static struct stretches
find_stretches(const struct gantt_span *span, double width_of_day, struct arena *arena)
{
	const struct plan *plan = span->plan;
	struct stretches stretches = {
	    arena_array(arena, (size_t)plan->count + 1, sizeof *stretches.items), 0};
	for (uint32_t i = 0; i < plan->count;) {
		const struct schedule *times = &span->times[i];
		int64_t whole = time_of(span, &plan->tasks[i]), shortest = shortest_bar(span, &i);
		double width = (double)shortest / (double)span->day * width_of_day;
		if (whole > 0 && whole < span->day && width < SEEN)
			stretches.items[stretches.count++] =
			    (struct stretch){times->start.weight, times->finish.weight, shortest};
	}
	join(&stretches, span);
	if (stretches.count > STRETCH_MOST)
		stretches.count = 0;
	return stretches;
}

static void
add_zone(struct gantt_scale *scale, int64_t from, int64_t to, double width, bool stretched)
{
	double x = gantt_scale_width(scale);
	if (to > from)
		scale->zones[scale->count++] = (struct gantt_zone){from, to, x, width, stretched};
}

static double
stretch_width(const struct gantt_span *span, const struct stretch *stretch, uint32_t count)
{
	double wanted =
		   (double)(stretch->to - stretch->from) / (double)stretch->shortest * SHORTEST,
	       most = span->width * STRETCH_SHARE / count;
	most = most > STRETCH_LEAST ? most : STRETCH_LEAST;
	return wanted < STRETCH_LEAST ? STRETCH_LEAST : wanted < most ? wanted : most;
}

static double
day_width(const struct gantt_span *span, double width, double days)
{
	double day = days > 0 ? width / days : span->day_most;
	return day > span->day_most    ? span->day_most
	       : day < span->day_least ? span->day_least
				       : day;
}

struct gantt_scale
gantt_scale_make(const struct gantt_span *span, struct arena *arena)
{
	int64_t days = span->end > 0 ? (span->end + span->day - 1) / span->day : 1,
		end = days * span->day, at = 0;
	struct stretches stretches =
	    find_stretches(span, day_width(span, span->width, (double)days), arena);
	struct gantt_scale scale = {
	    .zones = arena_array(arena, 2 * (size_t)stretches.count + 1, sizeof *scale.zones)};
	double width = 0;
	if (stretches.count && stretches.items[stretches.count - 1].to == span->end)
		end = span->end;
	int64_t coarse = end;
	for (uint32_t i = 0; i < stretches.count; i++) {
		coarse -= stretches.items[i].to - stretches.items[i].from;
		width += stretch_width(span, &stretches.items[i], stretches.count);
	}
	double day = day_width(span, span->width - width, (double)coarse / (double)span->day);
	for (uint32_t i = 0; i < stretches.count; i++) {
		const struct stretch *stretch = &stretches.items[i];
		add_zone(&scale, at, stretch->from,
			 (double)(stretch->from - at) / (double)span->day * day, false);
		add_zone(&scale, stretch->from, stretch->to,
			 stretch_width(span, stretch, stretches.count), true);
		at = stretch->to;
	}
	add_zone(&scale, at, end, (double)(end - at) / (double)span->day * day, false);
	return scale;
}

double
gantt_scale_at(const struct gantt_scale *scale, int64_t time)
{
	uint32_t i = 0;
	while (i + 1 < scale->count && time > scale->zones[i].to)
		i++;
	const struct gantt_zone *zone = &scale->zones[i];
	return zone->x +
	       (double)(time - zone->from) / (double)(zone->to - zone->from) * zone->width;
}

double
gantt_scale_width(const struct gantt_scale *scale)
{
	const struct gantt_zone *last = scale->count ? &scale->zones[scale->count - 1] : NULL;
	return last ? last->x + last->width : 0;
}
