/* SPDX-License-Identifier: MIT */
/* A map without marks beside that of what it was built of, from the root down: topics that say the
 * same, titles of the same field, then those that are left between two that are known. Each gets
 * the mark that it would have had, and is read as if that had been there. */
#include "merge/decide/items.h"
#include "merge/map/map_tree.h"
#include "support/map.h"
#include "text/prose/prose.h"
#include "view/mark.h"

#include <string.h>

struct unmarked {
	struct map_tree *tree;
	const struct outline *then;
	uint32_t *found; /* by node: the topic that it is of then, or TOPIC_NONE */
	bool *taken;     /* by topic of then */
	struct arena *arena;
};

/* What a document says as one text where it has no notes. */
static const char *
whole_text(const struct unmarked *u, uint32_t topic)
{
	return mark_carried(topic_whole(&u->then->topics[topic], u->arena), u->arena);
}

static bool
is_step(const struct unmarked *u, uint32_t topic)
{
	return u->then->topics[topic].sort == TOPIC_STEP;
}

/* A note is apart from its text again. */
static void
part_note(const struct unmarked *u, struct foreign_topic *copy, const struct topic *topic)
{
	static const char colon[] = ":\n";
	const char *text = mark_carried(copy->text, u->arena), *note = strstr(text, colon);
	const char *line = topic_line(topic, u->arena);
	if (!topic_note(topic) || copy->note)
		return;
	if (topic->cut) {
		copy->note = text;
		copy->text = line;
	} else if (note) {
		copy->note = note + strlen(colon);
		copy->text = arena_copy(u->arena, text, (size_t)(note - text));
	}
}

static void
take(struct unmarked *u, uint32_t node, uint32_t topic)
{
	const struct topic *t = &u->then->topics[topic];
	struct map_node *n = &u->tree->nodes[node];
	struct foreign_topic *copy = arena_alloc(u->arena, sizeof *copy);
	*copy = *n->topic;
	part_note(u, copy, t);
	copy->id = t->id;
	copy->mark = topic_mark_of(u->then, topic, u->arena);
	map_tree_mark(u->tree, node, copy);
	u->found[node] = topic;
	u->taken[topic] = true;
}

/* What is left of the topics on a node and on what it is. */
struct left {
	uint32_t *nodes, *topics;
	struct cell_items is, was;
};

static struct left
left_of(const struct unmarked *u, uint32_t node, uint32_t topic)
{
	const struct topic *topics = u->then->topics;
	const struct map_node *nodes = u->tree->nodes;
	struct left left = {
	    arena_array(u->arena, nodes[node].next - node, sizeof *left.nodes),
	    arena_array(u->arena, topics[topic].children + 1u, sizeof *left.topics),
	    {arena_array(u->arena, nodes[node].next - node, sizeof *left.is.texts), 0},
	    {arena_array(u->arena, topics[topic].children + 1u, sizeof *left.was.texts), 0}};
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next)
		if (u->found[i] == TOPIC_NONE) {
			left.nodes[left.is.count] = i;
			left.is.texts[left.is.count++] = map_text_unnumbered(nodes[i].text);
		}
	for (uint32_t i = topic + 1; i < topics[topic].next; i = topics[i].next)
		if (!u->taken[i]) {
			left.topics[left.was.count] = i;
			left.was.texts[left.was.count++] =
			    is_step(u, i) ? entity_name(topics[i].entity) : whole_text(u, i);
		}
	return left;
}

/* Fields by their titles. */
static void
take_titled(struct unmarked *u, uint32_t node, uint32_t topic)
{
	struct left left = left_of(u, node, topic);
	for (uint32_t k = 0; k < left.was.count; k++) {
		const struct topic *t = &u->then->topics[left.topics[k]];
		if (t->sort != TOPIC_FIELD && t->sort != TOPIC_SECTION)
			continue;
		const char *title =
		    mark_carried(field_label(u->then->voice, t->field, u->arena), u->arena);
		for (uint32_t i = 0; i < left.is.count && !u->taken[left.topics[k]]; i++)
			if (u->found[left.nodes[i]] == TOPIC_NONE &&
			    map_text_behind(u->tree->nodes[left.nodes[i]].text, title))
				take(u, left.nodes[i], left.topics[k]);
	}
}

static void
take_below(struct unmarked *u, uint32_t node, uint32_t topic)
{
	take_titled(u, node, topic);
	struct left left = left_of(u, node, topic);
	const uint32_t *match = items_match(&left.was, &left.is, u->arena);
	for (uint32_t i = 0; i < left.is.count; i++)
		if (match[i] != ITEM_NONE)
			take(u, left.nodes[i], left.topics[match[i]]);
}

/* A thing that hangs elsewhere now: the one that is called so and is not found yet. */
static void
take_moved(struct unmarked *u, uint32_t node, const struct map *by_name)
{
	const char *name = map_text_unnumbered(u->tree->nodes[node].text);
	uintptr_t topic = (uintptr_t)map_get(by_name, name);
	if (topic && !u->taken[topic - 1])
		take(u, node, (uint32_t)(topic - 1));
}

static void
note_names(const struct unmarked *u, struct map *by_name)
{
	for (uint32_t i = 1; i < u->then->count; i++) {
		const struct topic *topic = &u->then->topics[i];
		if ((topic->sort == TOPIC_STEP || topic->sort == TOPIC_STAGE) && !u->taken[i])
			*map_at(by_name, mark_carried(entity_name(topic->entity), u->arena)) =
			    (void *)(uintptr_t)(i + 1u);
	}
}

void
map_unmarked_mark(struct map_tree *tree, const struct outline *then)
{
	struct unmarked u = {.tree = tree, .then = then, .arena = tree->arena};
	struct map by_name = {0};
	u.found = arena_array(u.arena, tree->count, sizeof *u.found);
	u.taken = arena_array(u.arena, then->count, sizeof *u.taken);
	for (uint32_t i = 0; i < tree->count; i++)
		u.found[i] = TOPIC_NONE;
	take(&u, 0, 0);
	for (uint32_t i = 0; i < tree->count; i++)
		if (u.found[i] != TOPIC_NONE)
			take_below(&u, i, u.found[i]);
	note_names(&u, &by_name);
	for (uint32_t i = 1; i < tree->count; i++) {
		if (u.found[i] == TOPIC_NONE)
			take_moved(&u, i, &by_name);
		if (u.found[i] != TOPIC_NONE)
			take_below(&u, i, u.found[i]);
	}
	map_free(&by_name);
}
