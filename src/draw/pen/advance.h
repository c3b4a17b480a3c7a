/* SPDX-License-Identifier: MIT */
/* How far a character moves the pen, and a text. */
#ifndef PRESALE_DRAW_PEN_ADVANCE_H
#define PRESALE_DRAW_PEN_ADVANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum advance_font {
	ADVANCE_ANY,   /* the widest of those a picture may be shown in: see SVG_FONTS */
	ADVANCE_ARIAL, /* that an EMF names */
	ADVANCE_FONTS
};

/* All in thousandths of the font's size: a character; length bytes on one line. */
unsigned
advance_of(enum advance_font font, uint32_t rune, bool bold);
unsigned
advance_text(enum advance_font font, const char *text, size_t length, bool bold);

#endif
