/* SPDX-License-Identifier: MIT */
#include "edit/anew.h"

#include "edit/piece.h"

#include <string.h>

/* Where a text that begins with a comment's sign is one: behind a blank. */
static bool
has_comment(const struct text_index *index, size_t start, size_t end)
{
	for (size_t at = start; at < end; at++)
		if (index->text[at] == '#' && (!at || strchr(" \t\r\n", index->text[at - 1])))
			return true;
	return false;
}

/* The head of a text in lines of its own may have a comment behind it. */
static size_t
head_end(const struct text_index *index, const struct span_node *node, struct span span)
{
	bool literal = node->style == SPAN_LITERAL || node->style == SPAN_FOLDED;
	size_t line = manner_line_end(index, span.start);
	return literal && line < span.end ? line : span.start;
}

/* True when comments stand over, beside or within a piece. */
static bool
is_commented(struct editor *editor, const struct seat *seat)
{
	const struct span_tree *tree = spans_tree(editor->spans, seat->file);
	const struct text_index *index = editor_index(editor, seat->file);
	struct edit_piece piece = piece_of(editor, seat->file, seat->item);
	struct span all = piece.flow ? piece.whole : piece.lines;
	size_t at = all.start;
	uint32_t last = tree->nodes[seat->value].after;
	for (uint32_t i = seat->item; i < last; i++) {
		struct span span = spans_of(editor->spans, seat->file, i);
		if (!seat_is_text(&tree->nodes[i]))
			continue;
		if (has_comment(index, at, head_end(index, &tree->nodes[i], span)))
			return true;
		at = span.end;
	}
	return has_comment(index, at, all.end);
}

static bool
is_of_field(const struct change *change)
{
	return change->what == CHANGE_SET || change->what == CHANGE_UNSET ||
	       change->what == CHANGE_RENAME;
}

static struct written *
copied(struct editor *editor, const struct written *value, const struct field *field)
{
	struct written *copy = arena_alloc(editor->arena, sizeof *copy);
	*copy = *value;
	copy->field = field;
	copy->next = NULL;
	return copy;
}

/* A thing of which only the name is written, as a mapping. */
static const struct written *
unfolded(struct editor *editor, const struct written *thing, enum kind kind)
{
	struct written *map = arena_alloc(editor->arena, sizeof *map);
	map->type = WRITTEN_MAP;
	map->first = copied(editor, thing, field_flagged(kind, F_NAME));
	return map;
}

static const struct written *
value_in(const struct written *map, const struct field *field)
{
	const struct written *pair = map->first;
	while (pair && pair->field != field)
		pair = pair->next;
	return pair;
}

/* The mapping with another value of a field, or none: the others stay in the table's order. */
static const struct written *
changed(struct editor *editor, const struct written *thing, const struct change *change)
{
	const struct field **field = editor->model->fields[change->thing->kind];
	struct written *map = arena_alloc(editor->arena, sizeof *map);
	const struct written **end = &map->first;
	map->type = WRITTEN_MAP;
	for (; *field; field++) {
		const struct written *value =
		    *field == change->field ? change->is : value_in(thing, *field);
		if (!value)
			continue;
		struct written *pair = copied(editor, value, *field);
		*end = pair;
		end = &pair->next;
	}
	return map;
}

const struct written *
anew_written(struct editor *editor, const struct changes *changes, const struct entity *thing,
	     const struct seat *seat)
{
	const struct voice voice = voice_of(editor->model);
	const struct written *written = written_thing(&voice, thing, editor->arena);
	if (is_commented(editor, seat))
		return NULL;
	for (uint32_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];
		bool within = change->thing != thing && entity_is_within(change->thing, thing);
		if (within || (change->thing == thing && change->what == CHANGE_ADD))
			return NULL;
		if (change->thing != thing || !is_of_field(change))
			continue;
		if (written->type == WRITTEN_TEXT)
			written = unfolded(editor, written, thing->kind);
		written = changed(editor, written, change);
	}
	return written;
}
