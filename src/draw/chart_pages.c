/* SPDX-License-Identifier: MIT */
/* Where pages begin, and which shows what, so that drawing a page need not look at the whole map.
 */
#include "draw/chart_draw.h"
#include "model/field.h"
#include "model/fields.h"

#include <string.h>

static const double PAPER = 1.414;

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

/* Parts the flow into pages of the paper's length: at the last stage that still fits, unless that
 * left the page emptier than full, else between columns, never within one. Gives how many end
 * before the last, and where. */
static uint32_t
fill_length(const struct layout *layout, double room, uint32_t *cuts)
{
	uint32_t from = 0, stage = 0, any = 0, count = 0;
	for (uint32_t i = 1; i < layout->cut_count; i++) {
		if (any && layout->cuts[i] - layout->cuts[from] > room) {
			bool whole = stage && layout->cuts[stage] - layout->cuts[from] > room / 2;
			i = from = cuts[count++] = whole ? stage : any;
			stage = any = 0;
			continue;
		}
		any = i;
		stage = layout->cuts_stage[i] ? i : stage;
	}
	return count;
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

/* Puts each page on a sheet of its own. */
static void
set_sheets(struct chart *chart)
{
	chart->sheet_count = chart->page_count;
	chart->places = arena_array(chart->arena, chart->page_count, sizeof *chart->places);
	for (uint32_t i = 0; i < chart->page_count; i++) {
		struct page page = chart_spread(chart, i, 1, NULL);
		chart->places[i] =
		    (struct chart_place){.sheet = i, .size = {page.width, page.height}};
	}
}

/* Parts the flow into pages of the paper's shape. Where the breadth of the paper is all there is,
 * what stands in which column is listed first: each page is without the lanes that have no work
 * there. */
void
chart_find_pages(struct chart *chart)
{
	const struct layout *layout = chart->layout;
	double breadth = chart->options.vertical
			     ? layout->width + chart->stage_head
			     : layout->height + chart->stage_head + CHART_TITLE + CHART_LEGEND;
	double page = page_length(chart, breadth),
	       room = page - chart->lane_head - 2 * (CHART_MARGIN + CHART_PAGE_EDGE);
	uint32_t *cuts = arena_array(chart->arena, layout->cut_count, sizeof *cuts);
	if (chart->options.breadth > 0) {
		for (uint32_t i = 1; i + 1 < layout->cut_count; i++)
			cuts[i - 1] = i;
		set_pages(chart, cuts, layout->cut_count - 2);
		chart_fill_sheets(chart, cuts);
		set_pages(chart, cuts, chart->page_count - 1);
	} else {
		set_pages(chart, cuts, page > 0 ? fill_length(layout, room, cuts) : 0);
		set_sheets(chart);
	}
}
