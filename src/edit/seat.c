/* SPDX-License-Identifier: MIT */
#include "edit/seat.h"

#include "model/field.h"

bool
seat_is_list(const struct span_node *node)
{
	return node->style == SPAN_LIST || node->style == SPAN_FLOW_LIST;
}

bool
seat_is_map(const struct span_node *node)
{
	return node->style == SPAN_MAP || node->style == SPAN_FLOW_MAP;
}

bool
seat_is_text(const struct span_node *node)
{
	return node->style <= SPAN_FOLDED;
}

bool
seat_is_flow(const struct span_node *node)
{
	return node->style == SPAN_FLOW_LIST || node->style == SPAN_FLOW_MAP;
}

uint32_t
seat_first(const struct span_tree *tree, uint32_t node)
{
	return node + 1 < tree->count && tree->nodes[node + 1].parent == node ? node + 1
									      : SPAN_NONE;
}

uint32_t
seat_next(const struct span_tree *tree, uint32_t node)
{
	uint32_t next = tree->nodes[node].after;
	return next < tree->count && tree->nodes[next].parent == tree->nodes[node].parent
		   ? next
		   : SPAN_NONE;
}

uint32_t
seat_next_key(const struct span_tree *tree, uint32_t key)
{
	uint32_t value = seat_next(tree, key);
	return value == SPAN_NONE ? SPAN_NONE : seat_next(tree, value);
}

uint32_t
seat_key(const struct span_node *nodes, uint32_t value)
{
	uint32_t parent = nodes[value].parent, key = value - 1;
	if (nodes[value].key || parent == SPAN_NONE || !seat_is_map(&nodes[parent]) ||
	    key == parent)
		return SPAN_NONE;
	while (nodes[key].parent != parent)
		key = nodes[key].parent;
	return key;
}

static bool
is_same_pos(struct pos a, struct pos b)
{
	return a.line == b.line && a.column == b.column && a.file == b.file;
}

/* `id: thing`, also as the one pair of an item: `- Срок: 5 дней`. */
static bool
seat_keyed(struct editor *editor, const struct entity *entity, struct seat *seat)
{
	const struct span_tree *tree = spans_tree(editor->spans, seat->file);
	uint32_t key = spans_find(editor->spans, entity->pos, true);
	if (key == SPAN_NONE || !tree->nodes[key].key)
		return false;
	uint32_t value = seat_next(tree, key), map = tree->nodes[key].parent;
	uint32_t outer = tree->nodes[map].parent;
	if (value == SPAN_NONE)
		return false;
	bool line = outer != SPAN_NONE && seat_is_list(&tree->nodes[outer]) &&
		    seat_first(tree, map) == key && seat_next(tree, value) == SPAN_NONE;
	seat->item = line ? map : key;
	seat->holder = line ? outer : map;
	seat->value = value;
	seat->keys = seat_is_map(&tree->nodes[value]) ? value : SPAN_NONE;
	return true;
}

/* `- Подписание:` with keys of the thing below it. */
static bool
is_headed(const struct entity *entity)
{
	const struct field *name = field_flagged(entity->kind, F_NAME);
	return name && !entity->bare && field_is_set(entity, name) &&
	       is_same_pos(field_pos(entity, name), entity->pos);
}

bool
seat_of(struct editor *editor, const struct entity *entity, struct seat *seat)
{
	*seat = (struct seat){entity->pos.file, SPAN_NONE, SPAN_NONE, SPAN_NONE, SPAN_NONE};
	const struct span_tree *tree = spans_tree(editor->spans, seat->file);
	if (!entity->pos.line || !tree->count || editor->model->files[seat->file].is_wide)
		return false;
	if (entity->keyed)
		return seat_keyed(editor, entity, seat);
	uint32_t node =
	    entity->parent ? spans_find(editor->spans, entity->pos, false) : 0 /* the document */;
	if (node == SPAN_NONE || tree->nodes[node].key)
		return false;
	uint32_t parent = tree->nodes[node].parent;
	seat->item = seat->value = node;
	seat->keys = seat_is_map(&tree->nodes[node]) ? node : SPAN_NONE;
	if (parent != SPAN_NONE && seat_is_list(&tree->nodes[parent]))
		seat->holder = parent;
	uint32_t key = seat->keys != SPAN_NONE ? seat_first(tree, node) : SPAN_NONE;
	if (key != SPAN_NONE && is_headed(entity) &&
	    seat_is_map(&tree->nodes[tree->nodes[key].after]))
		seat->keys = tree->nodes[key].after;
	return true;
}

uint32_t
seat_value(struct editor *editor, const struct entity *entity, const struct field *field,
	   struct pos *pos)
{
	*pos = field_pos(entity, field);
	return pos->line ? spans_find(editor->spans, *pos, is_same_pos(*pos, entity->pos))
			 : SPAN_NONE;
}
