/* SPDX-License-Identifier: MIT */
/* Values that a topic has once more beside it. A row of Freeplane's table says as much as the topic
 * of its field; labels of XMind have no titles, but an order. */
#include "merge/map/map_reading.h"
#include "model/fields.h"
#include "view/mark.h"

#include <string.h>

static const struct entity *
thing_of(const struct map_reading *r, uint32_t node)
{
	return map_tree_topic(&r->tree, node)->entity;
}

/* What a field shows today, item by item. */
static struct cell_items
shown_items(struct map_reading *r, const struct entity *thing, const struct field *field)
{
	struct value_reading reading = {.voice = r->tree.outline->voice, .arena = r->arena};
	return value_shown(&reading, thing, field);
}

static const char *
with_commas(struct map_reading *r, const struct cell_items *items)
{
	const char *all = "";
	for (uint32_t i = 0; i < items->count; i++)
		all = arena_printf(r->arena, "%s%s%s", all, i ? ", " : "", items->texts[i]);
	return all;
}

/* The topic of a field among those on a node's topic in today's outline, or TOPIC_NONE. */
static uint32_t
topic_of(const struct map_reading *r, uint32_t node, const struct field *field)
{
	const struct topic *topics = r->tree.outline->topics;
	uint32_t above = r->tree.nodes[node].shown;
	for (uint32_t i = above + 1; i < topics[above].next; i = topics[i].next)
		if (topics[i].sort == TOPIC_FIELD && topics[i].field == field)
			return i;
	return TOPIC_NONE;
}

static bool
is_as_marked(const struct map_reading *r, uint32_t topic)
{
	uint32_t seen = r->tree.seen[topic];
	const struct map_node *node = seen == TOPIC_NONE ? NULL : &r->tree.nodes[seen];
	return node && node->marked &&
	       strcmp(mark_text(r->tree.said[topic], r->arena), node->was.line) == 0;
}

/* True when the marks say that the source has a field as the map was made with it. */
static bool
is_as_built(const struct map_reading *r, uint32_t topic)
{
	const struct topic *topics = r->tree.outline->topics;
	if (!is_as_marked(r, topic) || strcmp(map_tree_shown_below(&r->tree, topic),
					      r->tree.nodes[r->tree.seen[topic]].was.below) != 0)
		return false;
	for (uint32_t i = topic + 1; i < topics[topic].next; i = topics[i].next)
		if (!is_as_marked(r, i))
			return false;
	return true;
}

/* True when a topic said as much on a node, which the source has no more. */
static bool
was_built(const struct map_reading *r, uint32_t node, const char *row)
{
	const struct map_node *nodes = r->tree.nodes;
	const char *mark = mark_text(row, r->arena);
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next)
		if (nodes[i].marked && nodes[i].shown == TOPIC_NONE &&
		    strcmp(nodes[i].was.line, mark) == 0)
			return true;
	return false;
}

static void
add_value(struct map_reading *r, uint32_t node, const struct field *field, const char *text,
	  enum sight_state state)
{
	const struct cell_items was = shown_items(r, thing_of(r, node), field);
	const struct sight_value value = {.thing = thing_of(r, node),
					  .field = field,
					  .was = cell_items_joined(&was, false, r->arena),
					  .text = text,
					  .state = state,
					  .place = r->tree.nodes[node].topic->place};
	sights_add(r->sights, &value);
}

/* A row of a field that has no topic in the map: it is new, or the map is the general one. */
static void
read_lone(struct map_reading *r, uint32_t node, const struct field *field, const char *row,
	  const char *text)
{
	const struct entity *thing = thing_of(r, node);
	if (was_built(r, node, row))
		return;
	if (!field_is_set(thing, field) && r->tree.outline->detailed)
		add_value(r, node, field, text, SIGHT_EDITED);
	else
		decision_remark(r->decision, REMARK_NOT_READ_BACK, r->tree.nodes[node].topic->place,
				decision_label(r->decision, thing, field), text);
}

/* A row of a field that has one value, unless it had several when the map was made: then nobody
 * knows what the row said. */
static void
read_titled(struct map_reading *r, uint32_t node, uint32_t topic, const char *row, const char *text)
{
	const struct map_node *seen = &r->tree.nodes[r->tree.seen[topic]];
	if (*seen->was.below ||
	    (seen->marked && strcmp(mark_text(row, r->arena), seen->was.line) == 0))
		return;
	enum sight_state state = is_as_built(r, topic) ? SIGHT_EDITED : SIGHT_BOTH;
	add_value(r, node, r->tree.outline->topics[topic].field, text,
		  seen->marked ? state : SIGHT_UNMARKED);
}

static void
read_row(struct map_reading *r, uint32_t node, const struct field *field, const char *row,
	 const char *text)
{
	const struct cell_items was = shown_items(r, thing_of(r, node), field);
	uint32_t topic = topic_of(r, node, field);
	if (strcmp(text, with_commas(r, &was)) == 0)
		return;
	if (topic == TOPIC_NONE) {
		read_lone(r, node, field, row, text);
	} else if (r->tree.outline->topics[topic].title && r->tree.seen[topic] != TOPIC_NONE) {
		read_titled(r, node, topic, row, text);
	} else if (is_as_built(r, topic)) {
		add_value(r, node, field, text, SIGHT_EDITED);
	}
}

/* The table beside a topic, row by row. */
static void
read_table(struct map_reading *r, uint32_t node)
{
	const char *row = r->tree.nodes[node].topic->table;
	for (size_t length; row && *row; row += length + (row[length] == '\n')) {
		length = strcspn(row, "\n");
		const char *line = mark_carried(arena_copy(r->arena, row, length), r->arena), *text;
		const struct field *field =
		    map_field_titled(r, thing_of(r, node)->kind, line, &text);
		if (field)
			read_row(r, node, field, line, text);
		else
			decision_remark(r->decision, REMARK_STRAY, r->tree.nodes[node].topic->place,
					line, NULL);
	}
}

/* True where all items that a label may be of are roles of the process. */
static bool
are_roles(const struct map_reading *r, const struct cell_items *items)
{
	const struct list *roles = &r->tree.outline->model->document->roles;
	for (uint32_t i = 0; i < items->count; i++) {
		uint32_t k = 0;
		while (k < roles->count &&
		       strcmp(entity_name(roles->items[k]), items->texts[i]) != 0)
			k++;
		if (k == roles->count)
			return false;
	}
	return true;
}

static const char *
row_of(struct map_reading *r, const struct field *field, const char *text)
{
	return arena_printf(r->arena, "%s: %s",
			    field_label(r->tree.outline->voice, field, r->arena), text);
}

/* True where the source may have another value of a field than the labels were made of. */
static bool
has_moved(struct map_reading *r, uint32_t node, const struct field *field,
	  const struct cell_items *labels)
{
	uint32_t topic = topic_of(r, node, field);
	bool moved =
	    topic != TOPIC_NONE ? !is_as_built(r, topic) : field_is_set(thing_of(r, node), field);
	for (uint32_t i = 0; i < labels->count && topic == TOPIC_NONE; i++)
		moved = moved || was_built(r, node, row_of(r, field, labels->texts[i]));
	return moved;
}

/* The labels of a topic, by the fields that they are of: of those that may have several there are
 * as many as are left. */
static void
read_labels(struct map_reading *r, uint32_t node)
{
	const struct map_node *n = &r->tree.nodes[node];
	const struct cell_items labels =
	    items_of(mark_carried(n->topic->labels, r->arena), r->arena);
	const struct entity *thing = thing_of(r, node);
	const struct field **fields = topic_labelled(r->tree.outline->model, thing, r->arena);
	uint32_t lone = 0, at = 0;
	bool moved = false;
	for (uint32_t i = 0; fields[i]; i++) {
		moved = moved || has_moved(r, node, fields[i], &labels);
		lone += field_is_list(fields[i]) ? 0 : shown_items(r, thing, fields[i]).count;
	}
	for (uint32_t i = 0; fields[i] && labels.count >= lone; i++) {
		bool list = field_is_list(fields[i]);
		const struct cell_items shown = shown_items(r, thing, fields[i]),
					some = {labels.texts + at,
						list ? labels.count - lone : shown.count};
		const char *text = with_commas(r, &some);
		if (list && strcmp(text, with_commas(r, &shown)) != 0 && !are_roles(r, &some))
			continue;
		at += some.count;
		read_row(r, node, fields[i], row_of(r, fields[i], text), text);
	}
	if (at < labels.count && !moved)
		decision_remark(r->decision, REMARK_STRAY, n->topic->place, with_commas(r, &labels),
				NULL);
}

void
map_table_read(struct map_reading *r, uint32_t node)
{
	read_table(r, node);
	if (r->tree.nodes[node].topic->labels)
		read_labels(r, node);
}
