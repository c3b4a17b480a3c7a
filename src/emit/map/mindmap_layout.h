/* SPDX-License-Identifier: MIT */
/* Where everything stands in the drawn mind map: the process in the middle, its branches to both
 * sides in reading order, each topic as wide as its wrapped text. */
#ifndef PRESALE_EMIT_MAP_MINDMAP_LAYOUT_H
#define PRESALE_EMIT_MAP_MINDMAP_LAYOUT_H

#include "draw/pen/pen.h"
#include "view/outline/outline.h"

enum mindmap_look {
	MINDMAP_ROOT,
	MINDMAP_STAGE,   /* a box filled with the role's colour */
	MINDMAP_SECTION, /* an outlined box */
	MINDMAP_ROLE,    /* a smaller filled box */
	MINDMAP_STEP,    /* a box in a light tint of the role's colour */
	MINDMAP_HEADING, /* text on its branch */
	MINDMAP_VALUE,
	MINDMAP_COUNT
};

/* Letters and margins of a look; pixels. */
struct mindmap_style {
	struct svg_font font;
	double width; /* of the text at most */
	double pad_x, pad_y;
	bool boxed;
};

extern const struct mindmap_style mindmap_looks[MINDMAP_COUNT];
extern const struct svg_font mindmap_label_font, mindmap_note_font;

enum {
	MINDMAP_MARGIN = 36,
	MARK_SIZE = 14,
	MARK_GAP = 6,
	BADGE = 22,
	BADGE_OUT = 6 /* into the margin */,
	MINDMAP_LABEL_GAP = 5
};

struct mindmap_card {
	double x, y, width, height; /* the upper left corner */
	struct svg_lines label;     /* the title of a field, before the text or above it */
	struct svg_lines text;
	struct svg_lines note; /* below the text; count 0 when there is none, as for label */
	uint8_t look;          /* enum mindmap_look */
	bool beside;           /* the label is before the text, on its line */
	bool left;             /* grows to the left */
};

struct mindmap {
	const struct outline *outline;
	struct mindmap_card *cards; /* by number of topic */
	double width, height;
};

/* Measures and places every topic. The lines are in arena; the cards are freed by the caller. */
struct mindmap
mindmap_lay_out(const struct outline *outline, struct arena *arena);

/* The room that the number of a stage and the marks take before the text. */
double
mindmap_card_lead(const struct topic *topic);

/* The height of a card's lines of text. */
double
mindmap_card_lines(const struct mindmap_card *card);

/* Where a branch leaves a card for its children, and where it comes in from its parent. */
struct spot
mindmap_card_out(const struct mindmap_card *card, bool left);
struct spot
mindmap_card_in(const struct mindmap_card *card);

#endif
