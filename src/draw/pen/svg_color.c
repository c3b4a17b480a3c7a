/* SPDX-License-Identifier: MIT */
#include "draw/pen/svg_color.h"

#include <inttypes.h>

size_t
svg_color(struct svg_colors *colors, uint32_t rgb)
{
	size_t i = 0;
	while (i < colors->count && colors->items[i] != rgb)
		i++;
	if (i == colors->count && i < SVG_COLORS)
		colors->items[colors->count++] = rgb;
	return i;
}

uint32_t
svg_mixed(uint32_t rgb, uint32_t with, unsigned part)
{
	uint32_t mixed = 0;
	for (int shift = 0; shift <= 16; shift += 8) {
		unsigned from = rgb >> shift & 255, to = with >> shift & 255;
		mixed |= ((from * (100 - part) + to * part) / 100) << shift;
	}
	return mixed;
}

/* A colour that is dark on paper, made light enough to be read on a dark screen: luma over 150 of
 * 255. */
static uint32_t
at_night(uint32_t rgb)
{
	uint32_t light = rgb;
	for (unsigned part = 0; part <= 90; part += 5) {
		light = svg_mixed(rgb, SVG_PAPER, part);
		if (3 * (light >> 16 & 255) + 6 * (light >> 8 & 255) + (light & 255) > 1500)
			break;
	}
	return light;
}

void
svg_color_sheet(const struct svg_colors *colors, const char *rules, struct buf *out)
{
	buf_printf(out, "@media screen and (prefers-color-scheme:dark){%s", rules);
	for (size_t i = 0; i < colors->count; i++) {
		uint32_t light = at_night(colors->items[i]);
		buf_printf(out,
			   ".s%zu{stroke:#%06" PRIx32 "}.f%zu{fill:#%06" PRIx32
			   "}.t%zu{fill:#%06" PRIx32 "}",
			   i, light, i, light, i, svg_mixed(colors->items[i], SVG_NIGHT, 55));
	}
	buf_putc(out, '}');
}
