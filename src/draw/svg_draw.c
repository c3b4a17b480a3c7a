/* SPDX-License-Identifier: MIT */
#include "draw/svg_draw.h"

#include "model/fields.h"
#include "model/show.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void
svg_class(struct svg_pen *pen, const char *names)
{
	struct buf value = {0};
	while (*names) {
		size_t length = strcspn(names, " ");
		buf_printf(&value, "%s%s%.*s", value.length ? " " : "", pen->prefix, (int)length,
			   names);
		names += length + (names[length] == ' ');
	}
	xml_attribute(&pen->xml, "class", buf_text(&value));
	buf_free(&value);
}

void
svg_rect(struct svg_pen *pen, const struct box *box, double radius, const char *class)
{
	xml_open(&pen->xml, "rect");
	svg_class(pen, class);
	xml_attributef(&pen->xml, "x", "%.1f", box->x);
	xml_attributef(&pen->xml, "y", "%.1f", box->y);
	xml_attributef(&pen->xml, "width", "%.1f", box->width);
	xml_attributef(&pen->xml, "height", "%.1f", box->height);
	if (radius > 0)
		xml_attributef(&pen->xml, "rx", "%g", radius);
	xml_close(&pen->xml, "rect");
}

void
svg_path(struct svg_pen *pen, const char *class, const char *format, ...)
{
	char path[512];
	va_list args;
	va_start(args, format);
	vsnprintf(path, sizeof path, format, args);
	va_end(args);
	xml_open(&pen->xml, "path");
	svg_class(pen, class);
	xml_attribute(&pen->xml, "d", path);
	xml_close(&pen->xml, "path");
}

void
svg_element(struct svg_pen *pen, const char *name, const char *text)
{
	xml_open(&pen->xml, name);
	xml_text(&pen->xml, text);
	xml_close(&pen->xml, name);
}

void
svg_text_draw(struct svg_pen *pen, const struct svg_lines *lines, struct svg_font font,
	      struct spot at, const char *anchor, const char *class)
{
	for (uint32_t i = 0; i < lines->count; i++) {
		if (!*lines->items[i].text)
			continue;
		xml_open(&pen->xml, "text");
		svg_class(pen, class);
		xml_attributef(&pen->xml, "x", "%.1f", at.x);
		xml_attributef(&pen->xml, "y", "%.1f",
			       at.y + svg_leading(font) * i + svg_ascent(font));
		xml_attributef(&pen->xml, "font-size", "%g", font.size);
		if (strcmp(anchor, "start") != 0)
			xml_attribute(&pen->xml, "text-anchor", anchor);
		xml_text(&pen->xml, lines->items[i].text);
		xml_close(&pen->xml, "text");
	}
}

double
svg_lines_height(const struct svg_lines *lines, struct svg_font font)
{
	return lines->count * svg_leading(font);
}

double
svg_longest_word(const char *text, struct svg_font font)
{
	double longest = 0;
	while (*text) {
		size_t length = strcspn(text, " \n");
		double width = svg_text_width(text, length, font);
		longest = width > longest ? width : longest;
		text += length + (text[length] != '\0');
	}
	return longest;
}

void
svg_begin(struct svg_pen *pen, double width, double height, const char *role, const char *label)
{
	xml_open(&pen->xml, "svg");
	xml_attribute(&pen->xml, "xmlns", "http://www.w3.org/2000/svg");
	svg_class(pen, "map");
	xml_attributef(&pen->xml, "viewBox", "0 0 %.1f %.1f", width, height);
	xml_attributef(&pen->xml, "width", "%.1f", width);
	xml_attributef(&pen->xml, "height", "%.1f", height);
	xml_attribute(&pen->xml, "role", role);
	xml_attribute(&pen->xml, "aria-label", label);
}

void
svg_rules(const struct svg_pen *pen, struct buf *css, const char *rules)
{
	for (const char *at = rules; *at; at++) {
		if (at[0] == '{' && at[1] == '}') {
			buf_printf(css, ".%s", pen->prefix);
			at++;
		} else {
			buf_putc(css, *at);
		}
	}
}

const char *
svg_role_class(const struct role *role, struct arena *arena)
{
	return arena_printf(arena, "l%u", role ? (unsigned)role->base.number : 0);
}

/* On a dark ground halfway to white: readable as a line. */
uint32_t
svg_role_color(const struct role *role, bool dark)
{
	uint32_t rgb = show_role_color(role), red = rgb >> 16 & 255, green = rgb >> 8 & 255,
		 blue = rgb & 255;
	return dark ? (red + 255) / 2 << 16 | (green + 255) / 2 << 8 | (blue + 255) / 2 : rgb;
}
