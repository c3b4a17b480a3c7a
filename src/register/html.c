/* SPDX-License-Identifier: MIT */
#include "register/html.h"

#include "emit/doc/html.h"

static void
put_name(const struct register_links *links, const struct register_row *row, struct buf *out)
{
	const char *page = links ? links->page(links->data, row) : NULL;
	if (page) {
		buf_puts(out, "<a href=\"");
		html_escape(out, page);
		buf_puts(out, "\">");
	}
	html_escape(out, row->name);
	buf_puts(out, page ? "</a>" : "");
}

static void
put_span(const char *class, const char *text, struct buf *out)
{
	buf_printf(out, "<span class=\"%s\">", class);
	html_escape(out, text);
	buf_puts(out, "</span>\n");
}

static void
put_due(const struct register_sight *sight, const struct register_links *links,
	const struct register_due *due, struct buf *out)
{
	buf_puts(out, sight_is_late(sight, due) ? "<li class=\"late\">\n" : "<li>\n");
	put_span("when", sight_day(sight, due), out);
	put_span("far", sight_distance(sight, due), out);
	buf_puts(out, "<span class=\"what\"><b>");
	put_name(links, due->row, out);
	buf_puts(out, "</b><br>");
	html_escape(out, sight_due(sight, due));
	buf_puts(out, "</span>\n</li>\n");
}

void
register_html_dues(const struct register_sight *sight, const struct register_links *links,
		   uint32_t most, struct buf *out)
{
	uint32_t count = sight->due_count < most ? sight->due_count : most;
	buf_puts(out, count ? "<ul class=\"due\">\n" : "");
	for (uint32_t i = 0; i < count; i++)
		put_due(sight, links, sight->dues[i], out);
	buf_puts(out, count ? "</ul>\n" : "");
}

static bool
is_shown(const struct register_links *links, const struct register_column *column)
{
	return !links || links->shows(links->data, column->key);
}

/* Its name heads the row; on a phone each cell says its title. */
static void
put_row(const struct register_sight *sight, const struct register_links *links,
	const struct register_row *row, struct buf *out)
{
	buf_puts(out, "<tr>\n<th scope=\"row\">");
	put_name(links, row, out);
	buf_puts(out, "</th>\n");
	for (const struct register_column *column = register_columns + 1; column->key; column++) {
		struct register_value value = column->value(sight, row);
		if (!is_shown(links, column))
			continue;
		buf_printf(out, "<td class=\"%s\" data-title=\"", column->key);
		html_escape(out, column->titles[sight->voice.lang]);
		buf_puts(out, "\">");
		html_escape(out, sight_value(sight, &value));
		buf_puts(out, "</td>\n");
	}
	buf_puts(out, "</tr>\n");
}

void
register_html_rows(const struct register_sight *sight, const struct register_links *links,
		   struct buf *out)
{
	buf_puts(out, "<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n");
	for (const struct register_column *column = register_columns; column->key; column++) {
		if (!is_shown(links, column))
			continue;
		buf_puts(out, "<th scope=\"col\">");
		html_escape(out, column->titles[sight->voice.lang]);
		buf_puts(out, "</th>\n");
	}
	buf_puts(out, "</tr>\n</thead>\n<tbody>\n");
	for (uint32_t i = 0; i < sight->row_count; i++)
		put_row(sight, links, sight->rows[i], out);
	buf_puts(out, "</tbody>\n</table>\n</div>\n");
}
