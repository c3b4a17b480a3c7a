/* SPDX-License-Identifier: MIT */
/* Which topic of a document is which of today's: by the ids that they were given, by what hangs on
 * them where the source has renamed them, by what they say. */
#include "merge/map/map_tree.h"

#include "model/fields.h"
#include "view/mark.h"

#include <string.h>

static bool
is_thing(const struct topic *topic)
{
	return topic->sort != TOPIC_PROCESS && topic->sort != TOPIC_END && topic_entity(topic);
}

/* A topic by the id that it was given; the place decides first where it was copied. What is no
 * thing is what it is only in its place. */
static void
see_marked(struct map_tree *tree, const struct map *by_id, bool in_place)
{
	for (uint32_t i = 1; i < tree->count; i++) {
		struct map_node *node = &tree->nodes[i];
		uintptr_t found = node->marked && node->shown == TOPIC_NONE
				      ? (uintptr_t)map_get_number(by_id, node->topic->id)
				      : 0;
		if (!found || tree->seen[found - 1] != TOPIC_NONE)
			continue;
		const struct topic *topic = &tree->outline->topics[found - 1];
		bool stays = tree->nodes[node->parent].shown == topic->parent;
		if (stays || (!in_place && is_thing(topic)))
			map_tree_see(tree, i, (uint32_t)(found - 1));
	}
}

/* The topic that says what a node says, or begins with the title that it has, and was not seen
 * below what the node hangs on. */
static uint32_t
like(const struct map_tree *tree, const struct map_node *node)
{
	uint32_t above = tree->nodes[node->parent].shown;
	const struct topic *topics = tree->outline->topics;
	for (uint32_t i = above + 1; i < topics[above].next; i = topics[i].next) {
		bool step = topics[i].sort == TOPIC_STEP;
		const char *text = step ? map_text_unnumbered(node->text) : node->text;
		if (tree->seen[i] != TOPIC_NONE)
			continue;
		if (strcmp(text, tree->said[i]) == 0)
			return i;
		if (!node->marked && tree->titles[i] &&
		    map_text_behind(node->text, tree->titles[i]))
			return i;
	}
	return TOPIC_NONE;
}

static void
see_like(struct map_tree *tree)
{
	for (uint32_t i = 1; i < tree->count; i++) {
		const struct map_node *node = &tree->nodes[i];
		if (node->shown != TOPIC_NONE || tree->nodes[node->parent].shown == TOPIC_NONE)
			continue;
		uint32_t topic = like(tree, node);
		if (topic != TOPIC_NONE)
			map_tree_see(tree, i, topic);
	}
}

/* What a topic of the base is today, of one whose parent is known: 1 + its number, or 0. */
static uint32_t
today_of(const struct map_tree *tree, const struct map_base *base, uint32_t number,
	 const uint32_t *today, const struct map *things)
{
	const struct topic *was = &base->outline->topics[number], *topics = tree->outline->topics;
	const struct entity *thing = topic_entity(was);
	if (thing && was->sort != TOPIC_END) {
		const struct entity *later = match_later(base->match, thing);
		return later ? (uint32_t)(uintptr_t)map_get_number(things, (uintptr_t)later) : 0;
	}
	uint32_t above = today[was->parent];
	for (uint32_t i = above; above && i < topics[above - 1].next; i = topics[i].next)
		if (topic_id_below(tree->outline, i, base->outline->topics[was->parent].id) ==
		    was->id)
			return i + 1;
	return 0;
}

/* Notes by their ids in the base what the topics are today. */
static void
note_base(struct map_tree *tree, const struct map_base *base, struct map *by_id)
{
	const struct outline *was = base->outline;
	uint32_t *today = arena_array(tree->arena, was->count, sizeof *today);
	struct map things = {0};
	for (uint32_t i = 0; i < tree->outline->count; i++)
		if (topic_entity(&tree->outline->topics[i]))
			*map_at_number(&things, (uintptr_t)tree->outline->topics[i].entity) =
			    (void *)(uintptr_t)(i + 1u);
	today[0] = 1;
	tree->based = true;
	for (uint32_t i = 1; i < was->count; i++) {
		today[i] = today_of(tree, base, i, today, &things);
		if (today[i])
			tree->lost[today[i] - 1] = true;
		*map_at_number(by_id, was->topics[i].id) = (void *)(uintptr_t)today[i];
	}
	map_free(&things);
}

void
map_match(struct map_tree *tree, const struct map_base *base)
{
	const struct outline *outline = tree->outline;
	struct map by_id = {0};
	map_reserve(&by_id, outline->count);
	for (uint32_t i = 0; i < outline->count; i++)
		*map_at_number(&by_id, outline->topics[i].id) = (void *)(uintptr_t)(i + 1u);
	if (base)
		note_base(tree, base, &by_id);
	see_marked(tree, &by_id, true);
	see_marked(tree, &by_id, false);
	map_renamed_see(tree);
	see_like(tree);
	map_free(&by_id);
}
