/* SPDX-License-Identifier: MIT */
/* Draws the mind map as SVG: branches, then relations, then topics, then the legend. Nothing but
 * shapes and text: every viewer can show and print it. */
#include "draw/logo.h"
#include "draw/pen/svg_pen.h"
#include "emit/map/map.h"
#include "emit/map/mindmap_draw.h"
#include "model/fields.h"
#include "text/uri.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char style_sheet[] = "text{font-family:" SVG_FONTS "}a{cursor:pointer}";
static const char dark_rules[] =
    ".paper{fill:#14181c}.ink{fill:#e6eaed}.muted{fill:#a3b1ba}.link{fill:#8ab4f8}"
    ".frame{fill:#1e252b;stroke:#90a4ae}.outcome{stroke:#8ab4f8}.loop{stroke:#ff8a80}.wait{stroke:#"
    "90a4ae}"
    ".outcome-tip{fill:#8ab4f8}.loop-tip{fill:#ff8a80}.wait-tip{fill:#90a4ae}"
    ".next{stroke:#cfd8dc}.next-tip{fill:#cfd8dc}";

/* The room above the map for a logo. */
static double
logo_room(const struct drawing *d)
{
	return model_logo(d->outline->model) ? 56 : 0;
}

/* Finds the colour of every branch, and every colour in use. */
static void
collect_colors(struct drawing *d)
{
	for (uint32_t i = 0; i < d->outline->count; i++) {
		const struct topic *topic = &d->outline->topics[i];
		uint8_t look = d->map->cards[i].look;
		bool own = topic->depth < 2 || look == MINDMAP_STEP || look == MINDMAP_ROLE;
		d->branch[i] = own ? mindmap_own_color(topic) : d->branch[topic->parent];
		svg_color(&d->colors, d->branch[i]);
		if (topic->color)
			svg_color(&d->colors, topic->color);
	}
}

/* Printed, the page is as large as the map: nothing is cut off, and a printer scales it to its
 * paper. */
static void
put_style_sheet(struct drawing *d, double height)
{
	struct buf sheet = {0};
	buf_puts(&sheet, style_sheet);
	buf_printf(&sheet, "@page{size:%.0fpx %.0fpx;margin:0}", d->map->width, height);
	if (model_logo(d->outline->model))
		buf_puts(&sheet, ".plate{fill:#fff}");
	svg_color_sheet(&d->colors, dark_rules, &sheet);
	xml_open(&d->xml, "style");
	xml_text(&d->xml, buf_text(&sheet));
	xml_close(&d->xml, "style");
	buf_free(&sheet);
}

/* A curve that leaves and arrives level, and goes on below a text that has no box. */
static void
put_branch(struct drawing *d, uint32_t i)
{
	const struct topic *topic = &d->outline->topics[i];
	const struct mindmap_card *card = &d->map->cards[i];
	struct spot from = mindmap_card_out(&d->map->cards[topic->parent], card->left),
		    to = mindmap_card_in(card);
	double middle = (from.x + to.x) / 2;
	struct buf path = {0};
	buf_printf(&path, "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f", from.x, from.y, middle,
		   from.y, middle, to.y, to.x, to.y);
	if (!mindmap_looks[card->look].boxed)
		buf_printf(&path, "H%.1f", mindmap_card_out(card, card->left).x);
	xml_open(&d->xml, "path");
	xml_attribute(&d->xml, "d", buf_text(&path));
	xml_attributef(&d->xml, "class", "s%zu", svg_color(&d->colors, d->branch[i]));
	mindmap_put_color(&d->xml, "stroke", d->branch[i]);
	xml_attribute(&d->xml, "stroke-width",
		      topic->depth == 1   ? "3"
		      : topic->depth == 2 ? "1.8"
					  : "1.2");
	xml_close(&d->xml, "path");
	buf_free(&path);
}

static void
put_branches(struct drawing *d)
{
	xml_open(&d->xml, "g");
	xml_attribute(&d->xml, "fill", "none");
	xml_attribute(&d->xml, "stroke-linecap", "round");
	for (uint32_t i = d->outline->count; i-- > 1;)
		put_branch(d, i);
	xml_close(&d->xml, "g");
}

static void
put_box(struct drawing *d, const struct mindmap_card *card, const struct topic *topic)
{
	uint32_t color = mindmap_own_color(topic);
	size_t class = svg_color(&d->colors, color);
	if (!mindmap_looks[card->look].boxed)
		return;
	xml_open(&d->xml, "rect");
	xml_attributef(&d->xml, "x", "%.1f", card->x);
	xml_attributef(&d->xml, "y", "%.1f", card->y);
	xml_attributef(&d->xml, "width", "%.1f", card->width);
	xml_attributef(&d->xml, "height", "%.1f", card->height);
	xml_attribute(&d->xml, "rx", card->look == MINDMAP_ROOT ? "18" : "8");
	if (card->look == MINDMAP_STEP || card->look == MINDMAP_SECTION) {
		bool step = card->look == MINDMAP_STEP;
		xml_attribute(&d->xml, "class",
			      step ? arena_printf(d->arena, "t%zu s%zu", class, class) : "frame");
		mindmap_put_color(&d->xml, "fill",
				  step ? svg_mixed(color, SVG_PAPER, 88) : 0xF4F6F7);
		mindmap_put_color(&d->xml, "stroke", color);
		xml_attribute(&d->xml, "stroke-width", step ? "1.2" : "1.5");
	} else {
		mindmap_put_color(&d->xml, "fill", color);
	}
	xml_close(&d->xml, "rect");
}

static void
put_badge(struct drawing *d, struct spot center, const struct topic *topic)
{
	char digits[16];
	snprintf(digits, sizeof digits, "%u", entity_quoted(topic->entity));
	xml_open(&d->xml, "circle");
	xml_attributef(&d->xml, "cx", "%.1f", center.x);
	xml_attributef(&d->xml, "cy", "%.1f", center.y);
	xml_attributef(&d->xml, "r", "%.1f", BADGE / 2.0);
	xml_attribute(&d->xml, "fill", "#ffffff");
	xml_close(&d->xml, "circle");
	struct svg_font font = {strlen(digits) < 3 ? 12 : strlen(digits) < 5 ? 8 : 6, true};
	center.y -= font.size * 0.64;
	mindmap_put_line(d, center, ANCHOR_MIDDLE, NULL, digits, font,
			 (struct mindmap_ink){NULL, mindmap_own_color(topic)});
}

/* Number and marks; gives where the text begins. */
static double
put_lead(struct drawing *d, const struct mindmap_card *card, const struct topic *topic)
{
	double x = card->x + mindmap_looks[card->look].pad_x, middle = card->y + card->height / 2;
	if (topic->sort == TOPIC_STAGE) {
		put_badge(d, (struct spot){x - BADGE_OUT + BADGE / 2.0, middle}, topic);
		x += BADGE + MARK_GAP - BADGE_OUT;
	}
	if (topic->key) {
		mindmap_put_star(&d->xml, (struct spot){x, middle - MARK_SIZE / 2.0});
		x += MARK_SIZE + MARK_GAP;
	}
	if (topic->blocking) {
		mindmap_put_stop(&d->xml, (struct spot){x, middle - MARK_SIZE / 2.0});
		x += MARK_SIZE + MARK_GAP;
	}
	return x;
}

static struct mindmap_ink
ink_of(struct drawing *d, const struct mindmap_card *card, const struct topic *topic)
{
	if (card->look == MINDMAP_ROOT || card->look == MINDMAP_STAGE || card->look == MINDMAP_ROLE)
		return mindmap_ink_white;
	if (topic_href(topic))
		return mindmap_ink_link;
	if (card->look == MINDMAP_VALUE && topic->color)
		return (struct mindmap_ink){
		    arena_printf(d->arena, "f%zu", svg_color(&d->colors, topic->color)),
		    topic->color};
	return mindmap_ink_plain;
}

/* Lines one below the other; gives the top of the next one. */
static double
put_lines(struct drawing *d, struct spot at, enum text_anchor anchor, const struct svg_lines *lines,
	  struct svg_font font, struct mindmap_ink ink)
{
	for (uint32_t i = 0; i < lines->count; i++, at.y += svg_leading(font))
		mindmap_put_line(d, at, anchor, NULL, lines->items[i].text, font, ink);
	return at.y;
}

/* Text in a box without marks stands in its middle. On the left side text ends where its branch
 * begins, so that its edge is one line; a note, which may be a list, begins at one. */
static enum text_anchor
anchor_of(const struct mindmap_card *card, const struct topic *topic)
{
	if (mindmap_looks[card->look].boxed)
		return mindmap_card_lead(topic) > 0 ? ANCHOR_START : ANCHOR_MIDDLE;
	return card->left && !card->note.count ? ANCHOR_END : ANCHOR_START;
}

static void
put_text(struct drawing *d, const struct mindmap_card *card, const struct topic *topic)
{
	const struct mindmap_style *style = &mindmap_looks[card->look];
	enum text_anchor anchor = anchor_of(card, topic);
	struct spot at = {put_lead(d, card, topic), card->y + style->pad_y};
	if (anchor == ANCHOR_MIDDLE)
		at.x = card->x + card->width / 2;
	else if (anchor == ANCHOR_END)
		at.x = card->x + card->width - style->pad_x;
	at.y += (card->height - 2 * style->pad_y - mindmap_card_lines(card)) / 2;
	struct mindmap_ink title =
	    topic->sort == TOPIC_THING ? mindmap_ink_plain : mindmap_ink_muted;
	struct mindmap_ink ink = ink_of(d, card, topic);
	if (card->beside) {
		mindmap_put_line(d, at, anchor, card->label.items[0].text, card->text.items[0].text,
				 style->font, ink);
		return;
	}
	at.y = put_lines(d, at, anchor, &card->label, mindmap_label_font, title);
	at.y = put_lines(d, at, anchor, &card->text, style->font, ink);
	put_lines(d, at, anchor, &card->note, mindmap_note_font,
		  card->text.count ? mindmap_ink_muted : mindmap_ink_plain);
}

/* Opens a link when the topic leads somewhere; true when it is to be closed. */
static bool
open_link(struct drawing *d, const struct topic *topic)
{
	if (!topic_href(topic) && topic->target == TOPIC_NONE)
		return false;
	xml_open(&d->xml, "a");
	if (topic_href(topic))
		xml_attribute(&d->xml, "href", uri_of(d->arena, topic_href(topic), URI_ASCII));
	else
		xml_attributef(&d->xml, "href", "#ID_%" PRIu64,
			       d->outline->topics[topic->target].id);
	return true;
}

/* The groups nest as the topics do. */
static void
put_topics(struct drawing *d)
{
	for (uint32_t i = 0; i < d->outline->count; i++) {
		const struct topic *topic = &d->outline->topics[i];
		xml_open(&d->xml, "g");
		xml_attributef(&d->xml, "id", "ID_%" PRIu64, topic->id);
		bool linked = open_link(d, topic);
		put_box(d, &d->map->cards[i], topic);
		put_text(d, &d->map->cards[i], topic);
		if (linked)
			xml_close(&d->xml, "a");
		for (uint32_t ends = topic_ends(d->outline, i); ends; ends--)
			xml_close(&d->xml, "g");
		map_flush(d->outline, d->xml.out);
	}
}

static void
put_head(struct drawing *d, double height)
{
	struct xml *xml = &d->xml;
	double room = logo_room(d);
	height += room;
	xml_open(xml, "svg");
	xml_attribute(xml, "xmlns", "http://www.w3.org/2000/svg");
	xml_attributef(xml, "viewBox", "0 %.0f %.0f %.0f", room > 0 ? -room : 0, d->map->width,
		       height);
	xml_attributef(xml, "width", "%.0f", d->map->width);
	xml_attributef(xml, "height", "%.0f", height);
	xml_attribute(xml, "role", "img");
	xml_attribute(xml, "xml:space", "preserve");
	xml_open(xml, "title");
	xml_text(xml, d->outline->topics[0].text);
	xml_close(xml, "title");
	put_style_sheet(d, height);
	xml_open(xml, "rect");
	xml_attribute(xml, "class", "paper");
	if (room > 0)
		xml_attributef(xml, "y", "%.0f", -room);
	xml_attribute(xml, "width", "100%");
	xml_attribute(xml, "height", "100%");
	mindmap_put_color(xml, "fill", SVG_PAPER);
	xml_close(xml, "rect");
	struct svg_pen pen = svg_pen(xml->out, NULL, "");
	logo_draw(d->outline->voice, (struct spot){d->map->width - MINDMAP_MARGIN, -room},
		  &pen.pen);
}

static void
draw(struct drawing *d)
{
	struct buf *out = d->xml.out;
	double margin = MINDMAP_MARGIN, width = d->map->width - 2 * margin;
	d->xml.out = NULL;
	double legend = mindmap_put_legend(d, margin, d->map->height, width);
	d->xml.out = out;
	put_head(d, d->map->height + (legend > 0 ? legend + margin : 0));
	put_branches(d);
	mindmap_put_relations(d);
	put_topics(d);
	mindmap_put_legend(d, margin, d->map->height, width);
	xml_close(&d->xml, "svg");
	buf_putc(out, '\n');
}

static void
write_svg(const struct outline *outline, struct buf *out)
{
	struct mindmap map = mindmap_lay_out(outline, outline->arena);
	struct drawing drawing = {
	    .map = &map, .outline = outline, .xml = {.out = out}, .arena = outline->arena};
	drawing.branch = memory_alloc(outline->count * sizeof *drawing.branch);
	collect_colors(&drawing);
	draw(&drawing);
	memory_free(drawing.branch);
	memory_free(map.cards);
}

void
emit_mindmap(struct emission *emission)
{
	map_emit_drawn(emission, ".svg", write_svg);
}
