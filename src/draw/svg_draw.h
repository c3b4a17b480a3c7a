/* SPDX-License-Identifier: MIT */
/* Shapes and text of pictures, each with classes that carry a prefix, so that several pictures can
 * share an HTML page. */
#ifndef PRESALE_DRAW_SVG_DRAW_H
#define PRESALE_DRAW_SVG_DRAW_H

#include "draw/svg_text.h"
#include "model/model.h"
#include "support/xml.h"

struct box {
	double x, y, width, height;
};

struct spot {
	double x, y;
};

struct svg_pen {
	struct xml xml;
	const char *prefix; /* ASCII, the beginning of an XML name */
};

/* class="…": the names, each after the prefix. */
void
svg_class(struct svg_pen *pen, const char *names);

/* A rectangle with rounded corners; all in pixels. The class is without the prefix. */
void
svg_rect(struct svg_pen *pen, const struct box *box, double radius, const char *class);

/* A path of at most 500 bytes. */
void
svg_path(struct svg_pen *pen, const char *class, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* An element with a text: title, style. */
void
svg_element(struct svg_pen *pen, const char *name, const char *text);

/* Lines of text, the first with its top at y. anchor is "start", "middle" or "end". */
void
svg_text_draw(struct svg_pen *pen, const struct svg_lines *lines, struct svg_font font,
	      struct spot at, const char *anchor, const char *class);

/* The height of lines in a font, in pixels; 0 for none. */
double
svg_lines_height(const struct svg_lines *lines, struct svg_font font);

/* The width of the widest word. */
double
svg_longest_word(const char *text, struct svg_font font);

/* The start of an <svg> of a size, named for those who cannot see it. */
void
svg_begin(struct svg_pen *pen, double width, double height, const char *role, const char *label);

/* Adds rules of CSS; {} in them stands for the prefix of a class, with its point. */
void
svg_rules(const struct svg_pen *pen, struct buf *css, const char *rules);

/* The class of a role's colour: "l3", or "l0" without a role. In arena. */
const char *
svg_role_class(const struct role *role, struct arena *arena);

/* A role's colour on a light or a dark ground. */
uint32_t
svg_role_color(const struct role *role, bool dark);

#endif
