/* SPDX-License-Identifier: MIT */
#include "draw/course.h"

#include "draw/accent.h"
#include "draw/signs.h"
#include "draw/pen/svg_color.h"
#include "model/fields.h"
#include "plan/part.h"

#include <inttypes.h>

/* Across a sheet its smallest letters have 7 points. */
static const double WIDTH = 860, CARD_LEAST = 170, GAP = 34, ROW_GAP = 30, GUTTER = 20,
		    PADDING = 10, STRIPE = 5, ENTRY = 24, TWIG = 22, MARK = 14, DISC = 6;

static const struct svg_font font_name = {13.5, true}, font_note = {12.5, false};

static const char light[] = "{}ink{fill:#1f2937}"
			    "{}faint{fill:#4b5563}"
			    "{}strong{font-weight:bold}"
			    "{}card{fill:#fff;stroke:#64748b;stroke-width:1.3}"
			    "{}key{fill:#fff6d9}"
			    "{}blocking{stroke:#b3261e;stroke-width:2.2}"
			    "{}flow{fill:none;stroke:#475569;stroke-width:1.8}"
			    "{}twig{fill:none;stroke:#94a3b8;stroke-width:1.2}"
			    "{}tip{fill:#475569}"
			    "{}start{fill:#e3f4e6;stroke:#2e7d32;stroke-width:2}"
			    "{}star{fill:#b7791f}"
			    "{}stop{fill:#b3261e}"
			    "{}bar{fill:#fff}"
			    "{}nobody{fill:#94a3b8}";

static const char dark[] = "{}ink{fill:#e8edf4}"
			   "{}faint{fill:#b4c0cf}"
			   "{}card{fill:#222d3d;stroke:#8494a8}"
			   "{}key{fill:#3d3418}"
			   "{}blocking{stroke:#ff8a80}"
			   "{}flow{stroke:#b8c4d3}"
			   "{}twig{stroke:#64748b}"
			   "{}tip{fill:#b8c4d3}"
			   "{}start{fill:#17341f;stroke:#81c784}"
			   "{}star{fill:#f6c453}"
			   "{}stop{fill:#ff8a80}"
			   "{}bar{fill:#10151d}";

/* A stage: its card, and below it the routes that lead elsewhere. */
struct course_card {
	const struct stage *stage;
	const struct role *role;
	struct svg_lines name, note;
	struct svg_lines *routes;
	uint32_t route_count;
	bool first;  /* the process begins with it */
	bool onward; /* it leads to the next, … */
	bool aside;  /* … and always somewhere else */
	struct box box;
	double foot; /* where its routes end */
};

struct course {
	const struct voice *voice;
	const char *href;
	struct arena *arena;
	struct course_card *cards;
	uint32_t count, columns;
	double card_width, height;
};

/* The card of a stage; numbers may have gaps where stages are left out. */
static struct course_card *
card_of(const struct course *course, const struct entity *stage)
{
	struct course_card *card = course->cards;
	while (&card->stage->base != stage)
		card++;
	return card;
}

/* «Отказываемся → 10» */
static const char *
route_said(const struct course *course, const struct course_route *route)
{
	const char *to = route->to ? show_number(route->to, course->arena)
				   : show_word(course->voice, WORD_END),
		   *condition = route->condition ? route->condition : "";
	return arena_printf(course->arena, "%s%s→\xC2\xA0%s", condition, *condition ? " " : "", to);
}

/* An arrow shows what usually goes on to the next stage; words show what does so on a condition, or
 * leads elsewhere. */
static void
take_route(struct course *course, const struct course_route *route)
{
	if (!route->from && route->to)
		card_of(course, route->to)->first = true;
	if (!route->from)
		return;
	struct course_card *card = card_of(course, route->from);
	bool onward = route->to && card_of(course, route->to) == card + 1;
	card->onward = card->onward || onward;
	if (onward && !route->condition)
		return;
	card->aside = card->aside || !route->condition;
	card->routes =
	    arena_grow(course->arena, card->routes, card->route_count, 1, sizeof *card->routes);
	card->routes[card->route_count++] = svg_text_wrap(
	    course->arena, route_said(course, route), font_note, course->card_width - TWIG, false);
}

/* Its name; below it its deadline and who answers for it. */
static void
measure_card(const struct course *course, struct course_card *card)
{
	const struct entity *stage = &card->stage->base;
	const char *deadline = show_deadline(course->voice, stage, course->arena),
		   *role = card->role ? entity_name(&card->role->base) : "",
		   *between = *deadline && *role ? "\n" : "";
	double width = course->card_width - STRIPE - 2 * PADDING;
	card->name = svg_text_wrap(course->arena, show_numbered(stage, course->arena), font_name,
				   width, false);
	card->note = svg_text_wrap(
	    course->arena, arena_printf(course->arena, "%s%s%s", deadline, between, role),
	    font_note, width - MARK * (card->stage->key.on + card->stage->blocking.on), false);
}

static double
card_height(const struct course_card *card)
{
	return 2 * PADDING + svg_lines_height(&card->name, font_name) +
	       svg_lines_height(&card->note, font_note) + 3;
}

static double
routes_height(const struct course_card *card)
{
	double height = 0;
	for (uint32_t i = 0; i < card->route_count; i++)
		height += svg_lines_height(&card->routes[i], font_note) + 3;
	return card->route_count ? height + 5 : 0;
}

/* The cards of a row are of one height. Returns where the row ends. */
static double
place_row(const struct course *course, uint32_t first, uint32_t end, double y)
{
	double height = 0, foot = 0;
	for (uint32_t i = first; i < end; i++) {
		double wanted = card_height(&course->cards[i]);
		height = wanted > height ? wanted : height;
	}
	for (uint32_t i = first; i < end; i++) {
		struct course_card *card = &course->cards[i];
		card->box = (struct box){GUTTER + (i - first) * (course->card_width + GAP), y,
					 course->card_width, height};
		card->foot = y + height + routes_height(card);
		foot = card->foot > foot ? card->foot : foot;
	}
	return foot;
}

struct course *
course_new(const struct voice *voice, const struct course_options *options, struct arena *arena)
{
	const struct list *stages = &voice->model->document->stages;
	struct course *course = arena_alloc(arena, sizeof *course);
	double room = WIDTH - 2 * GUTTER + GAP;
	*course = (struct course){
	    .voice = voice, .href = options->href, .arena = arena, .count = stages->count};
	course->columns = (uint32_t)(room / (CARD_LEAST + GAP));
	course->card_width = room / course->columns - GAP;
	course->cards = arena_array(arena, (size_t)course->count + 1, sizeof *course->cards);
	for (uint32_t i = 0; i < course->count; i++) {
		struct course_card *card = &course->cards[i];
		card->stage = stage_at(stages, i);
		card->role = part_responsible(&card->stage->base, part_shown(&card->stage->base));
		measure_card(course, card);
	}
	for (uint32_t i = 0; i < options->route_count; i++)
		take_route(course, &options->routes[i]);
	course->height = DISC + 2;
	for (uint32_t i = 0; i < course->count; i += course->columns) {
		uint32_t end =
		    i + course->columns < course->count ? i + course->columns : course->count;
		course->height += i ? ROW_GAP : 0;
		course->height = place_row(course, i, end, course->height);
	}
	course->height += 4;
	return course;
}

struct box
course_size(const struct course *course)
{
	return (struct box){0, 0, WIDTH, course->height};
}

/* From a card to the next: straight on, or from the end of a row to the beginning of the one
 * below. */
static void
draw_arrow(const struct course *course, uint32_t number, struct pen *pen)
{
	const struct course_card *card = &course->cards[number], *next = card + 1;
	double x = card->box.x + card->box.width, y = card->box.y + ENTRY, to = next->box.x,
	       down = next->box.y + ENTRY;
	if (to > card->box.x)
		pen_path(pen, "flow", "M%.1f %.1fH%.1f", x, y, to - 8);
	else
		pen_path(pen, "flow", "M%.1f %.1fH%.1fV%.1fH%.1fV%.1fH%.1f", x, y, x + GUTTER / 2,
			 next->box.y - ROW_GAP / 2, GUTTER / 2, down, to - 8);
	pen_path(pen, "tip", "M%.1f %.1fl-9 -4.5v9z", to, down);
}

/* The routes that lead elsewhere hang below their card like leaves on a twig. */
static void
draw_routes(const struct course_card *card, struct pen *pen)
{
	double x = card->box.x + PADDING, from = card->box.y + card->box.height, y = from + 5;
	for (uint32_t i = 0; i < card->route_count; i++) {
		double middle = y + svg_leading(font_note) / 2;
		pen_path(pen, "twig", "M%.1f %.1fV%.1fH%.1f", x, from, middle,
			 x + TWIG - PADDING - 3);
		pen_lines(pen, &card->routes[i], font_note, (struct spot){card->box.x + TWIG, y},
			  "start", "ink");
		y += svg_lines_height(&card->routes[i], font_note) + 3;
	}
}

/* A stop sign for blocking, left of it a star for key, in the lower right corner. */
static void
draw_marks(const struct course_card *card, struct pen *pen)
{
	double x = card->box.x + card->box.width - PADDING - 5,
	       y = card->box.y + card->box.height - PADDING - 6;
	if (card->stage->blocking.on) {
		pen_path(pen, "stop", "M%.1f %.1f%s", x - 2.4, y - 5.8, sign_stop[SIGN_ON_CARD]);
		pen_path(pen, "bar", "M%.1f %.1fh6v2h-6z", x - 3, y - 1);
		x -= MARK;
	}
	if (card->stage->key.on)
		pen_path(pen, "star", "M%.1f %.1f%s", x, y - 6, sign_star[SIGN_ON_CARD]);
}

static const char *
role_class(const struct course *course, const struct course_card *card)
{
	return card->role ? arena_printf(course->arena, "r%u", card->role->base.number) : "nobody";
}

static void
draw_card(const struct course *course, const struct course_card *card, struct pen *pen)
{
	const struct entity *stage = &card->stage->base;
	const char *href = course->href;
	const struct pen_group group = {
	    .class = "stage",
	    .href = href ? arena_printf(course->arena, "%s%s", href, stage->anchor) : NULL};
	const struct box *box = &card->box;
	pen_open(pen, &group);
	pen_rect(pen, box, 6,
		 arena_printf(course->arena, "card%s%s", card->stage->key.on ? " key" : "",
			      card->stage->blocking.on ? " blocking" : ""));
	const struct box stripe = {box->x + 3, box->y + 5, STRIPE - 1, box->height - 10};
	pen_rect(pen, &stripe, 2, role_class(course, card));
	struct spot at = {box->x + STRIPE + PADDING, box->y + PADDING};
	pen_lines(pen, &card->name, font_name, at, "start", "ink strong");
	at.y += svg_lines_height(&card->name, font_name) + 3;
	pen_lines(pen, &card->note, font_note, at, "start", "faint");
	draw_marks(card, pen);
	pen_close(pen, &group);
	if (card->first)
		pen_disc(pen, (struct spot){box->x, box->y}, DISC, "start");
}

/* Arrows have the colour of the house. */
static void
add_accent(const struct course *course, struct buf *on_light, struct buf *on_dark)
{
	const struct model *model = course->voice->model;
	uint32_t day = accent_on(model, SVG_PAPER), night = accent_on(model, SVG_NIGHT);
	if (!accent_is_given(model))
		return;
	buf_printf(on_light, "{}flow{stroke:#%06" PRIx32 "}{}tip{fill:#%06" PRIx32 "}", day, day);
	buf_printf(on_dark, "{}flow{stroke:#%06" PRIx32 "}{}tip{fill:#%06" PRIx32 "}", night,
		   night);
}

/* A class for each role that answers for a stage: its colour, on a dark ground halfway to white. */
static void
style(const struct course *course, struct pen *pen)
{
	struct buf on_light = {0}, on_dark = {0};
	buf_puts(&on_light, light);
	buf_puts(&on_dark, dark);
	for (uint32_t i = 0; i < course->count; i++) {
		const struct course_card *card = &course->cards[i];
		uint32_t j = 0;
		while (card->role && course->cards[j].role != card->role)
			j++;
		if (!card->role || j < i)
			continue;
		uint32_t rgb = show_role_color(card->role);
		buf_printf(&on_light, "{}%s{fill:#%06" PRIx32 "}", role_class(course, card), rgb);
		buf_printf(&on_dark, "{}%s{fill:#%06" PRIx32 "}", role_class(course, card),
			   svg_mixed(rgb, SVG_PAPER, 50));
	}
	add_accent(course, &on_light, &on_dark);
	pen_style(pen, buf_text(&on_light), buf_text(&on_dark));
	buf_free(&on_light);
	buf_free(&on_dark);
}

void
course_draw(const struct course *course, struct pen *pen)
{
	const struct voice *voice = course->voice;
	const char *name = entity_name(&model_process(voice->model)->base);
	const struct pen_picture picture = {
	    .width = WIDTH,
	    .height = course->height,
	    .label = arena_printf(course->arena, "%s: %s", show_word(voice, WORD_COURSE), name),
	    .linked = course->href};
	pen_begin(pen, &picture);
	style(course, pen);
	for (uint32_t i = 0; i < course->count; i++) {
		draw_routes(&course->cards[i], pen);
		draw_card(course, &course->cards[i], pen);
		if (course->cards[i].onward && !course->cards[i].aside)
			draw_arrow(course, i, pen);
	}
	pen_end(pen);
}
