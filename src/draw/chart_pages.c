/* SPDX-License-Identifier: MIT */
/* Where pages begin, how large they are, and which shows what, so that drawing a page need not look
 * at the whole map. */
#include "draw/chart_draw.h"
#include "model/field.h"
#include "model/fields.h"

#include <string.h>

static const double PAGE_EDGE = 14, LEAVE_EDGE = 40, PAPER = 1.414, TITLE_LEAST = 420,
		    TITLE_MAX = 1100;

/* The part of the flow that something takes up. */
struct reach {
	double from, to;
};

static uint32_t
page_at(const struct chart *chart, double along)
{
	uint32_t low = 0, high = chart->page_count - 1;
	while (low < high) {
		uint32_t middle = low + (high - low + 1) / 2;
		if (chart->page_from[middle] <= along)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

static struct reach
reach_of_box(const struct chart *chart, const struct box *box)
{
	if (chart->options.vertical)
		return (struct reach){box->y, box->y + box->height};
	return (struct reach){box->x, box->x + box->width};
}

static struct reach
reach_of_route(const struct chart *chart, const struct layout_edge *edge)
{
	struct reach reach = {0, 0};
	for (uint32_t i = 0; i < edge->count; i++) {
		double along = chart->options.vertical ? edge->spots[i].y : edge->spots[i].x;
		reach.from = i && reach.from < along ? reach.from : along;
		reach.to = i && reach.to > along ? reach.to : along;
	}
	return reach;
}

static struct reach
reach_of(const struct chart *chart, enum shown_sort sort, uint32_t i)
{
	const struct layout *layout = chart->layout;
	return sort == SHOWN_STAGES  ? reach_of_box(chart, &layout->stages[i])
	       : sort == SHOWN_NODES ? reach_of_box(chart, &layout->nodes[i].shape)
	       : sort == SHOWN_EDGES ? reach_of_route(chart, &layout->edges[i])
				     : reach_of_box(chart, &layout->edges[i].label);
}

static uint32_t
count_of(const struct flow *flow, enum shown_sort sort)
{
	return sort == SHOWN_STAGES  ? flow->stage_count
	       : sort == SHOWN_NODES ? flow->node_count
				     : flow->edge_count;
}

/* Two passes: how many there are on each page, then which. */
static struct page_items
list_shown(const struct chart *chart, enum shown_sort sort)
{
	uint32_t count = count_of(chart->flow, sort), pages = chart->page_count;
	struct page_items shown = {
	    .first = arena_array(chart->arena, (size_t)pages + 2, sizeof *shown.first)};
	uint32_t *next = shown.first + 1; /* ends up as the first of the page behind */
	for (uint32_t i = 0; i < count; i++) {
		struct reach reach = reach_of(chart, sort, i);
		for (uint32_t page = page_at(chart, reach.from), last = page_at(chart, reach.to);
		     page <= last; page++)
			next[page + 1]++;
	}
	for (uint32_t page = 0; page < pages; page++)
		next[page + 1] += next[page];
	shown.items = arena_array(chart->arena, next[pages], sizeof *shown.items);
	for (uint32_t i = 0; i < count; i++) {
		struct reach reach = reach_of(chart, sort, i);
		for (uint32_t page = page_at(chart, reach.from), last = page_at(chart, reach.to);
		     page <= last; page++)
			shown.items[next[page]++] = i;
	}
	return shown;
}

static void
list_pages(struct chart *chart)
{
	for (enum shown_sort sort = 0; sort < SHOWN_SORTS; sort++)
		chart->shown[sort] = list_shown(chart, sort);
}

/* The width that the heading and the legend need; the heading of a narrow map may be cut in the
 * end. */
static double
frame_width(const struct chart *chart)
{
	const char *name = entity_name(&model_process(chart->model)->base);
	double title = svg_text_width(name, strlen(name), chart_font_title) + 1, legend = 0;
	title = title < TITLE_MAX ? title : TITLE_MAX;
	title = title > TITLE_LEAST ? title : TITLE_LEAST;
	title = chart->options.frame == CHART_WHOLE ? title : 0;
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

static struct page
open_pages(const struct chart *chart, uint32_t number, uint32_t spread, struct pen *pen)
{
	struct page page = {.chart = chart,
			    .pen = pen,
			    .from = chart->page_from[number],
			    .to = chart->page_from[number + spread],
			    .number = number,
			    .spread = spread};
	if (chart->options.breadth > 0)
		page.squeeze = chart_squeeze_new(&page);
	double edge = chart->options.breadth > 0 ? LEAVE_EDGE
		      : chart->page_count > 1    ? PAGE_EDGE
						 : 0,
	       margin = chart->options.frame == CHART_WHOLE ? CHART_MARGIN : 2;
	double top = chart->options.frame == CHART_WHOLE ? margin + CHART_TITLE : margin,
	       foot = chart_has_legend(chart, number) ? CHART_LEGEND + margin : margin;
	double breadth = chart_page_breadth(&page);
	double length = page.to - page.from + edge, lanes = chart->lane_head,
	       heads = chart->stage_head;
	if (chart->options.vertical) {
		page.x = margin + heads;
		page.y = top + lanes - page.from;
		page.width = margin + heads + breadth + margin;
		page.height = top + lanes + length + foot;
	} else {
		page.x = margin + lanes - page.from;
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
	return open_pages(chart, number, 1, pen);
}

struct chart_size
chart_page_size(const struct chart *chart, uint32_t number)
{
	struct page page = chart_page(chart, number, NULL);
	return (struct chart_size){page.width, page.height};
}

/* The length of a page along the flow: the paper's long side, or, where the map is broader than the
 * short one, that of paper put upright and as large as the map is broad. */
static double
page_length(const struct chart *chart, double breadth)
{
	double page = chart->options.page, side = page / PAPER;
	if (page > 0 && !chart->options.breadth && breadth > side)
		return breadth / PAPER > side ? breadth / PAPER : side;
	return page;
}

/* A page being filled with columns, from one cut of the layout to another. */
struct filling {
	struct chart *chart;
	double room;    /* along the flow */
	uint32_t *cuts; /* where pages end */
	uint32_t count;
};

/* True when what is between two cuts fits on a page. */
static bool
fits(const struct filling *filling, uint32_t from, uint32_t to)
{
	const struct chart *chart = filling->chart;
	const double *cuts = chart->layout->cuts, breadth = chart->options.breadth;
	if (cuts[to] - cuts[from] > filling->room)
		return false;
	if (!(breadth > 0))
		return true;
	struct page page = open_pages(chart, from, to - from, NULL);
	return (chart->options.vertical ? page.width : page.height) <= breadth;
}

/* Parts the flow into pages: at the last stage that still fits, unless that left the page emptier
 * than full, else between columns, never within one. */
static void
fill_pages(struct filling *filling)
{
	const struct chart *chart = filling->chart;
	const struct layout *layout = chart->layout;
	uint32_t from = 0, stage = 0, any = 0;
	for (uint32_t i = 1; i < layout->cut_count; i++) {
		if (any && !fits(filling, from, i)) {
			double full = chart->options.breadth > 0
					  ? layout->cuts[any] - layout->cuts[from]
					  : filling->room;
			bool whole = stage && layout->cuts[stage] - layout->cuts[from] > full / 2;
			from = filling->cuts[filling->count++] = whole ? stage : any;
			stage = 0;
			i = from;
			any = 0;
			continue;
		}
		any = i;
		stage = layout->cuts_stage[i] ? i : stage;
	}
}

/* Parts the map into pages from cut to cut, the last of which is its end. */
static void
set_pages(struct chart *chart, const uint32_t *cuts, uint32_t count)
{
	const struct layout *layout = chart->layout;
	chart->page_from = arena_array(chart->arena, (size_t)count + 2, sizeof *chart->page_from);
	for (uint32_t i = 0; i < count; i++)
		chart->page_from[i + 1] = layout->cuts[cuts[i]];
	chart->page_from[count + 1] = chart->options.vertical ? layout->height : layout->width;
	chart->page_count = count + 1;
	list_pages(chart);
}

/* Parts the flow into pages of the paper's shape. Where the breadth of the paper is all there is,
 * each takes what fits once the lanes are gone that have no work there: what stands in which column
 * is listed for that first. */
void
chart_find_pages(struct chart *chart)
{
	const struct layout *layout = chart->layout;
	double breadth = chart->options.vertical
			     ? layout->width + chart->stage_head
			     : layout->height + chart->stage_head + CHART_TITLE + CHART_LEGEND;
	double page = page_length(chart, breadth);
	struct filling filling = {
	    .chart = chart,
	    .room = page - chart->lane_head - 2 * (CHART_MARGIN + PAGE_EDGE),
	    .cuts = arena_array(chart->arena, layout->cut_count, sizeof *filling.cuts)};
	if (chart->options.breadth > 0) {
		for (uint32_t i = 1; i + 1 < layout->cut_count; i++)
			filling.cuts[i - 1] = i;
		set_pages(chart, filling.cuts, layout->cut_count - 2);
	}
	if (page > 0)
		fill_pages(&filling);
	set_pages(chart, filling.cuts, filling.count);
}

uint32_t
chart_pages(const struct chart *chart)
{
	return chart->page_count;
}
