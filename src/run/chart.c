/* SPDX-License-Identifier: MIT */
/* Rows of stages and steps over the days of the calendar. A bar goes from the day on which
 * something may begin to the one on which it is to end, or was done; the line below it is what was
 * planned. Weeks have a line each, and today a thick one. */
#include "run/chart.h"

#include "draw/pen/svg_pen.h"
#include "support/date.h"

enum { NAMES = 330, NOTES = 150, MARGIN = 14, AXIS = 30, BAR = 12, PAD = 6, WEEK = 7 };
enum { DAYS_WIDE = 720, DAY_LEAST = 3, DAY_MOST = 26 };

static const struct svg_font font_stage = {13, true}, font_step = {13, false},
			     font_note = {11, false};

static const char light[] = "{}ground{fill:#ffffff}"
			    "{}text{fill:#1b2128}"
			    "{}faint{fill:#56606b}"
			    "{}grid{stroke:#e3e8ee;stroke-width:1}"
			    "{}month{stroke:#b9c3cf;stroke-width:1}"
			    "{}today{stroke:#c62828;stroke-width:2}"
			    "{}mark{fill:#c62828}"
			    "{}plan{fill:#b9c3cf}"
			    "{}open{fill:#3567b0}"
			    "{}waiting{fill:#9db8de}"
			    "{}late{fill:#c62828}"
			    "{}done{fill:#2e7d4f}";
static const char dark[] = "{}ground{fill:#14181d}"
			   "{}text{fill:#e3e7ec}"
			   "{}faint{fill:#a5b0bb}"
			   "{}grid{stroke:#242c35}"
			   "{}month{stroke:#4a5663}"
			   "{}plan{fill:#56606b}"
			   "{}open{fill:#7d9fd6}"
			   "{}waiting{fill:#3f5577}"
			   "{}late{fill:#ef6c64}"
			   "{}done{fill:#66b98a}"
			   "{}today{stroke:#ef6c64}"
			   "{}mark{fill:#ef6c64}";

/* A row of the chart. */
struct chart_row {
	struct run_row row;
	struct svg_lines name;
	double y, height;
};

struct run_charting {
	const struct run_sights *sights;
	const struct run_sight *run;
	struct pen *pen;
	struct chart_row *rows;
	uint32_t count;
	int32_t from, to; /* days */
	double day;       /* the width of one */
	double bottom;
};

static double
at_day(const struct run_charting *chart, double day)
{
	return MARGIN + NAMES + (day - chart->from) * chart->day;
}

/* Where in its day an instant is, from the morning to the evening. */
static double
at_instant(const struct run_charting *chart, struct instant instant)
{
	const struct worktime *worktime = chart->run->voice.model->worktime;
	int32_t day = instant_day(instant);
	double morning = (double)worktime_morning(worktime, day),
	       evening = (double)worktime_evening(worktime, day);
	double part = ((double)instant.at - morning) / (evening - morning);
	part = part < 0 ? 0 : part > 1 ? 1 : part;
	return at_day(chart, day + part);
}

static struct instant
begin_of(const struct run_charting *chart, const struct progress_item *item)
{
	struct instant start = item->start;
	start.at = instant_of_work(chart->run->voice.model->worktime, start);
	return start.at < item->end.at ? start : item->end;
}

static void
spread(struct run_charting *chart, struct instant instant)
{
	int32_t day = instant_day(instant);
	chart->from = day < chart->from ? day : chart->from;
	chart->to = day + 1 > chart->to ? day + 1 : chart->to;
}

static void
find_days(struct run_charting *chart)
{
	const struct progress *progress = chart->run->progress;
	chart->from = chart->sights->today;
	chart->to = chart->from + 1;
	spread(chart, progress->start);
	spread(chart, progress->finish);
	spread(chart, progress->plan_finish);
	chart->from -= ((chart->from + 3) % WEEK + WEEK) % WEEK; /* to a Monday */
	double wide = (double)DAYS_WIDE / (chart->to - chart->from);
	chart->day = wide < DAY_LEAST ? DAY_LEAST : wide > DAY_MOST ? DAY_MOST : wide;
}

static void
measure_rows(struct run_charting *chart)
{
	const struct progress *progress = chart->run->progress;
	struct arena *arena = chart->sights->arena;
	double y = MARGIN + AXIS;
	chart->rows = arena_array(arena, (size_t)progress->count + 1, sizeof *chart->rows);
	for (uint32_t i = 0; i < progress->count; i++) {
		const struct run_row row = {chart->run, &progress->items[i], arena};
		struct chart_row *made = &chart->rows[chart->count];
		if (!row.item->whole && !run_is_step(chart->sights, &row))
			continue;
		struct svg_font font = row.item->outer == PLAN_NONE ? font_stage : font_step;
		made->row = row;
		made->name = svg_text_wrap(arena, run_name(&row), font, NAMES - 2 * PAD, false);
		double text = svg_lines_height(&made->name, font);
		made->y = y;
		made->height = (text > BAR ? text : BAR) + 2 * PAD;
		y += made->height;
		chart->count++;
	}
	chart->bottom = y;
}

/* ---- drawing */

static void
put_words(const struct run_charting *chart, const char *text, struct spot at, const char *anchor,
	  const char *class)
{
	struct svg_lines lines =
	    svg_text_wrap(chart->sights->arena, text, font_note, NOTES * 2, false);
	pen_lines(chart->pen, &lines, font_note, at, anchor, class);
}

static const char *
day_text(const struct run_charting *chart, int32_t day)
{
	struct civil civil = date_civil(day);
	return arena_printf(chart->sights->arena, "%02d.%02d", civil.day, civil.month);
}

/* A line for each week, or for every so many that their days can be read. */
static void
draw_axis(const struct run_charting *chart)
{
	int32_t step = WEEK;
	while (step * chart->day < 42)
		step += WEEK;
	for (int32_t day = chart->from; day <= chart->to; day += step) {
		pen_path(chart->pen, "grid", "M%.1f %dV%.1f", at_day(chart, day),
			 MARGIN + AXIS - PAD, chart->bottom);
		put_words(chart, day_text(chart, day),
			  (struct spot){at_day(chart, day) + 2, MARGIN + AXIS - 20}, "start",
			  "faint");
	}
}

static void
draw_today(const struct run_charting *chart)
{
	double x = at_day(chart, chart->sights->today);
	pen_path(chart->pen, "today", "M%.1f %dV%.1f", x, MARGIN + 4, chart->bottom);
	put_words(chart, show_word(&chart->run->voice, WORD_REGISTER_TODAY),
		  (struct spot){x + 4, MARGIN - 6}, "start", "mark");
}

static void
draw_bar(const struct run_charting *chart, double from, double to, double y, double height,
	 const char *class)
{
	const struct box box = {from, y, to - from < 2 ? 2 : to - from, height};
	pen_rect(chart->pen, &box, height / 4, class);
}

static void
draw_row(const struct run_charting *chart, const struct chart_row *row)
{
	const struct progress_item *item = row->row.item;
	bool stage = item->outer == PLAN_NONE;
	double middle = row->y + row->height / 2, bar = item->whole ? BAR / 2.0 : BAR;
	double end = at_instant(chart, item->end);
	pen_lines(chart->pen, &row->name, stage ? font_stage : font_step,
		  (struct spot){MARGIN + (stage ? 0 : PAD * 2), row->y + PAD}, "start", "text");
	draw_bar(chart, at_instant(chart, begin_of(chart, item)), end, middle - bar / 2 - 1, bar,
		 run_state_key(item->state));
	if (item->planned)
		draw_bar(chart, at_instant(chart, item->plan_start),
			 at_instant(chart, item->plan_due), middle + BAR / 2 + 1, 2, "plan");
	const char *day =
	    item->state == PROGRESS_DONE || item->has_due
		? day_text(chart, instant_day(item->state == PROGRESS_DONE ? item->end : item->due))
		: "";
	put_words(chart, day, (struct spot){end + 5, middle - 8}, "start",
		  item->state == PROGRESS_LATE ? "mark" : "faint");
}

void
run_chart(const struct run_sights *sights, const struct run_sight *run, uint32_t number,
	  struct buf *out)
{
	struct run_charting chart = {.sights = sights, .run = run};
	const char *prefix = arena_printf(sights->arena, "r%u-", number);
	struct svg_pen pen = svg_pen(out, NULL, prefix);
	chart.pen = &pen.pen;
	find_days(&chart);
	measure_rows(&chart);
	const struct pen_picture picture = {.width = at_day(&chart, chart.to) + NOTES / 3.0,
					    .height = chart.bottom + MARGIN,
					    .label = run_title(run)};
	pen_begin(chart.pen, &picture);
	pen_style(chart.pen, light, dark);
	pen_title(chart.pen, run_title(run));
	pen_rect(chart.pen, &(struct box){0, 0, picture.width, picture.height}, 0, "ground");
	draw_axis(&chart);
	for (uint32_t i = 0; i < chart.count; i++)
		draw_row(&chart, &chart.rows[i]);
	draw_today(&chart);
	pen_end(chart.pen);
}
