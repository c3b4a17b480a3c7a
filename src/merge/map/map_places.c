/* SPDX-License-Identifier: MIT */
#include "merge/map/map_reading.h"
#include "model/fields.h"

#include <string.h>

static enum map_gone
find_gone(struct map_reading *r, uint32_t node)
{
	const struct map_node *n = &r->tree.nodes[node];
	const char *now = r->tree.based ? map_tree_based_below(&r->tree, n->shown)
					: map_tree_shown_below(&r->tree, n->shown);
	if (!n->marked)
		return GONE_UNSURE;
	if (strcmp(map_tree_below(&r->tree, node), n->was.below) == 0)
		return GONE_NEVER;
	if (strcmp(now, n->was.below) == 0)
		return GONE_SURE;
	return r->tree.based || map_settle(&r->tree, node) ? GONE_SETTLED : GONE_UNSURE;
}

static enum map_gone
state_below(struct map_reading *r, uint32_t node)
{
	struct map_node *n = &r->tree.nodes[node];
	if (n->gone == GONE_UNKNOWN)
		n->gone = find_gone(r, node);
	return n->gone;
}

static void
add_gone(struct map_reading *r, const struct entity *thing, const char *place, enum map_gone state)
{
	sights_add_gone(
	    r->sights,
	    &(struct sight_gone){.thing = thing, .place = place, .unsure = state == GONE_UNSURE});
}

/* A field whose topic is gone: what it said is cleared. */
static void
add_cleared(struct map_reading *r, uint32_t topic, const char *place, enum map_gone state)
{
	const struct topic *t = &r->tree.outline->topics[topic];
	const struct entity *thing = r->tree.holders[t->parent];
	const struct topic *topics = r->tree.outline->topics;
	struct cell_items was = {0};
	if (!field_is_set(thing, t->field))
		return; /* it said what another thing does */
	if (state == GONE_UNSURE) {
		decision_remark(r->decision, REMARK_UNSURE_THING, place,
				decision_label(r->decision, thing, t->field), NULL);
		return;
	}
	if (!t->children)
		cell_items_add(&was, t->text, r->arena);
	for (uint32_t i = topic + 1; i < t->next; i = topics[i].next)
		cell_items_add(&was, topics[i].text, r->arena);
	const struct sight_value value = {
	    .thing = thing,
	    .field = t->field,
	    .was = cell_items_joined(&was, field_is(t->field, LEAF_NOTE), r->arena),
	    .text = "",
	    .state = SIGHT_EDITED,
	    .place = place};
	sights_add(r->sights, &value);
}

/* The things whose topics hang on one that is gone. */
static void
add_things_gone(struct map_reading *r, uint32_t topic, const char *place, enum map_gone state)
{
	const struct topic *topics = r->tree.outline->topics;
	for (uint32_t i = topic + 1; i < topics[topic].next; i = topics[i].next)
		if (topic_entity(&topics[i]) && r->tree.seen[i] == TOPIC_NONE)
			add_gone(r, topic_entity(&topics[i]), place, state);
}

static void
add_missing(struct map_reading *r, uint32_t topic)
{
	const struct topic *t = &r->tree.outline->topics[topic];
	uint32_t above = r->tree.seen[t->parent];
	const char *place = r->tree.nodes[above].topic->place;
	enum map_gone state = state_below(r, above);
	const struct entity *thing = topic_entity(t);
	bool settled = r->tree.based || state == GONE_SETTLED,
	     never = state == GONE_NEVER || (settled && !r->tree.lost[topic]);
	if (never || t->sort == TOPIC_END)
		return;
	if (thing)
		add_gone(r, thing, place, state);
	else if (topic_of_things(t->field) && field_is_list(t->field))
		add_things_gone(r, topic, place, state);
	else
		add_cleared(r, topic, place, state);
}

void
map_gone_read(struct map_reading *r)
{
	const struct map_tree *tree = &r->tree;
	const struct topic *topics = tree->outline->topics;
	for (uint32_t i = 1; i < tree->outline->count; i++) {
		bool value = topics[i].sort == TOPIC_VALUE || topics[i].sort == TOPIC_OUTCOME;
		if (tree->seen[i] == TOPIC_NONE && tree->seen[topics[i].parent] != TOPIC_NONE &&
		    !value)
			add_missing(r, i);
	}
}

/* Whether a thing may hang on a node, and of which thing it is there: a step does not become a
 * sub-step by being moved. */
static const struct entity *
taker(const struct map_reading *r, uint32_t node, const struct entity *thing)
{
	if (r->tree.nodes[node].shown == TOPIC_NONE)
		return NULL;
	const struct topic *topic = map_tree_topic(&r->tree, node);
	bool title = topic->sort == TOPIC_FIELD || topic->sort == TOPIC_SECTION,
	     stage = topic->sort == TOPIC_PROCESS && thing->kind == KIND_STAGE;
	bool list = title && topic->field == entity_holder(thing);
	return stage || list ? r->tree.holders[r->tree.nodes[node].shown] : NULL;
}

static void
add_move(struct map_reading *r, uint32_t node, const struct entity *to, uint32_t before)
{
	struct map_node *n = &r->tree.nodes[node];
	struct sight_move move = {.thing = topic_entity(map_tree_topic(&r->tree, node)),
				  .to = to,
				  .place = n->topic->place};
	if (before != TOPIC_NONE && r->tree.nodes[before].moved)
		move.behind = r->tree.nodes[before].moved;
	else if (before != TOPIC_NONE)
		move.after = topic_entity(map_tree_topic(&r->tree, before));
	n->moved = sights_add_move(r->sights, &move);
}

/* Things of one list as they stand in the map, one behind the other. */
struct map_row {
	uint32_t *nodes;
	uint32_t count;
	bool *stays; /* of the longest row of those that are in the source's order */
};

/* Marks those of the longest row that rises: the others were moved. */
static void
find_staying(const struct map_reading *r, struct map_row *s)
{
	uint32_t *last = arena_array(r->arena, s->count + 1u, sizeof *last),
		 *before = arena_array(r->arena, s->count + 1u, sizeof *before), length = 0;
	for (uint32_t i = 0; i < s->count; i++) {
		uint32_t low = 0, high = length;
		while (low < high) {
			uint32_t middle = (low + high) / 2;
			bool less = r->tree.nodes[s->nodes[last[middle]]].shown <
				    r->tree.nodes[s->nodes[i]].shown;
			low = less ? middle + 1 : low;
			high = less ? high : middle;
		}
		before[i] = low ? last[low - 1] : UINT32_MAX;
		last[low] = i;
		length += low == length;
	}
	for (uint32_t i = length ? last[length - 1] : UINT32_MAX; i != UINT32_MAX; i = before[i])
		s->stays[i] = true;
}

/* The things that belong to a node and hang on it still; those from elsewhere stay out. */
static struct map_row
row_on(const struct map_reading *r, uint32_t node)
{
	const struct map_node *nodes = r->tree.nodes;
	struct map_row s = {0};
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next) {
		const struct topic *topic =
		    nodes[i].shown == TOPIC_NONE ? NULL : map_tree_topic(&r->tree, i);
		if (!topic || topic->parent != nodes[node].shown || !topic_entity(topic) ||
		    topic->sort == TOPIC_END)
			continue;
		s.nodes = arena_grow(r->arena, s.nodes, s.count, 1, sizeof *s.nodes);
		s.nodes[s.count++] = i;
	}
	s.stays = arena_array(r->arena, s.count + 1u, sizeof *s.stays);
	find_staying(r, &s);
	return s;
}

void
map_moves_read(struct map_reading *r, uint32_t node)
{
	const struct map_node *nodes = r->tree.nodes;
	enum map_gone state = state_below(r, node);
	if (state == GONE_NEVER)
		return;
	const struct map_row row = row_on(r, node);
	uint32_t before = TOPIC_NONE, next = 0;
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next) {
		const struct entity *thing =
		    nodes[i].shown == TOPIC_NONE ? NULL : topic_entity(map_tree_topic(&r->tree, i));
		const struct entity *to = thing ? taker(r, node, thing) : NULL;
		if (!thing || map_tree_topic(&r->tree, i)->sort == TOPIC_END)
			continue;
		bool home = map_tree_topic(&r->tree, i)->parent == nodes[node].shown,
		     there = home && row.stays[next];
		next += home;
		if (!to && !home)
			decision_remark(r->decision, REMARK_MISPLACED, nodes[i].topic->place,
					decision_label(r->decision, thing, NULL), NULL);
		else if (home && !there && state >= GONE_UNSURE)
			decision_remark(r->decision, REMARK_ORDER_BOTH, nodes[i].topic->place,
					decision_label(r->decision, thing, NULL), NULL);
		else if (!there)
			add_move(r, i, to, before);
		if (to)
			before = i;
	}
}
