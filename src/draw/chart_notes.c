/* SPDX-License-Identifier: MIT */
/* Where routes end at the border of a printed page: what they lead to, and what they come from. */
#include "draw/chart_draw.h"
#include "model/fields.h"
#include "model/show.h"

#include <stdlib.h>
#include <string.h>

/* From the border to a number, and from one number to the next. */
static const double BESIDE = 4, BELOW = 12;
/* Gateways one behind the other that are passed to find where a route leads to. */
enum { GATEWAYS_MOST = 8 };

/* «3.4» of the step or stage that a node is or belongs to; the name of an end. */
static const char *
number_of(const struct chart *chart, const struct flow_node *node)
{
	for (int i = 0; i < GATEWAYS_MOST && !node->entity && node->out_count == 1; i++)
		node = node->out[0]->to;
	if (node->entity)
		return show_number(node->entity, chart->arena);
	if (node->stage)
		return show_number(&node->stage->base, chart->arena);
	return node->type == FLOW_END ? show_word(chart->voice, WORD_END) : NULL;
}

/* True for a note that stays on its page. */
static bool
has_room(const char *text)
{
	return svg_text_width(text, strlen(text), chart_font_note) < CHART_LEAVE_EDGE - BESIDE;
}

/* «8.2, 8.3»: where the branches of a gateway lead, as many as there is room for. */
static const char *
numbers_behind(const struct chart *chart, const struct flow_node *gateway)
{
	const char *said = "", *all = "";
	for (uint32_t i = 0; i < gateway->out_count; i++) {
		const char *number = number_of(chart, gateway->out[i]->to);
		if (!number)
			continue;
		const char *more = i + 1 < gateway->out_count ? ", …" : "";
		all = arena_printf(chart->arena, "%s%s%s", all, *all ? ", " : "", number);
		if (!has_room(arena_printf(chart->arena, "→ %s%s", all, more)))
			return *said ? arena_printf(chart->arena, "%s, …", said) : all;
		said = all;
	}
	return said;
}

/* What a route leads to; a gateway behind a step would be called as the step is. */
static const char *
number_ahead(const struct chart *chart, const struct flow_edge *edge)
{
	bool own = edge->from->entity && edge->from->entity == edge->to->entity;
	return own ? numbers_behind(chart, edge->to) : number_of(chart, edge->to);
}

void
chart_note(const struct page *page, const struct flow_edge *edge, struct spot at, bool begins,
	   bool enters)
{
	const struct chart *chart = page->chart;
	struct chart_notes *notes = page->notes;
	const char *arrow = begins == enters ? "→" : "←";
	const char *number = enters ? number_of(chart, edge->from) : number_ahead(chart, edge);
	if (!notes || !number || !*number)
		return;
	notes->items =
	    arena_grow(chart->arena, notes->items, notes->count, 1, sizeof *notes->items);
	notes->items[notes->count] = (struct chart_page_note){
	    .across = chart->options.vertical ? at.x : at.y,
	    .order = notes->count,
	    .begins = begins,
	    .text = begins ? arena_printf(chart->arena, "%s %s", number, arrow)
			   : arena_printf(chart->arena, "%s %s", arrow, number)};
	notes->count++;
}

static int
compare_notes(const void *a, const void *b)
{
	const struct chart_page_note *one = a, *other = b;
	if (one->begins != other->begins)
		return one->begins ? 1 : -1;
	if (one->across < other->across || one->across > other->across)
		return one->across < other->across ? -1 : 1;
	return (one->order > other->order) - (one->order < other->order);
}

static void
draw_note(const struct page *page, const struct chart_page_note *note)
{
	const struct chart *chart = page->chart;
	double along = note->begins ? page->from - BESIDE : page->to + BESIDE,
	       half = svg_leading(chart_font_note) / 2;
	struct svg_lines lines =
	    svg_text_wrap(chart->arena, note->text, chart_font_note, page->width, false);
	if (chart->options.vertical)
		pen_lines(page->pen, &lines, chart_font_note,
			  (struct spot){note->across, note->begins ? along - 2 * half : along},
			  "middle", "faint");
	else
		pen_lines(page->pen, &lines, chart_font_note,
			  (struct spot){along, note->across - half}, note->begins ? "end" : "start",
			  "faint");
}

/* Leaves out what a note beside it says, and sets the others of a border apart: downwards, then up
 * from the end of the page. Gives how many are left. */
static uint32_t
settle(struct chart_page_note *notes, uint32_t count, double end)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < count; i++) {
		struct chart_page_note *last = kept ? &notes[kept - 1] : NULL;
		bool close = last && notes[i].across < last->across + BELOW;
		if (close && strcmp(last->text, notes[i].text) == 0)
			continue;
		notes[kept] = notes[i];
		if (close)
			notes[kept].across = last->across + BELOW;
		kept++;
	}
	for (uint32_t i = kept; i-- > 0; end = notes[i].across - BELOW)
		if (notes[i].across > end)
			notes[i].across = end;
	return kept;
}

void
chart_draw_notes(const struct page *page)
{
	struct chart_page_note *notes = page->notes->items;
	uint32_t count = page->notes->count, ends = 0;
	if (!count)
		return;
	qsort(notes, count, sizeof *notes, compare_notes);
	while (ends < count && !notes[ends].begins)
		ends++;
	const double end = chart_page_breadth(page) - BELOW / 2;
	for (uint32_t i = 0, kept = settle(notes, ends, end); i < kept; i++)
		draw_note(page, &notes[i]);
	for (uint32_t i = 0, kept = settle(notes + ends, count - ends, end); i < kept; i++)
		draw_note(page, &notes[ends + i]);
}
