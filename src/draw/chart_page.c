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

/* True for a sheet with a legend: those of a document need but one. */
static bool
has_legend(const struct chart *chart, uint32_t sheet)
{
	return chart->options.frame == CHART_WHOLE ||
	       (chart->options.frame == CHART_SIGNED && sheet == 0);
}

struct chart_border
chart_border(const struct chart *chart, uint32_t sheet)
{
	bool legend = has_legend(chart, sheet), whole = chart->options.frame == CHART_WHOLE;
	double margin = whole ? CHART_MARGIN : 2;
	return (struct chart_border){.margin = margin,
				     .top = whole ? margin + CHART_TITLE : margin,
				     .foot = legend ? CHART_LEGEND + margin : margin,
				     .legend = legend};
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
					      : 0;
	double breadth = chart_page_breadth(&page);
	double length = page.to - page.from + edge, lanes = chart->lane_head,
	       heads = chart->stage_head;
	if (chart->options.vertical) {
		page.x = heads;
		page.y = lanes + page.enter - page.from;
		page.width = heads + breadth;
		page.height = lanes + length;
	} else {
		page.x = lanes + page.enter - page.from;
		page.y = heads;
		page.width = lanes + length;
		page.height = heads + breadth;
	}
	return page;
}

struct page
chart_page(const struct chart *chart, uint32_t number, struct pen *pen)
{
	struct page page = chart_spread(chart, number, 1, pen);
	page.x += chart->places[number].at.x;
	page.y += chart->places[number].at.y;
	return page;
}

uint32_t
chart_sheets(const struct chart *chart)
{
	return chart->sheet_count;
}

struct chart_size
chart_sheet_size(const struct chart *chart, uint32_t number)
{
	struct chart_border border = chart_border(chart, number);
	struct chart_size size = {border.legend ? frame_width(chart) : 0, 0};
	for (uint32_t i = 0; i < chart->page_count; i++) {
		const struct chart_place *place = &chart->places[i];
		if (place->sheet != number)
			continue;
		double width = place->at.x + place->size.width + 2 * border.margin,
		       height = place->at.y + place->size.height + border.top + border.foot;
		size.width = width > size.width ? width : size.width;
		size.height = height > size.height ? height : size.height;
	}
	return size;
}
