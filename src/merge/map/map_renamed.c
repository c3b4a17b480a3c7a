/* SPDX-License-Identifier: MIT */
/* What hangs on a thing tells that it is the same: under its old id, everything below would have
 * the ids that the map has. */
#include "change/likeness.h"
#include "merge/map/map_tree.h"
#include "view/mark.h"

#include <string.h>

enum { MOST = 100000 }; /* comparisons: of a strange map no more are made */

static bool
is_thing(const struct topic *topic)
{
	return topic->sort != TOPIC_PROCESS && topic->sort != TOPIC_END && topic_entity(topic);
}

/* The topic on another that would have a node's id if that had such an id, or TOPIC_NONE. */
static uint32_t
topic_with(const struct map_tree *tree, uint32_t topic, uint64_t above, uint64_t id)
{
	const struct topic *topics = tree->outline->topics;
	for (uint32_t i = topic + 1; i < topics[topic].next; i = topics[i].next)
		if (topic_id_below(tree->outline, i, above) == id)
			return i;
	return TOPIC_NONE;
}

struct alike_count {
	uint32_t alike, all, left; /* left: comparisons that may still be made */
};

/* Counts what hangs on a node, and what of it hangs on a topic and says the same, or is a thing of
 * that id. */
static void
count_alike(const struct map_tree *tree, uint32_t node, uint32_t topic, struct alike_count *share)
{
	const struct map_node *nodes = tree->nodes;
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next) {
		uint32_t other = TOPIC_NONE;
		if (!nodes[i].marked || !share->left)
			continue;
		share->left--;
		share->all++;
		if (topic != TOPIC_NONE)
			other = topic_with(tree, topic, nodes[node].topic->id, nodes[i].topic->id);
		if (other != TOPIC_NONE &&
		    (is_thing(&tree->outline->topics[other]) ||
		     strcmp(mark_text(tree->said[other], tree->arena), nodes[i].was.line) == 0))
			share->alike++;
		count_alike(tree, i, other, share);
	}
}

/* How like a name is to that of a topic; 0 where it was edited, too. */
static double
likeness_to(const struct map_tree *tree, const struct map_node *node, uint32_t topic)
{
	bool step = tree->outline->topics[topic].sort == TOPIC_STEP;
	const char *text = step ? map_text_unnumbered(node->text) : node->text;
	if (strcmp(mark_text(text, tree->arena), node->was.line) != 0)
		return 0;
	const struct likeness_name was = likeness_name(text, tree->arena),
				   is = likeness_name(tree->said[topic], tree->arena);
	return likeness_of_names(&was, &is);
}

/* The thing that a node became, if one alone fits: most of what hangs on it, or the name. */
static uint32_t
find_renamed(const struct map_tree *tree, uint32_t node, uint32_t *left)
{
	const struct topic *topics = tree->outline->topics;
	uint32_t above = tree->nodes[tree->nodes[node].parent].shown, found = TOPIC_NONE;
	double best = 0;
	for (uint32_t i = above + 1; i < topics[above].next; i = topics[i].next) {
		struct alike_count share = {.left = *left};
		if (tree->seen[i] != TOPIC_NONE || !is_thing(&topics[i]) || !*left)
			continue;
		--*left;
		share.left = *left;
		count_alike(tree, node, i, &share);
		*left = share.left;
		double fits = share.all ? (double)share.alike / share.all : 0;
		if (fits < 0.5)
			fits = likeness_to(tree, &tree->nodes[node], i) >= 0.4 ? 0.4 : 0;
		if (fits > 0 && fits >= best) {
			found = fits > best ? i : TOPIC_NONE;
			best = fits;
		}
	}
	return found;
}

/* Takes all that hangs on a node as what hangs on a topic. */
static void
see_below(struct map_tree *tree, uint32_t node, uint32_t topic)
{
	const struct map_node *nodes = tree->nodes;
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next) {
		uint32_t other = TOPIC_NONE;
		if (nodes[i].marked && nodes[i].shown == TOPIC_NONE)
			other = topic_with(tree, topic, nodes[node].topic->id, nodes[i].topic->id);
		if (other == TOPIC_NONE || tree->seen[other] != TOPIC_NONE)
			continue;
		map_tree_see(tree, i, other);
		see_below(tree, i, other);
	}
}

void
map_renamed_see(struct map_tree *tree)
{
	uint32_t left = MOST;
	for (uint32_t i = 1; i < tree->count && left; i++) {
		const struct map_node *node = &tree->nodes[i];
		bool lost = node->marked && node->shown == TOPIC_NONE &&
			    tree->nodes[node->parent].shown != TOPIC_NONE;
		uint32_t topic = lost ? find_renamed(tree, i, &left) : TOPIC_NONE;
		if (topic == TOPIC_NONE)
			continue;
		map_tree_see(tree, i, topic);
		see_below(tree, i, topic);
	}
}
