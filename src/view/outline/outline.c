/* SPDX-License-Identifier: MIT */
/* Completes the tree that outline_build gathers: what leads where, what is folded, which side it is
 * on. */
#include "view/outline/outline.h"

#include "model/field.h"
#include "model/fields.h"
#include "view/outline/build.h"

#include <stdlib.h>
#include <string.h>

struct place {
	const struct entity *entity;
	uint32_t topic;
};

static int
compare_places(const void *left, const void *right)
{
	const struct place *a = left, *b = right;
	return a->entity < b->entity ? -1 : a->entity > b->entity;
}

/* The topics of entities, sorted for lookup only: no order of pointers gets out. */
struct topic_index {
	struct place *places;
	size_t count;
};

static struct topic_index
index_topics(const struct outline *outline)
{
	struct topic_index index = {.places =
					memory_alloc((outline->count + 1) * sizeof *index.places)};
	for (uint32_t i = 0; i < outline->count; i++)
		if (topic_entity(&outline->topics[i]))
			index.places[index.count++] =
			    (struct place){topic_entity(&outline->topics[i]), i};
	qsort(index.places, index.count, sizeof *index.places, compare_places);
	return index;
}

/* The topic of an entity, or TOPIC_NONE. */
static uint32_t
find_topic(const struct topic_index *index, const struct entity *entity)
{
	struct place wanted = {.entity = entity};
	const struct place *place =
	    bsearch(&wanted, index->places, index->count, sizeof *index->places, compare_places);
	return place ? place->topic : TOPIC_NONE;
}

static void
add_arrow(struct outline *outline, const struct lead *lead, uint32_t to)
{
	struct arrow *arrow = &outline->arrows[outline->arrow_count++];
	if (lead->sort == LEAD_OUTCOME)
		*arrow = (struct arrow){lead->from,
					to,
					lead->label,
					true,
					to <= lead->from && lead->to->kind != KIND_END,
					false};
	else
		*arrow =
		    (struct arrow){to, lead->from, NULL, false, false, lead->sort == LEAD_NEXT};
}

static int
compare_arrows(const void *left, const void *right)
{
	const struct arrow *a = left, *b = right;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->to != b->to)
		return a->to < b->to ? -1 : 1;
	return (a->label ? strcmp(a->label, b->label ? b->label : "") : b->label ? -1 : 0);
}

static void
resolve_leads(const struct outline_builder *b, struct outline *outline)
{
	struct topic_index index = index_topics(outline);
	outline->arrows = memory_alloc((b->lead_count + 1) * sizeof *outline->arrows);
	for (size_t i = 0; i < b->lead_count; i++) {
		const struct lead *lead = &b->leads[i];
		uint32_t to = find_topic(&index, lead->to);
		if (lead->sort == LEAD_LINK)
			outline->topics[lead->from].target = to;
		else if (to != TOPIC_NONE && to != lead->from && outline->detailed)
			add_arrow(outline, lead, to);
	}
	qsort(outline->arrows, outline->arrow_count, sizeof *outline->arrows, compare_arrows);
	memory_free(index.places);
}

static bool
is_folded(const struct outline *outline, const struct topic *topic)
{
	if (!topic->children || !topic->depth)
		return false;
	if (topic->depth == 1)
		return outline->detailed && topic->sort == TOPIC_SECTION &&
		       topic->field->id != FIELD_DOCUMENT_process;
	return topic->sort != TOPIC_FIELD || !field_holds(topic->field, KIND_STEP);
}

void
outline_balance(const struct outline *outline, const double *heights, bool *left)
{
	double above = 0, half = 0;
	for (uint32_t i = 1; i < outline->count; i = outline->topics[i].next)
		half += heights[i] / 2;
	for (uint32_t i = 1; i < outline->count; i = outline->topics[i].next) {
		bool is_left = above > 0 && above + heights[i] / 2 > half;
		for (uint32_t j = i; j < outline->topics[i].next; j++)
			left[j] = is_left;
		above += heights[i];
	}
}

/* What is known only when all topics are there. */
static void
finish(struct outline *outline)
{
	double *lines = memory_alloc(outline->count * sizeof *lines);
	bool *left = memory_alloc(outline->count * sizeof *left);
	for (uint32_t i = 0; i < outline->count; i++)
		lines[i] = 0;
	for (uint32_t i = outline->count; i-- > 0;) {
		struct topic *topic = &outline->topics[i];
		topic->folded = is_folded(outline, topic);
		if (lines[i] < 1 || topic->folded)
			lines[i] = 1;
		if (topic->parent == TOPIC_NONE)
			continue;
		lines[topic->parent] += lines[i];
		if (outline->topics[topic->parent].next < topic->next)
			outline->topics[topic->parent].next = topic->next;
	}
	outline_balance(outline, lines, left);
	for (uint32_t i = 1; i < outline->count; i++)
		outline->topics[i].left = left[i];
	memory_free(left);
	memory_free(lines);
}

void
outline_start(struct outline *outline, const struct view *view, enum outline_scope scope,
	      struct arena *arena)
{
	*outline = (struct outline){.model = view->voice->model,
				    .voice = view->voice,
				    .detailed = scope != OUTLINE_GENERAL,
				    .drawn = scope == OUTLINE_DRAWN,
				    .arena = arena};
	struct outline_builder b = {.outline = outline, .plan = view->plan, .arena = arena};
	outline_build(&b);
	resolve_leads(&b, outline);
	memory_free(b.leads);
	finish(outline);
}

void
outline_free(struct outline *outline)
{
	memory_free(outline->topics);
	memory_free(outline->arrows);
}

uint32_t
topic_ends(const struct outline *outline, uint32_t i)
{
	uint32_t next = i + 1 < outline->count ? outline->topics[i + 1].depth : 0u;
	return outline->topics[i].depth + 1u - next;
}
