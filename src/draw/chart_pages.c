/* SPDX-License-Identifier: MIT */
/* Which page shows what, so that writing a page need not look at the whole map. */
#include "draw/chart_draw.h"

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

void
chart_list_pages(struct chart *chart)
{
	for (enum shown_sort sort = 0; sort < SHOWN_SORTS; sort++)
		chart->shown[sort] = list_shown(chart, sort);
}
