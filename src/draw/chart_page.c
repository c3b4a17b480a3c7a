/* SPDX-License-Identifier: MIT */
/* A page of the process map: how large it is, and where the layout lies on it. */
#include "draw/chart_draw.h"
#include "draw/logo.h"
#include "model/field.h"
#include "model/fields.h"

#include <string.h>

static const double TITLE_LEAST = 420, TITLE_MAX = 1100;

/* The width that the heading and the legend need; the heading of a narrow map may be cut in the
 * end. */
static double
frame_width(const struct chart *chart)
{
	const char *name = entity_name(&model_process(chart->model)->base);
	double title = svg_text_width(name, strlen(name), chart_font_title) + 1, legend = 0;
	title = title < TITLE_MAX ? title : TITLE_MAX;
	title = title > TITLE_LEAST ? title : TITLE_LEAST;
	title = chart->options.frame == CHART_WHOLE ? title + logo_width(chart->model) : 0;
	for (uint32_t i = 0; i < chart->sign_count; i++)
		legend += CHART_SIGN + chart->signs[i].meaning.width + (i ? CHART_SIGN_GAP : 0);
	return (title > legend ? title : legend) + 2 * CHART_MARGIN;
}

double
chart_page_breadth(const struct page *page)
{
	const struct layout *layout = page->chart->layout;
	return page->squeeze                   ? page->squeeze->breadth
	       : page->chart->options.vertical ? layout->width
					       : layout->height;
}

/* True for a page with a legend: the pages of a document need but one. */
bool
chart_has_legend(const struct chart *chart, uint32_t number)
{
	return chart->options.frame == CHART_WHOLE ||
	       (chart->options.frame == CHART_SIGNED && number == 0);
}

struct page
chart_spread(const struct chart *chart, uint32_t number, uint32_t spread, struct pen *pen)
{
	struct page page = {.chart = chart,
			    .pen = pen,
			    .from = chart->page_from[number],
			    .to = chart->page_from[number + spread],
			    .number = number,
			    .spread = spread};
	if (chart->options.breadth > 0)
		page.squeeze = chart_squeeze_new(&page);
	page.enter = page.squeeze && number ? CHART_ENTER_EDGE : 0;
	double edge = page.squeeze            ? CHART_LEAVE_EDGE + page.enter
		      : chart->page_count > 1 ? CHART_PAGE_EDGE
					      : 0,
	       margin = chart->options.frame == CHART_WHOLE ? CHART_MARGIN : 2;
	double top = chart->options.frame == CHART_WHOLE ? margin + CHART_TITLE : margin,
	       foot = chart_has_legend(chart, number) ? CHART_LEGEND + margin : margin;
	double breadth = chart_page_breadth(&page);
	double length = page.to - page.from + edge, lanes = chart->lane_head,
	       heads = chart->stage_head;
	if (chart->options.vertical) {
		page.x = margin + heads;
		page.y = top + lanes + page.enter - page.from;
		page.width = margin + heads + breadth + margin;
		page.height = top + lanes + length + foot;
	} else {
		page.x = margin + lanes + page.enter - page.from;
		page.y = top + heads;
		page.width = margin + lanes + length + margin;
		page.height = top + heads + breadth + foot;
	}
	if (chart_has_legend(chart, number) && page.width < frame_width(chart))
		page.width = frame_width(chart);
	return page;
}

struct page
chart_page(const struct chart *chart, uint32_t number, struct pen *pen)
{
	return chart_spread(chart, number, 1, pen);
}

struct chart_size
chart_page_size(const struct chart *chart, uint32_t number)
{
	struct page page = chart_page(chart, number, NULL);
	return (struct chart_size){page.width, page.height};
}
