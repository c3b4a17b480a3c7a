/* SPDX-License-Identifier: MIT */
/* Colours of a picture that is shown on paper and on dark screens. Presentation attributes hold
 * what paper shows, so that viewers without style sheets have it; a class for each colour changes
 * it on a dark screen. */
#ifndef PRESALE_DRAW_PEN_SVG_COLOR_H
#define PRESALE_DRAW_PEN_SVG_COLOR_H

#include "support/buf.h"

#include <stddef.h>
#include <stdint.h>

enum { SVG_COLORS = 128 }; /* of more colours the last ones look on a dark screen as on paper */

enum {
	SVG_INK = 0x1F2933,
	SVG_MUTED = 0x5F6F7A,
	SVG_PAPER = 0xFFFFFF,
	SVG_NIGHT = 0x14181C,
	SVG_SLATE = 0x546E7A
};

/* The colours in use, each once; zeroed to begin with. */
struct svg_colors {
	uint32_t items[SVG_COLORS];
	size_t count;
};

/* A colour's number: its classes are sN for strokes, fN for text, tN for a tinted area. */
size_t
svg_color(struct svg_colors *colors, uint32_t rgb);

/* A colour moved towards another by so many hundredths. */
uint32_t
svg_mixed(uint32_t rgb, uint32_t with, unsigned part);

/* The rules for dark screens: those given, then the classes of all colours. */
void
svg_color_sheet(const struct svg_colors *colors, const char *rules, struct buf *out);

#endif
