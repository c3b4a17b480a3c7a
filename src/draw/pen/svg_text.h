/* SPDX-License-Identifier: MIT */
/* Text in pictures. SVG wraps nothing, so text is measured and wrapped here: a little wider than it
 * will be drawn, whichever of the fonts of SVG_FONTS the viewer has. Characters that people see as
 * one are never parted, words only when they are wider than a line. */
#ifndef PRESALE_DRAW_PEN_SVG_TEXT_H
#define PRESALE_DRAW_PEN_SVG_TEXT_H

#include "support/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SVG_FONTS "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif"

struct svg_font {
	double size; /* in pixels */
	bool bold;
};

struct svg_line {
	const char *text; /* without blanks at its ends */
	double width;
};

struct svg_lines {
	struct svg_line *items;
	uint32_t count; /* at least 1 */
	double width;   /* of the widest line */
};

/* The distance from one line to the next, and from the top of a line to its base line. */
double
svg_leading(struct svg_font font);
double
svg_ascent(struct svg_font font);

/* The height of lines in a font, in pixels; 0 for none. */
double
svg_lines_height(const struct svg_lines *lines, struct svg_font font);

/* The width of the widest word. */
double
svg_longest_word(const char *text, struct svg_font font);

/* The width of length bytes on one line. */
double
svg_text_width(const char *text, size_t length, struct svg_font font);

/* The text in lines no wider than width, broken where text/linebreak.h says and where it has line
 * breaks. Balanced: no more lines than needed, and these about equally long. In arena. */
struct svg_lines
svg_text_wrap(struct arena *arena, const char *text, struct svg_font font, double width,
	      bool balanced);

/* The same, and at most so many lines: what does not fit is cut with … */
struct svg_lines
svg_text_fit(struct arena *arena, const char *text, struct svg_font font, double width,
	     uint32_t most);

#endif
