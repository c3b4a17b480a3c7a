/* SPDX-License-Identifier: MIT */
/* What of a page of HTML is for paper alone: the heads and feet of its sheets, the map in pages.
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

/* What a sheet that lies across has for the map below its caption, in its pixels: its letters come
 * out at 7 points there (page.css). */
enum { SHEET_ACROSS = 1231, SHEET_DOWN = 768 };
/* The widest map that can be read on a sheet that stands upright. */
static const double UPRIGHT = 790;

/* True for a map of few sheets that are no larger than paper. */
static bool
fits(const struct chart *chart)
{
	bool low = chart_sheets(chart) <= CHART_SHEETS_MOST;
	for (uint32_t i = 0; i < chart_sheets(chart) && low; i++)
		low = chart_sheet_size(chart, i).height <= SHEET_DOWN;
	return low;
}

static void
put_left_out(struct html *html)
{
	buf_puts(html->out, "<div class=\"paper\"><p>");
	html_escape(html->out, show_word(html->doc->voice, WORD_DOC_MAP_ON_SCREEN));
	buf_puts(html->out, "</p></div>\n");
}

static void
draw_sheet(struct html *html, const struct chart *chart, uint32_t number)
{
	struct buf *out = &html->sheets;
	buf_puts(out, "<div class=\"map paper\" aria-hidden=\"true\">\n<p>");
	html_escape(out, show_word(html->doc->voice, WORD_DOC_MAP_STEPS));
	if (chart_sheets(chart) > 1)
		buf_printf(out, " · %u/%u", (unsigned)number + 1, (unsigned)chart_sheets(chart));
	buf_puts(out, "</p>\n");
	chart_write(chart, number, out, NULL);
	buf_puts(out, "</div>\n");
}

bool
html_draw_sheets(struct html *html, const struct flow *flow)
{
	const struct chart_options options = {.frame = CHART_SIGNED,
					      .prefix = "paper-",
					      .page = SHEET_ACROSS,
					      .breadth = SHEET_DOWN,
					      .brief = true};
	struct chart *chart =
	    flow->node_count > CHART_NODES_MOST ? NULL : chart_new(flow, &options, &html->scratch);
	if (!chart || !fits(chart)) {
		put_left_out(html);
		return true;
	}
	uint32_t sheets = chart_sheets(chart);
	if (sheets == 1 && chart_sheet_size(chart, 0).width <= UPRIGHT)
		return false;
	for (uint32_t i = 0; i < sheets; i++)
		draw_sheet(html, chart, i);
	return true;
}
