/* SPDX-License-Identifier: MIT */
/* The register as one page that asks for nothing from anywhere. */
#include "emit/doc/html.h"
#include "register.css.h"
#include "register/forms.h"

#include <string.h>

static void
put_text(struct buf *out, const char *tag, const char *text)
{
	buf_printf(out, "<%s>", tag);
	html_escape(out, text);
	buf_printf(out, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

static void
put_head(const struct register_sight *sight, struct buf *out)
{
	buf_printf(out,
		   "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		   "style-src 'sha256-%s'\">\n",
		   sight->voice.lang ? "ru" : "en", register_css_sha256);
	put_text(out, "title", show_word(&sight->voice, WORD_REGISTER));
	buf_printf(out, "<style>%s</style>\n</head>\n<body>\n<main>\n", register_css);
}

static void
put_due(const struct register_sight *sight, const struct register_due *due, struct buf *out)
{
	buf_puts(out, sight_is_late(sight, due) ? "<li class=\"late\">\n" : "<li>\n");
	put_text(out, "span class=\"when\"", sight_day(sight, due));
	put_text(out, "span class=\"far\"", sight_distance(sight, due));
	buf_puts(out, "<span class=\"what\"><b>");
	html_escape(out, due->row->name);
	buf_puts(out, "</b><br>");
	html_escape(out, sight_due(sight, due));
	buf_puts(out, "</span>\n");
	buf_puts(out, "</li>\n");
}

static void
put_dues(const struct register_sight *sight, struct buf *out)
{
	put_text(out, "h2",
		 show_word(&sight->voice,
			   sight->due_count ? WORD_REGISTER_DUE : WORD_REGISTER_NOTHING_DUE));
	buf_puts(out, sight->due_count ? "<ul class=\"due\">\n" : "");
	for (uint32_t i = 0; i < sight->due_count; i++)
		put_due(sight, sight->dues[i], out);
	buf_puts(out, sight->due_count ? "</ul>\n" : "");
}

/* Its name heads the row; on a phone each cell says its title. */
static void
put_row(const struct register_sight *sight, const struct register_row *row, struct buf *out)
{
	buf_puts(out, "<tr>\n");
	put_text(out, "th scope=\"row\"", row->name);
	for (const struct register_column *column = register_columns + 1; column->key; column++) {
		struct register_value value = column->value(sight, row);
		buf_printf(out, "<td class=\"%s\" data-title=\"", column->key);
		html_escape(out, column->titles[sight->voice.lang]);
		buf_puts(out, "\">");
		html_escape(out, sight_value(sight, &value));
		buf_puts(out, "</td>\n");
	}
	buf_puts(out, "</tr>\n");
}

static void
put_rows(const struct register_sight *sight, struct buf *out)
{
	put_text(out, "h2", show_word(&sight->voice, WORD_REGISTER_PROCESSES));
	buf_puts(out, "<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n");
	for (const struct register_column *column = register_columns; column->key; column++)
		put_text(out, "th scope=\"col\"", column->titles[sight->voice.lang]);
	buf_puts(out, "</tr>\n</thead>\n<tbody>\n");
	for (uint32_t i = 0; i < sight->row_count; i++)
		put_row(sight, sight->rows[i], out);
	buf_puts(out, "</tbody>\n</table>\n</div>\n");
}

int
form_html(const struct register_sight *sight, struct buf *out)
{
	const struct date today = {sight->wish->today, {.line = 1}, 0};
	put_head(sight, out);
	put_text(out, "h1", show_word(&sight->voice, WORD_REGISTER));
	put_text(out, "p class=\"day\"",
		 show_word_with(&sight->voice, WORD_REGISTER_ON,
				show_date(&sight->voice, &today, sight->arena), sight->arena));
	put_dues(sight, out);
	put_rows(sight, out);
	buf_puts(out, "</main>\n</body>\n</html>\n");
	return 0;
}
