/* SPDX-License-Identifier: MIT */
#include "change/match.h"

#include "change/likeness.h"
#include "model/fields.h"
#include "model/visit.h"
#include "support/map.h"
#include "support/utf8.h"
#include "text/marker.h"

#include <string.h>

/* How many a thing without a counterpart is compared with, and how often in turn the best are
 * taken. */
enum { CANDIDATES = 16, ROUNDS = 4 };

/* What the parts of likeness are worth beside that of names; how like the names or else the
 * contents have to be at least; what is enough; and what is too little between the best and the
 * second. */
static const double place_worth = 0.15, content_worth = 0.6, least_name = 0.4, least_content = 0.45,
		    enough = 0.6, margin = 0.02;

struct things {
	const struct entity **items;
	uint32_t count;
};

struct pair {
	const struct entity *was, *is;
};

struct matcher {
	struct matching *match;
	struct arena *arena;  /* of the match */
	struct arena scratch; /* of a level */
	struct arena lasting; /* of all levels */
	struct pair *pairs;   /* found, in the order found */
	uint32_t count;
	struct map lone_was, lone_is; /* kind and name → the thing, or &several */
	struct entity several;
};

const struct entity *
match_later(const struct matching *match, const struct entity *was)
{
	if (!was)
		return NULL;
	return was->kind == KIND_END ? &match->is->end : match->later[was->serial];
}

const struct entity *
match_earlier(const struct matching *match, const struct entity *is)
{
	if (!is)
		return NULL;
	return is->kind == KIND_END ? &match->was->end : match->earlier[is->serial];
}

const struct list *
match_list(const struct entity *entity, const struct field *field)
{
	return field == &exception_field ? &entity_more(entity)->ignores
					 : field_value(entity, field);
}

bool
match_is_mention(const struct list *list, uint32_t item, const struct entity *parent)
{
	const struct entity *thing = list->items[item];
	return thing->parent != parent || (thing->number && thing->number != item + 1);
}

static void
pair_up(struct matcher *m, const struct entity *was, const struct entity *is)
{
	m->match->later[was->serial] = is;
	m->match->earlier[is->serial] = was;
	m->pairs = arena_grow(&m->lasting, m->pairs, m->count, 1, sizeof *m->pairs);
	m->pairs[m->count++] = (struct pair){was, is};
}

static void
things_add(struct matcher *m, struct things *things, const struct entity *thing)
{
	things->items =
	    arena_grow(&m->scratch, things->items, things->count, 1, sizeof *things->items);
	things->items[things->count++] = thing;
}

/* What stands in a list and has no counterpart yet. */
static struct things
left_of(struct matcher *m, const struct entity *parent, const struct field *field,
	const struct entity **counterparts)
{
	struct things left = {0};
	const struct list *list = match_list(parent, field);
	for (uint32_t i = 0; i < list->count; i++)
		if (!match_is_mention(list, i, parent) && !counterparts[list->items[i]->serial])
			things_add(m, &left, list->items[i]);
	return left;
}

static const char *
given_id(const struct entity *entity)
{
	const struct field *field = field_flagged(entity->kind, F_ID);
	return field ? ((const struct text *)field_value(entity, field))->s : NULL;
}

/* An id that its author gave tells who is who; one that was made says no more than the name. */
static void
match_ids(struct matcher *m, const struct things *was, const struct things *is)
{
	struct map ids = {0};
	for (uint32_t i = is->count; i-- > 0;)
		if (is->items[i]->id)
			*map_at(&ids, is->items[i]->id) = (void *)(uintptr_t)is->items[i];
	for (uint32_t i = 0; i < was->count; i++) {
		const struct entity *one = was->items[i],
				    *other = one->id ? map_get(&ids, one->id) : NULL;
		if (other && (given_id(one) || given_id(other)) && !match_earlier(m->match, other))
			pair_up(m, one, other);
	}
	map_free(&ids);
}

/* What a reference in the place of a name calls: the same text for counterparts. */
static const char *
called(struct matcher *m, const struct ref *ref, bool was)
{
	const struct entity *to = was ? match_later(m->match, ref->to) : ref->to;
	if (to && to->kind == KIND_END)
		return "#end";
	if (to)
		return arena_printf(&m->scratch, "#%u", (unsigned)to->serial);
	return ref->raw ? utf8_fold(&m->scratch, ref->raw, FOLD_FORM) : "";
}

/* By what a thing is known among its siblings. Numbers are no part of a name. */
static const char *
name_of(struct matcher *m, const struct entity *entity, bool was)
{
	const struct field *field = field_flagged(entity->kind, F_NAME);
	if (field && field_is(field, LEAF_REF))
		return called(m, field_value(entity, field), was);
	const char *name = entity_name(entity);
	size_t number = marker_of(name, name + strlen(name)).length;
	return utf8_fold(&m->scratch, name + number, FOLD_FORM);
}

/* Things of one name in two lists. */
struct namesakes {
	struct things was, is;
};

static void
add_tie(struct matcher *m, const struct things *was, const struct things *is)
{
	struct matching *match = m->match;
	match->ties = arena_grow(m->arena, match->ties, match->tie_count, 1, sizeof *match->ties);
	match->ties[match->tie_count++] = (struct match_tie){is->items[0], was->count, is->count};
}

/* Of doubles those that say the same are the same, in their order. */
static void
match_contents(struct matcher *m, const struct namesakes *sakes)
{
	struct map alike = {0};
	for (uint32_t i = 0; i < sakes->is.count; i++) {
		struct things **same = (struct things **)map_at_number(
		    &alike, likeness_hash(m->match->is, sakes->is.items[i]));
		if (!*same)
			*same = arena_alloc(&m->scratch, sizeof **same);
		things_add(m, *same, sakes->is.items[i]);
	}
	for (uint32_t i = 0; i < sakes->was.count; i++) {
		struct things *same =
		    map_get_number(&alike, likeness_hash(m->match->was, sakes->was.items[i]));
		if (!same || !same->count)
			continue;
		pair_up(m, sakes->was.items[i], same->items[0]);
		same->items++;
		same->count--;
	}
	map_free(&alike);
}

static struct things
without(struct matcher *m, const struct things *things, const struct entity **counterparts)
{
	struct things left = {0};
	for (uint32_t i = 0; i < things->count; i++)
		if (!counterparts[things->items[i]->serial])
			things_add(m, &left, things->items[i]);
	return left;
}

static void
match_namesakes(struct matcher *m, const struct namesakes *sakes)
{
	struct namesakes left = *sakes;
	if (sakes->was.count > 1 || sakes->is.count > 1) {
		match_contents(m, sakes);
		left.was = without(m, &sakes->was, m->match->later);
		left.is = without(m, &sakes->is, m->match->earlier);
	}
	if (left.was.count == 1 && left.is.count == 1)
		pair_up(m, left.was.items[0], left.is.items[0]);
	else if (left.was.count && left.is.count)
		add_tie(m, &left.was, &left.is);
}

static void
match_names(struct matcher *m, const struct things *was, const struct things *is)
{
	struct map names = {0};
	struct namesakes *all = arena_array(&m->scratch, was->count + is->count, sizeof *all);
	size_t count = 0;
	for (uint32_t i = 0; i < was->count + is->count; i++) {
		bool earlier = i < was->count;
		const struct entity *thing = earlier ? was->items[i] : is->items[i - was->count];
		struct namesakes **sakes =
		    (struct namesakes **)map_at(&names, name_of(m, thing, earlier));
		if (!*sakes)
			*sakes = &all[count++];
		things_add(m, earlier ? &(*sakes)->was : &(*sakes)->is, thing);
	}
	for (size_t i = 0; i < count; i++)
		match_namesakes(m, &all[i]);
	map_free(&names);
}

/* A thing without a counterpart, where it stands, and those it may be. */
struct stray {
	const struct entity *thing;
	const struct entity *before, *behind; /* its nearest neighbours that have counterparts */
	struct likeness_name name;
	bool taken;
};

struct strays {
	struct stray *items;
	uint32_t count;
};

static struct strays
strays_of(struct matcher *m, const struct entity *parent, const struct field *field,
	  const struct entity **counterparts)
{
	const struct list *list = match_list(parent, field);
	const struct field *name = field_flagged((enum kind)field->argument, F_NAME);
	bool named = name && !field_is(name, LEAF_REF);
	struct strays strays = {arena_array(&m->scratch, list->count, sizeof *strays.items), 0};
	const struct entity *before = NULL;
	uint32_t open = 0;
	for (uint32_t i = 0; i < list->count; i++) {
		const struct entity *thing = list->items[i];
		if (match_is_mention(list, i, parent))
			continue;
		if (!counterparts[thing->serial]) {
			strays.items[strays.count++] = (struct stray){
			    .thing = thing,
			    .before = before,
			    .name = likeness_name(named ? entity_name(thing) : "", &m->scratch)};
			continue;
		}
		before = thing;
		while (open < strays.count)
			strays.items[open++].behind = thing;
	}
	return strays;
}

static double
likeness(struct matcher *m, const struct stray *was, const struct stray *is)
{
	const struct matching *match = m->match;
	int places = (match_later(match, was->before) == is->before) +
		     (match_later(match, was->behind) == is->behind);
	double name = likeness_of_names(&was->name, &is->name),
	       content = likeness_of_contents(match->was, was->thing, match->is, is->thing);
	if (name < least_name && content < least_content)
		return 0;
	return name + places * place_worth + content * content_worth;
}

/* The best and the second of those that a thing is like. */
struct liking {
	uint32_t best;
	double worth, second;
};

static void
like(struct liking *liking, uint32_t other, double worth)
{
	if (worth > liking->worth) {
		liking->second = liking->worth;
		liking->worth = worth;
		liking->best = other;
	} else if (worth > liking->second) {
		liking->second = worth;
	}
}

static bool
is_clear(const struct liking *liking)
{
	return liking->worth >= enough && liking->worth - liking->second > margin;
}

/* The strays of the later model that one of the earlier is compared with: those from here on. */
static uint32_t
first_candidate(uint32_t i, const struct strays *was, const struct strays *is)
{
	if (is->count <= CANDIDATES)
		return 0;
	uint32_t middle = (uint32_t)((uint64_t)i * is->count / was->count);
	uint32_t first = middle > CANDIDATES / 2 ? middle - CANDIDATES / 2 : 0;
	return first + CANDIDATES > is->count ? is->count - CANDIDATES : first;
}

/* Pairs those that are each other's best; how many that was goes to the result. */
static uint32_t
match_round(struct matcher *m, struct strays *was, struct strays *is, const double *worths)
{
	uint32_t paired = 0;
	struct liking *from = arena_array(&m->scratch, was->count, sizeof *from),
		      *to = arena_array(&m->scratch, is->count, sizeof *to);
	for (uint32_t i = 0; i < was->count; i++) {
		uint32_t first = first_candidate(i, was, is);
		for (uint32_t k = 0; k < CANDIDATES && first + k < is->count; k++) {
			if (was->items[i].taken || is->items[first + k].taken)
				continue;
			like(&from[i], first + k, worths[i * CANDIDATES + k]);
			like(&to[first + k], i, worths[i * CANDIDATES + k]);
		}
	}
	for (uint32_t i = 0; i < was->count; i++) {
		uint32_t best = from[i].best;
		if (!is_clear(&from[i]) || to[best].best != i || !is_clear(&to[best]))
			continue;
		pair_up(m, was->items[i].thing, is->items[best].thing);
		was->items[i].taken = is->items[best].taken = true;
		paired++;
	}
	return paired;
}

/* What is like one thing only was renamed. */
static void
match_like(struct matcher *m, const struct pair *parents, const struct field *field)
{
	struct strays was = strays_of(m, parents->was, field, m->match->later),
		      is = strays_of(m, parents->is, field, m->match->earlier);
	if (!was.count || !is.count)
		return;
	double *worths = arena_array(&m->scratch, (size_t)was.count * CANDIDATES, sizeof *worths);
	for (uint32_t i = 0; i < was.count; i++) {
		uint32_t first = first_candidate(i, &was, &is);
		for (uint32_t k = 0; k < CANDIDATES && first + k < is.count; k++)
			worths[i * CANDIDATES + k] =
			    likeness(m, &was.items[i], &is.items[first + k]);
	}
	for (int round = 0; round < ROUNDS; round++)
		if (!match_round(m, &was, &is, worths))
			break;
}

/* The key of a thing among all of its kind. */
static const char *
lone_key(struct matcher *m, const struct entity *entity, bool was)
{
	return arena_printf(&m->lasting, "%d %s", (int)entity->kind, name_of(m, entity, was));
}

struct loner {
	struct matcher *matcher;
	struct map *map;
	bool was;
};

/* Things with names that may stand in several places. */
static bool
may_move(const struct entity *entity)
{
	return entity->parent && kind_info(entity->kind)->flags & K_ID &&
	       entity->parent->parent != NULL;
}

static bool
note_loner(void *data, const struct entity *entity)
{
	struct loner *loner = data;
	if (!(kind_info(entity->kind)->flags & K_ID))
		return true;
	struct matcher *m = loner->matcher;
	void **place = map_at(loner->map, lone_key(m, entity, loner->was));
	*place = *place ? (void *)&m->several : (void *)(uintptr_t)entity;
	return true;
}

static void
note_loners(struct matcher *m, const struct model *model, struct map *map, bool was)
{
	static const struct visitor visitor = {.thing = note_loner};
	struct loner loner = {m, map, was};
	visit(model, &model->document->base, &visitor, &loner);
	arena_clear(&m->scratch);
}

/* A thing that is there but once in both, and has lost its place in one of them, was moved. */
static void
match_moved(struct matcher *m, const struct entity *is)
{
	if (!may_move(is) || match_earlier(m->match, is))
		return;
	const char *key = lone_key(m, is, false);
	const struct entity *was = map_get(&m->lone_was, key);
	if (map_get(&m->lone_is, key) == is && was && was != &m->several && may_move(was) &&
	    !match_later(m->match, was))
		pair_up(m, was, is);
}

static void
match_moved_to(struct matcher *m, const struct entity *parent, const struct field *field)
{
	const struct list *list = match_list(parent, field);
	for (uint32_t i = 0; i < list->count; i++)
		if (!match_is_mention(list, i, parent))
			match_moved(m, list->items[i]);
}

/* Does something with every list of a kind, that of the exceptions too. */
static void
with_lists(struct matcher *m, const struct pair *parents,
	   void (*work)(struct matcher *m, const struct pair *parents, const struct field *field))
{
	enum kind kind = parents->was->kind;
	for (const struct field *field = kind_info(kind)->fields; field->kind == kind; field++)
		if (field_holds_list(field))
			work(m, parents, field);
	work(m, parents, &exception_field);
}

static void
match_known(struct matcher *m, const struct pair *parents, const struct field *field)
{
	struct things was = left_of(m, parents->was, field, m->match->later),
		      is = left_of(m, parents->is, field, m->match->earlier);
	if (!was.count || !is.count)
		return;
	match_ids(m, &was, &is);
	was = without(m, &was, m->match->later);
	is = without(m, &is, m->match->earlier);
	match_names(m, &was, &is);
}

static void
match_strays(struct matcher *m, const struct pair *parents, const struct field *field)
{
	match_moved_to(m, parents->is, field);
	match_like(m, parents, field);
}

/* What a thing has once: the process, a review. */
static void
match_ones(struct matcher *m, const struct pair *parents)
{
	enum kind kind = parents->was->kind;
	for (const struct field *field = kind_info(kind)->fields; field->kind == kind; field++) {
		if (!field_is(field, LEAF_THING) || field_is_list(field))
			continue;
		const struct entity *was =
					*(struct entity *const *)field_value(parents->was, field),
				    *is = *(struct entity *const *)field_value(parents->is, field);
		if (was && is)
			pair_up(m, was, is);
	}
}

/* Level by level, so that what is above is known. Things that moved join the level that is being
 * looked at or the next one. */
static void
match_levels(struct matcher *m)
{
	uint32_t start = 0;
	while (start < m->count) {
		uint32_t end = m->count;
		for (uint32_t i = start; i < end; i++) {
			struct pair parents = m->pairs[i];
			match_ones(m, &parents);
			with_lists(m, &parents, match_known);
		}
		for (uint32_t i = start; i < end; i++) {
			struct pair parents = m->pairs[i];
			with_lists(m, &parents, match_strays);
		}
		arena_clear(&m->scratch);
		start = end;
	}
}

static void
matcher_free(struct matcher *m)
{
	map_free(&m->lone_was);
	map_free(&m->lone_is);
	arena_free(&m->scratch);
	arena_free(&m->lasting);
}

const struct matching *
match_models(const struct model *was, const struct model *is, struct arena *arena)
{
	struct matching *match = arena_alloc(arena, sizeof *match);
	*match = (struct matching){
	    .was = was,
	    .is = is,
	    .later = arena_array(arena, (size_t)was->made_count + 1, sizeof *match->later),
	    .earlier = arena_array(arena, (size_t)is->made_count + 1, sizeof *match->earlier)};
	struct matcher m = {.match = match, .arena = arena};
	note_loners(&m, was, &m.lone_was, true);
	note_loners(&m, is, &m.lone_is, false);
	pair_up(&m, &was->document->base, &is->document->base);
	match_levels(&m);
	matcher_free(&m);
	return match;
}
