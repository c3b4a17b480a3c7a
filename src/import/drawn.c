/* SPDX-License-Identifier: MIT */
/* The format says the order by the order of the list, and what differs from that by `after` and by
 * outcomes; so little is written where a chart only goes on from one to the next. */
#include "import/drawn.h"

#include "import/names.h"
#include "model/fields.h"
#include "support/utf8.h"

#include <string.h>

enum { CHOICES = 16, ROUTES = 100 }; /* one behind another; out of one thing */

struct drawn_thing *
drawn_following(const struct drawn_thing *thing)
{
	if (thing->first)
		return thing->first;
	while (thing && !thing->next)
		thing = thing->above;
	return thing ? thing->next : NULL;
}

/* A walk from a thing to those behind it. */
struct route_walk {
	struct drawn_things *things;
	struct drawn_thing *from;
};

static void
add_route(struct route_walk *walk, struct drawn_thing *to, struct drawn_route so_far)
{
	struct drawn_thing *from = walk->from;
	struct drawn_route *route = arena_alloc(walk->things->assembly->arena, sizeof *route);
	*route = so_far;
	route->from = from;
	route->to = to;
	*(from->last_out ? &from->last_out->next : &from->out) = route;
	from->last_out = route;
	from->out_count++;
	if (!to)
		return;
	route->other = to->in;
	to->in = route;
}

/* «Одобрено? Да»: the question and the answer. */
static const char *
condition_of(struct arena *arena, const char *question, const char *answer)
{
	size_t length = strlen(question);
	const char *sign = length && question[length - 1] == '?' ? " " : ": ";
	return length ? arena_printf(arena, "%s%s%s", question, sign, answer) : answer;
}

static const char *
name_of(struct arena *arena, const struct flowchart_shape *shape)
{
	char *name = arena_copy(arena, shape->name, strlen(shape->name));
	for (char *at = name; *at; at++)
		*at = *at == '\n' ? ' ' : *at;
	return utf8_fold(arena, name, FOLD_FORM);
}

/* What an edge out of a choice adds to the condition. The only one without a name is for all other
 * cases; of several, what they lead to tells them apart. */
static struct drawn_route
route_by(struct route_walk *walk, const struct flowchart_shape *choice,
	 const struct flowchart_edge *edge, struct drawn_route so_far)
{
	struct assembly *a = walk->things->assembly;
	size_t unnamed = 0;
	for (const struct flowchart_edge *one = choice->edges; one; one = one->beside)
		unnamed += !*one->name;
	const char *question = choice->sort == FLOWCHART_CHOICE ? name_of(a->arena, choice) : "",
		   *answer = edge->name;
	bool otherwise = edge->otherwise || (!*answer && unnamed == 1);
	if (otherwise && !so_far.condition) {
		so_far.otherwise = true;
		return so_far;
	}
	if (otherwise)
		answer = a->cyrillic ? "иначе" : "otherwise";
	else if (!*answer) {
		answer = *edge->target->name ? name_of(a->arena, edge->target) : edge->target->id;
		so_far.guessed = true;
	}
	const char *condition =
	    utf8_fold(a->arena, condition_of(a->arena, question, answer), FOLD_FORM);
	so_far.condition = so_far.condition
			       ? arena_printf(a->arena, "%s, %s", so_far.condition, condition)
			       : condition;
	so_far.otherwise = false;
	return so_far;
}

/* True where one of several edges is taken. A task may choose, too: by edges with names, and by
 * what is on its border. */
static bool
is_choice(const struct flowchart_shape *shape)
{
	bool named = false;
	for (const struct flowchart_edge *edge = shape->edges; edge; edge = edge->beside)
		named = named || *edge->name;
	return shape->edges && shape->edges->beside &&
	       (shape->sort == FLOWCHART_CHOICE || (flowchart_is_work(shape) && named));
}

/* Goes all edges out of a shape; no deeper than charts of people go from choice to choice. */
static void
walk_on(struct route_walk *walk, const struct flowchart_shape *shape, struct drawn_route so_far,
	unsigned depth)
{
	bool choice = is_choice(shape);
	if (depth == CHOICES || walk->from->out_count >= ROUTES)
		return;
	if (!shape->edges)
		add_route(walk, NULL, so_far);
	for (const struct flowchart_edge *edge = shape->edges; edge; edge = edge->beside) {
		struct drawn_route route = choice ? route_by(walk, shape, edge, so_far) : so_far;
		struct drawn_thing *to =
		    map_get_number(&walk->things->by_shape, (uint64_t)(uintptr_t)edge->target);
		route.joined = so_far.joined ||
			       (edge->target->sort == FLOWCHART_FORK && edge->target->edges_in > 1);
		if (to)
			add_route(walk, to, route);
		else
			walk_on(walk, edge->target, route, depth + 1);
	}
}

/* The stage itself, where what is reached is what it begins with. */
static const struct drawn_thing *
reached(const struct drawn_thing *from, const struct drawn_thing *to)
{
	const struct drawn_thing *above = to->above;
	bool within = false;
	for (const struct drawn_thing *one = from; one; one = one->above)
		within = within || one == above;
	return above && above->shape->sort == FLOWCHART_GROUP && above->first == to && !within
		   ? above
		   : to;
}

/* How a thing is mentioned in another one. */
static const char *
mention(const struct drawn_things *things, const struct drawn_thing *from,
	const struct drawn_thing *to)
{
	const char *name = *to->id ? to->id : to->name;
	if (!to->above || to->above == from->above)
		return name;
	return arena_printf(things->assembly->arena, "%s/%s", mention(things, from, to->above),
			    name);
}

/* Where an edge ends that ends within a part: behind the part, if one edge leads on from there that
 * is not taken in some case alone. */
static const struct drawn_thing *
behind_part(const struct drawn_thing *thing)
{
	const struct drawn_thing *above = thing->above, *behind = NULL;
	size_t count = 0;
	while (above && above->shape->sort != FLOWCHART_PART)
		above = above->above;
	for (const struct drawn_route *route = above ? above->out : NULL; route;
	     route = route->next)
		if (!route->condition) {
			behind = route->to;
			count++;
		}
	return count == 1 ? behind : NULL;
}

static bool
same_case(const struct drawn_route *one, const struct drawn_route *other)
{
	const char *a = one->condition ? one->condition : "",
		   *b = other->condition ? other->condition : "";
	return one->otherwise == other->otherwise && strcmp(a, b) == 0;
}

/* True where a case leads on as well: then what ends by it does not end the process. */
static bool
goes_on(const struct drawn_route *route)
{
	const struct drawn_route *one = route->from->out;
	while (one && !(same_case(one, route) && one->to))
		one = one->next;
	return one;
}

/* The place where a case leads: one outcome has all places of one case. */
static void
put_outcome(const struct drawn_things *things, const struct drawn_route *route,
	    const struct drawn_route **cases, struct import_piece **outcomes, size_t *count)
{
	struct assembly *a = things->assembly;
	const struct drawn_thing *from = route->from,
				 *to = route->to ? route->to : behind_part(from);
	struct piece_source source = assembly_source(a, from->name);
	const char *place = to            ? mention(things, from, reached(from, to))
			    : a->cyrillic ? "конец"
					  : "end";
	size_t i = 0;
	while (i < *count && !same_case(cases[i], route))
		i++;
	if (!to && (i < *count || goes_on(route)))
		return;
	if (i == *count) {
		cases[(*count)++] = route;
		outcomes[i] = piece_add(
		    piece_make_list(a->arena, from->piece,
				    field_row(from->kind == KIND_STAGE ? FIELD_STAGE_outcomes
								       : FIELD_STEP_outcomes)),
		    piece_map(a->arena));
		if (route->condition)
			piece_put(outcomes[i], field_row(FIELD_OUTCOME_condition),
				  assembly_text(a, route->condition, source))
			    ->guessed = route->guessed;
	}
	piece_add_text(a->arena, outcomes[i], field_row(FIELD_OUTCOME_to),
		       assembly_text(a, place, source));
}

static void
put_outcomes(const struct drawn_things *things, const struct drawn_thing *thing)
{
	const struct drawn_route *cases[ROUTES + 1];
	struct import_piece *outcomes[ROUTES + 1];
	size_t count = 0;
	for (const struct drawn_route *route = thing->out;
	     thing->chooses && route && count <= ROUTES; route = route->next)
		put_outcome(things, route, cases, outcomes, &count);
}

/* True for an edge that the order of things cannot tell: a case, one that leads back, one of
 * several that lead to the same place by turns. */
static bool
is_outcome(const struct drawn_route *route)
{
	return route->condition || route->otherwise ||
	       (route->to && (route->to->place <= route->from->place ||
			      (!route->joined && route->to->in->other)));
}

/* What a thing is in the list in which another one stands, or NULL. */
static const struct drawn_thing *
beside(const struct drawn_thing *thing, const struct drawn_thing *other)
{
	while (thing && thing->above != other->above)
		thing = thing->above;
	return thing;
}

/* What is known of what leads to a thing. */
struct drawn_arrival {
	const struct drawn_things *things;
	const struct drawn_thing *thing;
	const char *after[ROUTES]; /* what it waits for */
	size_t count;
	bool others;  /* it waits for other than the one before it in the list */
	bool reached; /* by outcomes, all of them of the one before it */
	bool strange; /* by outcomes of others */
};

static void
arrive(struct drawn_arrival *arrival, const struct drawn_thing *at)
{
	for (const struct drawn_route *route = at->in; route; route = route->other) {
		const struct drawn_thing *thing = arrival->thing,
					 *near = beside(route->from, thing);
		bool before = near && near == thing->before;
		if (near == thing || (at == thing && reached(route->from, thing) != thing))
			continue;
		if (route->from->chooses) {
			bool last = near == route->from || !drawn_following(route->from) ||
				    drawn_following(route->from) == thing;
			arrival->reached = arrival->reached || (before && last);
			arrival->strange = arrival->strange || !before || !last;
			continue;
		}
		arrival->others = arrival->others || !before;
		if (arrival->count < ROUTES)
			arrival->after[arrival->count++] =
			    mention(arrival->things, thing, near ? near : route->from);
	}
}

/* Nothing is written where the list says it: the first, and what waits for the one before it. */
static void
put_after(const struct drawn_things *things, const struct drawn_thing *thing)
{
	struct assembly *a = things->assembly;
	const struct field *field =
	    field_row(thing->kind == KIND_STAGE ? FIELD_STAGE_after : FIELD_STEP_after);
	struct drawn_arrival arrival = {.things = things, .thing = thing};
	arrive(&arrival, thing);
	if (thing->shape->sort == FLOWCHART_GROUP && thing->first)
		arrive(&arrival, thing->first);
	bool listed = arrival.count ? !arrival.others
				    : !thing->before || (arrival.reached && !arrival.strange);
	if (listed)
		return;
	piece_make_list(a->arena, thing->piece, field);
	for (size_t i = arrival.count; i; i--)
		piece_add_text(
		    a->arena, thing->piece, field,
		    assembly_text(a, arrival.after[i - 1], assembly_source(a, thing->name)));
}

void
drawn_take_routes(struct drawn_things *things)
{
	for (struct drawn_thing *thing = things->first; thing; thing = drawn_following(thing)) {
		struct route_walk walk = {things, thing};
		if (thing->shape->sort != FLOWCHART_GROUP && thing->shape->edges)
			walk_on(&walk, thing->shape, (struct drawn_route){0}, 0);
	}
	for (struct drawn_thing *thing = things->first; thing; thing = drawn_following(thing))
		for (const struct drawn_route *route = thing->out; route; route = route->next)
			thing->chooses = thing->chooses || is_outcome(route);
	for (struct drawn_thing *thing = things->first; thing; thing = drawn_following(thing)) {
		put_outcomes(things, thing);
		put_after(things, thing);
	}
}
