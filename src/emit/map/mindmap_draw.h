/* SPDX-License-Identifier: MIT */
/* The pieces that the drawn mind map and its legend are made of. */
#ifndef PRESALE_EMIT_MAP_MINDMAP_DRAW_H
#define PRESALE_EMIT_MAP_MINDMAP_DRAW_H

#include "draw/pen/svg_color.h"
#include "emit/map/mindmap_layout.h"
#include "support/xml.h"

struct drawing {
	const struct mindmap *map;
	const struct outline *outline;
	struct xml xml;
	struct svg_colors colors;
	uint32_t *branch; /* by number of topic: the colour of the branch it hangs on */
	struct arena *arena;
};

/* A class and the colour it has on paper. */
struct mindmap_ink {
	const char *class; /* NULL for the same colour everywhere */
	uint32_t color;
};

extern const struct mindmap_ink mindmap_ink_plain, mindmap_ink_muted, mindmap_ink_link,
    mindmap_ink_white;

/* Where the pen stands on a line of text. */
enum text_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

/* The colour of a topic's box or branch. */
uint32_t
mindmap_own_color(const struct topic *topic);

/* An attribute of this name whose value is a colour, 0xRRGGBB. */
void
mindmap_put_color(struct xml *xml, const char *name, uint32_t rgb);

/* One line of text; its y is the top of the line. The label, or NULL, is muted and stands before
 * it. */
void
mindmap_put_line(struct drawing *d, struct spot at, enum text_anchor anchor, const char *label,
		 const char *text, struct svg_font font, struct mindmap_ink ink);

/* A star for what is key, a stop sign for what blocks; at is the upper left corner. */
void
mindmap_put_star(struct xml *xml, struct spot at);
void
mindmap_put_stop(struct xml *xml, struct spot at);

/* How a relation is drawn. */
enum relation { RELATION_OUTCOME, RELATION_LOOP, RELATION_WAIT, RELATION_NEXT, RELATION_COUNT };

/* Which of them an arrow is. */
enum relation
mindmap_relation(const struct arrow *arrow);

/* A line along a path, with a tip at its end. */
void
mindmap_put_relation(struct drawing *d, enum relation relation, const char *path,
		     const char *label);

/* All relations, with their tips: the order down each column, what leads elsewhere through the
 * room beside it, where no text stands. */
void
mindmap_put_relations(struct drawing *d);

/* The tips of the relations, to be put before the first of them. */
void
mindmap_put_tips(struct drawing *d);

/* What the colours, marks and lines in use mean. Gives the height it takes; draws nothing when
 * d->xml.out is NULL. */
double
mindmap_put_legend(struct drawing *d, double x, double y, double width);

#endif
