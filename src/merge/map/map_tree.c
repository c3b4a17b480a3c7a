/* SPDX-License-Identifier: MIT */
#include "merge/map/map_tree.h"

#include "model/fields.h"
#include "support/utf8.h"
#include "view/mark.h"

#include <string.h>

const struct foreign_topic *
map_tree_root(const struct foreign *foreign)
{
	const struct foreign_topic *root = foreign->root;
	bool alone = !root->mark && !*root->text && root->first && !root->first->next;
	return alone ? root->first : root;
}

/* The pieces of a mark; what else stands in that of the root does not count. */
static struct map_mark
mark_pieces(const char *mark, struct arena *arena)
{
	size_t whole = strcspn(mark, " "), length = strcspn(mark, ". "),
	       line = *mark == '-' ? 1 : MARK_LENGTH;
	if (line > length)
		line = length;
	const char *below = length < whole ? mark + length + 1 : "";
	return (struct map_mark){arena_copy(arena, mark, line),
				 arena_copy(arena, mark + line, length - line),
				 arena_copy(arena, below, strcspn(below, " "))};
}

const char *
map_text_unnumbered(const char *text)
{
	size_t length = strspn(text, "0123456789."), whole = strspn(text, "0123456789");
	return length > whole && text[length] == ' ' ? text + length + 1 : text;
}

void
map_tree_mark(struct map_tree *tree, uint32_t node, const struct foreign_topic *topic)
{
	struct map_node *n = &tree->nodes[node];
	n->topic = topic;
	n->text = mark_carried(topic->text, tree->arena);
	n->marked = topic->mark != NULL;
	if (n->marked)
		n->was = mark_pieces(topic->mark, tree->arena);
}

/* Adds a topic and all that hangs on it; no deeper than readers of documents go. */
static void
add_nodes(struct map_tree *tree, const struct foreign_topic *topic, uint32_t parent)
{
	uint32_t self = tree->count;
	tree->nodes = arena_grow(tree->arena, tree->nodes, tree->count++, 1, sizeof *tree->nodes);
	tree->nodes[self] = (struct map_node){.parent = parent, .shown = TOPIC_NONE};
	map_tree_mark(tree, self, topic);
	for (const struct foreign_topic *child = topic->first; child; child = child->next)
		add_nodes(tree, child, self);
	tree->nodes[self].next = tree->count;
}

void
map_tree_see(struct map_tree *tree, uint32_t node, uint32_t topic)
{
	tree->nodes[node].shown = topic;
	tree->seen[topic] = node;
	if (tree->outline->topics[topic].sort == TOPIC_STEP)
		tree->nodes[node].text = map_text_unnumbered(tree->nodes[node].text);
}

/* Whose fields hang on each topic: a thing that stands alone below its field has no topic. */
static void
find_holders(struct map_tree *tree)
{
	const struct outline *outline = tree->outline;
	tree->holders = arena_array(tree->arena, outline->count, sizeof *tree->holders);
	tree->holders[0] = &outline->model->document->base;
	for (uint32_t i = 1; i < outline->count; i++) {
		const struct topic *topic = &outline->topics[i];
		const struct entity *thing = topic_entity(topic),
				    *above = tree->holders[topic->parent];
		if (!thing && field_is(topic->field, LEAF_THING) && !field_is_list(topic->field))
			thing = *(struct entity *const *)field_value(above, topic->field);
		tree->holders[i] = thing ? thing : above;
	}
}

void
map_tree_open(struct map_tree *tree, const struct outline *outline,
	      const struct foreign_topic *root, struct arena *arena)
{
	*tree = (struct map_tree){.outline = outline, .arena = arena};
	tree->seen = arena_array(arena, outline->count, sizeof *tree->seen);
	tree->lost = arena_array(arena, outline->count, sizeof *tree->lost);
	tree->said = arena_array(arena, outline->count, sizeof *tree->said);
	tree->titles = arena_array(arena, outline->count, sizeof *tree->titles);
	for (uint32_t i = 0; i < outline->count; i++) {
		const struct topic *topic = &outline->topics[i];
		tree->seen[i] = TOPIC_NONE;
		tree->said[i] = mark_carried(topic_said(topic, arena), arena);
		if (topic->sort == TOPIC_FIELD || topic->sort == TOPIC_SECTION)
			tree->titles[i] = field_label(outline->voice, topic->field, arena);
	}
	find_holders(tree);
	add_nodes(tree, root, TOPIC_NONE);
	map_tree_see(tree, 0, 0);
}

const struct topic *
map_tree_topic(const struct map_tree *tree, uint32_t node)
{
	return &tree->outline->topics[tree->nodes[node].shown];
}

const char *
map_tree_below(const struct map_tree *tree, uint32_t node)
{
	const struct map_node *nodes = tree->nodes;
	uint32_t count = 0;
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next)
		count += nodes[i].marked;
	uint64_t *ids = arena_array(tree->arena, count + 1u, sizeof *ids);
	count = 0;
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next)
		if (nodes[i].marked)
			ids[count++] = nodes[i].topic->id;
	return count ? topic_ids_mark(ids, count, tree->arena) : "";
}

/* The mark of what hangs on a topic today, or of that which did so then. */
static const char *
shown_below(const struct map_tree *tree, uint32_t topic, bool then)
{
	const struct topic *topics = tree->outline->topics;
	uint64_t *ids = arena_array(tree->arena, topics[topic].children + 1u, sizeof *ids);
	uint32_t count = 0;
	for (uint32_t i = topic + 1; i < topics[topic].next; i = topics[i].next)
		if (!then || tree->lost[i])
			ids[count++] = map_tree_id(tree, i);
	return count ? topic_ids_mark(ids, count, tree->arena) : "";
}

const char *
map_tree_shown_below(const struct map_tree *tree, uint32_t topic)
{
	return shown_below(tree, topic, false);
}

const char *
map_tree_based_below(const struct map_tree *tree, uint32_t topic)
{
	return shown_below(tree, topic, true);
}

/* The node that has a topic's mark, or NULL. */
static const struct map_node *
marked_node(const struct map_tree *tree, uint32_t topic)
{
	uint32_t seen = tree->seen[topic];
	return seen != TOPIC_NONE && tree->nodes[seen].marked ? &tree->nodes[seen] : NULL;
}

uint64_t
map_tree_id(const struct map_tree *tree, uint32_t topic)
{
	const struct map_node *node = marked_node(tree, topic),
			      *above = marked_node(tree, tree->outline->topics[topic].parent);
	if (node)
		return node->topic->id;
	return above ? topic_id_below(tree->outline, topic, above->topic->id)
		     : tree->outline->topics[topic].id;
}

const char *
map_text_behind(const char *text, const char *title)
{
	size_t length = strlen(title);
	if (strncmp(text, title, length) != 0)
		return NULL;
	text += length;
	if (*text == ':')
		text++;
	else if (*text)
		return NULL;
	return text + strspn(text, " \n");
}
