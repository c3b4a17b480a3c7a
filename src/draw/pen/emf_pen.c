/* SPDX-License-Identifier: MIT */
#include "draw/pen/emf_pen.h"

#include <string.h>

static struct emf_pen *
emf_of(struct pen *pen)
{
	return (struct emf_pen *)pen;
}

static void
emf_begin(struct pen *pen, const struct pen_picture *picture)
{
	emf_of(pen)->emf = emf_open(emf_of(pen)->out, picture->width, picture->height);
}

static void
emf_end(struct pen *pen)
{
	emf_close(&emf_of(pen)->emf);
	map_free(&emf_of(pen)->looks);
}

static void
emf_style(struct pen *pen, const char *light, const char *dark)
{
	(void)dark;
	struct emf_pen *to = emf_of(pen);
	to->rules = ink_read(to->arena, arena_string(to->arena, light));
}

/* The document that holds the picture says what it shows. */
static void
emf_title(struct pen *pen, const char *title)
{
	(void)pen;
	(void)title;
}

static void
emf_open_group(struct pen *pen, const struct pen_group *group)
{
	struct emf_pen *to = emf_of(pen);
	to->groups[to->depth++] = group;
	if (group->origin) {
		to->origin.x += group->origin->x;
		to->origin.y += group->origin->y;
	}
}

static void
emf_close_group(struct pen *pen, const struct pen_group *group)
{
	struct emf_pen *to = emf_of(pen);
	to->depth--;
	if (group->origin) {
		to->origin.x -= group->origin->x;
		to->origin.y -= group->origin->y;
	}
}

/* Looks are few beside what has them: each is read of the rules once. */
static struct ink
look_of(struct emf_pen *to, const char *class)
{
	const char *group = to->depth ? to->groups[to->depth - 1]->class : "";
	const char *key = arena_printf(to->arena, "%s/%s", group, class);
	struct ink **ink = (struct ink **)map_at(&to->looks, key);
	if (!*ink) {
		*ink = arena_alloc(to->arena, sizeof **ink);
		**ink = ink_of(&to->rules, group, class);
	}
	return **ink;
}

/* The area, then the line around it: readers differ in how they close the lines of areas. */
static void
draw_outline(struct emf_pen *to, const struct polyline *polyline, struct ink ink)
{
	struct emf *emf = &to->emf;
	if (ink.filled) {
		emf_take_brush(emf, ink.fill);
		emf_take_none(emf, EMF_PEN);
		emf_areas(emf, polyline);
	}
	if (!ink.stroked)
		return;
	emf_take_pen(emf, ink.stroke, ink.width);
	if (ink.dash[0] > 0) {
		struct polyline dashed =
		    polyline_dashed(to->arena, polyline, ink.dash[0], ink.dash[1]);
		emf_lines(emf, &dashed, to->arena);
	} else {
		emf_lines(emf, polyline, to->arena);
	}
}

static void
emf_path(struct pen *pen, const char *class, const struct spot *origin, const char *path)
{
	struct emf_pen *to = emf_of(pen);
	struct spot from = to->origin;
	if (origin)
		from = (struct spot){from.x + origin->x, from.y + origin->y};
	struct polyline polyline = polyline_read(to->arena, path, from);
	draw_outline(to, &polyline, look_of(to, class));
}

static void
emf_rect(struct pen *pen, const char *class, const struct box *box, double radius)
{
	struct emf_pen *to = emf_of(pen);
	double half = (box->width < box->height ? box->width : box->height) / 2,
	       r = radius < half ? radius : half;
	struct spot from = {to->origin.x + box->x, to->origin.y + box->y};
	const char *path =
	    arena_printf(to->arena,
			 "m%.2f 0h%.2fq%.2f 0 %.2f %.2fv%.2fq0 %.2f %.2f %.2fh%.2fq%.2f 0 %.2f "
			 "%.2fv%.2fq0 %.2f %.2f %.2fz",
			 r, box->width - 2 * r, r, r, r, box->height - 2 * r, r, -r, r,
			 2 * r - box->width, -r, -r, -r, 2 * r - box->height, -r, r, -r);
	if (!(r > 0))
		path = arena_printf(to->arena, "m0 0h%.2fv%.2fh%.2fz", box->width, box->height,
				    -box->width);
	struct polyline polyline = polyline_read(to->arena, path, from);
	draw_outline(to, &polyline, look_of(to, class));
}

static void
emf_disc(struct pen *pen, const char *class, struct spot center, double radius)
{
	struct emf_pen *to = emf_of(pen);
	struct ink ink = look_of(to, class);
	struct box box = {to->origin.x + center.x - radius, to->origin.y + center.y - radius,
			  2 * radius, 2 * radius};
	emf_take_brush(&to->emf, ink.fill);
	emf_take_pen(&to->emf, ink.stroke, ink.width);
	emf_ellipse(&to->emf, &box);
}

static void
emf_put_text(struct pen *pen, const char *class, const struct pen_text *text)
{
	struct emf_pen *to = emf_of(pen);
	struct ink ink = look_of(to, class);
	struct pen_text placed = *text;
	double width = emf_text_width(text), part = strcmp(text->anchor, "end") == 0      ? 1
						    : strcmp(text->anchor, "middle") == 0 ? 0.5
											  : 0;
	placed.x += to->origin.x - width * part;
	placed.y += to->origin.y;
	emf_text(&to->emf, &placed, ink.fill);
}

/* The document that holds the picture has the logo. */
static void
emf_image(struct pen *pen, const struct box *box, const struct pen_image *image)
{
	(void)pen;
	(void)box;
	(void)image;
}

static const struct pen_sink emf_sink = {.begin = emf_begin,
					 .end = emf_end,
					 .style = emf_style,
					 .title = emf_title,
					 .open = emf_open_group,
					 .close = emf_close_group,
					 .rect = emf_rect,
					 .disc = emf_disc,
					 .path = emf_path,
					 .text = emf_put_text,
					 .image = emf_image};

struct emf_pen
emf_pen(struct buf *out, struct arena *arena)
{
	return (struct emf_pen){.pen = {&emf_sink}, .out = out, .arena = arena};
}
