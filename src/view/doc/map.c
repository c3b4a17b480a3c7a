/* SPDX-License-Identifier: MIT */
/* The process from stage to stage: the map, and the same in words for whom a picture says
 * nothing. */
#include "plan/graph/flow.h"
#include "view/doc/build.h"

#include <string.h>

/* How an edge is come to: without a condition, under the first on the way, or under a rarer one. */
enum { PLAIN, FIRST, RARER, PHASES };

/* Looks for where a stage or the start leads, past the gateways behind it. */
struct route_search {
	struct doc *doc;
	struct alternatives alternatives;
	const struct flow_node *from;
	uint32_t first;           /* the first of the routes of the stage under way */
	uint32_t *looked[PHASES]; /* by gateway: the last search that came there so, from 1 */
	uint32_t stamp[PHASES]; /* of the search under way: of all that a node leads to, and of one
				   of its conditions */
};

static void
add_route(struct doc *doc, struct doc_route route)
{
	struct doc_own *own = doc->own;
	own->routes =
	    arena_grow(&own->arena, own->routes, doc->route_count, 1, sizeof *own->routes);
	doc->routes = own->routes;
	own->routes[doc->route_count++] = route;
}

static bool
is_same(const struct doc_route *a, const struct doc_route *b)
{
	bool both = a->condition && b->condition;
	return a->to == b->to &&
	       (both ? strcmp(a->condition, b->condition) == 0 : a->condition == b->condition);
}

/* Adds a route out of a stage, once; those within it are told by its steps. */
static void
arrive(struct route_search *f, const struct flow_node *to, const char *condition,
       variant_set variants)
{
	struct doc_route route = {.from = f->from->type == FLOW_TASK ? &f->from->stage->base : NULL,
				  .to = to->type == FLOW_TASK ? &to->stage->base : NULL,
				  .condition = condition};
	struct arena *arena = &f->doc->own->arena;
	if (route.from && route.from == route.to && f->from != to)
		return;
	if (variants)
		route.only = alternatives_list(&f->alternatives, variants, arena);
	for (uint32_t i = f->first; i < f->doc->route_count; i++)
		if (is_same(&f->doc->routes[i], &route))
			return;
	route.condition = condition ? arena_copy(arena, condition, strlen(condition)) : NULL;
	add_route(f->doc, route);
}

/* What is only usual of what happens sometimes, and the other way round, happens sometimes. */
static bool
is_rarer(const struct route_search *f, const char *first, const char *second)
{
	const struct voice *voice = f->doc->voice;
	return second && strcmp(first, show_word(voice, WORD_USUAL)) == 0 &&
	       strcmp(second, show_word(voice, WORD_SOMETIMES)) == 0;
}

/* A condition begins a search of its own: to where it leads others may lead, too. */
static void
begin_condition(struct route_search *f)
{
	f->stamp[FIRST]++;
	f->stamp[RARER]++;
}

/* Follows an edge past gateways, each once for each condition. */
static void
follow(struct route_search *f, const struct flow_edge *edge, const char *condition, int phase,
       variant_set variants)
{
	const struct flow_node *to = edge->to;
	if (phase == PLAIN && edge->label) {
		begin_condition(f);
		phase = FIRST;
		condition = edge->label;
	} else if (phase == FIRST && is_rarer(f, condition, edge->label)) {
		phase = RARER;
		condition = edge->label;
	}
	variants = variants ? variants : edge->variants;
	if (to->type == FLOW_TASK || to->type == FLOW_END) {
		arrive(f, to, condition, variants);
		return;
	}
	if (f->looked[phase][to->index] == f->stamp[phase])
		return;
	f->looked[phase][to->index] = f->stamp[phase];
	for (uint32_t i = 0; i < to->out_count; i++)
		follow(f, to->out[i], condition, phase, variants);
}

static void
follow_all(struct route_search *f, const struct flow_node *from)
{
	f->from = from;
	f->stamp[PLAIN]++;
	for (uint32_t i = 0; i < from->out_count; i++)
		follow(f, from->out[i], NULL, PLAIN, 0);
}

/* Stage by stage, and of each as its steps stand in the graph. */
static void
follow_stages(struct route_search *f, const struct flow *flow)
{
	uint32_t count = f->doc->model->document->stages.count;
	struct arena *arena = &f->doc->own->scratch;
	const struct flow_node **of = arena_array(arena, (size_t)count + 1, sizeof *of);
	const struct flow_node **next =
	    arena_array(arena, (size_t)flow->node_count + 1, sizeof *next);
	for (uint32_t i = flow->node_count; i-- > 0;) {
		const struct flow_node *node = flow->nodes[i];
		if (node->type != FLOW_TASK)
			continue;
		next[i] = of[node->stage->base.number];
		of[node->stage->base.number] = node;
	}
	for (uint32_t number = 1; number <= count; number++) {
		f->first = f->doc->route_count;
		for (const struct flow_node *node = of[number]; node; node = next[node->index])
			follow_all(f, node);
	}
}

/* The routes of the graph, so that what is listed is what is drawn. */
void
doc_find_routes(struct doc *doc)
{
	if (!doc->plan)
		return;
	struct flow *flow = flow_new(doc->plan, doc->voice);
	struct route_search f = {.doc = doc};
	alternatives_init(&f.alternatives, doc->plan, doc->plan);
	for (int phase = PLAIN; phase < PHASES; phase++)
		f.looked[phase] = arena_array(&doc->own->scratch, (size_t)flow->node_count + 1,
					      sizeof *f.looked[phase]);
	if (flow->node_count)
		follow_all(&f, flow->nodes[0]); /* the start of all */
	follow_stages(&f, flow);
	alternatives_free(&f.alternatives);
	flow_free(flow);
}

static bool
has_map(const struct doc *doc)
{
	return doc->route_count > 0;
}

static void
put_end(struct doc *doc, struct doc_cell *cell, const struct entity *stage, enum word absent)
{
	if (stage)
		doc_mention_numbered(doc, doc_line_add(doc, &cell->lines), stage);
	else
		cell->lines = doc_text(doc, SPAN_TEXT, show_word(doc->voice, absent));
}

static void
put_routes(struct doc *doc)
{
	static const enum word titles[] = {WORD_DOC_ROUTE_FROM, WORD_DOC_ROUTE_IF,
					   WORD_DOC_ROUTE_TO};
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 3);
	for (uint32_t i = 0; i < 3; i++)
		doc_head(doc, &head, i, show_word(doc->voice, titles[i]), ALIGN_START);
	doc_put(doc, &head);
	for (uint32_t i = 0; i < doc->route_count; i++) {
		const struct doc_route *route = &doc->routes[i];
		struct doc_block row = doc_table(doc, BLOCK_ROW, 3);
		row.about = route->from || !route->only ? route->from : route->to;
		row.only = route->only;
		row.cells[0].head = true;
		put_end(doc, &row.cells[0], route->from, WORD_START);
		row.cells[1].lines = doc_text(doc, SPAN_AUTHOR, route->condition);
		put_end(doc, &row.cells[2], route->to, WORD_END);
		doc_put(doc, &row);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

static void
write_map(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	doc_put(doc, &(struct doc_block){.kind = BLOCK_MAP,
					 .title = show_word(doc->voice, WORD_DOC_MAP)});
	put_routes(doc);
}

const struct doc_part_info doc_part_map = {.has = has_map, .write = write_map};
