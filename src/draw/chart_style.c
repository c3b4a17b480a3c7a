/* SPDX-License-Identifier: MIT */
/* Colours of the process map. Every class is written with plain values, once for paper and light
 * screens and once for dark ones: not every program that shows SVG knows variables. */
#include "draw/chart_draw.h"

const struct svg_font chart_font_title = {18, true}, chart_font_head = {12.5, true},
		      chart_font_name = {12.5, false}, chart_font_note = {11, false},
		      chart_font_label = {11.5, false};

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
			    "{}bar{fill:#fff}"
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
			   "{}stop{fill:#ff8a80}"
			   "{}bar{fill:#10151d}";

static void
add_lane_colours(const struct chart *chart, const struct svg_pen *pen, struct buf *css,
		 bool is_dark)
{
	for (uint32_t i = 0; i < chart->flow->lane_count; i++) {
		const struct role *role = chart->flow->lanes[i];
		if (!role)
			continue;
		const char *name = svg_role_class(role, chart->arena);
		unsigned rgb = svg_role_color(role, is_dark);
		buf_printf(css, ".%s%s{fill:#%06x}", pen->prefix, name, rgb);
		buf_printf(css, ".%sover.%s%s{stroke:#%06x;fill:none}", pen->prefix, pen->prefix,
			   name, rgb);
	}
}

void
chart_style(const struct chart *chart, struct svg_pen *pen)
{
	struct buf css = {0};
	svg_rules(pen, &css, "svg{}map text{font-family:" SVG_FONTS "}");
	svg_rules(pen, &css, light);
	add_lane_colours(chart, pen, &css, false);
	buf_puts(&css, "@media screen and (prefers-color-scheme:dark){");
	svg_rules(pen, &css, dark);
	add_lane_colours(chart, pen, &css, true);
	buf_puts(&css, "}");
	svg_element(pen, "style", buf_text(&css));
	buf_free(&css);
}
