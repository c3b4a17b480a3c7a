/* SPDX-License-Identifier: MIT */
#include "view/outline/plantuml_size.h"

#include "draw/pen/svg_text.h"

#include <stdlib.h>
#include <string.h>

/* Pixels, measured on PlantUML's pictures: a line; what is around the lines of a topic with a box
 * and of one without; what stands between a topic and those that hang on it. And by how much a
 * picture may be larger than reckoned. */
static const double LINE = 16.3, AROUND_BOX = 39.2, AROUND_TEXT = 2, GAP = 50, MARGIN = 1.05;

static const struct svg_font font = {14, false};

/* What a topic takes, without those that hang on it. */
struct topic_extent {
	double width, height;
};

static struct topic_extent
extent_of(const struct topic *topic)
{
	struct arena arena = {0};
	struct topic_extent extent = {.height = plantuml_has_box(topic) ? AROUND_BOX : AROUND_TEXT};
	const char *text = topic_whole(topic, &arena);
	for (bool more = true; more;) {
		size_t length = strcspn(text, "\n");
		double width = svg_text_width(text, length, font);
		extent.width = width > extent.width ? width : extent.width;
		extent.height += LINE;
		more = text[length] != '\0';
		text += length + more;
	}
	extent.width += GAP;
	arena_free(&arena);
	return extent;
}

static double
most(double a, double b)
{
	return a > b ? a : b;
}

unsigned long
plantuml_size(double width, double height)
{
	enum { STEP = 1024 };
	double size = most(width, height) * MARGIN;
	return size > PLANTUML_PIXELS ? ((unsigned long)(size / STEP) + 1) * STEP
				      : (unsigned long)size;
}

unsigned long
plantuml_map_size(const struct outline *outline)
{
	double *wide = memory_alloc(outline->count * sizeof *wide),
	       *high = memory_alloc(outline->count * sizeof *high);
	double widths[2] = {0}, heights[2] = {0};
	for (uint32_t i = 0; i < outline->count; i++)
		wide[i] = high[i] = 0;
	for (uint32_t i = outline->count; i-- > 0;) {
		const struct topic *topic = &outline->topics[i];
		struct topic_extent own = extent_of(topic);
		double width = own.width + wide[i], height = most(own.height, high[i]);
		if (topic->depth > 1) {
			wide[topic->parent] = most(wide[topic->parent], width);
			high[topic->parent] += height;
		} else if (topic->depth == 1) {
			widths[topic->left] = most(widths[topic->left], width);
			heights[topic->left] += height;
		} else {
			widths[0] += width;
			heights[0] = most(heights[0], height);
		}
	}
	memory_free(wide);
	memory_free(high);
	return plantuml_size(widths[0] + widths[1], most(heights[0], heights[1]));
}
