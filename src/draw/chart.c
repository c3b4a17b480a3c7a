/* SPDX-License-Identifier: MIT */
/* Arranges a process map and writes its pages: heads of lanes and stages, nodes, a legend. */
#include "draw/chart.h"

#include "draw/accent.h"
#include "draw/chart_draw.h"
#include "draw/logo.h"
#include "draw/signs.h"
#include "draw/stage_head.h"
#include "draw/pen/svg_pen.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/show.h"

#include <string.h>

static const double STRIPE = 6, HEAD_MAX = 240, STAGE_HEAD = 156;

/* For a screen, and for paper, where cards are wide and low: many lanes are to fit. */
static const struct chart_measures airy = {138, 56, 7, 104, 132, 8, "\n"},
				   close = {190, 40, 5, 150, 90, 5, " · "};

/* A diamond in the legend. */
static const char gate[] = "M14-9l9 9-9 9-9-9z";

/* Wraps the texts of a stage's head to a width; gives their height. */
static double
wrap_stage(struct chart *chart, uint32_t i, double width)
{
	const double pad = chart->measures->head_padding;
	const struct stage *stage = chart->flow->stages[i];
	const char *name = stage_head_name(stage, chart->arena);
	const char *note = stage_head_note(chart->flow, stage, chart->arena);
	chart->stage_names[i] =
	    svg_text_wrap(chart->arena, name, chart_font_head, width - 2 * pad, false);
	chart->stage_notes[i] = (struct svg_lines){0};
	if (*note)
		chart->stage_notes[i] =
		    svg_text_wrap(chart->arena, note, chart_font_note, width - 2 * pad, false);
	return svg_lines_height(&chart->stage_names[i], chart_font_head) +
	       svg_lines_height(&chart->stage_notes[i], chart_font_note) + 2 * pad;
}

/* The width of heads, made wide enough for the words of one more, within a bound. */
static double
head_for(const struct chart *chart, double width, const char *name)
{
	double need = svg_longest_word(name, chart_font_head) + 2 * chart->measures->head_padding +
		      STRIPE + 1;
	return need <= width ? width : need < HEAD_MAX ? need : HEAD_MAX;
}

static double
wrap_lane(struct chart *chart, uint32_t i, double width)
{
	const double pad = chart->measures->head_padding;
	const char *name = chart_role_name(chart, chart->flow->lanes[i]);
	chart->lane_names[i] =
	    svg_text_wrap(chart->arena, name, chart_font_head, width - 2 * pad - STRIPE, false);
	return svg_lines_height(&chart->lane_names[i], chart_font_head) + 2 * pad;
}

static void
measure_labels(struct chart *chart, struct layout_size *sizes)
{
	for (uint32_t i = 0; i < chart->flow->edge_count; i++) {
		const char *label = chart->flow->edges[i]->label;
		if (!label || !*label)
			continue;
		chart->labels[i] = svg_text_wrap(chart->arena, label, chart_font_label,
						 chart->measures->label, true);
		sizes[i].width = chart->labels[i].width;
		sizes[i].height = svg_lines_height(&chart->labels[i], chart_font_label);
	}
}

/* Heads that stand beside the flow are measured before the layout, which makes room for them; those
 * above it, whose width the layout decides, after it. */
static void
arrange(struct chart *chart)
{
	const struct flow *flow = chart->flow;
	bool vertical = chart->options.vertical;
	struct arena *arena = chart->arena;
	struct layout_size *sizes = arena_array(arena, flow->node_count, sizeof *sizes);
	struct layout_size *labels = arena_array(arena, flow->edge_count, sizeof *labels);
	double *stage_least = arena_array(arena, flow->stage_count, sizeof *stage_least);
	double *lane_least = arena_array(arena, flow->lane_count, sizeof *lane_least);
	for (uint32_t i = 0; i < flow->node_count; i++) {
		chart->cards[i] = chart_card_measure(chart, flow->nodes[i]);
		sizes[i] = chart->cards[i].size;
	}
	measure_labels(chart, labels);
	chart->stage_head = STAGE_HEAD;
	chart->lane_head = chart->measures->lane_head;
	for (uint32_t i = 0; i < flow->stage_count; i++)
		chart->stage_head =
		    head_for(chart, chart->stage_head, entity_name(&flow->stages[i]->base));
	for (uint32_t i = 0; i < flow->lane_count; i++)
		chart->lane_head =
		    head_for(chart, chart->lane_head, chart_role_name(chart, flow->lanes[i]));
	for (uint32_t i = 0; i < flow->stage_count; i++)
		stage_least[i] =
		    vertical ? wrap_stage(chart, i, chart->stage_head) : chart->stage_head;
	for (uint32_t i = 0; i < flow->lane_count; i++)
		lane_least[i] = vertical ? chart->lane_head : wrap_lane(chart, i, chart->lane_head);
	struct layout_options options = {vertical,    sizes,      labels,
					 stage_least, lane_least, chart->options.brief};
	chart->layout = layout_new(flow, &options, arena);
	*(vertical ? &chart->lane_head : &chart->stage_head) = 0;
	for (uint32_t i = 0; i < flow->stage_count && !vertical; i++) {
		double height = wrap_stage(chart, i, chart->layout->stages[i].width);
		chart->stage_head = height > chart->stage_head ? height : chart->stage_head;
	}
	for (uint32_t i = 0; i < flow->lane_count && vertical; i++) {
		double height =
		    wrap_lane(chart, chart->layout->lane_order[i], chart->layout->lanes[i].width);
		chart->lane_head = height > chart->lane_head ? height : chart->lane_head;
	}
}

static void
add_sign(struct chart *chart, struct sign sign, enum word meaning)
{
	sign.meaning = svg_text_wrap(chart->arena, show_word(chart->voice, meaning),
				     chart_font_note, HEAD_MAX * 2, false);
	chart->signs[chart->sign_count++] = sign;
}

/* What nodes have that the legend is to explain. */
static void
find_node_signs(struct chart *chart)
{
	struct arena *arena = chart->arena;
	bool key = false, blocking = false, one = false, all = false;
	for (uint32_t i = 0; i < chart->flow->node_count; i++) {
		const struct flow_node *node = chart->flow->nodes[i];
		struct facts facts = chart_facts(node->type == FLOW_TASK ? node->entity : NULL);
		key |= facts.key;
		blocking |= facts.blocking;
		one |= node->type == FLOW_SPLIT;
		all |= node->type == FLOW_FORK;
	}
	if (key)
		add_sign(
		    chart,
		    (struct sign){.path = arena_printf(arena, "M14-7%s", sign_star[SIGN_IN_LEGEND]),
				  .class = "star"},
		    WORD_MARK_KEY);
	if (blocking)
		add_sign(chart,
			 (struct sign){
			     .path = arena_printf(arena, "M11.600-6%s", sign_stop[SIGN_IN_LEGEND]),
			     .class = "stop",
			     .over = "M11-1h6v2h-6z",
			     .over_class = "bar"},
			 WORD_SIGN_BLOCKING);
	if (one)
		add_sign(chart,
			 (struct sign){.path = gate,
				       .class = "gate",
				       .over = "M11-3l6 6M17-3l-6 6",
				       .over_class = "sign"},
			 WORD_SIGN_ONE);
	if (all)
		add_sign(chart,
			 (struct sign){.path = gate,
				       .class = "gate",
				       .over = "M14-4v8M10 0h8",
				       .over_class = "sign"},
			 WORD_SIGN_ALL);
}

/* The signs that occur in the map. */
static void
find_signs(struct chart *chart)
{
	bool paper = false, loop = false, lost = false;
	const struct role *giver = NULL;
	find_node_signs(chart);
	for (uint32_t i = 0; i < chart->flow->node_count; i++) {
		const struct flow_node *node = chart->flow->nodes[i];
		struct facts facts = chart_facts(node->type == FLOW_TASK ? node->entity : NULL);
		paper |= facts.attachments->count > 0 && !chart->options.brief;
		lost |= !node->reached;
	}
	for (uint32_t i = 0; i < chart->flow->edge_count; i++) {
		const struct flow_edge *edge = chart->flow->edges[i];
		loop |= edge->back;
		giver = !giver && chart_is_handover(chart, edge) ? edge->from->lane : giver;
	}
	if (giver)
		add_sign(
		    chart,
		    (struct sign){.path = "M0 0h26",
				  .class = arena_printf(chart->arena, "flow over %s",
							chart_role_class(giver, chart->arena))},
		    WORD_SIGN_HANDOVER);
	if (loop)
		add_sign(chart, (struct sign){.path = "M0 0h26", .class = "flow loop"},
			 WORD_SIGN_LOOP);
	if (paper)
		add_sign(chart,
			 (struct sign){.path = "M8-7h7l4 4v10h-11zm7 0v4h4", .class = "paper"},
			 WORD_SIGN_PAPER);
	if (lost)
		add_sign(chart, (struct sign){.path = "M2-7h22v14h-22z", .class = "card unreached"},
			 WORD_SIGN_LOST);
}

struct chart *
chart_new(const struct flow *flow, const struct chart_options *options, struct arena *arena)
{
	struct chart *chart = arena_alloc(arena, sizeof *chart);
	*chart = (struct chart){.flow = flow,
				.model = flow->plan->model,
				.voice = flow->voice,
				.options = *options,
				.measures = options->brief ? &close : &airy,
				.arena = arena};
	chart->cards = arena_array(arena, flow->node_count, sizeof *chart->cards);
	chart->labels = arena_array(arena, flow->edge_count, sizeof *chart->labels);
	chart->stage_names = arena_array(arena, flow->stage_count, sizeof *chart->stage_names);
	chart->stage_notes = arena_array(arena, flow->stage_count, sizeof *chart->stage_notes);
	chart->lane_names = arena_array(arena, flow->lane_count, sizeof *chart->lane_names);
	arrange(chart);
	find_signs(chart);
	chart_find_pages(chart);
	return chart;
}

/* The page's part of a rectangle; false when there is none. */
static bool
clip(const struct page *page, struct box *box)
{
	bool vertical = page->chart->options.vertical;
	double *at = vertical ? &box->y : &box->x, *length = vertical ? &box->height : &box->width;
	double end = *at + *length < page->to ? *at + *length : page->to;
	*at = *at > page->from ? *at : page->from;
	*length = end - *at;
	return *length > 0;
}

/* True for a lane that is shown: some pages leave out those without work. */
static bool
has_lane(const struct page *page, uint32_t i)
{
	return !page->squeeze || page->squeeze->works[i];
}

/* Makes a rectangle begin where the room for what comes in does. */
static void
enter(const struct page *page, struct box *box)
{
	bool vertical = page->chart->options.vertical;
	*(vertical ? &box->y : &box->x) -= page->enter;
	*(vertical ? &box->height : &box->width) += page->enter;
}

static void
draw_lanes(const struct page *page)
{
	const struct chart *chart = page->chart;
	for (uint32_t i = 0; i < chart->flow->lane_count; i++) {
		struct box box = chart_page_box(page, &chart->layout->lanes[i]);
		if (!has_lane(page, i) || !clip(page, &box))
			continue;
		enter(page, &box);
		pen_rect(page->pen, &box, 0, i % 2 ? "lane even" : "lane");
	}
}

static void
draw_lane_heads(const struct page *page)
{
	const struct chart *chart = page->chart;
	const double pad = chart->measures->head_padding;
	for (uint32_t i = 0; i < chart->flow->lane_count; i++) {
		uint32_t lane = chart->layout->lane_order[i];
		const struct svg_lines *name = &chart->lane_names[lane];
		struct box box = chart_page_box(page, &chart->layout->lanes[i]), stripe;
		if (!has_lane(page, i))
			continue;
		if (chart->options.vertical) {
			box.y = page->from - page->enter - chart->lane_head;
			box.height = chart->lane_head;
			stripe = (struct box){box.x, box.y, box.width, STRIPE};
		} else {
			box.x = page->from - page->enter - chart->lane_head;
			box.width = chart->lane_head;
			stripe = (struct box){box.x, box.y, STRIPE, box.height};
		}
		pen_rect(page->pen, &box, 0, "head");
		pen_rect(page->pen, &stripe, 0,
			 chart->flow->lanes[lane]
			     ? chart_role_class(chart->flow->lanes[lane], chart->arena)
			     : "faint");
		struct spot at = {box.x + STRIPE + pad,
				  box.y +
				      (box.height - svg_lines_height(name, chart_font_head)) / 2};
		if (chart->options.vertical)
			at = (struct spot){
			    box.x + pad,
			    box.y + STRIPE +
				(box.height - STRIPE - svg_lines_height(name, chart_font_head)) /
				    2};
		pen_lines(page->pen, name, chart_font_head, at, "start", "ink strong");
	}
}

/* Where a stage or step is described, when the map is to have links; or NULL. */
static const char *
link_to(const struct page *page, const struct entity *entity)
{
	if (!page->chart->options.href || !entity || !entity->anchor)
		return NULL;
	return arena_printf(page->chart->arena, "%s%s", page->chart->options.href, entity->anchor);
}

/* What of a stage's name has a width: its number alone where no word stands beside it. */
static struct svg_lines
fit_stage_name(const struct chart *chart, const struct stage *stage, double width, uint32_t lines)
{
	const char *name = stage_head_name(stage, chart->arena),
		   *number = show_number(&stage->base, chart->arena);
	size_t first = strlen(number) + strcspn(name + strlen(number), " ") + 1;
	size_t word = first + strcspn(name + first, " ");
	const char *least = arena_printf(chart->arena, "%.*s…", (int)word, name);
	if (svg_text_width(least, strlen(least), chart_font_head) > width)
		return svg_text_wrap(chart->arena, number, chart_font_head, width, false);
	return svg_text_fit(chart->arena, name, chart_font_head, width, lines);
}

/* Cuts what the head of a stage says to the part of it that a page shows. */
static void
fit_stage_head(const struct chart *chart, const struct stage *stage, double width,
	       struct svg_lines *name, struct svg_lines *note)
{
	const char *said = stage_head_note(chart->flow, stage, chart->arena);
	*name = fit_stage_name(chart, stage, width, name->count);
	if (note->count && svg_longest_word(said, chart_font_note) <= width)
		*note = svg_text_fit(chart->arena, said, chart_font_note, width, note->count);
	else
		note->count = 0;
}

static void
draw_stage_head(const struct page *page, uint32_t i)
{
	const struct chart *chart = page->chart;
	const double pad = chart->measures->head_padding;
	const struct stage *stage = chart->flow->stages[i];
	struct box whole = chart->layout->stages[i], box = whole;
	if (!clip(page, &box))
		return;
	struct facts facts = chart_facts(&stage->base);
	double length = chart->stage_head;
	box = chart->options.vertical ? (struct box){-length, box.y, length, box.height}
				      : (struct box){box.x, -length, box.width, length};
	struct pen_group group = {.class = "stage", .href = link_to(page, &stage->base)};
	if (chart_is_inside(page, chart->options.vertical ? whole.y : whole.x))
		group.id = arena_printf(chart->arena, "stage_%s", stage->base.anchor);
	struct svg_lines name = chart->stage_names[i], note = chart->stage_notes[i];
	if (!chart->options.vertical && box.width < whole.width)
		fit_stage_head(chart, stage, box.width - 2 * pad, &name, &note);
	pen_open(page->pen, &group);
	pen_rect(page->pen, &box, 0, facts.key ? "head key" : "head");
	if (facts.blocking) {
		struct box bar = chart->options.vertical ? (struct box){box.x, box.y, 3, box.height}
							 : (struct box){box.x, box.y, box.width, 3};
		pen_rect(page->pen, &bar, 0, "stop");
	}
	struct spot at = {box.x + pad, box.y + pad};
	pen_lines(page->pen, &name, chart_font_head, at, "start", "ink strong");
	at.y += svg_lines_height(&name, chart_font_head) + 1;
	pen_lines(page->pen, &note, chart_font_note, at, "start", "faint");
	pen_close(page->pen, &group);
}

/* The border at the end of a stage, across all lanes. */
static void
draw_stage_rule(const struct page *page, uint32_t i)
{
	const struct chart *chart = page->chart;
	const struct box *box = &chart->layout->stages[i];
	double breadth = chart_page_breadth(page);
	double at = chart->options.vertical ? box->y : box->x,
	       length = chart->options.vertical ? box->height : box->width;
	for (int end = i + 1 == chart->flow->stage_count ? 1 : 0; end >= 0; end--, length = 0) {
		double along = end ? at + length : at;
		if (along <= page->from || along >= page->to)
			continue;
		if (chart->options.vertical)
			pen_path(page->pen, "rule", "M0 %.1fH%.1f", along, breadth);
		else
			pen_path(page->pen, "rule", "M%.1f 0V%.1f", along, breadth);
	}
}

static void
draw_node(const struct page *page, uint32_t i)
{
	const struct chart *chart = page->chart;
	const struct flow_node *node = chart->flow->nodes[i];
	const struct box *shape = &chart->layout->nodes[node->index].shape;
	if (!chart_is_inside(page, chart->options.vertical ? shape->y : shape->x))
		return;
	struct pen_group group = {.class = node->reached ? "node" : "node lost", .id = node->id};
	if (node->type == FLOW_TASK)
		group.href = link_to(page, node->entity);
	if (!node->reached)
		group.title = show_word(chart->voice, WORD_SIGN_LOST);
	else if (node->type == FLOW_TASK)
		group.title = arena_printf(chart->arena, "%s – %s", node->name,
					   chart_role_name(chart, node->lane));
	pen_open(page->pen, &group);
	chart_card_draw(page, node);
	pen_close(page->pen, &group);
}

static void
draw_shown(const struct page *page, enum shown_sort sort,
	   void (*draw)(const struct page *page, uint32_t i))
{
	const struct page_items *shown = &page->chart->shown[sort];
	for (uint32_t i = shown->first[page->number]; i < shown->first[page->number + 1]; i++)
		draw(page, shown->items[i]);
}

static void
draw_body(const struct page *page)
{
	draw_lanes(page);
	draw_shown(page, SHOWN_STAGES, draw_stage_rule);
	draw_lane_heads(page);
	draw_shown(page, SHOWN_STAGES, draw_stage_head);
	draw_shown(page, SHOWN_EDGES, chart_draw_route);
	draw_shown(page, SHOWN_NODES, draw_node);
	draw_shown(page, SHOWN_LABELS, chart_draw_label);
	if (page->notes)
		chart_draw_notes(page);
}

/* A sheet as it is drawn. */
struct chart_sheet {
	const struct chart *chart;
	struct pen *pen;
	uint32_t number;
	struct chart_size size;
	struct chart_border border;
};

/* What the process says of itself above its map, and the number of the sheet. */
static void
draw_heading(const struct chart_sheet *sheet)
{
	const struct chart *chart = sheet->chart;
	const struct process *process = model_process(chart->model);
	struct buf note = {0};
	buf_puts(&note, show_word(chart->voice, WORD_PROCESS_MAP));
	if (process->version.s)
		buf_printf(&note, " · %s",
			   show_word_with(chart->voice, WORD_VERSION_NUMBER, process->version.s,
					  chart->arena));
	if (chart->sheet_count > 1) {
		const char *number =
		    arena_printf(chart->arena, "%u / %u", sheet->number + 1, chart->sheet_count);
		buf_printf(&note, " · %s",
			   show_word_with(chart->voice, WORD_PAGE_NUMBER, number, chart->arena));
	}
	double width = sheet->size.width - 2 * CHART_MARGIN - logo_width(chart->model);
	struct svg_lines title =
	    svg_text_fit(chart->arena, entity_name(&process->base), chart_font_title, width, 1);
	struct svg_lines below =
	    svg_text_fit(chart->arena, buf_text(&note), chart_font_name, width, 1);
	accent_band(chart->model, sheet->size.width, sheet->pen);
	logo_draw(chart->voice, (struct spot){sheet->size.width - CHART_MARGIN, 0}, sheet->pen);
	pen_lines(sheet->pen, &title, chart_font_title,
		  (struct spot){CHART_MARGIN, CHART_MARGIN - 4}, "start", "ink strong");
	pen_lines(sheet->pen, &below, chart_font_name,
		  (struct spot){CHART_MARGIN, CHART_MARGIN + svg_leading(chart_font_title) - 1},
		  "start", "faint");
	buf_free(&note);
}

/* Signs beside their meanings. */
static void
draw_legend(const struct chart_sheet *sheet)
{
	const struct chart *chart = sheet->chart;
	double x = CHART_MARGIN, y = sheet->size.height - CHART_MARGIN - 10;
	for (uint32_t i = 0; i < chart->sign_count; i++) {
		const struct sign *sign = &chart->signs[i];
		pen_path_at(sheet->pen, sign->class, &(struct spot){x, y}, sign->path);
		if (sign->over)
			pen_path_at(sheet->pen, sign->over_class, &(struct spot){x, y}, sign->over);
		struct spot at = {x + CHART_SIGN, y - svg_leading(chart_font_note) / 2};
		pen_lines(sheet->pen, &sign->meaning, chart_font_note, at, "start", "faint");
		x += CHART_SIGN + sign->meaning.width + CHART_SIGN_GAP;
	}
}

/* Sheets that share an HTML page with one another have prefixes of their own. */
static const char *
prefix_of(const struct chart *chart, uint32_t number)
{
	const char *prefix = chart->options.prefix;
	return number && chart->options.frame != CHART_WHOLE
		   ? arena_printf(chart->arena, "%s%u-", prefix, (unsigned)number + 1)
		   : prefix;
}

/* What the picture is for those who cannot see it, and its name. */
static void
begin(const struct chart_sheet *sheet, const char *name)
{
	const struct chart *chart = sheet->chart;
	const struct pen_picture picture = {
	    .width = sheet->size.width,
	    .height = sheet->size.height,
	    .label = arena_printf(chart->arena, "%s: %s", show_word(chart->voice, WORD_PROCESS_MAP),
				  name),
	    .linked = chart->options.href};
	pen_begin(sheet->pen, &picture);
	chart_style(chart, sheet->pen);
}

/* A page where it lies on its sheet. */
static void
draw_page(const struct chart_sheet *sheet, uint32_t number)
{
	struct page page = chart_page(sheet->chart, number, sheet->pen);
	struct chart_notes notes = {0};
	page.notes = page.squeeze ? &notes : NULL;
	const struct pen_group body = {
	    .class = "body",
	    .origin = &(struct spot){page.x + sheet->border.margin, page.y + sheet->border.top}};
	pen_open(sheet->pen, &body);
	draw_body(&page);
	pen_close(sheet->pen, &body);
}

void
chart_draw(const struct chart *chart, uint32_t number, struct pen *pen)
{
	const struct chart_sheet sheet = {.chart = chart,
					  .pen = pen,
					  .number = number,
					  .size = chart_sheet_size(chart, number),
					  .border = chart_border(chart, number)};
	const char *name = entity_name(&model_process(chart->model)->base);
	begin(&sheet, name);
	if (chart->options.frame == CHART_WHOLE) {
		pen_title(pen, name);
		struct box ground = {0, 0, sheet.size.width, sheet.size.height};
		pen_rect(pen, &ground, 0, "ground");
		draw_heading(&sheet);
	}
	if (sheet.border.legend)
		draw_legend(&sheet);
	for (uint32_t i = 0; i < chart->page_count; i++)
		if (chart->places[i].sheet == number)
			draw_page(&sheet, i);
	pen_end(pen);
}

void
chart_write(const struct chart *chart, uint32_t sheet, struct buf *out, struct drain *drain)
{
	struct svg_pen pen = svg_pen(out, drain, prefix_of(chart, sheet));
	chart_draw(chart, sheet, &pen.pen);
}
