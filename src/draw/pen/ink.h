/* SPDX-License-Identifier: MIT */
/* How classes look on paper, read from the rules of a picture (pen_style): whoever writes no CSS
 * has the same colours from the same table. */
#ifndef PRESALE_DRAW_PEN_INK_H
#define PRESALE_DRAW_PEN_INK_H

#include "support/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* Colours are 0xRRGGBB; what is translucent is mixed with the white of the paper. */
struct ink {
	bool filled, stroked;
	uint32_t fill, stroke;
	double width;   /* of the stroke */
	double dash[2]; /* its lines and gaps; 0 for one line */
};

struct ink_rule;

struct ink_rules {
	struct ink_rule *items;
	uint32_t count;
};

/* Reads rules, which outlive what is read. In arena. */
struct ink_rules
ink_read(struct arena *arena, const char *rules);

/* The look of what has these classes, within a group of those. Both are parted by blanks. */
struct ink
ink_of(const struct ink_rules *rules, const char *group, const char *classes);

#endif
