/* SPDX-License-Identifier: MIT */
/* What the parts of the process map share: chart.c arranges it and draws pages, chart_page.c knows
 * how large one is, chart_pages.c what is on which, chart_sheets.c where pages for paper end,
 * chart_squeeze.c what of the breadth a page needs, chart_notes.c where routes go on from page to
 * page, chart_card.c what a node shows, chart_route.c what joins them, chart_style.c the colours.
 */
#ifndef PRESALE_DRAW_CHART_DRAW_H
#define PRESALE_DRAW_CHART_DRAW_H

#include "draw/chart.h"
#include "draw/pen/pen.h"

/* What stands around a map, and in its legend a sign beside its meaning. */
enum {
	CHART_MARGIN = 16,
	CHART_TITLE = 52,
	CHART_LEGEND = 34,
	CHART_SIGN = 34,
	CHART_SIGN_GAP = 22
};

/* What is beyond the flow on a page of several: at its end; of one of a breadth, for the numbers of
 * what comes in, and of what goes on. */
enum { CHART_PAGE_EDGE = 14, CHART_ENTER_EDGE = 40, CHART_LEAVE_EDGE = 64 };

enum card_part { CARD_NAME, CARD_STEPS, CARD_META, CARD_PARTS };

/* What a node shows, measured. */
struct chart_card {
	struct svg_lines parts[CARD_PARTS]; /* of a task */
	struct svg_lines label;             /* of a start or end */
	struct svg_lines *papers;           /* titles of its attachments */
	uint32_t paper_count;
	double papers_height; /* of all of them, with the gap above each */
	struct layout_size size;
};

/* How much room things take. */
struct chart_measures {
	double card, least;  /* the usual width of a card, and its least height */
	double padding;      /* within it */
	double label;        /* the width of a condition */
	double lane_head;    /* the least width of a lane's head */
	double head_padding; /* within heads */
	const char *between; /* a card's facts */
};

/* A sign of the legend. */
struct sign {
	const char *path, *class;
	const char *over, *over_class; /* what is drawn on it, or NULL */
	struct svg_lines meaning;
};

enum { SIGN_COUNT = 8 };

enum shown_sort { SHOWN_STAGES, SHOWN_EDGES, SHOWN_NODES, SHOWN_LABELS, SHOWN_SORTS };

/* What of a sort reaches into each page, by its number in the flow (of a label that of its edge):
 * items[first[page]] to before items[first[page + 1]]. */
struct page_items {
	uint32_t *first, *items;
};

struct chart {
	const struct flow *flow;
	const struct model *model;
	const struct voice *voice;
	struct chart_options options;
	const struct chart_measures *measures;
	struct arena *arena;
	struct layout *layout;
	struct chart_card *cards;      /* by node */
	struct svg_lines *labels;      /* by edge */
	struct svg_lines *stage_names; /* by stage: its name, its deadline and marks */
	struct svg_lines *stage_notes;
	struct svg_lines *lane_names;  /* as flow->lanes */
	struct sign signs[SIGN_COUNT]; /* those that occur */
	uint32_t sign_count;
	double stage_head,
	    lane_head;     /* extents of the heads: of stages across the flow, of lanes along it */
	double *page_from; /* where pages begin along the flow; one more at the end */
	uint32_t page_count;
	struct chart_place *places; /* by page */
	uint32_t sheet_count;
	struct page_items shown[SHOWN_SORTS];
};

/* Where a page lies in what a sheet has for pages. */
struct chart_place {
	uint32_t sheet;
	struct spot at;
	struct chart_size size;
};

/* What stands around the pages of a sheet. */
struct chart_border {
	double margin, top, foot;
	bool legend;
};

/* What a page keeps of the layout's breadth, and where that is on it. */
struct chart_band {
	double from, to, at;
};

struct chart_squeeze {
	struct chart_band *bands;
	uint32_t count;
	double breadth; /* of all on the page */
	bool *works;    /* by lane, as the layout has them: something stands in it */
};

/* What stands at the border of a page where a route ends there. */
struct chart_page_note {
	double across; /* where the route is */
	uint32_t order;
	bool begins; /* it is the border where the page begins, not where it ends */
	const char *text;
};

struct chart_notes {
	struct chart_page_note *items;
	uint32_t count;
};

/* A page: its part of the flow, and where the layout's corner lies: in it, or on its sheet. */
struct page {
	const struct chart *chart;
	struct pen *pen;
	double from, to;
	double x, y, width, height;
	double enter;            /* the room before the flow, for what comes in */
	uint32_t number, spread; /* the first of the listed pages it takes, and how many */
	const struct chart_squeeze *squeeze; /* NULL: it is as broad as the layout */
	struct chart_notes *notes; /* of what has been drawn; NULL where there is no room for any */
};

extern const struct svg_font chart_font_title, chart_font_head, chart_font_name, chart_font_note,
    chart_font_label;

/* Measures a node's card. */
struct chart_card
chart_card_measure(const struct chart *chart, const struct flow_node *node);

/* Draws a node where the layout put it, into the group that is its element. */
void
chart_card_draw(const struct page *page, const struct flow_node *node);

/* What a page keeps of the breadth, of a page whose part of the flow is known. In the arena of the
 * chart. */
const struct chart_squeeze *
chart_squeeze_new(const struct page *page);

/* Where on the page a place or box of the layout is. */
struct spot
chart_page_spot(const struct page *page, struct spot spot);
struct box
chart_page_box(const struct page *page, const struct box *box);

/* Draws a route, or its label, by its number in the flow, as far as it is on the page. */
void
chart_draw_route(const struct page *page, uint32_t i);
void
chart_draw_label(const struct page *page, uint32_t i);

/* Notes where a route enters the page or leaves it, at the border where that begins or at the
 * other; draws all that have been noted. */
void
chart_note(const struct page *page, const struct flow_edge *edge, struct spot at, bool begins,
	   bool enters);
void
chart_draw_notes(const struct page *page);

/* Whether a route neither begins nor ends on the page. Where numbers tell from where to where
 * routes lead, it is left out. */
bool
chart_passes(const struct page *page, const struct flow_edge *edge);

/* Whether a place along the flow is on the page. */
bool
chart_is_inside(const struct page *page, double along);

/* Whether work passes from one role to another. */
bool
chart_is_handover(const struct chart *chart, const struct flow_edge *edge);

/* The name of a lane: of its role, or of none. */
const char *
chart_role_name(const struct chart *chart, const struct role *role);

/* The classes of the map, light and dark. */
void
chart_style(const struct chart *chart, struct pen *pen);

/* The class of a role's colour: "l3", or "l0" without a role. In arena. */
const char *
chart_role_class(const struct role *role, struct arena *arena);

/* Parts a map whose layout is known into pages, and lists what each shows. */
void
chart_find_pages(struct chart *chart);

/* Finds where pages of a breadth end and lie. Each column is listed as a page before. */
void
chart_fill_sheets(struct chart *chart, uint32_t *cuts);

/* A page of several of the listed ones. */
struct page
chart_spread(const struct chart *chart, uint32_t number, uint32_t spread, struct pen *pen);

/* A page to be drawn with a pen where it lies; its breadth without heads. */
struct page
chart_page(const struct chart *chart, uint32_t number, struct pen *pen);
double
chart_page_breadth(const struct page *page);

/* What stands around the pages of a sheet. */
struct chart_border
chart_border(const struct chart *chart, uint32_t sheet);

/* The fields that a stage or step shows of itself. */
struct facts {
	const struct duration *deadline;
	const struct list *attachments;
	const struct list *steps; /* sub-steps of a step, else empty */
	bool key, blocking;
	const struct refs *only;
};
struct facts
chart_facts(const struct entity *entity);

#endif
