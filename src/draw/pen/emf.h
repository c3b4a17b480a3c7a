/* SPDX-License-Identifier: MIT */
/* Records of an Enhanced Metafile ([MS-EMF]), the vector pictures that every office suite draws.
 * Coordinates are in twentieths of a pixel, 1,920 to an inch. Nothing in them comes from the
 * clock. */
#ifndef PRESALE_DRAW_PEN_EMF_H
#define PRESALE_DRAW_PEN_EMF_H

#include "draw/pen/polyline.h"
#include "support/buf.h"

enum { EMF_UNITS = 20 }; /* to a pixel */

/* What lines, areas and letters are drawn with. */
enum emf_tool { EMF_PEN, EMF_BRUSH, EMF_FONT, EMF_TOOLS };

/* One of them: its colour and width, or its size and weight. */
struct emf_look {
	uint32_t ink, size;
};

/* A file being written: what it has of each tool, and whether that is in hand. */
struct emf {
	struct buf *out;
	uint32_t records;
	struct {
		struct emf_look look;
		enum { EMF_AS_FOUND, EMF_NONE, EMF_OWN } held;
		bool is_made;
	} tools[EMF_TOOLS];
	uint32_t text_color;
};

/* A file of a size in pixels that is added to out, an empty buffer; its end. */
struct emf
emf_open(struct buf *out, double width, double height);
void
emf_close(struct emf *emf);

/* From now on lines are of a colour (0xRRGGBB) and width in pixels; areas of a colour; or there are
 * none. */
void
emf_take_pen(struct emf *emf, uint32_t color, double width);
void
emf_take_brush(struct emf *emf, uint32_t color);
void
emf_take_none(struct emf *emf, enum emf_tool tool);

/* The areas of a polyline; its lines, which may take more of the arena it is in. */
void
emf_areas(struct emf *emf, const struct polyline *polyline);
void
emf_lines(struct emf *emf, const struct polyline *polyline, struct arena *arena);

/* The ellipse within a box. */
void
emf_ellipse(struct emf *emf, const struct box *box);

/* A line of text in a colour. */
void
emf_text(struct emf *emf, const struct pen_text *text, uint32_t color);

/* The width of a line of text in Arial, in pixels. */
double
emf_text_width(const struct pen_text *text);

#endif
