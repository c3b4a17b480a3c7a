/* SPDX-License-Identifier: MIT */
/* Colours of the process map: on paper and light screens, and on dark ones. */
#include "draw/accent.h"
#include "draw/chart_draw.h"
#include "draw/logo.h"
#include "model/fields.h"
#include "model/show.h"

const struct svg_font chart_font_title = {18, true}, chart_font_head = {12.5, true},
		      chart_font_name = {12.5, false}, chart_font_note = {11, false},
		      chart_font_label = {11.5, false};

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
			    "{}lost{opacity:.6}{}lost {}card{stroke-dasharray:5 4}"
			    "{}unreached{stroke-dasharray:5 4}";

/* The ground of dark screens. */
enum { NIGHT = 0x10151D };

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

const char *
chart_role_class(const struct role *role, struct arena *arena)
{
	return arena_printf(arena, "l%u", role ? (unsigned)role->base.number : 0);
}

/* A role's colour; on a dark ground halfway to white: readable as a line. */
static uint32_t
role_color(const struct role *role, bool is_dark)
{
	uint32_t rgb = show_role_color(role), red = rgb >> 16 & 255, green = rgb >> 8 & 255,
		 blue = rgb & 255;
	return is_dark ? (red + 255) / 2 << 16 | (green + 255) / 2 << 8 | (blue + 255) / 2 : rgb;
}

static void
add_lane_colours(const struct chart *chart, struct buf *css, bool is_dark)
{
	for (uint32_t i = 0; i < chart->flow->lane_count; i++) {
		const struct role *role = chart->flow->lanes[i];
		if (!role)
			continue;
		const char *name = chart_role_class(role, chart->arena);
		unsigned rgb = role_color(role, is_dark);
		buf_printf(css, "{}%s{fill:#%06x}", name, rgb);
		buf_printf(css, "{}over{}%s{stroke:#%06x;fill:none}", name, rgb);
	}
}

void
chart_style(const struct chart *chart, struct pen *pen)
{
	struct buf on_light = {0}, on_dark = {0};
	buf_puts(&on_light, light);
	add_lane_colours(chart, &on_light, false);
	buf_puts(&on_dark, dark);
	add_lane_colours(chart, &on_dark, true);
	accent_rules(chart->model, NIGHT, &on_light, &on_dark);
	if (chart->options.frame == CHART_WHOLE)
		logo_rules(chart->model, &on_light, &on_dark);
	pen_style(pen, buf_text(&on_light), buf_text(&on_dark));
	buf_free(&on_light);
	buf_free(&on_dark);
}
