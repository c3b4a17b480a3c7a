/* SPDX-License-Identifier: MIT */
/* The order of stages and of steps is a spine down their column. What leads elsewhere goes through
 * the room between a column and what it hangs on: only branches are there. What leads from a step
 * to another stage is drawn from stage to stage, for between them stand the texts of others; the
 * step says itself where it leads. */
#include "emit/map/mindmap_draw.h"

#include <string.h>

enum {
	FIRST_LANE = 10, /* from the column to the first line beside it */
	LANE = 8,        /* from one line to the next */
	LANES_WIDE = 14, /* beside what hangs on the root */
	LANES = 3,       /* beside what hangs on a stage */
	SPINE_IN = 22,   /* from the edge of the column */
	TIP = 3,
	CORNER = 5,
	ACROSS = 160,  /* how far a line to the other side goes straight on */
	ROUND = 16,    /* from the root to the first line round it */
	SAMPLES = 400, /* places of a line at which it is asked whether it meets the root */
};

struct routing {
	struct drawing *d;
	uint32_t *reached[RELATION_COUNT]; /* by topic: 1 + whence a line came last */
	uint8_t *lanes;                    /* by topic and side: lines beside what hangs on it */
	uint8_t round[2];                  /* lines round the root, above and below */
};

/* Where a line meets the inner edge of a card. */
static struct spot
inner_spot(const struct mindmap_card *card, double part)
{
	return (struct spot){card->left ? card->x + card->width : card->x,
			     card->y + card->height * part};
}

static void
put_path(struct routing *r, const struct arrow *arrow, struct buf *path)
{
	mindmap_put_relation(r->d, mindmap_relation(arrow), buf_text(path), arrow->label);
	buf_free(path);
}

/* Straight down to the next one of the column. */
static void
put_spine(struct routing *r, const struct arrow *arrow)
{
	const struct mindmap_card *from = &r->d->map->cards[arrow->from],
				  *to = &r->d->map->cards[arrow->to];
	double x = from->left ? from->x + from->width - SPINE_IN : from->x + SPINE_IN;
	struct buf path = {0};
	buf_printf(&path, "M%.1f %.1fV%.1f", x, from->y + from->height, to->y - TIP);
	put_path(r, arrow, &path);
}

/* Out of the column, along it, and back into it. */
static void
put_beside(struct routing *r, const struct arrow *arrow)
{
	const struct outline *outline = r->d->outline;
	const struct mindmap_card *from = &r->d->map->cards[arrow->from],
				  *to = &r->d->map->cards[arrow->to];
	uint32_t parent = outline->topics[arrow->from].parent;
	unsigned lane = r->lanes[2 * parent + from->left]++ % (parent ? LANES : LANES_WIDE);
	bool down = to->y > from->y;
	struct spot start = inner_spot(from, down ? 0.8 : 0.2),
		    end = inner_spot(to, down ? 0.2 : 0.8);
	double side = from->left ? 1 : -1, turn = down ? CORNER : -CORNER,
	       x = start.x + side * (FIRST_LANE + LANE * (double)lane);
	struct buf path = {0};
	buf_printf(&path, "M%.1f %.1fH%.1fQ%.1f %.1f %.1f %.1fV%.1fQ%.1f %.1f %.1f %.1fH%.1f",
		   start.x, start.y, x - side * CORNER, x, start.y, x, start.y + turn, end.y - turn,
		   x, end.y, x - side * CORNER, end.y, end.x + side * TIP);
	put_path(r, arrow, &path);
}

/* True for a line to the other side that would meet the root. */
static bool
meets_root(const struct mindmap_card *root, struct spot start, struct spot end, double out)
{
	for (int i = 1; i < SAMPLES; i++) {
		double t = (double)i / SAMPLES, u = 1 - t, near = 3 * u * u * t,
		       far = 3 * u * t * t;
		double x = u * u * u * start.x + near * (start.x + out) + far * (end.x - out) +
			   t * t * t * end.x,
		       y = (u * u * u + near) * start.y + (far + t * t * t) * end.y;
		if (x > root->x - ROUND && x < root->x + root->width + ROUND &&
		    y > root->y - ROUND && y < root->y + root->height + ROUND)
			return true;
	}
	return false;
}

/* Round the root: over it, or below. */
static void
put_round(struct routing *r, struct spot start, struct spot end, double out, struct buf *path)
{
	const struct mindmap_card *root = &r->d->map->cards[0];
	bool below = start.y + end.y > 2 * root->y + root->height;
	double off = ROUND + LANE * (double)(r->round[below]++ % LANES_WIDE),
	       y = below ? root->y + root->height + off : root->y - off, left = root->x - ROUND,
	       right = root->x + root->width + ROUND, in = out > 0 ? left : right,
	       on = out > 0 ? right : left;
	buf_printf(path, "C%.1f %.1f %.1f %.1f %.1f %.1fH%.1fC%.1f %.1f %.1f %.1f %.1f %.1f",
		   start.x + out / 2, start.y, in - out / 2, y, in, y, on, on + out / 2, y,
		   end.x - out / 2, end.y, end.x + (out < 0 ? TIP : -TIP), end.y);
}

/* To the other side of the root. */
static void
put_across(struct routing *r, const struct arrow *arrow)
{
	const struct mindmap_card *from = &r->d->map->cards[arrow->from],
				  *to = &r->d->map->cards[arrow->to];
	struct spot start = inner_spot(from, 0.5), end = inner_spot(to, 0.5);
	double out = from->left ? ACROSS : -ACROSS;
	struct buf path = {0};
	buf_printf(&path, "M%.1f %.1f", start.x, start.y);
	if (meets_root(&r->d->map->cards[0], start, end, out))
		put_round(r, start, end, out, &path);
	else
		buf_printf(&path, "C%.1f %.1f %.1f %.1f %.1f %.1f", start.x + out, start.y,
			   end.x - out, end.y, end.x + (out < 0 ? TIP : -TIP), end.y);
	put_path(r, arrow, &path);
}

/* The topic that hangs on the root and has this one on it. */
static uint32_t
branch_of(const struct outline *outline, uint32_t topic)
{
	while (outline->topics[topic].depth > 1)
		topic = outline->topics[topic].parent;
	return topic;
}

/* A line for a relation; one for all that lead from the same place to the same. */
static void
put_relation(struct routing *r, const struct arrow *given)
{
	const struct outline *outline = r->d->outline;
	struct arrow arrow = *given;
	if (outline->topics[arrow.from].parent != outline->topics[arrow.to].parent) {
		arrow.from = branch_of(outline, arrow.from);
		arrow.to = branch_of(outline, arrow.to);
	}
	uint32_t *reached = &r->reached[mindmap_relation(&arrow)][arrow.to];
	if (arrow.from == arrow.to || *reached == arrow.from + 1)
		return;
	*reached = arrow.from + 1;
	if (r->d->map->cards[arrow.from].left != r->d->map->cards[arrow.to].left)
		put_across(r, &arrow);
	else if (outline->topics[arrow.from].next == arrow.to && arrow.to > arrow.from)
		put_spine(r, &arrow);
	else
		put_beside(r, &arrow);
}

void
mindmap_put_relations(struct drawing *d)
{
	struct routing r = {.d = d,
			    .lanes = arena_array(d->arena, 2 * (size_t)d->outline->count, 1)};
	for (enum relation i = 0; i < RELATION_COUNT; i++)
		r.reached[i] = arena_array(d->arena, d->outline->count, sizeof *r.reached[i]);
	mindmap_put_tips(d);
	xml_open(&d->xml, "g");
	xml_attribute(&d->xml, "fill", "none");
	for (uint32_t i = 0; i < d->outline->arrow_count; i++)
		put_relation(&r, &d->outline->arrows[i]);
	xml_close(&d->xml, "g");
}
