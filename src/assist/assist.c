/* SPDX-License-Identifier: MIT */
#include "assist/assist.h"

#include "model/fields.h"
#include "model/visit.h"

#include <stdlib.h>

static void
add(struct assist *a, const struct occurrence *occurrence)
{
	if (!occurrence->pos.line)
		return;
	a->occurrences = arena_grow(&a->arena, a->occurrences, a->count, 1, sizeof *a->occurrences);
	a->occurrences[a->count++] = *occurrence;
}

static bool
add_value(void *data, const struct entity *entity, const struct field *field)
{
	add(data, &(struct occurrence){.sort = OCCURRENCE_VALUE,
				       .pos = field_pos(entity, field),
				       .owner = entity,
				       .field = field});
	return true;
}

static void
add_word(void *data, const struct entity *entity, const struct leaf *leaf)
{
	static const struct {
		unsigned flag;
		enum occurrence_sort sort;
	} sorts[] = {
	    {F_ID, OCCURRENCE_ID}, {F_NAME, OCCURRENCE_NAME}, {F_ALIASES, OCCURRENCE_ALIAS}};
	struct occurrence word = {.owner = entity, .field = leaf->field};
	if (leaf->type == LEAF_REF) {
		const struct ref *ref = leaf_ref(leaf);
		word.sort = OCCURRENCE_REF;
		word.pos = ref->pos;
		word.text = ref->raw;
		word.thing = ref->to;
		if (ref->to && ref->to->kind < KIND_COUNT && ref->raw)
			add(data, &word);
		return;
	}
	if (leaf->type != LEAF_TEXT && leaf->type != LEAF_PROSE)
		return;
	word.pos = leaf_text(leaf)->pos;
	word.text = leaf_text(leaf)->s;
	word.thing = entity;
	for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
		if (leaf->field->flags & sorts[i].flag && kind_info(entity->kind)->flags & K_ID) {
			word.sort = sorts[i].sort;
			add(data, &word);
		}
}

static int
compare_places(struct pos a, struct pos b)
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
	const struct occurrence *a = left, *b = right;
	int places = compare_places(a->pos, b->pos);
	return places ? places : a->sort < b->sort ? -1 : a->sort > b->sort;
}

struct assist *
assist_new(const struct model *model)
{
	static const struct visitor visitor = {
	    .leaves = ~(unsigned)LEAF_THING, .field = add_value, .leaf = add_word};
	struct assist *a = memory_alloc(sizeof *a);
	*a = (struct assist){.model = model, .sources = sources_open(model)};
	a->spans = spans_open(a->sources);
	visit(model, &model->document->base, &visitor, a);
	if (a->count)
		qsort(a->occurrences, a->count, sizeof *a->occurrences, compare);
	return a;
}

void
assist_free(struct assist *assist)
{
	if (!assist)
		return;
	plan_free(assist->plan);
	spans_close(assist->spans);
	sources_close(assist->sources);
	arena_free(&assist->arena);
	memory_free(assist);
}

const struct plan *
assist_plan(struct assist *assist)
{
	if (!assist->plan)
		assist->plan = plan_new(assist->model, NULL);
	return assist->plan;
}

static size_t
character_of(struct assist *assist, struct pos pos)
{
	struct text_index *index = sources_index(assist->sources, pos.file);
	return text_index_characters(index, text_index_byte(index, pos));
}

static struct pos
place_of(struct assist *assist, unsigned file, uint32_t node)
{
	struct text_index *index = sources_index(assist->sources, file);
	size_t start = spans_of(assist->spans, file, node).start;
	return text_index_pos(index, start);
}

uint32_t
assist_node(struct assist *assist, struct pos pos)
{
	const struct span_tree *tree = spans_tree(assist->spans, pos.file);
	uint32_t node = spans_before(assist->spans, pos);
	size_t character = character_of(assist, pos);
	while (node != SPAN_NONE && tree->nodes[node].end < character)
		node = tree->nodes[node].parent;
	return node;
}

/* The first occurrence at a place, or behind it. */
static uint32_t
first_at(const struct assist *assist, struct pos pos)
{
	uint32_t from = 0, to = assist->count;
	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		if (compare_places(assist->occurrences[middle].pos, pos) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static bool
is_text(const struct span_node *node)
{
	return node->style <= SPAN_FOLDED;
}

/* Whether an occurrence is the node itself: the first key of a mapping stands where that begins. */
static bool
is_node(const struct occurrence *one, const struct span_node *node)
{
	bool keyed = one->owner->keyed && one->pos.line == one->owner->pos.line &&
		     one->pos.column == one->owner->pos.column;
	return !node->key || keyed ||
	       (one->sort == OCCURRENCE_REF && !field_is(one->field, LEAF_REF));
}

const struct occurrence *
assist_word(struct assist *assist, struct pos pos)
{
	uint32_t node = assist_node(assist, pos);
	if (node == SPAN_NONE)
		return NULL;
	const struct span_node *found = &spans_tree(assist->spans, pos.file)->nodes[node];
	struct pos start = place_of(assist, pos.file, node);
	uint32_t i = first_at(assist, start);
	for (; i < assist->count && is_text(found); i++) {
		const struct occurrence *one = &assist->occurrences[i];
		if (compare_places(one->pos, start) != 0)
			break;
		if (one->sort != OCCURRENCE_VALUE && is_node(one, found))
			return one;
	}
	return NULL;
}

const struct occurrence *
assist_value(struct assist *assist, struct pos pos)
{
	const struct span_tree *tree = spans_tree(assist->spans, pos.file);
	uint32_t node = assist_node(assist, pos);
	if (node == SPAN_NONE)
		return NULL;
	if (tree->nodes[node].key)
		node = tree->nodes[node].after;
	if (node >= tree->count)
		return NULL;
	struct pos start = place_of(assist, pos.file, node);
	uint32_t i = first_at(assist, start);
	for (; i < assist->count && compare_places(assist->occurrences[i].pos, start) == 0; i++)
		if (assist->occurrences[i].sort == OCCURRENCE_VALUE)
			return &assist->occurrences[i];
	return NULL;
}

struct span
assist_span(struct assist *assist, const struct occurrence *occurrence)
{
	uint32_t node = spans_find(assist->spans, occurrence->pos, true);
	struct text_index *index = sources_index(assist->sources, occurrence->pos.file);
	size_t byte = text_index_byte(index, occurrence->pos);
	if (node == SPAN_NONE)
		return (struct span){byte, byte};
	return spans_of(assist->spans, occurrence->pos.file, node);
}
