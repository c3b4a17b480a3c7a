/* SPDX-License-Identifier: MIT */
#include "import/piece.h"

#include "support/map.h"

#include <stdlib.h>
#include <string.h>

static struct import_piece *
make(struct arena *arena, enum written_type type)
{
	struct import_piece *piece = arena_alloc(arena, sizeof *piece);
	piece->type = type;
	return piece;
}

struct import_piece *
piece_text(struct arena *arena, const char *text, struct piece_source source)
{
	struct import_piece *piece = make(arena, WRITTEN_TEXT);
	piece->text = text;
	piece->document = source.document;
	piece->from = source.place;
	return piece;
}

struct import_piece *
piece_map(struct arena *arena)
{
	return make(arena, WRITTEN_MAP);
}

struct import_piece *
piece_add(struct import_piece *list, struct import_piece *value)
{
	if (list->last)
		list->last->next = value;
	else
		list->first = value;
	value->parent = list;
	return list->last = value;
}

struct import_piece *
piece_put(struct import_piece *map, const struct field *field, struct import_piece *value)
{
	value->field = field;
	return piece_add(map, value);
}

struct import_piece *
piece_put_key(struct import_piece *map, const char *key, struct import_piece *value)
{
	value->key = key;
	return piece_add(map, value);
}

struct import_piece *
piece_find(const struct import_piece *map, const struct field *field)
{
	struct import_piece *child = map->first;
	while (child && child->field != field)
		child = child->next;
	return child;
}

const char *
piece_found_text(const struct import_piece *map, const struct field *field)
{
	const struct import_piece *found = piece_find(map, field);
	return found ? found->text : NULL;
}

struct import_piece *
piece_make_list(struct arena *arena, struct import_piece *map, const struct field *field)
{
	struct import_piece **at = &map->first;
	while (*at && (*at)->field != field)
		at = &(*at)->next;
	struct import_piece *there = *at;
	if (there && there->type == WRITTEN_LIST)
		return there;
	struct import_piece *list = make(arena, WRITTEN_LIST);
	if (!there)
		return piece_put(map, field, list);
	/* The value itself moves: others may know it. */
	list->field = field;
	list->next = there->next;
	list->parent = map;
	*at = list;
	map->last = map->last == there ? list : map->last;
	there->field = NULL;
	there->next = NULL;
	return piece_add(list, there)->parent;
}

void
piece_add_text(struct arena *arena, struct import_piece *map, const struct field *field,
	       struct import_piece *value)
{
	struct import_piece *there = piece_find(map, field);
	if (!there) {
		piece_put(map, field, value);
		return;
	}
	there = piece_make_list(arena, map, field);
	for (const struct import_piece *item = there->first; item; item = item->next)
		if (item->text && strcmp(item->text, value->text) == 0)
			return;
	piece_add(there, value);
}

void
piece_drop(struct import_piece *piece)
{
	struct import_piece *parent = piece->parent, **at = &parent->first;
	while (*at != piece)
		at = &(*at)->next;
	*at = piece->next;
	parent->last = parent->first;
	while (parent->last && parent->last->next)
		parent->last = parent->last->next;
	if (!parent->first && parent->parent)
		piece_drop(parent);
}

struct import_piece *
piece_at(struct import_piece *piece, uint32_t line)
{
	struct import_piece *found = piece->line && piece->line <= line ? piece : NULL;
	for (struct import_piece *child = piece->first; child; child = child->next) {
		struct import_piece *within = piece_at(child, line);
		if (within && (!found || within->line >= found->line))
			found = within;
	}
	return found;
}

/* The author's columns come behind the fields. */
static int
compare(const void *left, const void *right)
{
	const struct written *a = *(const struct written *const *)left,
			     *b = *(const struct written *const *)right;
	unsigned one = a->field ? a->field->id : 0, two = b->field ? b->field->id : 0;
	return (one - 1 > two - 1) - (one - 1 < two - 1);
}

/* In the order of the table; of equal ones as they were put in. */
static const struct written *
in_order(struct written **values, size_t count, bool map)
{
	for (size_t i = 1; map && i < count; i++)
		for (size_t j = i; j && compare(&values[j - 1], &values[j]) > 0; j--) {
			struct written *later = values[j - 1];
			values[j - 1] = values[j];
			values[j] = later;
		}
	for (size_t i = 0; i + 1 < count; i++)
		values[i]->next = values[i + 1];
	return count ? values[0] : NULL;
}

/* True for the field that a bare text is taken for: a thing's name, of a paper its address. */
static bool
takes_bare(const struct field *field)
{
	const struct field *bare = field_flagged(field->kind, F_BARE);
	return bare ? field == bare : field->flags & F_NAME;
}

/* What a value is written as: a list of one as its item, a thing of which only that is said which a
 * bare text would be taken for as that text. */
static const struct import_piece *
shortest(const struct import_piece *piece)
{
	const struct import_piece *only = piece->first;
	if (!only || only->next || piece->type == WRITTEN_TEXT)
		return piece;
	if (piece->type == WRITTEN_LIST && piece->field && !field_holds_list(piece->field))
		return shortest(only);
	if (piece->type == WRITTEN_MAP && only->field && takes_bare(only->field) &&
	    only->type == WRITTEN_TEXT)
		return only;
	return piece;
}

static struct written *
written_of(const struct import_piece *piece, struct map *map, struct arena *arena)
{
	const struct import_piece *short_form = piece->parent ? shortest(piece) : piece;
	struct written *written = arena_alloc(arena, sizeof *written), **values = NULL;
	size_t count = 0;
	*written = (struct written){.type = short_form->type,
				    .text = short_form->text,
				    .field = piece->field,
				    .key = piece->key};
	for (const struct import_piece *child = short_form->first; child; child = child->next) {
		values = arena_grow(arena, values, count, 1, sizeof *values);
		values[count++] = written_of(child, map, arena);
	}
	written->first = in_order(values, count, short_form->type == WRITTEN_MAP);
	*map_at_number(map, (uint64_t)(uintptr_t)written) = (void *)(uintptr_t)short_form;
	return written;
}

const struct written *
piece_written(const struct import_piece *piece, struct map *map, struct arena *arena)
{
	return written_of(piece, map, arena);
}
