/* SPDX-License-Identifier: MIT */
/* Pages of a map that is too broad for paper: what no page needs of its breadth is taken out of
 * that page, lanes without work there first of all. */
#include "draw/chart_draw.h"

#include <stdlib.h>

/* Around shapes, labels and lines, and what is left between them. */
static const double SHAPE_EDGE = 4, LABEL_EDGE = 2, LINE_EDGE = 5, LEFT = 6, LANE_PAD = 8;

static double
lesser(double a, double b)
{
	return a < b ? a : b;
}

static double
greater(double a, double b)
{
	return a > b ? a : b;
}

static bool
is_vertical(const struct page *page)
{
	return page->chart->options.vertical;
}

bool
chart_is_inside(const struct page *page, double along)
{
	return along >= page->from && along < page->to;
}

/* Where along the flow a spot is. */
static double
along_of(const struct page *page, struct spot spot)
{
	return is_vertical(page) ? spot.y : spot.x;
}

bool
chart_passes(const struct page *page, const struct flow_edge *edge)
{
	const struct layout_edge *drawn = &page->chart->layout->edges[edge->index];
	const struct box *label = &drawn->label;
	double from = along_of(page, drawn->spots[0]),
	       to = along_of(page, drawn->spots[drawn->count - 1]);
	return drawn->count && !chart_is_inside(page, from) && !chart_is_inside(page, to) &&
	       !(label->width > 0 &&
		 chart_is_inside(page, along_of(page, (struct spot){label->x, label->y})));
}

/* What of a box lies across the flow. */
static struct chart_band
band_of(const struct page *page, const struct box *box, double edge)
{
	double from = is_vertical(page) ? box->x : box->y,
	       length = is_vertical(page) ? box->width : box->height;
	return (struct chart_band){.from = from - edge, .to = from + length + edge};
}

static void
keep(const struct page *page, struct chart_squeeze *squeeze, struct chart_band band)
{
	squeeze->bands = arena_grow(page->chart->arena, squeeze->bands, squeeze->count, 1,
				    sizeof *squeeze->bands);
	squeeze->bands[squeeze->count++] = band;
}

/* The lane that a place across the flow is in, counted as the layout has them. */
static uint32_t
lane_at(const struct page *page, double across)
{
	const struct layout *layout = page->chart->layout;
	uint32_t low = 0, high = page->chart->flow->lane_count - 1;
	while (low < high) {
		uint32_t middle = low + (high - low + 1) / 2;
		if (band_of(page, &layout->lanes[middle], 0).from <= across)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

/* Makes a band long enough for the name of a lane, within the lane. */
static struct chart_band
widen(const struct page *page, struct chart_band band, uint32_t lane)
{
	const struct chart *chart = page->chart;
	const struct svg_lines *name = &chart->lane_names[chart->layout->lane_order[lane]];
	struct chart_band whole = band_of(page, &chart->layout->lanes[lane], 0);
	double least = svg_lines_height(name, chart_font_head) + 2 * LANE_PAD,
	       more = greater(least - (band.to - band.from), 0);
	band.from = greater(lesser(band.from - more / 2, whole.to - least), whole.from);
	band.to = greater(band.to, lesser(band.from + least, whole.to));
	return band;
}

/* A node, and as much of its lane as the name beside the flow takes. */
static void
keep_node(const struct page *page, struct chart_squeeze *squeeze, uint32_t i)
{
	const struct layout *layout = page->chart->layout;
	const struct layout_node *node = &layout->nodes[i];
	struct chart_band shape = band_of(page, &node->shape, SHAPE_EDGE);
	uint32_t lane = lane_at(page, (shape.from + shape.to) / 2);
	if (is_vertical(page) && !squeeze->works[lane])
		keep(page, squeeze, band_of(page, &layout->lanes[lane], 0));
	keep(page, squeeze, squeeze->works[lane] ? shape : widen(page, shape, lane));
	if (node->extra.height > 0)
		keep(page, squeeze, band_of(page, &node->extra, 0));
	squeeze->works[lane] = true;
}

/* The lines of a route that run along the flow on the page. */
static void
keep_route(const struct page *page, struct chart_squeeze *squeeze, uint32_t i)
{
	const struct layout_edge *edge = &page->chart->layout->edges[i];
	if (chart_passes(page, page->chart->flow->edges[i]))
		return;
	for (uint32_t j = 1; j < edge->count; j++) {
		const struct spot *a = &edge->spots[j - 1], *b = &edge->spots[j];
		double from = is_vertical(page) ? a->y : a->x, to = is_vertical(page) ? b->y : b->x,
		       across = is_vertical(page) ? a->x : a->y;
		if (greater(from, to) > page->from && lesser(from, to) < page->to &&
		    (from < to || from > to))
			keep(page, squeeze,
			     (struct chart_band){.from = across - LINE_EDGE,
						 .to = across + LINE_EDGE});
	}
}

static void
keep_label(const struct page *page, struct chart_squeeze *squeeze, uint32_t i)
{
	const struct box *label = &page->chart->layout->edges[i].label;
	if (label->width > 0)
		keep(page, squeeze, band_of(page, label, LABEL_EDGE));
}

static int
by_beginning(const void *a, const void *b)
{
	const struct chart_band *one = a, *other = b;
	return (one->from > other->from) - (one->from < other->from);
}

/* Joins bands that meet, and sets each as near to the one before it as LEFT. */
static void
settle(struct chart_squeeze *squeeze, double breadth)
{
	uint32_t count = 0;
	struct chart_band *bands = squeeze->bands;
	qsort(bands, squeeze->count, sizeof *bands, by_beginning);
	for (uint32_t i = 0; i < squeeze->count; i++) {
		double from = greater(bands[i].from, 0), to = lesser(bands[i].to, breadth);
		struct chart_band *last = count ? &bands[count - 1] : NULL;
		if (last && from <= last->to + LEFT) {
			last->to = greater(last->to, to);
			continue;
		}
		double at = last ? last->at + (last->to - last->from) + LEFT : lesser(from, LEFT);
		bands[count++] = (struct chart_band){from, to, at};
	}
	squeeze->count = count;
	struct chart_band end = count ? bands[count - 1] : (struct chart_band){0};
	squeeze->breadth = end.at + (end.to - end.from) + lesser(breadth - end.to, LEFT);
}

static void
keep_shown(const struct page *page, struct chart_squeeze *squeeze, enum shown_sort sort,
	   void (*keep_one)(const struct page *page, struct chart_squeeze *squeeze, uint32_t i))
{
	const struct page_items *shown = &page->chart->shown[sort];
	uint32_t first = shown->first[page->number],
		 behind = shown->first[page->number + page->spread];
	for (uint32_t i = first; i < behind; i++)
		keep_one(page, squeeze, shown->items[i]);
}

const struct chart_squeeze *
chart_squeeze_new(const struct page *page)
{
	const struct chart *chart = page->chart;
	struct chart_squeeze *squeeze = arena_alloc(chart->arena, sizeof *squeeze);
	squeeze->works = arena_array(chart->arena, chart->flow->lane_count, sizeof *squeeze->works);
	keep_shown(page, squeeze, SHOWN_NODES, keep_node);
	keep_shown(page, squeeze, SHOWN_EDGES, keep_route);
	keep_shown(page, squeeze, SHOWN_LABELS, keep_label);
	settle(squeeze, is_vertical(page) ? chart->layout->width : chart->layout->height);
	return squeeze;
}

/* Where a place across the flow comes to on a page. */
static double
squeezed(const struct page *page, double across)
{
	const struct chart_squeeze *squeeze = page->squeeze;
	const struct chart *chart = page->chart;
	double breadth = is_vertical(page) ? chart->layout->width : chart->layout->height;
	struct chart_band before = {0, 0, 0}, after = {breadth, breadth, squeeze->breadth};
	uint32_t low = 0, high = squeeze->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (squeeze->bands[middle].from <= across)
			low = middle + 1;
		else
			high = middle;
	}
	if (low)
		before = squeeze->bands[low - 1];
	if (low < squeeze->count)
		after = squeeze->bands[low];
	double in = lesser(across, before.to) - before.from,
	       end = before.at + before.to - before.from;
	if (across <= before.to || !(after.from > before.to))
		return before.at + in;
	return end + (across - before.to) / (after.from - before.to) * (after.at - end);
}

struct spot
chart_page_spot(const struct page *page, struct spot spot)
{
	if (page->squeeze && is_vertical(page))
		spot.x = squeezed(page, spot.x);
	else if (page->squeeze)
		spot.y = squeezed(page, spot.y);
	return spot;
}

struct box
chart_page_box(const struct page *page, const struct box *box)
{
	if (!page->squeeze)
		return *box;
	struct spot from = chart_page_spot(page, (struct spot){box->x, box->y}),
		    to = chart_page_spot(page,
					 (struct spot){box->x + box->width, box->y + box->height});
	return (struct box){from.x, from.y, to.x - from.x, to.y - from.y};
}
