/* SPDX-License-Identifier: MIT */
/* The values of a metric as a small picture in the line, from the first day to the last. */
#include "emit/doc/html.h"
#include "model/fields.h"
#include "model/show.h"
#include "plan/metric.h"
#include "support/xml.h"

/* Pixels; the line keeps off the edges as far as it and its last point are thick. */
enum { WIDTH = 96, HEIGHT = 20, EDGE = 3 };

/* Where a value stands between the least and the greatest: in the middle where they are one. */
static double
share(double value, double least, double most)
{
	return most > least ? (value - least) / (most - least) : 0.5;
}

static double
place_x(const struct metric_points *points, uint32_t i)
{
	double first = points->items[0].of->date.day,
	       last = points->items[points->count - 1].of->date.day;
	return EDGE + share(points->items[i].of->date.day, first, last) * (WIDTH - 2 * EDGE);
}

static double
place_y(const struct metric_points *points, uint32_t i)
{
	double least = points->items[0].value, most = least;
	for (uint32_t j = 1; j < points->count; j++) {
		least = points->items[j].value < least ? points->items[j].value : least;
		most = points->items[j].value > most ? points->items[j].value : most;
	}
	return HEIGHT - EDGE - share(points->items[i].value, least, most) * (HEIGHT - 2 * EDGE);
}

/* What the picture shows, for those who do not see it: «01.06.2026: 28 %; 01.10.2026: 31 %». */
static void
put_words(struct html *html, const struct metric_points *points, struct arena *scratch)
{
	for (uint32_t i = 0; i < points->count; i++) {
		const struct metric_value *value = points->items[i].of;
		buf_puts(html->out, i ? "; " : "");
		xml_escape(html->out, show_date(html->doc->voice, &value->date, scratch));
		buf_puts(html->out, ": ");
		xml_escape(html->out, value->value.s);
	}
}

void
html_curve(struct html *html, const struct metric *metric)
{
	struct arena scratch = {0};
	struct metric_points points = metric_points(words_new(&scratch), metric, &scratch);
	uint32_t last = points.count - 1;
	buf_puts(html->out, "<svg class=\"curve\" role=\"img\" aria-label=\"");
	put_words(html, &points, &scratch);
	buf_printf(html->out, "\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">", WIDTH, HEIGHT,
		   WIDTH, HEIGHT);
	buf_puts(html->out, "<polyline fill=\"none\" stroke=\"currentColor\" "
			    "stroke-width=\"1.5\" points=\"");
	for (uint32_t i = 0; i <= last; i++)
		buf_printf(html->out, "%s%.1f,%.1f", i ? " " : "", place_x(&points, i),
			   place_y(&points, i));
	buf_printf(html->out,
		   "\"/><circle fill=\"currentColor\" r=\"2.5\" cx=\"%.1f\" cy=\"%.1f\"/>",
		   place_x(&points, last), place_y(&points, last));
	buf_puts(html->out, "</svg> ");
	arena_free(&scratch);
}
