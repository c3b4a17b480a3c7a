/* SPDX-License-Identifier: MIT */
#include "draw/pen/polyline.h"

#include "draw/pen/svg_number.h"

enum { CURVE_STEPS = 6 }; /* lines for a curve: those of pictures round corners of few pixels */

/* An outline being made, and the part of it under way. */
struct polyline_pen {
	struct arena *arena;
	struct polyline polyline;
};

static struct polyline_part *
part_under_way(struct polyline_pen *pen)
{
	return &pen->polyline.parts[pen->polyline.count - 1];
}

static void
add_spot(struct polyline_pen *pen, struct spot spot)
{
	struct polyline_part *part = part_under_way(pen);
	part->spots = arena_grow(pen->arena, part->spots, part->count, 1, sizeof *part->spots);
	part->spots[part->count++] = spot;
}

static void
begin_part(struct polyline_pen *pen, struct spot spot)
{
	struct polyline *polyline = &pen->polyline;
	polyline->parts =
	    arena_grow(pen->arena, polyline->parts, polyline->count, 1, sizeof *polyline->parts);
	polyline->parts[polyline->count++] = (struct polyline_part){0};
	add_spot(pen, spot);
}

static void
add_curve(struct polyline_pen *pen, struct spot from, struct spot by, struct spot to)
{
	for (int i = 1; i <= CURVE_STEPS; i++) {
		double t = (double)i / CURVE_STEPS, a = (1 - t) * (1 - t), b = 2 * t * (1 - t),
		       c = t * t;
		add_spot(pen, (struct spot){a * from.x + b * by.x + c * to.x,
					    a * from.y + b * by.y + c * to.y});
	}
}

/* A path being read. */
struct path_walk {
	struct polyline_pen pen;
	const char *at;
	char command;
	struct spot now, start; /* where the pen is, and where the part began */
};

/* The next point of a command, one that counts from the pen in small letters. */
static struct spot
next_spot(struct path_walk *walk, struct spot from, bool across, bool down)
{
	bool small = walk->command >= 'a';
	struct spot spot = walk->now;
	double number = 0;
	if (across && svg_number(&walk->at, &number))
		spot.x = small ? walk->now.x + number : from.x + number;
	if (down && svg_number(&walk->at, &number))
		spot.y = small ? walk->now.y + number : from.y + number;
	return spot;
}

static void
take_command(struct path_walk *walk, struct spot origin)
{
	struct spot to, by;
	switch (walk->command | 0x20) {
	case 'm':
		walk->now = walk->start = next_spot(walk, origin, true, true);
		begin_part(&walk->pen, walk->now);
		walk->command = walk->command == 'm' ? 'l' : 'L'; /* for numbers that follow */
		return;
	case 'q':
		by = next_spot(walk, origin, true, true);
		to = next_spot(walk, origin, true, true);
		add_curve(&walk->pen, walk->now, by, to);
		break;
	case 'h':
		add_spot(&walk->pen, to = next_spot(walk, origin, true, false));
		break;
	case 'v':
		add_spot(&walk->pen, to = next_spot(walk, origin, false, true));
		break;
	default:
		add_spot(&walk->pen, to = next_spot(walk, origin, true, true));
		break;
	}
	walk->now = to;
}

static void
close_part(struct path_walk *walk)
{
	struct polyline_part *part = part_under_way(&walk->pen);
	const struct spot *last = &part->spots[part->count - 1];
	part->closed = true;
	if (part->count > 1 && !(last->x < walk->start.x || last->x > walk->start.x) &&
	    !(last->y < walk->start.y || last->y > walk->start.y))
		part->count--;
	walk->now = walk->start;
}

struct polyline
polyline_read(struct arena *arena, const char *path, struct spot origin)
{
	struct path_walk walk = {.pen = {.arena = arena}, .at = path, .now = origin};
	for (const char *last = NULL; *walk.at && walk.at != last;) {
		last = walk.at;
		bool letter = (*walk.at | 0x20) >= 'a' && (*walk.at | 0x20) <= 'z';
		if (letter)
			walk.command = *walk.at++;
		if ((walk.command | 0x20) == 'z')
			close_part(&walk);
		else
			take_command(&walk, origin);
	}
	return walk.pen.polyline;
}

/* A line being dashed: what is left of the dash or gap under way. */
struct polyline_dash {
	struct polyline_pen pen;
	double lengths[2], left;
	int gap;
};

/* By Newton's method, which needs no library and gives the same everywhere. */
static double
distance(struct spot a, struct spot b)
{
	double x = b.x - a.x, y = b.y - a.y, square = x * x + y * y;
	double root = (x < 0 ? -x : x) + (y < 0 ? -y : y);
	for (int i = 0; i < 6 && root > 0; i++)
		root = (root + square / root) / 2;
	return root;
}

static void
dash_line(struct polyline_dash *dash, struct spot from, struct spot to)
{
	double length = distance(from, to);
	for (double at = 0; at < length;) {
		double step = dash->left < length - at ? dash->left : length - at;
		at += step;
		dash->left -= step;
		struct spot spot = {from.x + (to.x - from.x) * at / length,
				    from.y + (to.y - from.y) * at / length};
		if (!dash->gap)
			add_spot(&dash->pen, spot);
		if (dash->left > 0)
			continue;
		dash->gap = !dash->gap;
		dash->left = dash->lengths[dash->gap];
		if (!dash->gap)
			begin_part(&dash->pen, spot);
	}
}

struct polyline
polyline_dashed(struct arena *arena, const struct polyline *polyline, double line, double gap)
{
	struct polyline_dash dash = {.pen = {.arena = arena}, .lengths = {line, gap}};
	for (uint32_t i = 0; i < polyline->count; i++) {
		const struct polyline_part *part = &polyline->parts[i];
		dash.left = line;
		dash.gap = 0;
		begin_part(&dash.pen, part->spots[0]);
		for (uint32_t j = 1; j < part->count + part->closed; j++)
			dash_line(&dash, part->spots[j - 1], part->spots[j % part->count]);
	}
	return dash.pen.polyline;
}
