/* SPDX-License-Identifier: MIT */
#include "draw/pen/svg_pen.h"

#include "support/base64.h"

#include <string.h>

static struct svg_pen *
svg_of(struct pen *pen)
{
	return (struct svg_pen *)pen;
}

static struct xml *
xml_of(struct pen *pen)
{
	return &svg_of(pen)->xml;
}

/* class="…": the names, each after the prefix. */
static void
put_class(struct pen *pen, const char *names)
{
	struct buf value = {0};
	while (*names) {
		size_t length = strcspn(names, " ");
		buf_printf(&value, "%s%s%.*s", value.length ? " " : "", svg_of(pen)->prefix,
			   (int)length, names);
		names += length + (names[length] == ' ');
	}
	xml_attribute(xml_of(pen), "class", buf_text(&value));
	buf_free(&value);
}

static void
put_element(struct pen *pen, const char *name, const char *text)
{
	xml_open(xml_of(pen), name);
	xml_text(xml_of(pen), text);
	xml_close(xml_of(pen), name);
}

static void
put_origin(struct pen *pen, const struct spot *origin)
{
	if (origin)
		xml_attributef(xml_of(pen), "transform", "translate(%.1f %.1f)", origin->x,
			       origin->y);
}

static void
svg_begin(struct pen *pen, const struct pen_picture *picture)
{
	struct xml *xml = xml_of(pen);
	xml_open(xml, "svg");
	xml_attribute(xml, "xmlns", "http://www.w3.org/2000/svg");
	put_class(pen, "map");
	xml_attributef(xml, "viewBox", "0 0 %.1f %.1f", picture->width, picture->height);
	xml_attributef(xml, "width", "%.1f", picture->width);
	xml_attributef(xml, "height", "%.1f", picture->height);
	xml_attribute(xml, "role", picture->linked ? "group" : "img");
	xml_attribute(xml, "aria-label", picture->label);
}

static void
svg_end(struct pen *pen)
{
	xml_close(xml_of(pen), "svg");
	buf_putc(xml_of(pen)->out, '\n');
}

static void
put_rules(struct pen *pen, struct buf *css, const char *rules)
{
	for (const char *at = rules; *at; at++) {
		if (at[0] == '{' && at[1] == '}') {
			buf_printf(css, ".%s", svg_of(pen)->prefix);
			at++;
		} else {
			buf_putc(css, *at);
		}
	}
}

/* Every class is written with plain values: not every program that shows SVG knows variables. */
static void
svg_style(struct pen *pen, const char *light, const char *dark)
{
	struct buf css = {0};
	put_rules(pen, &css, "svg{}map text{font-family:" SVG_FONTS "}");
	put_rules(pen, &css, light);
	buf_puts(&css, "@media screen and (prefers-color-scheme:dark){");
	put_rules(pen, &css, dark);
	buf_puts(&css, "}");
	put_element(pen, "style", buf_text(&css));
	buf_free(&css);
}

static void
svg_title(struct pen *pen, const char *title)
{
	put_element(pen, "title", title);
}

static void
put_reference(struct pen *pen, const char *name, const char *id)
{
	if (id)
		xml_attribute(xml_of(pen), name, id);
}

static void
svg_open(struct pen *pen, const struct pen_group *group)
{
	struct xml *xml = xml_of(pen);
	if (group->href) {
		xml_open(xml, "a");
		xml_attribute(xml, "href", group->href);
	}
	xml_open(xml, "g");
	put_class(pen, group->class);
	if (group->id)
		xml_attributef(xml, "id", "%s%s", svg_of(pen)->prefix, group->id);
	put_reference(pen, "data-from", group->from);
	put_reference(pen, "data-to", group->to);
	put_reference(pen, "data-edge", group->edge);
	put_origin(pen, group->origin);
	if (group->title)
		put_element(pen, "title", group->title);
}

static void
svg_close(struct pen *pen, const struct pen_group *group)
{
	xml_close(xml_of(pen), "g");
	if (group->href)
		xml_close(xml_of(pen), "a");
}

static void
svg_rect(struct pen *pen, const char *class, const struct box *box, double radius)
{
	struct xml *xml = xml_of(pen);
	xml_open(xml, "rect");
	put_class(pen, class);
	xml_attributef(xml, "x", "%.1f", box->x);
	xml_attributef(xml, "y", "%.1f", box->y);
	xml_attributef(xml, "width", "%.1f", box->width);
	xml_attributef(xml, "height", "%.1f", box->height);
	if (radius > 0)
		xml_attributef(xml, "rx", "%g", radius);
	xml_close(xml, "rect");
}

static void
svg_disc(struct pen *pen, const char *class, struct spot center, double radius)
{
	struct xml *xml = xml_of(pen);
	xml_open(xml, "circle");
	put_class(pen, class);
	xml_attributef(xml, "cx", "%.1f", center.x);
	xml_attributef(xml, "cy", "%.1f", center.y);
	xml_attributef(xml, "r", "%g", radius);
	xml_close(xml, "circle");
}

static void
svg_path(struct pen *pen, const char *class, const struct spot *origin, const char *path)
{
	xml_open(xml_of(pen), "path");
	put_class(pen, class);
	put_origin(pen, origin);
	xml_attribute(xml_of(pen), "d", path);
	xml_close(xml_of(pen), "path");
}

static void
svg_text(struct pen *pen, const char *class, const struct pen_text *text)
{
	struct xml *xml = xml_of(pen);
	xml_open(xml, "text");
	put_class(pen, class);
	xml_attributef(xml, "x", "%.1f", text->x);
	xml_attributef(xml, "y", "%.1f", text->y);
	xml_attributef(xml, "font-size", "%g", text->font.size);
	if (strcmp(text->anchor, "start") != 0)
		xml_attribute(xml, "text-anchor", text->anchor);
	xml_text(xml, text->text);
	xml_close(xml, "text");
}

static void
svg_image(struct pen *pen, const struct box *box, const struct pen_image *image)
{
	struct xml *xml = xml_of(pen);
	struct buf data = {0};
	buf_printf(&data, "data:%s;base64,", image->media);
	base64_add(&data, image->bytes, image->length);
	xml_open(xml, "image");
	xml_attributef(xml, "x", "%.1f", box->x);
	xml_attributef(xml, "y", "%.1f", box->y);
	xml_attributef(xml, "width", "%.1f", box->width);
	xml_attributef(xml, "height", "%.1f", box->height);
	xml_attribute(xml, "preserveAspectRatio", "xMaxYMid meet");
	xml_attribute(xml, "href", buf_text(&data));
	xml_attribute(xml, "aria-label", image->label);
	xml_close(xml, "image");
	buf_free(&data);
}

static const struct pen_sink svg_sink = {.begin = svg_begin,
					 .end = svg_end,
					 .style = svg_style,
					 .title = svg_title,
					 .open = svg_open,
					 .close = svg_close,
					 .rect = svg_rect,
					 .disc = svg_disc,
					 .path = svg_path,
					 .text = svg_text,
					 .image = svg_image};

struct svg_pen
svg_pen(struct buf *out, struct drain *drain, const char *prefix)
{
	return (struct svg_pen){{&svg_sink}, {.out = out, .drain = drain}, prefix};
}
