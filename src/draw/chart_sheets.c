/* SPDX-License-Identifier: MIT */
/* Where the pages of a map for paper end and where they lie, so that they take few sheets.
 *
 * A page of few lanes is low, and one of few steps is short: pages stand below one another on a
 * sheet, and two short ones beside each other as a strip. Whether they fit is settled by where
 * each begins and ends. So for every cut the best is found of all that put what is before it on
 * sheets: what is best for a cut that a strip can begin at, and the strip. A page is no longer than
 * the paper, so these are few, and all cuts take linear time. The best has the fewest sheets; then
 * few pages, most of which end where a stage does, and much room left on the last sheet. */
#include "draw/chart_draw.h"

/* Between pages on a sheet. */
static const double GAP = 16;

/* What a page costs of the room left on a sheet, one that ends within a stage, between a step and
 * what follows from its result, and one of no stage: a start or an end alone. In shares of a sheet.
 */
static const double PAGE_COST = 0.25, PARTED_COST = 0.3, TORN_COST = 0.5, IDLE_COST = 0.8;

/* All that is before a cut, put on sheets. */
struct sheeting {
	uint32_t sheets;
	double left; /* of the last one */
	double cost;
	uint32_t from, middle; /* the cuts where the last strip begins and where its second page
				  does; the same of a strip of one */
	uint32_t pages;        /* 0: it is not known yet */
};

/* The pages that begin at a cut, by the columns they take. */
struct pages_from {
	struct chart_size *sizes;
	uint32_t count;
};

struct sheets {
	struct chart *chart;
	uint32_t first, last; /* cuts where the first stage begins and the last one ends */
	bool *torn;           /* by cut: it is between a step and its gateway */
	struct pages_from *pages;
	struct sheeting *known;
};

/* One or two pages beside each other. */
struct strip {
	uint32_t from, middle, to;
	double height;
};

/* What a sheet has for pages. */
static double
room_of(const struct chart *chart, uint32_t sheet)
{
	struct chart_border border = chart_border(chart, sheet);
	return chart->options.breadth - border.top - border.foot;
}

static bool
is_too_large(const struct chart *chart, struct chart_size size)
{
	return size.width > chart->options.page || size.height > room_of(chart, 1);
}

/* Measures the pages that begin at a cut. The first, of one column, may be larger than a sheet. */
static void
measure_pages(struct sheets *sheets, uint32_t from)
{
	const struct chart *chart = sheets->chart;
	struct pages_from *pages = &sheets->pages[from];
	for (uint32_t to = from + 1; to < chart->layout->cut_count; to++) {
		struct page page = chart_spread(chart, from, to - from, NULL);
		struct chart_size size = {page.width, page.height};
		if (page.to - page.from > chart->options.page && pages->count)
			break;
		pages->sizes = arena_grow(chart->arena, pages->sizes, pages->count, 1, sizeof size);
		pages->sizes[pages->count++] = size;
	}
}

static double
cost_of_page(const struct sheets *sheets, uint32_t from, uint32_t to)
{
	bool idle = to <= sheets->first || from >= sheets->last,
	     whole = sheets->chart->layout->cuts_stage[to] || to > sheets->last;
	return sheets->chart->options.breadth *
	       (PAGE_COST + (whole ? 0 : PARTED_COST) + (sheets->torn[to] ? TORN_COST : 0) +
		(idle ? IDLE_COST : 0));
}

/* Notes the cut between a step and the gateway of its outcomes, which stands in the next column. */
static void
find_torn(struct sheets *sheets)
{
	const struct chart *chart = sheets->chart;
	const struct layout *layout = chart->layout;
	for (uint32_t i = 0; i < chart->flow->node_count; i++) {
		const struct flow_node *node = chart->flow->nodes[i];
		if (node->type != FLOW_SPLIT || !node->entity || !node->in_count ||
		    node->in[0]->from->entity != node->entity)
			continue;
		uint32_t cut = layout->cut_count - 1;
		while (cut > 0 && layout->cuts[cut] > layout->nodes[node->index].shape.x)
			cut--;
		sheets->torn[cut] = true;
	}
}

/* A strip on the same sheet as what is before it, or on the next one. */
static struct sheeting
add_strip(const struct sheets *sheets, const struct strip *strip)
{
	struct sheeting after = sheets->known[strip->from];
	if (!after.sheets || strip->height + GAP > after.left)
		after.left = room_of(sheets->chart, after.sheets++) + GAP;
	after.left -= strip->height + GAP;
	after.cost += cost_of_page(sheets, strip->middle, strip->to);
	if (strip->middle > strip->from)
		after.cost += cost_of_page(sheets, strip->from, strip->middle);
	after.from = strip->from;
	after.middle = strip->middle;
	after.pages += strip->middle > strip->from ? 2 : 1;
	return after;
}

static bool
is_better(const struct sheeting *one, const struct sheeting *other)
{
	if (!other->pages || one->sheets != other->sheets)
		return !other->pages || one->sheets < other->sheets;
	return one->left - one->cost > other->left - other->cost;
}

static const struct chart_size *
size_of(const struct sheets *sheets, uint32_t from, uint32_t to)
{
	const struct pages_from *pages = &sheets->pages[from];
	return to - from <= pages->count ? &pages->sizes[to - from - 1] : NULL;
}

static void
try_strip(struct sheets *sheets, const struct strip *strip)
{
	struct sheeting next = add_strip(sheets, strip), *best = &sheets->known[strip->to];
	if (is_better(&next, best))
		*best = next;
}

/* Tries the page from one cut to another, and the strips that end in it. */
static void
try_page(struct sheets *sheets, uint32_t middle, uint32_t to)
{
	const struct chart *chart = sheets->chart;
	const struct chart_size *page = size_of(sheets, middle, to), *before;
	if (to > middle + 1 && is_too_large(chart, *page))
		return;
	try_strip(sheets, &(struct strip){middle, middle, to, page->height});
	for (uint32_t from = middle; from-- > 0 && (before = size_of(sheets, from, middle));) {
		struct chart_size both = {before->width + GAP + page->width,
					  before->height > page->height ? before->height
									: page->height};
		if (!is_too_large(chart, both))
			try_strip(sheets, &(struct strip){from, middle, to, both.height});
	}
}

/* Finds the best for a cut, when that of all cuts before it is known. */
static void
find_best(struct sheets *sheets, uint32_t to)
{
	for (uint32_t from = to; from-- > 0 && size_of(sheets, from, to);)
		try_page(sheets, from, to);
}

/* Lists the strips that are the best for all, from the last to the first. */
static uint32_t
list_strips(const struct sheets *sheets, struct strip *strips)
{
	uint32_t count = 0;
	for (uint32_t to = sheets->chart->layout->cut_count - 1; to > 0;) {
		const struct sheeting *best = &sheets->known[to];
		double height = size_of(sheets, best->middle, to)->height, before = 0;
		if (best->middle > best->from)
			before = size_of(sheets, best->from, best->middle)->height;
		strips[count++] =
		    (struct strip){best->from, best->middle, to, before > height ? before : height};
		to = best->from;
	}
	return count;
}

/* What is laid, and what is left of the last sheet. */
struct laying {
	struct sheets *sheets;
	uint32_t *cuts; /* where pages end */
	uint32_t pages;
	double left;
};

static void
lay_page(struct laying *laying, uint32_t from, uint32_t to, struct spot at)
{
	struct chart *chart = laying->sheets->chart;
	chart->places[laying->pages] = (struct chart_place){
	    .sheet = chart->sheet_count - 1, .at = at, .size = *size_of(laying->sheets, from, to)};
	laying->cuts[laying->pages++] = to;
}

/* Puts the pages of a strip on the last sheet, or begins one. */
static void
lay_strip(struct laying *laying, const struct strip *strip)
{
	struct chart *chart = laying->sheets->chart;
	if (!chart->sheet_count || strip->height + GAP > laying->left)
		laying->left = room_of(chart, chart->sheet_count++) + GAP;
	struct spot at = {0, room_of(chart, chart->sheet_count - 1) + GAP - laying->left};
	if (strip->middle > strip->from) {
		lay_page(laying, strip->from, strip->middle, at);
		at.x = size_of(laying->sheets, strip->from, strip->middle)->width + GAP;
	}
	lay_page(laying, strip->middle, strip->to, at);
	laying->left -= strip->height + GAP;
}

void
chart_fill_sheets(struct chart *chart, uint32_t *cuts)
{
	const struct layout *layout = chart->layout;
	uint32_t end = layout->cut_count - 1;
	struct sheets sheets = {
	    .chart = chart,
	    .first = end,
	    .torn = arena_array(chart->arena, (size_t)end + 1, sizeof *sheets.torn),
	    .pages = arena_array(chart->arena, (size_t)end + 1, sizeof *sheets.pages),
	    .known = arena_array(chart->arena, (size_t)end + 1, sizeof *sheets.known)};
	for (uint32_t i = 0; i <= end; i++)
		if (layout->cuts_stage[i]) {
			sheets.first = i < sheets.first ? i : sheets.first;
			sheets.last = i;
		}
	find_torn(&sheets);
	for (uint32_t i = 0; i < end; i++)
		measure_pages(&sheets, i);
	for (uint32_t i = 1; i <= end; i++)
		find_best(&sheets, i);
	struct strip *strips = arena_array(chart->arena, end, sizeof *strips);
	struct laying laying = {.sheets = &sheets, .cuts = cuts};
	chart->places = arena_array(chart->arena, end, sizeof *chart->places);
	for (uint32_t i = list_strips(&sheets, strips); i-- > 0;)
		lay_strip(&laying, &strips[i]);
	chart->page_count = laying.pages;
}
