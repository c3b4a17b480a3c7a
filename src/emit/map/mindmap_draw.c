/* SPDX-License-Identifier: MIT */
#include "emit/map/mindmap_draw.h"

#include "draw/signs.h"

#include <inttypes.h>

const struct mindmap_ink mindmap_ink_plain = {"ink", SVG_INK},
			 mindmap_ink_muted = {"muted", SVG_MUTED},
			 mindmap_ink_link = {"link", 0x1558B0},
			 mindmap_ink_white = {NULL, SVG_PAPER};

/* The classes of relations: their line, and their tip. */
static const struct {
	const char *line, *tip, *dashes;
	uint32_t color;
} relations[RELATION_COUNT] = {
    [RELATION_OUTCOME] = {"outcome", "outcome-tip", "6 4", 0x1565C0},
    [RELATION_LOOP] = {"loop", "loop-tip", "2 4", 0xC62828},
    [RELATION_WAIT] = {"wait", "wait-tip", NULL, 0x78909C},
    [RELATION_NEXT] = {"next", "next-tip", NULL, 0x37474F},
};

uint32_t
mindmap_own_color(const struct topic *topic)
{
	return topic->color ? topic->color : topic->depth ? SVG_SLATE : 0x263238;
}

void
mindmap_put_color(struct xml *xml, const char *name, uint32_t rgb)
{
	xml_attributef(xml, name, "#%06" PRIx32, rgb);
}

static void
put_font(struct xml *xml, struct svg_font font, struct mindmap_ink ink)
{
	xml_attributef(xml, "font-size", "%g", font.size);
	if (font.bold)
		xml_attribute(xml, "font-weight", "bold");
	if (ink.class)
		xml_attribute(xml, "class", ink.class);
	mindmap_put_color(xml, "fill", ink.color);
}

void
mindmap_put_line(struct drawing *d, struct spot at, enum text_anchor anchor, const char *label,
		 const char *text, struct svg_font font, struct mindmap_ink ink)
{
	static const char *const anchors[] = {NULL, "middle", "end"};
	if (!*text)
		return;
	xml_open(&d->xml, "text");
	xml_attributef(&d->xml, "x", "%.1f", at.x);
	xml_attributef(&d->xml, "y", "%.1f", at.y + svg_ascent(font));
	if (anchors[anchor])
		xml_attribute(&d->xml, "text-anchor", anchors[anchor]);
	put_font(&d->xml, font, ink);
	if (label) {
		xml_inline(&d->xml, "tspan");
		put_font(&d->xml, mindmap_label_font, mindmap_ink_muted);
		xml_text(&d->xml, label);
		xml_close(&d->xml, "tspan");
		xml_text(&d->xml, " ");
	}
	xml_text(&d->xml, text);
	xml_close(&d->xml, "text");
}

void
mindmap_put_star(struct xml *xml, struct spot at)
{
	xml_open(xml, "path");
	xml_attributef(xml, "d", "M%.1f %.1f%s", at.x + 7, at.y, sign_star[SIGN_ON_TOPIC]);
	xml_attribute(xml, "fill", "#f9a825");
	xml_attribute(xml, "stroke", "#ffffff");
	xml_attribute(xml, "stroke-width", ".8");
	xml_close(xml, "path");
}

void
mindmap_put_stop(struct xml *xml, struct spot at)
{
	xml_open(xml, "path");
	xml_attributef(xml, "d", "M%.1f %.1f%s", at.x + 4.1, at.y, sign_stop[SIGN_ON_TOPIC]);
	xml_attribute(xml, "fill", "#d32f2f");
	xml_attribute(xml, "stroke", "#ffffff");
	xml_close(xml, "path");
	xml_open(xml, "path");
	xml_attributef(xml, "d", "M%.1f %.1fh7", at.x + 3.5, at.y + 7);
	xml_attribute(xml, "stroke", "#ffffff");
	xml_attribute(xml, "stroke-width", "2.2");
	xml_close(xml, "path");
}

enum relation
mindmap_relation(const struct arrow *arrow)
{
	if (arrow->back)
		return RELATION_LOOP;
	if (arrow->outcome)
		return RELATION_OUTCOME;
	return arrow->plain ? RELATION_NEXT : RELATION_WAIT;
}

void
mindmap_put_relation(struct drawing *d, enum relation relation, const char *path, const char *label)
{
	xml_open(&d->xml, "path");
	xml_attribute(&d->xml, "d", path);
	xml_attribute(&d->xml, "fill", "none");
	xml_attribute(&d->xml, "class", relations[relation].line);
	mindmap_put_color(&d->xml, "stroke", relations[relation].color);
	xml_attribute(&d->xml, "stroke-width", "1.4");
	if (relations[relation].dashes)
		xml_attribute(&d->xml, "stroke-dasharray", relations[relation].dashes);
	xml_attributef(&d->xml, "marker-end", "url(#%s)", relations[relation].tip);
	if (label) {
		xml_open(&d->xml, "title");
		xml_text(&d->xml, label);
		xml_close(&d->xml, "title");
	}
	xml_close(&d->xml, "path");
}

void
mindmap_put_tips(struct drawing *d)
{
	if (!d->outline->arrow_count)
		return;
	xml_open(&d->xml, "defs");
	for (enum relation relation = 0; relation < RELATION_COUNT; relation++) {
		xml_open(&d->xml, "marker");
		xml_attribute(&d->xml, "id", relations[relation].tip);
		xml_attribute(&d->xml, "viewBox", "0 0 8 8");
		xml_attribute(&d->xml, "refX", "7");
		xml_attribute(&d->xml, "refY", "4");
		xml_attribute(&d->xml, "markerWidth", "7");
		xml_attribute(&d->xml, "markerHeight", "7");
		xml_attribute(&d->xml, "orient", "auto");
		xml_open(&d->xml, "path");
		xml_attribute(&d->xml, "d", "M0 0l8 4-8 4 2-4z");
		xml_attribute(&d->xml, "class", relations[relation].tip);
		mindmap_put_color(&d->xml, "fill", relations[relation].color);
		xml_close(&d->xml, "path");
		xml_close(&d->xml, "marker");
	}
	xml_close(&d->xml, "defs");
}
