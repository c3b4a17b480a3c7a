/* SPDX-License-Identifier: MIT */
/* Pictures as SVG. Their classes carry a prefix, so that several can share an HTML page. */
#ifndef PRESALE_DRAW_PEN_SVG_PEN_H
#define PRESALE_DRAW_PEN_SVG_PEN_H

#include "draw/pen/pen.h"
#include "support/xml.h"

struct svg_pen {
	struct pen pen; /* first: who draws knows no more */
	struct xml xml;
	const char *prefix; /* ASCII, the beginning of an XML name */
};

/* A pen that adds an <svg> element to out, without an XML declaration; a drain (or NULL) takes of
 * it what is drawn. */
struct svg_pen
svg_pen(struct buf *out, struct drain *drain, const char *prefix);

#endif
