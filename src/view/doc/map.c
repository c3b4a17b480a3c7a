/* SPDX-License-Identifier: MIT */
/* The process from stage to stage: the map, and the same in words for whom a picture says
 * nothing. */
#include "plan/graph/flow.h"
#include "view/doc/build.h"

#include <string.h>

/* How an edge is come to: without a condition, under the first on the way, or under a rarer one. */
enum { PLAIN, FIRST, RARER, PHASES };

/* Where a search from one node comes to: a task or an end. */
struct route_end {
	const struct flow_node *to;
	const char *condition;
	variant_set variants;
};

/* Looks for where a stage or the start leads, past the gateways behind it. */
struct route_search {
	struct doc *doc;
	struct alternatives alternatives;
	const struct flow_node *from;
	struct route_end *arrivals; /* from there */
	uint32_t arrival_count;
	variant_set of;              /* that have the stage under way */
	variant_set *taken;          /* by route: the variants that take it */
	uint32_t first;              /* the first of the routes of the stage under way */
	variant_set *looked[PHASES]; /* by gateway: in which variants a search came there so */
	uint32_t *looker[PHASES];    /* by gateway: the last search that did, from 1 */
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
is_same_condition(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Where an edge comes from or leads to, as far as it is a stage. */
static const struct entity *
stage_at_node(const struct flow_node *node)
{
	return node->type == FLOW_TASK ? &node->stage->base : NULL;
}

static bool
goes_on_for_ever(const struct entity *entity)
{
	while (entity && !task_is_ongoing_part(entity))
		entity = entity->parent;
	return entity;
}

/* True for what is no route from stage to stage: what goes on for ever goes nowhere by itself, and
 * what is within a stage is told by its steps. */
static bool
is_idle(const struct route_search *f, const struct flow_node *to)
{
	const struct entity *from = stage_at_node(f->from);
	if (to->type == FLOW_END)
		return to->aside && goes_on_for_ever(f->from->entity);
	return from && from == stage_at_node(to) && f->from != to;
}

/* The process does not end where something else begins at once. */
static variant_set
variants_at(const struct route_search *f, const struct route_end *arrival)
{
	variant_set variants = arrival->variants;
	for (uint32_t i = 0; i < f->arrival_count && arrival->to->type == FLOW_END; i++) {
		const struct route_end *other = &f->arrivals[i];
		if (other->to->type != FLOW_END &&
		    is_same_condition(other->condition, arrival->condition))
			variants &= ~other->variants;
	}
	return variants;
}

/* Adds a route out of a stage, or the variants that take it, too. */
static void
take_route(struct route_search *f, const struct route_end *arrival, variant_set variants)
{
	struct arena *arena = &f->doc->own->arena;
	const char *condition = arrival->condition;
	const struct entity *to = stage_at_node(arrival->to);
	uint32_t at = f->first, count = f->doc->route_count;
	while (at < count && (f->doc->routes[at].to != to ||
			      !is_same_condition(f->doc->routes[at].condition, condition)))
		at++;
	if (at == count) {
		condition = condition ? arena_copy(arena, condition, strlen(condition)) : NULL;
		add_route(f->doc, (struct doc_route){.from = stage_at_node(f->from),
						     .to = to,
						     .outcome = condition,
						     .condition = condition});
		f->taken = arena_grow(&f->doc->own->scratch, f->taken, count, 1, sizeof *f->taken);
		f->taken[at] = 0;
	}
	f->taken[at] |= variants;
}

static void
take_routes(struct route_search *f)
{
	for (uint32_t i = 0; i < f->arrival_count; i++) {
		const struct route_end *arrival = &f->arrivals[i];
		variant_set variants = variants_at(f, arrival);
		if (variants && !is_idle(f, arrival->to))
			take_route(f, arrival, variants);
	}
}

static void
arrive(struct route_search *f, const struct flow_node *to, const char *condition,
       variant_set variants)
{
	f->arrivals = arena_grow(&f->doc->own->scratch, f->arrivals, f->arrival_count, 1,
				 sizeof *f->arrivals);
	f->arrivals[f->arrival_count++] = (struct route_end){to, condition, variants};
}

/* Says of the routes of a stage which variants take them, where not all that have it do. */
static void
name_variants(struct route_search *f)
{
	struct arena *arena = &f->doc->own->arena;
	for (uint32_t i = f->first; i < f->doc->route_count; i++) {
		struct doc_route *route = &f->doc->own->routes[i];
		if (f->taken[i] == f->of)
			continue;
		const char *names = alternatives_names(&f->alternatives, f->taken[i], arena);
		route->only = alternatives_list(&f->alternatives, f->taken[i], arena);
		if (!*names)
			continue;
		route->names = names;
		route->condition =
		    route->outcome ? arena_printf(arena, "%s (%s)", route->outcome, names) : names;
	}
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

/* The variants in which a search comes to a gateway for the first time. */
static variant_set
look_at(struct route_search *f, const struct flow_node *gate, int phase, variant_set variants)
{
	variant_set *looked = &f->looked[phase][gate->index];
	if (f->looker[phase][gate->index] != f->stamp[phase])
		*looked = 0;
	f->looker[phase][gate->index] = f->stamp[phase];
	variants &= ~*looked;
	*looked |= variants;
	return variants;
}

/* Follows an edge past gateways, each once for each condition and variant. */
static void
follow(struct route_search *f, const struct flow_edge *edge, const char *condition, int phase,
       variant_set variants)
{
	const struct flow_node *to = edge->to;
	variants &= edge->variants ? edge->variants : variants;
	if (phase == PLAIN && edge->condition) {
		begin_condition(f);
		phase = FIRST;
		condition = edge->condition;
	} else if (phase == FIRST && is_rarer(f, condition, edge->condition)) {
		phase = RARER;
		condition = edge->condition;
	}
	if (variants && (to->type == FLOW_TASK || to->type == FLOW_END)) {
		arrive(f, to, condition, variants);
		return;
	}
	variants = look_at(f, to, phase, variants);
	for (uint32_t i = 0; i < to->out_count && variants; i++)
		follow(f, to->out[i], condition, phase, variants);
}

static void
follow_all(struct route_search *f, const struct flow_node *from)
{
	f->from = from;
	f->arrival_count = 0;
	f->stamp[PLAIN]++;
	variant_set of = from->type == FLOW_TASK ? alternatives_of(&f->alternatives, from->entity)
						 : f->alternatives.all;
	for (uint32_t i = 0; i < from->out_count; i++)
		follow(f, from->out[i], NULL, PLAIN, of);
	take_routes(f);
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
		if (of[number])
			f->of = alternatives_of(&f->alternatives, &of[number]->stage->base);
		name_variants(f);
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
	struct arena *arena = &doc->own->scratch;
	size_t size = (size_t)flow->node_count + 1;
	alternatives_init(&f.alternatives, doc->plan->whole ? doc->plan->whole : doc->plan,
			  doc->plan);
	for (int phase = PLAIN; phase < PHASES; phase++) {
		f.looked[phase] = arena_array(arena, size, sizeof *f.looked[phase]);
		f.looker[phase] = arena_array(arena, size, sizeof *f.looker[phase]);
	}
	f.of = f.alternatives.all;
	if (flow->node_count)
		follow_all(&f, flow->nodes[0]); /* the start of all */
	name_variants(&f);
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
		doc_mention(doc, doc_line_add(doc, &cell->lines), stage);
	else
		cell->lines = doc_text(doc, SPAN_TEXT, show_word(doc->voice, absent));
}

/* «Причина ясна (Ключевой клиент)»: what a variant is called is no text that terms stand in. */
static struct doc_lines
condition_value(struct doc *doc, const struct doc_route *route)
{
	struct doc_lines lines = {0};
	if (!route->condition)
		return lines;
	struct doc_line *line = doc_line_add(doc, &lines);
	const char *parts[][2] = {{route->outcome, route->names ? " (" : ""},
				  {route->names, route->outcome ? ")" : ""}};
	for (int i = 0; i < 2; i++)
		if (parts[i][0]) {
			doc_say(doc, line, i ? SPAN_NAME : SPAN_AUTHOR, parts[i][0]);
			doc_say(doc, line, SPAN_TEXT, parts[i][1]);
		}
	return lines;
}

static void
put_routes(struct doc *doc, const void *data)
{
	(void)data;
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
		row.cells[1].lines = condition_value(doc, route);
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
	doc_put_sifted(doc, put_routes, NULL);
	if (!doc_has_part(doc, PART_SUMMARY))
		doc_put(doc, &(struct doc_block){.kind = BLOCK_SHEETS});
}

const struct doc_part_info doc_part_map = {.has = has_map, .write = write_map};
