/* SPDX-License-Identifier: MIT */
/* The axis of a schedule: lines and numbers at days, at minutes where the scale is wider, and
 * between both a break. */
#include "draw/gantt_draw.h"

const struct svg_font gantt_font_note = {11, false};

/* Lines and numbers stand so far apart at least. */
static const double LINE_LEAST = 8, TICK_LEAST = 44, MINUTES_LEAST = 66;
/* Of the two strokes of a break: how far they lean and stand apart, and how long they are. */
static const double LEAN = 3, APART = 4, STROKE = 9;

static int64_t
day_of(const struct gantt *gantt)
{
	return (int64_t)gantt->model->minutes_per_day * CLOCK_WEEK;
}

static double
x_of(const struct gantt *gantt, int64_t time)
{
	return gantt->left + gantt_scale_at(&gantt->scale, time);
}

static void
put_line(const struct gantt *gantt, double x, bool strong)
{
	pen_path(gantt->pen, strong ? "week" : "grid", "M%.1f %.1fV%.1f", x,
		 gantt_top(gantt) + GANTT_AXIS - 4, gantt->bottom);
}

/* Where a zone ends there is another label. */
static void
put_label(const struct gantt *gantt, const struct gantt_zone *zone, double x, const char *label)
{
	const struct gantt_scale *scale = &gantt->scale;
	double end = gantt->left + zone->x + zone->width;
	struct svg_lines lines = svg_text_wrap(gantt->arena, label, gantt_font_note, 200, false);
	if (zone + 1 == scale->zones + scale->count || x + 2 + lines.width < end)
		pen_lines(gantt->pen, &lines, gantt_font_note,
			  (struct spot){x + 2, gantt_top(gantt) + 4}, "start", "faint");
}

/* «день 3»; the word once for the days of a zone, `first` is their first. */
static const char *
day_label(const struct gantt *gantt, int64_t day, bool first)
{
	const char *number = arena_printf(gantt->arena, "%lld", (long long)day + 1);
	return first ? show_word_with(gantt->voice, WORD_DAY_NUMBER, number, gantt->arena) : number;
}

/* How many days are so far apart: one, a week, or weeks. */
static int64_t
days_apart(const struct gantt *gantt, const struct gantt_zone *zone, double least)
{
	int64_t week = gantt->model->days_per_week, step = 1, day = day_of(gantt);
	double width = zone->width / (double)(zone->to - zone->from) * (double)day;
	while ((double)step * width < least && step * day < zone->to)
		step = step < week ? week : step * 2;
	return step;
}

/* Lines at the days, stronger at the weeks and at the end of all, and their numbers as far as there
 * is room for them. */
static void
draw_days(const struct gantt *gantt, const struct gantt_zone *zone)
{
	int64_t day = day_of(gantt), week = gantt->model->days_per_week,
		line = days_apart(gantt, zone, LINE_LEAST),
		step = days_apart(gantt, zone, TICK_LEAST), first = (zone->from + day - 1) / day;
	bool said = false;
	for (int64_t i = (first + line - 1) / line * line; i * day < zone->to; i += line) {
		put_line(gantt, x_of(gantt, i * day), i % week == 0);
		if (i % step)
			continue;
		put_label(gantt, zone, x_of(gantt, i * day), day_label(gantt, i, !said));
		said = true;
	}
}

/* How many minutes are so far apart that their numbers fit. */
static int64_t
minutes_apart(const struct gantt_zone *zone)
{
	static const int64_t steps[] = {1, 2, 5, 10, 15, 30, 60, 120, 240};
	double width = zone->width / (double)(zone->to - zone->from) * CLOCK_WEEK;
	size_t i = 0;
	while (i + 1 < sizeof steps / sizeof *steps && (double)steps[i] * width < MINUTES_LEAST)
		i++;
	return steps[i];
}

/* Lines at minutes or hours, which are counted from the beginning of their day. */
static void
draw_minutes(const struct gantt *gantt, const struct gantt_zone *zone)
{
	int64_t day = day_of(gantt), step = minutes_apart(zone) * CLOCK_WEEK,
		week = (int64_t)gantt->model->minutes_per_day * gantt->model->days_per_week,
		at = (zone->from + step - 1) / step * step;
	put_line(gantt, gantt->left + zone->x, true);
	put_label(gantt, zone, gantt->left + zone->x, day_label(gantt, zone->from / day, true));
	if (at == zone->from || x_of(gantt, at) - zone->x - gantt->left < MINUTES_LEAST)
		at += step;
	for (; at < zone->to; at += step) {
		double x = x_of(gantt, at);
		struct length since = length_of(at % day / CLOCK_WEEK, 0, 0, week);
		put_line(gantt, x, false);
		put_label(gantt, zone, x,
			  at % day ? show_length(gantt->voice, since, gantt->arena)
				   : day_label(gantt, at / day, true));
	}
}

void
gantt_draw_break(const struct gantt *gantt, struct spot at)
{
	for (int i = 0; i < 2; i++)
		pen_path(gantt->pen, "break", "M%.1f %.1fl%g -%g", at.x - LEAN + (i - 0.5) * APART,
			 at.y + STROKE / 2, 2 * LEAN, STROKE);
}

void
gantt_draw_axis(const struct gantt *gantt)
{
	const struct gantt_scale *scale = &gantt->scale;
	for (uint32_t i = 0; i < scale->count; i++) {
		const struct gantt_zone *zone = &scale->zones[i];
		if (zone->stretched)
			draw_minutes(gantt, zone);
		else
			draw_days(gantt, zone);
		double x = gantt->left + zone->x;
		if (i)
			put_line(gantt, x, true);
		if (i)
			gantt_draw_break(gantt,
					 (struct spot){x, gantt_top(gantt) + GANTT_AXIS - 4});
	}
	put_line(gantt, gantt->left + gantt_scale_width(scale), true);
}
