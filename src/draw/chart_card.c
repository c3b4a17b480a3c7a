/* SPDX-License-Identifier: MIT */
/* What a node shows: a step its name, sub-steps, deadline, other roles and attachments; a gateway
 * its sign; a start or end its name. */
#include "draw/chart_draw.h"
#include "draw/signs.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/show.h"
#include "plan/part_said.h"
#include "plan/sub_step.h"

#include <string.h>

enum { STEPS_MAX = 9, PAPERS_MAX = 6, LINES_MAX = 5 };

static const double WIDEST = 220, STRIPE = 5, GAP = 5, MARK = 13;
static const double SPLIT = 50, GATE = 34, EVENT = 36, EVENT_LABEL = 124, PAPER_WIDTH = 11,
		    PAPER_HEIGHT = 14;

struct facts
chart_facts(const struct entity *entity)
{
	static const struct list none = {0};
	static const struct refs nobody = {0};
	if (entity && entity->kind == KIND_STAGE) {
		const struct stage *stage = stage_of(entity);
		return (struct facts){&stage->deadline, &stage->attachments, &none,
				      stage->key.on,    stage->blocking.on,  &stage->only};
	}
	if (entity && entity->kind == KIND_STEP) {
		const struct step *step = step_of(entity);
		return (struct facts){&step->deadline, &step->attachments, &step->steps,
				      step->key.on,    step->blocking.on,  &step->only};
	}
	return (struct facts){NULL, &none, &none, false, false, &nobody};
}

/* «срок: 4 ч», then what the lane does not say: who else does it and who approves it, and for which
 * variants. */
static struct svg_lines
measure_meta(const struct chart *chart, const struct flow_node *node, const struct facts *facts,
	     double width)
{
	const char *between = chart->measures->between;
	struct buf text = {0};
	if (facts->deadline && facts->deadline->pos.line)
		buf_puts(&text,
			 show_word_with(chart->voice, WORD_TAKES,
					show_deadline(chart->voice, node->entity, chart->arena),
					chart->arena));
	for (uint32_t i = 1; node->roles && node->roles[0] && node->roles[i]; i++)
		buf_printf(&text, "%s+ %s", text.length ? between : "",
			   entity_name(&node->roles[i]->base));
	const char *besides = node->roles ? part_said_besides(node->entity, chart->arena) : "";
	if (*besides)
		buf_printf(&text, "%s%s", text.length ? between : "", besides);
	if (node->approver)
		buf_printf(&text, "%s%s", text.length ? between : "",
			   show_word_with(chart->voice, WORD_APPROVED_BY,
					  entity_name(&node->approver->base), chart->arena));
	for (uint32_t i = 0; i < facts->only->count; i++)
		buf_printf(&text, "%s%s",
			   i             ? ", "
			   : text.length ? between
					 : "",
			   i ? show_ref(chart->voice, &facts->only->items[i])
			     : show_word_with(chart->voice, WORD_ONLY_FOR,
					      show_ref(chart->voice, &facts->only->items[i]),
					      chart->arena));
	double marks = (facts->key + facts->blocking) * MARK;
	struct svg_lines lines = {0};
	if (text.length)
		lines = svg_text_wrap(chart->arena, arena_string(chart->arena, text.data),
				      chart_font_note, width - marks, false);
	buf_free(&text);
	return lines;
}

static struct svg_lines
measure_steps(const struct chart *chart, const struct facts *facts, double width)
{
	struct buf text = {0};
	uint32_t shown = facts->steps->count > STEPS_MAX ? STEPS_MAX - 1 : facts->steps->count;
	for (uint32_t i = 0; i < shown; i++)
		buf_printf(&text, "%s%s", i ? "\n" : "",
			   sub_step_said(chart->voice, facts->steps->items[i], chart->arena));
	if (shown < facts->steps->count) {
		const char *more = arena_printf(chart->arena, "%u", facts->steps->count - shown);
		buf_printf(&text, "\n%s",
			   show_word_with(chart->voice, WORD_AND_MORE, more, chart->arena));
	}
	struct svg_lines lines = {0};
	if (text.length)
		lines = svg_text_wrap(chart->arena, arena_string(chart->arena, text.data),
				      chart_font_note, width, false);
	buf_free(&text);
	return lines;
}

static void
measure_papers(const struct chart *chart, struct chart_card *card, const struct list *attachments,
	       double width)
{
	card->paper_count = attachments->count > PAPERS_MAX ? PAPERS_MAX : attachments->count;
	card->papers = arena_array(chart->arena, card->paper_count, sizeof *card->papers);
	for (uint32_t i = 0; i < card->paper_count; i++) {
		const char *title = show_name(chart->voice, attachments->items[i]);
		if (i + 1 == PAPERS_MAX && attachments->count > PAPERS_MAX)
			title = show_word_with(
			    chart->voice, WORD_AND_MORE,
			    arena_printf(chart->arena, "%u", attachments->count - i), chart->arena);
		card->papers[i] = svg_text_wrap(chart->arena, title, chart_font_note,
						width - PAPER_WIDTH - GAP, false);
		card->papers_height += svg_lines_height(&card->papers[i], chart_font_note) + GAP;
	}
}

/* A card grows for a long word, up to a bound, rather than part it, and for a long name rather than
 * become a tower. */
static double
name_width(const struct chart *chart, const char *name)
{
	double width = chart->measures->card - STRIPE - 2 * chart->measures->padding,
	       word_width = svg_longest_word(name, chart_font_name);
	if (svg_text_wrap(chart->arena, name, chart_font_name, width, false).count > LINES_MAX)
		return WIDEST;
	if (word_width > width)
		width = word_width < WIDEST ? word_width + 1 : WIDEST;
	return width;
}

static struct chart_card
measure_task(const struct chart *chart, const struct flow_node *node)
{
	struct chart_card card = {0};
	struct facts facts = chart_facts(node->entity);
	const char *name = show_numbered(node->entity, chart->arena);
	double width = name_width(chart, name);
	double marks = facts.key || facts.blocking ? MARK + 2 : 0;
	card.parts[CARD_NAME] = svg_text_wrap(chart->arena, name, chart_font_name, width, false);
	if (!chart->options.brief) {
		card.parts[CARD_STEPS] = measure_steps(chart, &facts, width);
		measure_papers(chart, &card, facts.attachments, width);
	}
	card.parts[CARD_META] = measure_meta(chart, node, &facts, width);
	double height = 2 * chart->measures->padding +
			svg_lines_height(&card.parts[CARD_NAME], chart_font_name);
	double steps = svg_lines_height(&card.parts[CARD_STEPS], chart_font_note),
	       meta = svg_lines_height(&card.parts[CARD_META], chart_font_note);
	height += steps > 0 ? steps + GAP : 0;
	meta = meta > marks ? meta : marks;
	height += meta > 0 ? meta + GAP : 0;
	height += card.papers_height;
	card.size.width = width + STRIPE + 2 * chart->measures->padding;
	card.size.height = height > chart->measures->least ? height : chart->measures->least;
	return card;
}

struct chart_card
chart_card_measure(const struct chart *chart, const struct flow_node *node)
{
	struct chart_card card = {0};
	double size = node->type == FLOW_SPLIT ? SPLIT : GATE;
	switch (node->type) {
	case FLOW_TASK:
		return measure_task(chart, node);
	case FLOW_START:
	case FLOW_END:
		size = EVENT;
		card.label =
		    svg_text_wrap(chart->arena, node->name, chart_font_note, EVENT_LABEL, true);
		card.size.extra_width = card.label.width + 2 * GAP;
		card.size.extra_height = svg_lines_height(&card.label, chart_font_note) + GAP;
		break;
	case FLOW_SPLIT:
	case FLOW_MERGE:
	case FLOW_FORK:
	case FLOW_JOIN:
		break;
	}
	card.size.width = card.size.height = size;
	return card;
}

/* Materials at the foot of a card, each a sheet with its corner turned down and its title. */
static void
draw_papers(const struct chart_card *card, struct spot at, struct pen *pen)
{
	for (uint32_t i = 0; i < card->paper_count; i++) {
		at.y += GAP;
		pen_path(pen, "paper", "M%.1f %.1fh%gl4 4v%gh-%gzm%g 0v4h4", at.x, at.y,
			 PAPER_WIDTH - 4, PAPER_HEIGHT - 4, PAPER_WIDTH, PAPER_WIDTH - 4);
		pen_lines(pen, &card->papers[i], chart_font_note,
			  (struct spot){at.x + PAPER_WIDTH + GAP, at.y}, "start", "faint");
		at.y += svg_lines_height(&card->papers[i], chart_font_note);
	}
}

/* A star for key, a stop sign for blocking, in the corner above the foot. */
static void
draw_marks(const struct facts *facts, const struct box *box, double foot, struct pen *pen)
{
	double x = box->x + box->width - 5, y = box->y + box->height - foot - 5;
	if (facts->blocking) {
		pen_path(pen, "stop", "M%.1f %.1f%s", x - 2.4, y - 5.8, sign_stop[SIGN_ON_CARD]);
		pen_path(pen, "bar", "M%.1f %.1fh6v2h-6z", x - 3, y - 1);
		x -= MARK;
	}
	if (facts->key)
		pen_path(pen, "star", "M%.1f %.1f%s", x, y - 6, sign_star[SIGN_ON_CARD]);
}

/* The name stands at the top of what there is to say, alone in the middle. */
static void
draw_task(const struct page *page, const struct flow_node *node)
{
	const struct chart *chart = page->chart;
	struct pen *pen = page->pen;
	const struct chart_card *card = &chart->cards[node->index];
	struct facts facts = chart_facts(node->entity);
	const struct box shape = chart_page_box(page, &chart->layout->nodes[node->index].shape),
			 *box = &shape;
	double name = svg_lines_height(&card->parts[CARD_NAME], chart_font_name),
	       meta = svg_lines_height(&card->parts[CARD_META], chart_font_note);
	bool alone = !card->parts[CARD_STEPS].count && !card->parts[CARD_META].count &&
		     !facts.key && !facts.blocking && !card->paper_count;
	pen_rect(pen, box, 6,
		 arena_printf(chart->arena, "card%s%s", facts.key ? " key" : "",
			      facts.blocking ? " blocking" : ""));
	struct box stripe = {box->x + 3, box->y + 5, STRIPE - 1, box->height - 10};
	pen_rect(pen, &stripe, 2, chart_role_class(node->lane, chart->arena));
	double padding = chart->measures->padding, foot = box->y + box->height - padding;
	struct box inner = {box->x + STRIPE + padding, box->y + padding,
			    box->width - STRIPE - 2 * padding, box->height - 2 * padding};
	struct spot at = {inner.x, alone ? box->y + (box->height - name) / 2 : inner.y};
	pen_lines(pen, &card->parts[CARD_NAME], chart_font_name, at, "start", "ink");
	at.y += name + GAP;
	pen_lines(pen, &card->parts[CARD_STEPS], chart_font_note, at, "start", "faint");
	at.y = foot - card->papers_height - meta;
	pen_lines(pen, &card->parts[CARD_META], chart_font_note, at, "start", "faint");
	draw_marks(&facts, &inner, card->papers_height, pen);
	at.y = foot - card->papers_height;
	draw_papers(card, at, pen);
}

/* A diamond with the sign of its kind: × for one of the routes, + for all of them. */
static void
draw_gate(const struct page *page, const struct flow_node *node)
{
	const struct chart *chart = page->chart;
	struct pen *pen = page->pen;
	const struct box shape = chart_page_box(page, &chart->layout->nodes[node->index].shape),
			 *box = &shape;
	double half = box->width / 2, x = box->x + half, y = box->y + half, arm = half * 0.3,
	       long_arm = arm * 1.3;
	pen_path(pen, "gate", "M%.1f %.1fl%g %gl-%g %gl-%g -%gz", x, y - half, half, half, half,
		 half, half, half);
	if (node->type == FLOW_FORK || node->type == FLOW_JOIN)
		pen_path(pen, "sign", "M%.1f %.1fv%gM%.1f %.1fh%g", x, y - long_arm, 2 * long_arm,
			 x - long_arm, y, 2 * long_arm);
	else
		pen_path(pen, "sign", "M%.1f %.1fl%g %gM%.1f %.1fl-%g %g", x - arm, y - arm,
			 2 * arm, 2 * arm, x + arm, y - arm, 2 * arm, 2 * arm);
}

static void
draw_event(const struct page *page, const struct flow_node *node)
{
	const struct chart *chart = page->chart;
	struct pen *pen = page->pen;
	const struct chart_card *card = &chart->cards[node->index];
	const struct layout_node *place = &chart->layout->nodes[node->index];
	struct box shape = chart_page_box(page, &place->shape),
		   extra = chart_page_box(page, &place->extra);
	pen_disc(pen, (struct spot){shape.x + EVENT / 2, shape.y + EVENT / 2}, EVENT / 2 - 2,
		 node->type == FLOW_START ? "start" : "end");
	struct spot below = {shape.x + EVENT / 2, extra.y + GAP - 1};
	struct spot beside = {
	    extra.x + GAP, shape.y + (EVENT - svg_lines_height(&card->label, chart_font_note)) / 2};
	if (chart->options.vertical)
		pen_lines(pen, &card->label, chart_font_note, beside, "start", "ink");
	else
		pen_lines(pen, &card->label, chart_font_note, below, "middle", "ink");
}

void
chart_card_draw(const struct page *page, const struct flow_node *node)
{
	switch (node->type) {
	case FLOW_TASK:
		draw_task(page, node);
		break;
	case FLOW_START:
	case FLOW_END:
		draw_event(page, node);
		break;
	case FLOW_SPLIT:
	case FLOW_MERGE:
	case FLOW_FORK:
	case FLOW_JOIN:
		draw_gate(page, node);
		break;
	}
}
