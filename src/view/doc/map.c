/* SPDX-License-Identifier: MIT */
/* The process from stage to stage: the map, and the same in words for whom a picture says
 * nothing. */
#include "view/doc/build.h"

static const struct entity *
stage_of_any(const struct entity *entity)
{
	while (entity && entity->kind == KIND_STEP)
		entity = entity->parent;
	return entity;
}

static void
add_route(struct doc *doc, const struct entity *from, const struct entity *to,
	  const char *condition)
{
	struct doc_own *own = doc->own;
	if (doc->route_count == own->route_room) {
		own->route_room = own->route_room * 2 + 64;
		struct doc_route *bigger =
		    arena_array(&own->arena, own->route_room, sizeof *bigger);
		for (uint32_t i = 0; i < doc->route_count; i++)
			bigger[i] = doc->routes[i];
		own->routes = bigger;
		doc->routes = bigger;
	}
	own->routes[doc->route_count++] = (struct doc_route){from, to, condition};
}

/* NULL where there is nothing to ask. */
static const char *
condition_of(const struct doc *doc, const struct outcome *outcome)
{
	bool asks = !outcome_is_default(outcome) || !outcome_is_alone(outcome);
	return asks ? show_condition(doc->voice, outcome) : NULL;
}

/* The ways that outcomes lead out of a stage; those within it are told by its steps. */
static void
add_outcomes(struct doc *doc, const struct entity *entity)
{
	const struct entity *from = stage_of_any(entity);
	const struct list *outcomes = task_outcomes(entity);
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct refs *targets = outcome_targets(outcome_at(outcomes, i));
		const char *condition = condition_of(doc, outcome_at(outcomes, i));
		for (uint32_t j = 0; j < targets->count; j++) {
			const struct entity *to = stage_of_any(targets->items[j].to);
			if (to && to != from)
				add_route(doc, from, to->kind == KIND_END ? NULL : to, condition);
		}
	}
}

static void
add_all_outcomes(struct doc *doc, const struct stage *stage)
{
	for (uint32_t i = 0; i < stage->steps.count; i++) {
		add_outcomes(doc, stage->steps.items[i]);
		const struct list *below = &step_at(&stage->steps, i)->steps;
		for (uint32_t j = 0; j < below->count; j++)
			add_outcomes(doc, below->items[j]);
	}
	add_outcomes(doc, &stage->base);
}

/* By stage, as chains: the stages that wait for it. */
static struct doc_chain **
find_waiting(struct doc *doc)
{
	const struct list *stages = &doc->model->document->stages;
	struct doc_chain **waiting =
	    arena_array(&doc->own->arena, stages->count + 1, sizeof *waiting);
	for (uint32_t i = stages->count; i-- > 0;) {
		const struct task *task = plan_task(doc->plan, stages->items[i]);
		for (uint32_t k = 0; task && k < task->after_count; k++) {
			const struct entity *before = stage_of_any(task->after[k]->entity);
			struct doc_chain *link = arena_alloc(&doc->own->arena, sizeof *link);
			*link = (struct doc_chain){stages->items[i], waiting[before->number - 1]};
			waiting[before->number - 1] = link;
		}
	}
	return waiting;
}

void
doc_find_routes(struct doc *doc)
{
	const struct list *stages = &doc->model->document->stages;
	if (!doc->plan)
		return;
	struct doc_chain **waiting = find_waiting(doc);
	for (uint32_t i = 0; i < stages->count; i++) {
		const struct task *task = plan_task(doc->plan, stages->items[i]);
		if (task && !task->after_count && !task->entered)
			add_route(doc, NULL, stages->items[i], NULL);
	}
	for (uint32_t i = 0; i < stages->count; i++) {
		const struct stage *stage = stage_at(stages, i);
		add_all_outcomes(doc, stage);
		if (task_left_by(&stage->base))
			continue;
		for (struct doc_chain *next = waiting[i]; next; next = next->next)
			add_route(doc, &stage->base, next->what, NULL);
		if (!waiting[i])
			add_route(doc, &stage->base, NULL, NULL);
	}
}

static bool
has_map(const struct doc *doc)
{
	return doc->route_count > 0;
}

static void
put_end(struct doc *doc, struct doc_cell *cell, const struct entity *stage, enum word absent)
{
	if (stage)
		doc_mention_numbered(doc, doc_line_add(doc, &cell->lines), stage);
	else
		cell->lines = doc_text(doc, SPAN_TEXT, word(doc->voice, absent));
}

static void
put_routes(struct doc *doc)
{
	static const enum word titles[] = {WORD_DOC_ROUTE_FROM, WORD_DOC_ROUTE_IF,
					   WORD_DOC_ROUTE_TO};
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 3);
	for (uint32_t i = 0; i < 3; i++)
		doc_head(doc, &head, i, word(doc->voice, titles[i]), ALIGN_START);
	doc_put(doc, &head);
	for (uint32_t i = 0; i < doc->route_count; i++) {
		const struct doc_route *route = &doc->routes[i];
		struct doc_block row = doc_table(doc, BLOCK_ROW, 3);
		row.about = route->from;
		row.cells[0].head = true;
		put_end(doc, &row.cells[0], route->from, WORD_START);
		row.cells[1].lines = doc_text(doc, SPAN_AUTHOR, route->condition);
		put_end(doc, &row.cells[2], route->to, WORD_END);
		doc_put(doc, &row);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

static void
write_map(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	doc_put(doc,
		&(struct doc_block){.kind = BLOCK_MAP, .title = word(doc->voice, WORD_DOC_MAP)});
	put_routes(doc);
}

const struct doc_part_info doc_part_map = {.has = has_map, .write = write_map};
