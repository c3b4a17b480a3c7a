/* SPDX-License-Identifier: MIT */
/* Colours of the process map. Every class is written with plain values, once for paper and light screens and once for dark ones:
 * not every program that shows SVG knows variables. */
#include "emit/chart_draw.h"

#include "model/show.h"

#include <string.h>

const struct svg_font font_title = {18, true}, font_head = {12.5, true}, font_name = {12.5, false}, font_note = {11, false},
		      font_label = {11.5, false};

/* {} stands for the prefix of classes. */
static const char light[] = "{}ground{fill:#fff}"
			    "{}lane{fill:#fff;stroke:#cbd5e1}"
			    "{}even{fill:#f6f8fb}"
			    "{}head{fill:#eef2f8;stroke:#cbd5e1}"
			    "{}rule{stroke:#b6c2d2;stroke-dasharray:2 4;fill:none}"
			    "{}ink{fill:#1f2937}"
			    "{}faint{fill:#56606f}"
			    "{}strong{font-weight:bold}"
			    "{}card{fill:#fff;stroke:#64748b;stroke-width:1.3}"
			    "{}key{fill:#fff6d9}"
			    "{}blocking{stroke:#b3261e;stroke-width:2.2}"
			    "{}gate{fill:#fff;stroke:#475569;stroke-width:1.5}"
			    "{}sign{stroke:#475569;stroke-width:2.2;fill:none}"
			    "{}start{fill:#e3f4e6;stroke:#2e7d32;stroke-width:2}"
			    "{}end{fill:#fbe9e7;stroke:#8c1d18;stroke-width:3.5}"
			    "{}flow{fill:none;stroke:#64748b;stroke-width:1.5}"
			    "{}tip{fill:#64748b}"
			    "{}loop{stroke:#b3541e;stroke-dasharray:6 4}"
			    "{}loop{}tip{fill:#b3541e;stroke:none}"
			    "{}over{stroke-width:2.4}"
			    "{}paper{fill:#fff;stroke:#64748b;stroke-width:1}"
			    "{}star{fill:#b7791f}"
			    "{}stop{fill:#b3261e}"
			    "{}lost{opacity:.6}{}lost {}card{stroke-dasharray:5 4}";

static const char dark[] = "{}ground{fill:#10151d}"
			   "{}lane{fill:#141b25;stroke:#334155}"
			   "{}even{fill:#19212d}"
			   "{}head{fill:#1e2836;stroke:#334155}"
			   "{}rule{stroke:#475569}"
			   "{}ink{fill:#e8edf4}"
			   "{}faint{fill:#a9b6c6}"
			   "{}card{fill:#222d3d;stroke:#8494a8}"
			   "{}key{fill:#3d3418}"
			   "{}blocking{stroke:#ff8a80}"
			   "{}gate{fill:#222d3d;stroke:#b8c4d3}"
			   "{}sign{stroke:#b8c4d3}"
			   "{}start{fill:#17341f;stroke:#81c784}"
			   "{}end{fill:#3a1a18;stroke:#ff8a80}"
			   "{}flow{stroke:#93a3b8}"
			   "{}tip{fill:#93a3b8}"
			   "{}loop{stroke:#f0a36b}"
			   "{}loop{}tip{fill:#f0a36b;stroke:none}"
			   "{}paper{fill:#222d3d;stroke:#a9b6c6}"
			   "{}star{fill:#f6c453}"
			   "{}stop{fill:#ff8a80}";

static void
add_rules(const struct chart *chart, struct buf *css, const char *rules)
{
	for (const char *at = rules; *at; at++) {
		if (at[0] == '{' && at[1] == '}') {
			buf_printf(css, ".%s", chart->options.prefix);
			at++;
		} else {
			buf_putc(css, *at);
		}
	}
}

/* A colour halfway to white: readable as a line on a dark ground. */
static uint32_t
lighter(uint32_t rgb)
{
	uint32_t red = rgb >> 16 & 255, green = rgb >> 8 & 255, blue = rgb & 255;
	return (red + 255) / 2 << 16 | (green + 255) / 2 << 8 | (blue + 255) / 2;
}

static void
add_lane_colours(const struct chart *chart, struct buf *css, bool is_dark)
{
	for (uint32_t i = 0; i < chart->flow->lane_count; i++) {
		const struct role *role = chart->flow->lanes[i];
		if (!role)
			continue;
		uint32_t rgb = show_role_color(role);
		rgb = is_dark ? lighter(rgb) : rgb;
		const char *name = lane_class(chart, role);
		buf_printf(css, ".%s%s{fill:#%06x}", chart->options.prefix, name, (unsigned)rgb);
		buf_printf(css, ".%sover.%s%s{stroke:#%06x;fill:none}", chart->options.prefix, chart->options.prefix, name,
			   (unsigned)rgb);
	}
}

void
draw_style(const struct chart *chart, struct xml *xml)
{
	struct buf css = {0};
	buf_printf(&css, "svg.%smap text{font-family:" SVG_FONTS "}", chart->options.prefix);
	add_rules(chart, &css, light);
	add_lane_colours(chart, &css, false);
	buf_puts(&css, "@media screen and (prefers-color-scheme:dark){");
	add_rules(chart, &css, dark);
	add_lane_colours(chart, &css, true);
	buf_puts(&css, "}");
	xml_open(xml, "style");
	xml_text(xml, buf_text(&css));
	xml_close(xml, "style");
	buf_free(&css);
}

void
draw_class(const struct chart *chart, struct xml *xml, const char *names)
{
	struct buf value = {0};
	while (*names) {
		size_t length = strcspn(names, " ");
		buf_printf(&value, "%s%s%.*s", value.length ? " " : "", chart->options.prefix, (int)length, names);
		names += length + (names[length] == ' ');
	}
	xml_attribute(xml, "class", buf_text(&value));
	buf_free(&value);
}

const char *
lane_class(const struct chart *chart, const struct role *role)
{
	return arena_printf(chart->arena, "l%u", role ? (unsigned)role->base.number : 0);
}

void
draw_lines(const struct chart *chart, struct xml *xml, const struct svg_lines *lines, struct svg_font font, struct spot at,
	   const char *anchor, const char *class)
{
	for (uint32_t i = 0; i < lines->count; i++) {
		if (!*lines->items[i].text)
			continue;
		xml_open(xml, "text");
		draw_class(chart, xml, class);
		xml_attributef(xml, "x", "%.1f", at.x);
		xml_attributef(xml, "y", "%.1f", at.y + svg_leading(font) * i + svg_ascent(font));
		xml_attributef(xml, "font-size", "%g", font.size);
		if (strcmp(anchor, "start") != 0)
			xml_attribute(xml, "text-anchor", anchor);
		xml_text(xml, lines->items[i].text);
		xml_close(xml, "text");
	}
}
