/* SPDX-License-Identifier: MIT */
/* Where the pages of a map for paper end, so that they take few sheets.
 *
 * A page of few lanes is low, and two of them share a sheet; whether they fit is settled by where
 * each begins and ends. So for every cut the best is found of all that put what is before it on
 * sheets: what is best for a cut that a page can begin at, and the page. A page is no longer than
 * the paper, so these are few, and all cuts take linear time. The best has the fewest sheets; then
 * few pages, most of which end where a stage does, and much room left on the last sheet. */
#include "draw/chart_draw.h"

/* What a page costs of the room left on a sheet, one that ends within a stage, and one of no stage:
 * a start or an end alone. In shares of a sheet. */
static const double PAGE_COST = 0.25, PARTED_COST = 0.3, IDLE_COST = 0.8;

/* All that is before a cut, put on sheets. */
struct sheeting {
	uint32_t sheets;
	double left; /* of the last one */
	double cost;
	uint32_t from;  /* the cut where the last page begins */
	uint32_t pages; /* 0: it is not known yet */
};

struct sheets {
	const struct chart *chart;
	double room;          /* along the flow */
	uint32_t first, last; /* cuts where the first stage begins and the last one ends */
	struct sheeting *known;
};

/* A page, from one cut to another, on the same sheet as what is before it or on the next one. */
static struct sheeting
add_page(const struct sheets *sheets, uint32_t from, uint32_t to, double height)
{
	struct sheeting after = sheets->known[from];
	bool idle = to <= sheets->first || from >= sheets->last,
	     whole = sheets->chart->layout->cuts_stage[to] || to > sheets->last;
	double sheet = sheets->chart->options.breadth;
	if (height > after.left) {
		after.sheets++;
		after.left = sheet;
	}
	after.left -= height;
	after.cost += sheet * (PAGE_COST + (whole ? 0 : PARTED_COST) + (idle ? IDLE_COST : 0));
	after.from = from;
	after.pages++;
	return after;
}

static bool
is_better(const struct sheeting *one, const struct sheeting *other)
{
	if (!other->pages || one->sheets != other->sheets)
		return !other->pages || one->sheets < other->sheets;
	return one->left - one->cost > other->left - other->cost;
}

/* The best for a cut, when that of all cuts before it is known. A page of one column may be higher
 * than the sheet. */
static struct sheeting
best_before(const struct sheets *sheets, uint32_t to)
{
	const struct chart *chart = sheets->chart;
	const double *cuts = chart->layout->cuts;
	struct sheeting best = {0};
	for (uint32_t from = to; from-- > 0;) {
		bool one = from + 1 == to;
		if (!one && cuts[to] - cuts[from] > sheets->room)
			break;
		struct page page = chart_spread(chart, from, to - from, NULL);
		double height =
		    CHART_CAPTION + (chart->options.vertical ? page.width : page.height);
		if (!one && height > chart->options.breadth)
			break;
		struct sheeting next = add_page(sheets, from, to, height);
		if (is_better(&next, &best))
			best = next;
	}
	return best;
}

uint32_t
chart_fill_sheets(struct chart *chart, double room, uint32_t *cuts)
{
	const struct layout *layout = chart->layout;
	uint32_t end = layout->cut_count - 1;
	struct sheets sheets = {
	    .chart = chart,
	    .room = room,
	    .first = end,
	    .known = arena_array(chart->arena, (size_t)end + 1, sizeof *sheets.known)};
	for (uint32_t i = 0; i <= end; i++)
		if (layout->cuts_stage[i]) {
			sheets.first = i < sheets.first ? i : sheets.first;
			sheets.last = i;
		}
	for (uint32_t i = 1; i <= end; i++)
		sheets.known[i] = best_before(&sheets, i);
	uint32_t count = sheets.known[end].pages - 1;
	for (uint32_t i = count, cut = end; i > 0; i--)
		cuts[i - 1] = cut = sheets.known[cut].from;
	chart->sheets = sheets.known[end].sheets;
	return count;
}
