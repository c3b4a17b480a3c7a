/* SPDX-License-Identifier: MIT */
#include "emit/map/mindmap_layout.h"

#include "support/memory.h"
#include "text/prose/prose.h"

#include <stdlib.h>

enum { TALL = 4 }; /* lines */
#define WIDER 1.5

const struct mindmap_style mindmap_looks[MINDMAP_COUNT] = {
    [MINDMAP_ROOT] = {{20, true}, 280, 24, 16, true},
    [MINDMAP_STAGE] = {{15, true}, 230, 14, 9, true},
    [MINDMAP_SECTION] = {{14, true}, 220, 14, 8, true},
    [MINDMAP_ROLE] = {{13, true}, 220, 12, 6, true},
    [MINDMAP_STEP] = {{13, false}, 250, 11, 6, true},
    [MINDMAP_HEADING] = {{12.5, true}, 240, 6, 4, false},
    [MINDMAP_VALUE] = {{13, false}, 290, 6, 4, false},
};
const struct svg_font mindmap_label_font = {12, false};
const struct svg_font mindmap_note_font = {11.5, false};

static enum mindmap_look
look_of(const struct topic *topic)
{
	switch ((enum topic_sort)topic->sort) {
	case TOPIC_PROCESS:
		return MINDMAP_ROOT;
	case TOPIC_STAGE:
		return MINDMAP_STAGE;
	case TOPIC_SECTION:
	case TOPIC_END:
		return MINDMAP_SECTION;
	case TOPIC_ROLE:
		return MINDMAP_ROLE;
	case TOPIC_STEP:
		return MINDMAP_STEP;
	case TOPIC_FIELD:
		return topic->children || topic_note(topic) ? MINDMAP_HEADING : MINDMAP_VALUE;
	case TOPIC_THING:
		return topic->children && !topic->title ? MINDMAP_HEADING : MINDMAP_VALUE;
	case TOPIC_VALUE:
	case TOPIC_OUTCOME:
		break;
	}
	return MINDMAP_VALUE;
}

double
mindmap_card_lead(const struct topic *topic)
{
	double lead = topic->sort == TOPIC_STAGE ? BADGE + MARK_GAP - BADGE_OUT : 0;
	return lead + (topic->key + topic->blocking) * (MARK_SIZE + MARK_GAP);
}

double
mindmap_card_lines(const struct mindmap_card *card)
{
	double lines = card->text.count * svg_leading(mindmap_looks[card->look].font) +
		       card->note.count * svg_leading(mindmap_note_font);
	return card->label.count && !card->beside
		   ? lines + card->label.count * svg_leading(mindmap_label_font)
		   : lines;
}

/* The title of the field before the text when both fit on a line, else above it. */
static void
measure_label(struct mindmap_card *card, const struct topic *topic, double width,
	      struct arena *arena)
{
	card->label = svg_text_wrap(arena, arena_printf(arena, "%s:", topic->title),
				    mindmap_label_font, width, false);
	card->beside = card->label.count == 1 && card->text.count == 1 &&
		       card->label.width + MINDMAP_LABEL_GAP + card->text.width <= width;
}

static double
most(double a, double b)
{
	return a > b ? a : b;
}

/* Long texts get a wider place, so that they do not become towers. */
static double
text_width(const struct topic *topic, const struct mindmap_style *style, struct arena *arena)
{
	struct svg_lines lines =
	    svg_text_wrap(arena, topic->text, style->font, style->width, false);
	return lines.count > TALL ? style->width * WIDER : style->width;
}

static void
measure(struct mindmap_card *card, const struct topic *topic, struct arena *arena)
{
	card->look = (uint8_t)look_of(topic);
	const struct mindmap_style *style = &mindmap_looks[card->look];
	double room = text_width(topic, style, arena);
	if (!topic->cut)
		card->text = svg_text_wrap(arena, topic->text, style->font, room, style->boxed);
	if (topic->title)
		measure_label(card, topic, room, arena);
	if (topic_note(topic))
		card->note = svg_text_wrap(arena, prose_plain(arena, topic_note(topic)),
					   mindmap_note_font, style->width * WIDER, false);
	double width = card->beside ? card->label.width + MINDMAP_LABEL_GAP + card->text.width
				    : most(card->label.width, card->text.width);
	double lines = mindmap_card_lines(card), lead = mindmap_card_lead(topic);
	card->width = 2 * style->pad_x + lead + most(width, card->note.width);
	card->height = 2 * style->pad_y + most(lines, topic->sort == TOPIC_STAGE ? BADGE
						      : lead > 0                 ? MARK_SIZE
										 : 0);
}

static bool
is_spread_heading(const struct mindmap *map, uint32_t i)
{
	return map->cards[i].look == MINDMAP_HEADING && map->outline->topics[i].children;
}

/* Headings of one topic get the width of the widest, so that what hangs on them stands in one
 * column. */
static void
align_headings(struct mindmap *map)
{
	const struct outline *outline = map->outline;
	double *widest =
	    memory_alloc(outline->count * sizeof *widest); /* by topic, of its headings */
	for (uint32_t i = 0; i < outline->count; i++)
		widest[i] = 0;
	for (uint32_t i = 1; i < outline->count; i++)
		if (is_spread_heading(map, i)) {
			uint32_t parent = outline->topics[i].parent;
			widest[parent] = most(widest[parent], map->cards[i].width);
		}
	for (uint32_t i = 1; i < outline->count; i++)
		if (is_spread_heading(map, i))
			map->cards[i].width = widest[outline->topics[i].parent];
	memory_free(widest);
}

/* The distance between two neighbours that hang on one topic. */
static double
gap_below(const struct mindmap_card *parent)
{
	return parent->look == MINDMAP_ROOT                                       ? 26
	       : parent->look == MINDMAP_STAGE || parent->look == MINDMAP_SECTION ? 7
										  : 3;
}

/* From a topic to what hangs on it; wider where the branches spread far. */
static double
reach(const struct mindmap_card *parent, double spread)
{
	static const double FURTHEST = 170;
	double wide = spread / 14;
	return parent->look == MINDMAP_ROOT    ? 70 + (wide < FURTHEST ? wide : FURTHEST)
	       : parent->look == MINDMAP_STAGE ? 44
					       : 30;
}

/* How high each topic is with everything that hangs on it. */
static double *
block_heights(const struct mindmap *map)
{
	const struct outline *outline = map->outline;
	double *blocks = memory_alloc(outline->count * sizeof *blocks);
	for (uint32_t i = 0; i < outline->count; i++)
		blocks[i] = 0;
	for (uint32_t i = outline->count; i-- > 0;) {
		uint32_t parent = outline->topics[i].parent;
		if (outline->topics[i].children)
			blocks[i] -= gap_below(&map->cards[i]);
		blocks[i] = most(blocks[i], map->cards[i].height);
		if (parent != TOPIC_NONE)
			blocks[parent] += blocks[i] + gap_below(&map->cards[parent]);
	}
	return blocks;
}

/* Places what hangs on a topic on one side of it: a column around its middle. */
static void
place_children(struct mindmap *map, uint32_t parent, bool left, const double *blocks)
{
	const struct outline *outline = map->outline;
	const struct mindmap_card *from = &map->cards[parent];
	double gap = gap_below(from), total = -gap;
	for (uint32_t i = parent + 1; i < outline->topics[parent].next; i = outline->topics[i].next)
		if (map->cards[i].left == left)
			total += blocks[i] + gap;
	double y = from->y + (from->height - total) / 2, away = reach(from, total);
	for (uint32_t i = parent + 1; i < outline->topics[parent].next;
	     i = outline->topics[i].next) {
		struct mindmap_card *card = &map->cards[i];
		if (card->left != left)
			continue;
		card->x = left ? from->x - away - card->width : from->x + from->width + away;
		card->y = y + (blocks[i] - card->height) / 2;
		y += blocks[i] + gap;
	}
}

static void
place_all(struct mindmap *map, const double *blocks)
{
	const struct outline *outline = map->outline;
	bool *left = memory_alloc(outline->count * sizeof *left);
	outline_balance(outline, blocks, left);
	for (uint32_t i = 1; i < outline->count; i++)
		map->cards[i].left = left[i];
	memory_free(left);
	place_children(map, 0, true, blocks);
	for (uint32_t i = 0; i < outline->count; i++)
		place_children(map, i, map->cards[i].left, blocks);
}

/* Moves the map to where its picture begins, and measures that. */
static void
frame(struct mindmap *map)
{
	double top = 0, side = 0, bottom = 0, end = 0;
	for (uint32_t i = 0; i < map->outline->count; i++) {
		const struct mindmap_card *card = &map->cards[i];
		side = card->x < side ? card->x : side;
		top = card->y < top ? card->y : top;
		end = most(end, card->x + card->width);
		bottom = most(bottom, card->y + card->height);
	}
	for (uint32_t i = 0; i < map->outline->count; i++) {
		map->cards[i].x += MINDMAP_MARGIN - side;
		map->cards[i].y += MINDMAP_MARGIN - top;
	}
	map->width = end - side + 2 * MINDMAP_MARGIN;
	map->height = bottom - top + 2 * MINDMAP_MARGIN;
}

struct mindmap
mindmap_lay_out(const struct outline *outline, struct arena *arena)
{
	struct mindmap map = {.outline = outline,
			      .cards = memory_alloc(outline->count * sizeof *map.cards)};
	for (uint32_t i = 0; i < outline->count; i++) {
		map.cards[i] = (struct mindmap_card){0};
		measure(&map.cards[i], &outline->topics[i], arena);
	}
	align_headings(&map);
	double *blocks = block_heights(&map);
	place_all(&map, blocks);
	memory_free(blocks);
	frame(&map);
	return map;
}

struct spot
mindmap_card_out(const struct mindmap_card *card, bool left)
{
	double y =
	    mindmap_looks[card->look].boxed ? card->y + card->height / 2 : card->y + card->height;
	return (struct spot){left ? card->x : card->x + card->width, y};
}

struct spot
mindmap_card_in(const struct mindmap_card *card)
{
	return mindmap_card_out(card, !card->left);
}
