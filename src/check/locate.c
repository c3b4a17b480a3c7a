/* SPDX-License-Identifier: MIT */
/* Findings of the loader know their place, not always their thing: it is the innermost one that
 * begins before and, by its indentation, still goes on there. */
#include "check/checker.h"

#include <stdlib.h>

struct things {
	const struct entity **items;
	size_t count, capacity;
};

static void
gather(const struct model *model, const struct entity *entity, struct things *things)
{
	if (things->count == things->capacity) {
		things->capacity = things->capacity ? things->capacity * 2 : 256;
		things->items =
		    memory_resize(things->items, things->capacity * sizeof *things->items);
	}
	if (entity->pos.line)
		things->items[things->count++] = entity;
	for (const struct field **field = model->fields[entity->kind]; *field; field++) {
		const void *value = field_value(entity, *field);
		const struct list *list = value;
		const struct entity *one =
		    (*field)->type == TYPE_ONE ? *(struct entity *const *)value : NULL;
		if (one)
			gather(model, one, things);
		for (uint32_t i = 0; (*field)->type == TYPE_MANY && i < list->count; i++)
			if (list->items[i]->parent == entity)
				gather(model, list->items[i], things);
	}
}

static int
compare_pos(struct pos a, struct pos b)
{
	if (a.file != b.file)
		return a.file < b.file ? -1 : 1;
	if (a.line != b.line)
		return a.line < b.line ? -1 : 1;
	return a.column < b.column ? -1 : a.column > b.column;
}

static int
compare(const void *left, const void *right)
{
	const struct entity *a = *(const struct entity *const *)left,
			    *b = *(const struct entity *const *)right;
	int order = compare_pos(a->pos, b->pos);
	return order ? order : (a->kind > b->kind) - (a->kind < b->kind);
}

/* The last thing that begins at or before pos, climbed from until one holds it. */
static const struct entity *
thing_at(const struct things *things, struct pos pos)
{
	size_t low = 0, high = things->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare_pos(things->items[middle]->pos, pos) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	const struct entity *at = low ? things->items[low - 1] : NULL;
	while (at && at->pos.line != pos.line && at->pos.column > pos.column)
		at = at->parent;
	return at && at->pos.file == pos.file ? at : NULL;
}

void
locate_findings(struct checker *c)
{
	struct things things = {0};
	for (size_t i = 0; i < c->diags->count; i++) {
		struct diagnostic *found = &c->diags->items[i];
		bool exact =
		    found->entity &&
		    !rule_matches(found->rule, "ref/*"); /* a reference's scope is not its place */
		if (exact || !found->pos.line)
			continue;
		if (!things.count) {
			gather(c->model, &c->model->document->base, &things);
			if (things.count)
				qsort(things.items, things.count, sizeof *things.items, compare);
		}
		const struct entity *thing = thing_at(&things, found->pos);
		found->entity = thing ? thing : found->entity;
	}
	free(things.items);
}
