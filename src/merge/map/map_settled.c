/* SPDX-License-Identifier: MIT */
/* Where both have changed what hangs on a topic, the mark of what hung there still tells which of
 * those that the map has not it had: of all that may be, one set alone gives the mark. */
#include "merge/map/map_reading.h"

#include <string.h>

enum { MISSING_MOST = 6 }; /* that every set of is tried */

/* What hangs on a topic: those of the map or of the outline, in an order, and those that the map
 * lacks. */
struct hanging {
	const struct map_tree *tree;
	uint32_t *topics; /* of the outline, or … */
	uint64_t *ids;    /* … where that has it no more, TOPIC_NONE and the id */
	uint32_t count;
	uint32_t missing[MISSING_MOST], missing_count;
};

static void
add(struct hanging *h, uint32_t at, uint32_t topic, uint64_t id)
{
	memmove(h->topics + at + 1, h->topics + at, (h->count - at) * sizeof *h->topics);
	memmove(h->ids + at + 1, h->ids + at, (h->count - at) * sizeof *h->ids);
	h->topics[at] = topic;
	h->ids[at] = id;
	h->count++;
}

/* Puts a topic of the outline behind the nearest of its elder siblings that hangs there; late: also
 * behind those that the outline has no more. */
static void
add_in_order(struct hanging *h, uint32_t topic, bool late)
{
	const struct topic *topics = h->tree->outline->topics;
	uint32_t at = 0;
	for (uint32_t i = 0; i < h->count; i++)
		if (h->topics[i] != TOPIC_NONE && h->topics[i] < topic &&
		    topics[h->topics[i]].parent == topics[topic].parent)
			at = i + 1;
	while (late && at < h->count && h->topics[at] == TOPIC_NONE)
		at++;
	add(h, at, topic, map_tree_id(h->tree, topic));
}

/* Those that hang there in the map and did so when it was made. */
static void
add_nodes(struct hanging *h, uint32_t node)
{
	const struct map_node *nodes = h->tree->nodes;
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next) {
		bool here = nodes[i].shown == TOPIC_NONE ||
			    h->tree->outline->topics[nodes[i].shown].parent == nodes[node].shown;
		if (nodes[i].marked && here)
			add(h, h->count, nodes[i].shown, nodes[i].topic->id);
	}
}

/* Those of the outline that hang elsewhere in the map hung here; those that it lacks may have. */
static bool
add_others(struct hanging *h, uint32_t node)
{
	const struct topic *topics = h->tree->outline->topics;
	uint32_t topic = h->tree->nodes[node].shown;
	for (uint32_t i = topic + 1; i < topics[topic].next; i = topics[i].next) {
		uint32_t seen = h->tree->seen[i];
		if (seen != TOPIC_NONE && h->tree->nodes[seen].parent != node)
			add_in_order(h, i, false);
		if (seen != TOPIC_NONE)
			continue;
		if (h->missing_count == MISSING_MOST)
			return false;
		h->missing[h->missing_count++] = i;
	}
	return true;
}

/* Whether the mark is that of what hangs there with some of those that are missing. */
static bool
gives_mark(const struct hanging *all, unsigned set, bool late, const char *mark,
	   struct arena *arena)
{
	struct hanging h = *all;
	uint32_t most = all->count + MISSING_MOST;
	h.topics = arena_array(arena, most, sizeof *h.topics);
	h.ids = arena_array(arena, most, sizeof *h.ids);
	memcpy(h.topics, all->topics, all->count * sizeof *h.topics);
	memcpy(h.ids, all->ids, all->count * sizeof *h.ids);
	for (uint32_t i = 0; i < h.missing_count; i++)
		if (set >> i & 1)
			add_in_order(&h, h.missing[i], late);
	return h.count && strcmp(topic_ids_mark(h.ids, h.count, arena), mark) == 0;
}

bool
map_settle(struct map_tree *tree, uint32_t node)
{
	const struct topic *topic = map_tree_topic(tree, node);
	uint32_t nodes = tree->nodes[node].next - node;
	struct hanging h = {.tree = tree};
	struct arena scratch = {0};
	unsigned found = 0, count = 0;
	h.topics = arena_array(&scratch, nodes + topic->children + 1u, sizeof *h.topics);
	h.ids = arena_array(&scratch, nodes + topic->children + 1u, sizeof *h.ids);
	add_nodes(&h, node);
	bool few = add_others(&h, node);
	const char *mark = tree->nodes[node].was.below;
	for (unsigned set = 0; few && set < 1u << h.missing_count; set++)
		if (gives_mark(&h, set, false, mark, &scratch) ||
		    gives_mark(&h, set, true, mark, &scratch)) {
			found = set;
			count++;
		}
	for (uint32_t i = 0; i < h.missing_count && count == 1; i++)
		tree->lost[h.missing[i]] = found >> i & 1;
	arena_free(&scratch);
	return count == 1;
}
