/* SPDX-License-Identifier: MIT */
#include "draw/pen/pen.h"

#include "support/printed.h"

#include <stdarg.h>

void
pen_begin(struct pen *pen, const struct pen_picture *picture)
{
	pen->sink->begin(pen, picture);
}

void
pen_end(struct pen *pen)
{
	pen->sink->end(pen);
}

void
pen_style(struct pen *pen, const char *light, const char *dark)
{
	pen->sink->style(pen, light, dark);
}

void
pen_title(struct pen *pen, const char *title)
{
	pen->sink->title(pen, title);
}

void
pen_open(struct pen *pen, const struct pen_group *group)
{
	pen->sink->open(pen, group);
}

void
pen_close(struct pen *pen, const struct pen_group *group)
{
	pen->sink->close(pen, group);
}

void
pen_rect(struct pen *pen, const struct box *box, double radius, const char *class)
{
	pen->sink->rect(pen, class, box, radius);
}

void
pen_disc(struct pen *pen, struct spot center, double radius, const char *class)
{
	pen->sink->disc(pen, class, center, radius);
}

void
pen_path(struct pen *pen, const char *class, const char *format, ...)
{
	char path[512];
	va_list args;
	va_start(args, format);
	printed_into(path, sizeof path, format, args);
	va_end(args);
	pen->sink->path(pen, class, NULL, path);
}

void
pen_path_at(struct pen *pen, const char *class, const struct spot *origin, const char *path)
{
	pen->sink->path(pen, class, origin, path);
}

void
pen_lines(struct pen *pen, const struct svg_lines *lines, struct svg_font font, struct spot at,
	  const char *anchor, const char *class)
{
	for (uint32_t i = 0; i < lines->count; i++) {
		const struct pen_text text = {.text = lines->items[i].text,
					      .font = font,
					      .x = at.x,
					      .y = at.y + svg_leading(font) * i + svg_ascent(font),
					      .anchor = anchor};
		if (*text.text)
			pen->sink->text(pen, class, &text);
	}
}

void
pen_image(struct pen *pen, const struct box *box, const struct pen_image *image)
{
	pen->sink->image(pen, box, image);
}
