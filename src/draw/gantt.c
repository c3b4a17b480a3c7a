/* SPDX-License-Identifier: MIT */
#include "draw/gantt.h"

#include "draw/accent.h"
#include "draw/gantt_draw.h"
#include "draw/logo.h"
#include "model/fields.h"
#include "plan/part.h"
#include "plan/part_said.h"
#include "plan/time/shown_times.h"
#include "plan/time/takes.h"

static const struct svg_font font_title = {18, true}, font_stage = {12.5, true},
			     font_step = {12.5, false};
static const double LEGEND = 34, NAMES = 300, NOTES = 320, NAMES_ON_PAPER = 210,
		    NOTES_ON_PAPER = 170, LEGEND_WIDTH = 900, INDENT = 16, PAD = 6, BAR = GANTT_BAR,
		    GAP = 6;
/* The ground of a note: lines of days and arrows stop there. */
static const double CLEAR = 3;
/* Of the arrow from a bar to one that waits for it: how far inside of both it stands, its tip, how
 * near to the edge of a row. */
static const double INSET = 5, TIP = GANTT_TIP, EDGE = 2;
/* A day is as wide as fits CHART_WIDTH, but no narrower than DAY_LEAST as long as the chart stays
 * within CHART_MOST: viewers show no wider pictures. */
static const double DAY_LEAST = 3, DAY_MOST = 48, CHART_WIDTH = 1000, CHART_MOST = 12000;

static const char light[] =
    "{}ground{fill:#fff}"
    "{}even{fill:#f6f8fb}"
    "{}grid{stroke:#dbe2ec;fill:none}"
    "{}week{stroke:#b6c2d2;fill:none}"
    "{}break{stroke:#56606f;stroke-width:1.5;fill:none}"
    "{}ink{fill:#1f2937}"
    "{}faint{fill:#56606f}"
    "{}strong{font-weight:bold}"
    "{}stage{fill:#5b7db1}"
    "{}step{fill:#a9c4ea}"
    "{}critical{fill:#d9534f}"
    "{}step{}critical{fill:#eb9b98}"
    "{}slack{stroke:#64748b;stroke-width:1.5;stroke-dasharray:2 3;fill:none}"
    "{}point{fill:#475569}"
    "{}endless{fill:#c9d3df}"
    "{}aside{fill:#fff;stroke:#7c8aa0;stroke-dasharray:4 2}"
    "{}partial{fill-opacity:.45;stroke:#41628f;stroke-width:1.5;stroke-dasharray:7 3}"
    "{}critical{}partial{stroke:#a8322e}"
    "{}link{stroke:#7c8aa0;fill:none}"
    "{}tip{fill:#7c8aa0}"
    "{}link{}critical{stroke:#d9534f;fill:none}"
    "{}tip{}critical{fill:#d9534f}";

/* The ground of dark screens. */
enum { NIGHT = 0x10151D };

static const char dark[] = "{}ground{fill:#10151d}"
			   "{}even{fill:#19212d}"
			   "{}grid{stroke:#263244}"
			   "{}week{stroke:#475569}"
			   "{}break{stroke:#a9b6c6}"
			   "{}ink{fill:#e8edf4}"
			   "{}faint{fill:#a9b6c6}"
			   "{}stage{fill:#7d9fd6}"
			   "{}step{fill:#4a6898}"
			   "{}critical{fill:#f0716c}"
			   "{}step{}critical{fill:#a3433f}"
			   "{}slack{stroke:#a9b6c6}"
			   "{}point{fill:#b8c4d3}"
			   "{}endless{fill:#3b4858}"
			   "{}aside{fill:#10151d;stroke:#8494aa}"
			   "{}partial{stroke:#a9c0e6}"
			   "{}critical{}partial{stroke:#ff9d98}"
			   "{}link{stroke:#8494aa}"
			   "{}tip{fill:#8494aa}"
			   "{}link{}critical{stroke:#f0716c}"
			   "{}tip{}critical{fill:#f0716c}";

/* A task on the chart. */
struct gantt_row {
	const struct task *task;
	struct svg_lines name, note; /* the note stands behind the bar */
	double y, height;
	unsigned level;
	bool hidden; /* only stages are drawn */
};

static double
at_time(const struct gantt *gantt, struct length time)
{
	return gantt->left + gantt_scale_at(&gantt->scale, time.weight);
}

/* Where all has ended that is drawn. */
static double
right_of(const struct gantt *gantt)
{
	return gantt->left + gantt_scale_width(&gantt->scale);
}

/* True for what only some variants have: an alternative to others. */
static bool
is_partial(const struct task *task)
{
	while (task && !task_only(task->entity)->count)
		task = task->parent;
	return task;
}

/* «2 дня · Стратег · утверждает Директор · только: Ключевой клиент» */
static const char *
note_of(const struct gantt *gantt, const struct task *task)
{
	struct buf note = {0};
	if (task->ongoing)
		buf_puts(&note, show_word(gantt->voice, WORD_ONGOING));
	else if (task->timed)
		buf_puts(&note, task_takes(gantt->voice, gantt->plan, task, gantt->arena));
	const struct role *role = part_responsible(task->entity, part_shown(task->entity)),
			  *approver = part_approver(task->entity);
	bool differs = part_cases(task->entity, gantt->arena).count > 1 || task->entity->untold;
	const char *roles = differs ? part_said(task->entity, gantt->arena) : "";
	if (role)
		buf_printf(&note, "%s%s", note.length ? " · " : "",
			   *roles ? roles : entity_name(&role->base));
	if (approver)
		buf_printf(&note, "%s%s", note.length ? " · " : "",
			   show_word_with(gantt->voice, WORD_APPROVED_BY,
					  entity_name(&approver->base), gantt->arena));
	const struct refs *only = task_only(task->entity);
	for (uint32_t i = 0; i < only->count; i++)
		buf_printf(&note, "%s%s",
			   i             ? ", "
			   : note.length ? " · "
					 : "",
			   i ? show_ref(gantt->voice, &only->items[i])
			     : show_word_with(gantt->voice, WORD_ONLY_FOR,
					      show_ref(gantt->voice, &only->items[i]),
					      gantt->arena));
	const char *text = arena_string(gantt->arena, buf_text(&note));
	buf_free(&note);
	return text;
}

static struct schedule
times_of(const struct gantt *gantt, const struct task *task)
{
	return gantt->times[task - gantt->plan->tasks];
}

/* What is critical, and how far the rest may slip, is no business of clients. */
static bool
is_critical(const struct gantt *gantt, const struct task *task)
{
	return !gantt->model->for_clients && task->critical[ESTIMATE_MOST];
}

static struct length
slack_of(const struct gantt *gantt, const struct task *task)
{
	bool told = !gantt->model->for_clients && !task->ongoing;
	return told ? times_of(gantt, task).slack : (struct length){0};
}

static bool
is_point(const struct task *task, const struct schedule *times)
{
	return !task->ongoing && (!task->timed || times->finish.weight == times->start.weight);
}

/* What the legend is to explain of a row. */
static void
note_signs(struct gantt *gantt, const struct gantt_row *row)
{
	const struct task *task = row->task;
	const struct schedule times = times_of(gantt, task);
	bool critical = is_critical(gantt, task), bar = !is_point(task, &times),
	     told = !gantt->model->for_clients, usual = task_is_usual(task);
	gantt->signs[GANTT_SIGN_CRITICAL] |= bar && critical && usual;
	gantt->signs[GANTT_SIGN_USUAL] |= bar && !critical && usual && !task->ongoing && told;
	gantt->signs[GANTT_SIGN_STEP] |= bar && row->level && usual && !task->ongoing;
	gantt->signs[GANTT_SIGN_POINT] |= !bar;
	gantt->signs[GANTT_SIGN_ONGOING] |= task->ongoing && usual;
	gantt->signs[GANTT_SIGN_SLACK] |= bar && slack_of(gantt, task).weight > 0;
	gantt->signs[GANTT_SIGN_ASIDE] |= bar && !usual;
	gantt->signs[GANTT_SIGN_PARTIAL] |= bar && is_partial(task);
}

static void
measure_rows(struct gantt *gantt)
{
	gantt->rows = arena_array(gantt->arena, gantt->plan->count, sizeof *gantt->rows);
	double y = gantt_top(gantt) + GANTT_AXIS;
	for (uint32_t i = 0; i < gantt->plan->count; i++) {
		struct gantt_row *row = &gantt->rows[gantt->count++];
		const struct task *task = &gantt->plan->tasks[i];
		row->task = task;
		row->level = task_level(task);
		row->y = y;
		row->hidden = gantt->options.stages && row->level;
		if (row->hidden)
			continue;
		struct svg_font font = row->level ? font_step : font_stage;
		const char *name = show_numbered(task->entity, gantt->arena);
		row->name = svg_text_wrap(gantt->arena, name, font,
					  gantt->names - PAD - INDENT * row->level, false);
		row->note = svg_text_wrap(gantt->arena, note_of(gantt, task), gantt_font_note,
					  gantt->notes, false);
		double text = svg_lines_height(&row->name, font),
		       note = svg_lines_height(&row->note, gantt_font_note);
		text = note > text ? note : text;
		row->height = (text > BAR ? text : BAR) + 2 * PAD;
		y += row->height;
		note_signs(gantt, row);
	}
}

/* Where the note of a row begins: behind its bar and the time it may slip. */
static double
note_at(const struct gantt *gantt, const struct gantt_row *row)
{
	const struct schedule times = times_of(gantt, row->task);
	struct length slack = row->task->timed ? slack_of(gantt, row->task) : (struct length){0};
	if (row->task->ongoing)
		return right_of(gantt) + GAP;
	return at_time(gantt, length_sum(times.finish, slack)) + GAP +
	       (row->task->timed ? 0 : BAR / 2);
}

/* When all has ended that is drawn, exceptions, too. */
static int64_t
last_end(const struct gantt *gantt)
{
	const struct plan *plan = gantt->plan;
	int64_t last = plan->total[ESTIMATE_MOST].weight;
	for (uint32_t i = 0; i < plan->count; i++) {
		int64_t end = gantt->times[i].finish.weight;
		last = end > last ? end : last;
	}
	return last;
}

/* The width of all days: on paper what names and notes leave of it. */
static double
chart_width(const struct gantt *gantt)
{
	double paper = gantt->options.width;
	return paper > 0 ? paper - gantt->left - gantt->notes - BAR - GANTT_MARGIN : CHART_WIDTH;
}

/* What the legend is to explain of arrows between rows, and of the scale. */
static void
note_other_signs(struct gantt *gantt)
{
	gantt->signs[GANTT_SIGN_BREAK] = gantt->scale.count > 1;
	for (uint32_t i = 0; i < gantt->plan->dependency_count; i++) {
		const struct dependency *lead = &gantt->plan->dependencies[i];
		gantt->signs[GANTT_SIGN_LINK] |=
		    !gantt->rows[lead->from - gantt->plan->tasks].hidden ||
		    !gantt->rows[lead->to - gantt->plan->tasks].hidden;
	}
}

static void
measure(struct gantt *gantt)
{
	gantt->times = plan_shown_times(gantt->plan, gantt->arena);
	gantt->left = GANTT_MARGIN + gantt->names + GAP;
	int64_t day = (int64_t)gantt->model->minutes_per_day * CLOCK_WEEK, last = last_end(gantt),
		days = last > 0 ? (last + day - 1) / day : 1;
	double least =
	    (double)days * DAY_LEAST > CHART_MOST ? CHART_MOST / (double)days : DAY_LEAST;
	const struct gantt_span span = {.plan = gantt->plan,
					.times = gantt->times,
					.day = day,
					.end = last,
					.width = chart_width(gantt),
					.day_least = gantt->options.width > 0 ? 0 : least,
					.day_most = DAY_MOST};
	gantt->scale = gantt_scale_make(&span, gantt->arena);
	measure_rows(gantt);
	note_other_signs(gantt);
	gantt->width = right_of(gantt);
	for (uint32_t i = 0; i < gantt->count; i++) {
		double end = note_at(gantt, &gantt->rows[i]) + gantt->rows[i].note.width + CLEAR;
		gantt->width = end > gantt->width ? end : gantt->width;
	}
	if (gantt->options.width > 0) {
		gantt->width = gantt->options.width;
		return;
	}
	gantt->width = (gantt->width > LEGEND_WIDTH ? gantt->width : LEGEND_WIDTH) + GANTT_MARGIN;
}

static void
draw_heading(struct gantt *gantt)
{
	const char *note = show_word(gantt->voice, WORD_GANTT);
	if (gantt->plan->total[ESTIMATE_MOST].weight)
		note = arena_printf(gantt->arena, "%s · %s: %s", note, show_total(gantt->voice),
				    show_lengths(gantt->voice, gantt->plan->total[ESTIMATE_BEST],
						 gantt->plan->total[ESTIMATE_MOST], gantt->arena));
	else
		note = arena_printf(gantt->arena, "%s · %s", note,
				    show_word(gantt->voice, WORD_NO_TIMES));
	double width = gantt->width - 2 * GANTT_MARGIN - logo_width(gantt->model);
	struct svg_lines title = svg_text_fit(
	    gantt->arena, entity_name(&model_process(gantt->model)->base), font_title, width, 1);
	struct svg_lines below = svg_text_fit(gantt->arena, note, font_step, width, 1);
	accent_band(gantt->model, gantt->width, gantt->pen);
	logo_draw(gantt->voice, (struct spot){gantt->width - GANTT_MARGIN, 0}, gantt->pen);
	pen_lines(gantt->pen, &title, font_title, (struct spot){GANTT_MARGIN, GANTT_MARGIN - 4},
		  "start", "ink strong");
	pen_lines(gantt->pen, &below, font_step,
		  (struct spot){GANTT_MARGIN, GANTT_MARGIN + svg_leading(font_title) - 1}, "start",
		  "faint");
}

/* Where the sign of a row stands: a bar, or a diamond around its moment. */
static struct box
box_of(const struct gantt *gantt, const struct gantt_row *row)
{
	const struct schedule times = times_of(gantt, row->task);
	double x = at_time(gantt, times.start), width = at_time(gantt, times.finish) - x;
	if (row->task->ongoing)
		width = right_of(gantt) - x;
	double height = row->level ? BAR - 3 : BAR, middle = row->y - gantt->up + row->height / 2;
	if (is_point(row->task, &times))
		return (struct box){x - BAR / 3, middle - BAR / 3, 2 * BAR / 3, 2 * BAR / 3};
	return (struct box){x, middle - height / 2, width > 2 ? width : 2, height};
}

static void
draw_bar(struct gantt *gantt, const struct gantt_row *row)
{
	const struct schedule times = times_of(gantt, row->task);
	struct box box = box_of(gantt, row);
	double middle = row->y - gantt->up + row->height / 2;
	if (is_point(row->task, &times)) {
		gantt_draw_point(gantt, (struct spot){box.x + box.width / 2, middle});
		return;
	}
	const char *class = !task_is_usual(row->task) ? "aside"
			    : row->task->ongoing      ? "endless"
			    : row->level              ? "step"
						      : "stage";
	pen_rect(gantt->pen, &box, 3,
		 arena_printf(gantt->arena, "%s%s%s", class,
			      is_critical(gantt, row->task) ? " critical" : "",
			      is_partial(row->task) ? " partial" : ""));
	struct length slack = slack_of(gantt, row->task);
	if (slack.weight > 0)
		pen_path(gantt->pen, "slack", "M%.1f %.1fH%.1f", box.x + box.width + 2, middle,
			 at_time(gantt, length_sum(times.finish, slack)));
}

static struct spot
note_spot(const struct gantt *gantt, const struct gantt_row *row)
{
	double middle = row->y - gantt->up + row->height / 2;
	return (struct spot){note_at(gantt, row),
			     middle - svg_lines_height(&row->note, gantt_font_note) / 2};
}

/* A ground for the note: lines do not run through it. */
static void
clear_note(struct gantt *gantt, const struct gantt_row *row)
{
	struct spot note = note_spot(gantt, row);
	struct box box = {note.x - CLEAR, note.y, row->note.width + 2 * CLEAR,
			  svg_lines_height(&row->note, gantt_font_note)};
	if (row->note.count)
		pen_rect(gantt->pen, &box, 0, row->level ? "ground clear" : "even clear");
}

static void
draw_texts(struct gantt *gantt, const struct gantt_row *row)
{
	struct svg_font font = row->level ? font_step : font_stage;
	double middle = row->y - gantt->up + row->height / 2;
	struct spot name = {GANTT_MARGIN + PAD + INDENT * row->level,
			    middle - svg_lines_height(&row->name, font) / 2};
	pen_lines(gantt->pen, &row->name, font, name, "start", row->level ? "ink" : "ink strong");
	pen_lines(gantt->pen, &row->note, gantt_font_note, note_spot(gantt, row), "start",
		  "faint note");
}

/* How far inside of a bar an arrow stands. */
static double
inset(const struct box *box)
{
	return box->width < 2 * INSET ? box->width / 2 : INSET;
}

static bool
is_on_page(const struct gantt *gantt, const struct gantt_row *row)
{
	size_t number = (size_t)(row - gantt->rows);
	return !row->hidden && number >= gantt->first && number < gantt->behind;
}

/* From below the end of a bar along the edge of the other's row to above its beginning; upside down
 * for one further up. Of a link to another page what is on this one. */
static void
draw_link(struct gantt *gantt, const struct gantt_row *from, const struct gantt_row *to,
	  bool critical)
{
	struct box a = box_of(gantt, from), b = box_of(gantt, to);
	bool up = to->y < from->y, begins = is_on_page(gantt, from), ends = is_on_page(gantt, to);
	double out = a.x + a.width - inset(&a), in = b.x + inset(&b), back = up ? TIP : -TIP;
	double start = up ? a.y : a.y + a.height, end = up ? b.y + b.height : b.y,
	       edge = (up ? to->y + to->height - EDGE : to->y + EDGE) - gantt->up;
	const char *class = critical ? "link critical" : "link";
	double first = gantt_top(gantt) + GANTT_AXIS, last = gantt->bottom;
	if (begins && ends)
		pen_path(gantt->pen, class, "M%.1f %.1fV%.1fH%.1fV%.1f", out, start, edge, in,
			 end + back);
	else if (begins)
		pen_path(gantt->pen, class, "M%.1f %.1fV%.1f", out, start, up ? first : last);
	else if (ends)
		pen_path(gantt->pen, class, "M%.1f %.1fV%.1f", in, up ? last : first, end + back);
	if (ends)
		pen_path(gantt->pen, critical ? "tip critical" : "tip",
			 "M%.1f %.1fl%.1f %.1fh%.1fz", in, end, -TIP, back, 2 * TIP);
}

/* Those between critical tasks, or the others. */
static void
draw_links(struct gantt *gantt, bool critical)
{
	for (uint32_t i = 0; i < gantt->plan->dependency_count; i++) {
		const struct dependency *lead = &gantt->plan->dependencies[i];
		bool both = is_critical(gantt, lead->from) && is_critical(gantt, lead->to);
		if (both == critical)
			draw_link(gantt, &gantt->rows[lead->from - gantt->plan->tasks],
				  &gantt->rows[lead->to - gantt->plan->tasks], critical);
	}
}

/* Bands of stages, over them the lines of the days and what waits for what, over these the bars. */
static void
draw_rows(struct gantt *gantt)
{
	for (uint32_t i = gantt->first; i < gantt->behind; i++) {
		const struct gantt_row *row = &gantt->rows[i];
		struct box band = {GANTT_MARGIN, row->y - gantt->up,
				   gantt->width - 2 * GANTT_MARGIN, row->height};
		if (!row->level)
			pen_rect(gantt->pen, &band, 0, "even");
	}
	gantt_draw_axis(gantt);
	draw_links(gantt, false);
	draw_links(gantt, true);
	for (uint32_t i = gantt->first; i < gantt->behind; i++) {
		if (gantt->rows[i].hidden)
			continue;
		const struct entity *entity = gantt->rows[i].task->entity;
		const struct pen_group group = {
		    .class = "task", .id = entity->anchor, .title = entity_name(entity)};
		clear_note(gantt, &gantt->rows[i]);
		pen_open(gantt->pen, &group);
		draw_bar(gantt, &gantt->rows[i]);
		draw_texts(gantt, &gantt->rows[i]);
		pen_close(gantt->pen, &group);
	}
}

static bool
has_legend(const struct gantt *gantt)
{
	return gantt->behind == gantt->count;
}

/* What stands below the rows of a page. */
static double
foot_of(struct gantt *gantt)
{
	double legend = has_legend(gantt) ? gantt_put_legend(gantt, 0, false) : 0;
	if (!(gantt->options.width > 0))
		return LEGEND - BAR + legend + GANTT_MARGIN;
	return legend > 0 ? legend + 2 * PAD : 2;
}

static void
draw_legend(struct gantt *gantt)
{
	double below = gantt->options.width > 0 ? PAD : GANTT_MARGIN;
	if (has_legend(gantt))
		gantt_put_legend(gantt, gantt->height - below - gantt_put_legend(gantt, 0, false),
				 true);
}

/* Takes a page in hand. */
static void
turn_to(struct gantt *gantt, uint32_t first, uint32_t behind)
{
	const struct gantt_row *rows = gantt->rows;
	gantt->first = first;
	gantt->behind = behind;
	gantt->up = behind > first ? rows[first].y - gantt_top(gantt) - GANTT_AXIS : 0;
	double end = behind > first ? rows[behind - 1].y + rows[behind - 1].height - gantt->up
				    : gantt_top(gantt) + GANTT_AXIS;
	gantt->height = end + foot_of(gantt);
	gantt->bottom = gantt->height - foot_of(gantt);
}

/* Parts the rows into pages: at the last stage that still fits, unless that left the page emptier
 * than full. */
static void
find_pages(struct gantt *gantt)
{
	gantt->page_from =
	    arena_array(gantt->arena, (size_t)gantt->count + 2, sizeof *gantt->page_from);
	uint32_t from = 0, stage = 0;
	for (uint32_t i = 1; i < gantt->count && gantt->options.height > 0; i++) {
		turn_to(gantt, from, i + 1);
		if (gantt->height > gantt->options.height) {
			from = stage > from + (i - from) / 2 ? stage : i;
			gantt->page_from[++gantt->page_count] = from;
		}
		stage = gantt->rows[i].level ? stage : i;
	}
	gantt->page_from[++gantt->page_count] = gantt->count;
}

struct gantt *
gantt_new(const struct voice *voice, const struct plan *plan, const struct gantt_options *options,
	  struct arena *arena)
{
	bool paper = options->width > 0;
	struct gantt *gantt = arena_alloc(arena, sizeof *gantt);
	*gantt = (struct gantt){.model = voice->model,
				.voice = voice,
				.plan = plan,
				.arena = arena,
				.options = *options,
				.names = paper ? NAMES_ON_PAPER : NAMES,
				.notes = paper ? NOTES_ON_PAPER : NOTES};
	measure(gantt);
	find_pages(gantt);
	return gantt;
}

uint32_t
gantt_pages(const struct gantt *gantt)
{
	return gantt->page_count;
}

struct box
gantt_page(struct gantt *gantt, uint32_t number)
{
	turn_to(gantt, gantt->page_from[number], gantt->page_from[number + 1]);
	return (struct box){0, 0, gantt->width, gantt->height};
}

static void
style(struct gantt *gantt)
{
	struct buf on_light = {0}, on_dark = {0};
	buf_puts(&on_light, light);
	buf_puts(&on_dark, dark);
	accent_rules(gantt->model, NIGHT, &on_light, &on_dark);
	logo_rules(gantt->model, &on_light, &on_dark);
	pen_style(gantt->pen, buf_text(&on_light), buf_text(&on_dark));
	buf_free(&on_light);
	buf_free(&on_dark);
}

void
gantt_draw(struct gantt *gantt, uint32_t number, struct pen *pen)
{
	const char *name = entity_name(&model_process(gantt->model)->base);
	const struct box ground = gantt_page(gantt, number);
	const struct pen_picture picture = {
	    .width = gantt->width,
	    .height = gantt->height,
	    .label =
		arena_printf(gantt->arena, "%s: %s", show_word(gantt->voice, WORD_GANTT), name)};
	gantt->pen = pen;
	pen_begin(pen, &picture);
	pen_title(pen, name);
	style(gantt);
	pen_rect(pen, &ground, 0, "ground");
	if (!(gantt->options.width > 0))
		draw_heading(gantt);
	draw_rows(gantt);
	draw_legend(gantt);
	pen_end(pen);
}
