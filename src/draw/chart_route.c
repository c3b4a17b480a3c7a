/* SPDX-License-Identifier: MIT */
/* The routes of the process map: lines with rounded corners and a head, cut where pages end, and
 * their labels. */
#include "draw/chart_draw.h"
#include "model/fields.h"
#include "model/show.h"
#include "model/variant.h"
#include "plan/part.h"

/* Of the head of an arrow, and of the round of a corner. */
static const double TIP = 8, CORNER = 5;

const char *
chart_role_name(const struct chart *chart, const struct role *role)
{
	return show_lane(chart->voice, role);
}

/* From whose hands to whose. */
struct hands {
	const struct role *from, *to;
};

static bool
differs(const struct entity *task)
{
	return task && part_variants(task).items[0];
}

static const struct role *
role_in(const struct chart *chart, const struct flow_node *node, const struct entity *variant)
{
	return differs(node->lane_of) ? part_roles(node->lane_of, variant, chart->arena)[0]
				      : node->lane;
}

/* Who hands over to whom along an edge in a variant (its place in the file and itself); nobody
 * where the edge is none of its own. */
static struct hands
hands_in(const struct chart *chart, const struct flow_edge *edge, uint32_t at,
	 const struct entity *variant)
{
	const struct entity *from = edge->from->lane_of, *to = edge->to->lane_of;
	bool taken = !edge->variants || (at < VARIANTS_MOST && edge->variants >> at & 1);
	if (!taken || !from || !to || !variant_has_whole(variant, from) ||
	    !variant_has_whole(variant, to))
		return (struct hands){NULL, NULL};
	struct hands hands = {role_in(chart, edge->from, variant),
			      role_in(chart, edge->to, variant)};
	return hands.from && hands.from != hands.to ? hands : (struct hands){NULL, NULL};
}

/* The variants to look at one by one, where whose card an edge leaves or enters differs. */
static struct list
cases_of(const struct chart *chart, const struct flow_edge *edge)
{
	bool apart = differs(edge->from->lane_of) || differs(edge->to->lane_of);
	return apart ? chart->voice->model->document->variants : (struct list){.count = 0};
}

bool
chart_is_handover(const struct chart *chart, const struct flow_edge *edge)
{
	const struct list cases = cases_of(chart, edge);
	bool over = !cases.count && edge->from->lane && edge->from->lane != edge->to->lane;
	for (uint32_t i = 0; i < cases.count && !over; i++)
		over = hands_in(chart, edge, i, cases.items[i]).from;
	return over && !edge->back;
}

static const char *
hands_text(const struct chart *chart, struct hands hands)
{
	return arena_printf(chart->arena, "%s → %s", chart_role_name(chart, hands.from),
			    chart_role_name(chart, hands.to));
}

/* «Менеджер → Юрист», or by variant: «Ключевой клиент: Директор → Юрист; Госзаказчик: …». */
static const char *
handover_title(const struct chart *chart, const struct flow_edge *edge)
{
	const struct list cases = cases_of(chart, edge);
	const char *title = NULL;
	if (!cases.count)
		return hands_text(chart, (struct hands){edge->from->lane, edge->to->lane});
	for (uint32_t i = 0; i < cases.count; i++) {
		const struct hands hands = hands_in(chart, edge, i, cases.items[i]);
		if (hands.from)
			title = arena_printf(chart->arena, "%s%s%s: %s", title ? title : "",
					     title ? "; " : "", entity_name(cases.items[i]),
					     hands_text(chart, hands));
	}
	return title;
}

static double
distance(struct spot a, struct spot b)
{
	double x = a.x - b.x, y = a.y - b.y;
	return (x < 0 ? -x : x) + (y < 0 ? -y : y);
}

/* The point at a distance from one towards another; they share a coordinate. */
static struct spot
towards(struct spot from, struct spot to, double length)
{
	double all = distance(from, to), part = all > 0 ? length / all : 0;
	return (struct spot){from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
}

static double
smaller(double a, double b)
{
	return a < b ? a : b;
}

/* A line with rounded corners. */
static void
draw_line(const struct page *page, const struct spot *spots, uint32_t count, const char *class)
{
	struct buf path = {0};
	buf_printf(&path, "M%.1f %.1f", spots[0].x, spots[0].y);
	for (uint32_t i = 1; i + 1 < count; i++) {
		double radius = smaller(CORNER, smaller(distance(spots[i - 1], spots[i]),
							distance(spots[i], spots[i + 1])) /
						    2);
		struct spot in = towards(spots[i], spots[i - 1], radius),
			    out = towards(spots[i], spots[i + 1], radius);
		buf_printf(&path, "L%.1f %.1fQ%.1f %.1f %.1f %.1f", in.x, in.y, spots[i].x,
			   spots[i].y, out.x, out.y);
	}
	buf_printf(&path, "L%.1f %.1f", spots[count - 1].x, spots[count - 1].y);
	pen_path_at(page->pen, class, NULL, buf_text(&path));
	buf_free(&path);
}

/* The head of an arrow that comes from one point and ends at another. */
static void
draw_tip(const struct page *page, struct spot from, struct spot to, const char *class)
{
	struct spot base = towards(to, from, TIP);
	double x = (to.y - base.y) / 2, y = (to.x - base.x) / 2;
	pen_path(page->pen, class, "M%.1f %.1fL%.1f %.1fL%.1f %.1fz", to.x, to.y, base.x + x,
		 base.y + y, base.x - x, base.y - y);
}

static double
along_of(const struct page *page, struct spot spot)
{
	return page->chart->options.vertical ? spot.y : spot.x;
}

/* The point of a part of a route at a place along the flow. */
static struct spot
cut_spot(const struct page *page, struct spot spot, double along)
{
	if (page->chart->options.vertical)
		spot.y = along;
	else
		spot.x = along;
	return spot;
}

/* How a route is drawn. */
struct chart_ink {
	const char *line, *tip; /* classes */
	bool dashed; /* then drawn from its end, so that the dashes of routes that meet lie on one
			another */
};

/* A part of a route on this page, with its head where it ends at its node or leaves the page. */
static void
draw_part(const struct page *page, struct spot *spots, uint32_t count, const struct chart_ink *ink)
{
	if (count < 2)
		return;
	for (uint32_t i = 0; i < count; i++)
		spots[i] = chart_page_spot(page, spots[i]);
	struct spot end = spots[count - 1], before = spots[count - 2];
	if (distance(before, end) > TIP)
		spots[count - 1] = towards(end, before, TIP - 1);
	for (uint32_t i = 0; i < count / 2 && ink->dashed; i++) {
		struct spot spot = spots[i];
		spots[i] = spots[count - 1 - i];
		spots[count - 1 - i] = spot;
	}
	draw_line(page, spots, count, ink->line);
	draw_tip(page, before, end, ink->tip);
}

/* Notes where a route enters the page or leaves it: at which of its borders. */
static void
note_end(const struct page *page, const struct flow_edge *edge, struct spot spot, bool enters)
{
	bool begins = along_of(page, spot) <= page->from;
	chart_note(page, edge, chart_page_spot(page, spot), begins, enters);
}

/* The parts of a route on this page: it is cut where it leaves the page and goes on where it comes
 * back. */
static void
draw_route(const struct page *page, const struct flow_edge *flow_edge, const struct chart_ink *ink)
{
	const struct layout_edge *edge = &page->chart->layout->edges[flow_edge->index];
	struct spot *part = arena_array(page->chart->arena, (size_t)edge->count + 2, sizeof *part);
	uint32_t count = 0;
	for (uint32_t i = 0; i < edge->count; i++) {
		struct spot spot = edge->spots[i], before = edge->spots[i ? i - 1 : 0];
		double along = along_of(page, spot), last = along_of(page, before);
		double low = along < last ? along : last, high = along < last ? last : along;
		bool inside = along >= page->from && along <= page->to;
		if (i && count == 0 && high > page->from && low < page->to) {
			bool enters = last < page->from || last > page->to;
			part[count++] = cut_spot(page, before,
						 last < page->from ? page->from
						 : last > page->to ? page->to
								   : last);
			if (enters)
				note_end(page, flow_edge, part[0], true);
		}
		if (inside) {
			part[count++] = spot;
		} else if (count) {
			part[count++] =
			    cut_spot(page, spot, along < page->from ? page->from : page->to);
			note_end(page, flow_edge, part[count - 1], false);
			draw_part(page, part, count, ink);
			count = 0;
		}
	}
	draw_part(page, part, count, ink);
}

/* Whether any of a route is on the page. */
static bool
is_seen(const struct page *page, const struct layout_edge *edge)
{
	bool before = false, after = false;
	for (uint32_t i = 0; i < edge->count; i++) {
		double along = along_of(page, edge->spots[i]);
		before |= along < page->to;
		after |= along > page->from;
	}
	return before && after;
}

void
chart_draw_route(const struct page *page, uint32_t i)
{
	const struct chart *chart = page->chart;
	const struct flow_edge *edge = chart->flow->edges[i];
	const struct layout_edge *drawn = &chart->layout->edges[edge->index];
	if (!is_seen(page, drawn) || (page->squeeze && chart_passes(page, edge)))
		return;
	bool over = chart_is_handover(chart, edge);
	struct chart_ink ink = {edge->back ? "flow loop" : "flow", edge->back ? "loop tip" : "tip",
				edge->back};
	if (over) {
		ink.line = arena_printf(chart->arena, "flow over %s",
					chart_role_class(edge->from->lane, chart->arena));
		ink.tip = chart_role_class(edge->from->lane, chart->arena);
	}
	struct pen_group group = {.class = edge->from->reached ? "edge" : "edge lost",
				  .id = edge->id,
				  .from = edge->from->id,
				  .to = edge->to->id};
	if (over)
		group.title = handover_title(chart, edge);
	pen_open(page->pen, &group);
	draw_route(page, edge, &ink);
	pen_close(page->pen, &group);
}

void
chart_draw_label(const struct page *page, uint32_t i)
{
	const struct chart *chart = page->chart;
	const struct flow_edge *edge = chart->flow->edges[i];
	const struct layout_edge *drawn = &chart->layout->edges[edge->index];
	const struct box *box = &drawn->label;
	struct spot at = {drawn->label_ends ? box->x + box->width : box->x, box->y};
	if (!(box->width > 0) || !chart_is_inside(page, along_of(page, at)))
		return;
	at = chart_page_spot(page, at);
	const struct pen_group group = {.class = "label", .edge = edge->id};
	pen_open(page->pen, &group);
	pen_lines(page->pen, &chart->labels[edge->index], chart_font_label, at,
		  drawn->label_ends ? "end" : "start", "ink");
	pen_close(page->pen, &group);
}
