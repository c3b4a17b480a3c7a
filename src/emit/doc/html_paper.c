/* SPDX-License-Identifier: MIT */
/* What of a page of HTML is for paper alone: the heads and feet of its sheets, the map in strips.
 */
#include "draw/chart.h"
#include "emit/doc/html.h"

#include <string.h>

/* Text within a string of CSS in a <style> element. */
static void
put_css(struct buf *out, const char *text, size_t length)
{
	for (const char *end = text + length; text < end; text++) {
		if (strchr("\"\\<\n\r\f", *text))
			buf_printf(out, "\\%x ", (unsigned char)*text);
		else
			buf_putc(out, *text);
	}
}

/* «Стр. 2 из 30»: the words around both numbers. */
static void
put_foot(struct html *html)
{
	const char *words = show_word(html->doc->voice, WORD_PAGE_OF), *at;
	buf_puts(html->out, "@bottom-right { content: ");
	for (; (at = strchr(words, '{')) != NULL; words = at + 3) {
		buf_putc(html->out, '"');
		put_css(html->out, words, (size_t)(at - words));
		buf_printf(html->out, "\" counter(%s) ", at[1] == '1' ? "page" : "pages");
	}
	buf_putc(html->out, '"');
	put_css(html->out, words, strlen(words));
	buf_puts(html->out, "\" }");
}

void
html_sheets(struct html *html)
{
	const char *edition = doc_edition(html->doc);
	buf_puts(html->out, "@page { @top-left { content: \"");
	put_css(html->out, html->doc->title, strlen(html->doc->title));
	buf_puts(html->out, "\" } @top-right { content: \"");
	put_css(html->out, edition, strlen(edition));
	buf_puts(html->out, "\" } ");
	put_foot(html);
	buf_puts(html->out, " }\n");
	if (doc_approval(html->doc).lines.count) /* its first page is a title page */
		buf_puts(html->out,
			 "@page :first { @top-left { content: none } @top-right { content: none } "
			 "@bottom-right { content: none } }\n");
}

/* How many sheets strips take, one below the other as the browser prints them (page.css): those
 * that are wider than the sheet are made smaller. */
static uint32_t
sheets_of(const struct chart *chart)
{
	enum { WIDE = 665, HIGH = 1000, CAPTION = 36 }; /* pixels of a sheet without its margins */
	uint32_t sheets = 0;
	double left = 0;
	for (uint32_t i = 0; i < chart_pages(chart); i++) {
		struct chart_size size = chart_page_size(chart, i);
		double height = CAPTION + size.height * (size.width > WIDE ? WIDE / size.width : 1);
		sheets += height > left;
		left = (height > left ? HIGH : left) - height;
	}
	return sheets;
}

bool
html_map_strips(struct html *html, const struct flow *flow)
{
	enum { ACROSS = 790, DOWN = 545 }; /* pixels: half a sheet, so that two strips fit on it */
	enum { SHEETS_MOST = 4 };
	const struct chart_options options = {
	    .frame = CHART_BARE, .prefix = "paper-", .page = ACROSS, .breadth = DOWN};
	struct chart *chart = chart_new(flow, &options, &html->scratch);
	uint32_t strips = chart_pages(chart);
	bool printed = sheets_of(chart) <= SHEETS_MOST;
	if (!printed) {
		buf_puts(html->out, "<div class=\"paper\"><p>");
		html_escape(html->out, show_word(html->doc->voice, WORD_DOC_MAP_ON_SCREEN));
		buf_puts(html->out, "</p></div>\n");
	}
	for (uint32_t i = 0; i < strips && strips > 1 && printed; i++) {
		buf_puts(html->out, "<div class=\"map paper\" aria-hidden=\"true\">\n<p>");
		html_escape(html->out, html->section->title);
		buf_printf(html->out, " · %u/%u</p>\n", (unsigned)i + 1, (unsigned)strips);
		chart_write(chart, i, html->out, &html->drain.drain);
		buf_puts(html->out, "</div>\n");
	}
	return strips > 1;
}
