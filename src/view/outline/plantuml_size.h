/* SPDX-License-Identifier: MIT */
/* How large PlantUML draws: as a PNG it draws no more than 4,096 pixels to either side, and cuts
 * off the rest without a word. */
#ifndef PRESALE_VIEW_OUTLINE_PLANTUML_SIZE_H
#define PRESALE_VIEW_OUTLINE_PLANTUML_SIZE_H

#include "view/outline/outline.h"

enum { PLANTUML_PIXELS = 4096 };

/* Whether a topic of a mind map is drawn in a box. */
static inline bool
plantuml_has_box(const struct topic *topic)
{
	return topic->depth < 2 || topic->sort == TOPIC_STEP || topic->sort == TOPIC_ROLE;
}

/* What the longer side of a mind map may take: a few hundredths over what it will, rounded up where
 * it is more than PNG has. */
unsigned long
plantuml_map_size(const struct outline *outline);

/* The same of a diagram whose sides were reckoned. */
unsigned long
plantuml_size(double width, double height);

#endif
