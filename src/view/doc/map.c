/* SPDX-License-Identifier: MIT */
/* The process from stage to stage: the map, and the same in words for whom a picture says
 * nothing. */
#include "view/doc/build.h"

#include "plan/alternatives.h"

static const struct entity *
stage_of_any(const struct entity *entity)
{
	while (entity && entity->kind == KIND_STEP)
		entity = entity->parent;
	return entity;
}

static void
add_route(struct doc *doc, struct doc_route route)
{
	struct doc_own *own = doc->own;
	own->routes =
	    arena_grow(&own->arena, own->routes, doc->route_count, 1, sizeof *own->routes);
	doc->routes = own->routes;
	own->routes[doc->route_count++] = route;
}

/* NULL where there is nothing to ask. */
static const char *
condition_of(const struct doc *doc, const struct outcome *outcome)
{
	bool asks = !outcome_is_default(outcome) || !outcome_is_alone(outcome);
	return asks ? show_condition(doc->voice, outcome) : NULL;
}

/* The routes that outcomes lead out of a stage; those within it are told by its steps. */
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
				add_route(doc,
					  (struct doc_route){.from = from,
							     .to = to->kind == KIND_END ? NULL : to,
							     .condition = condition});
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
	if (!task_deciding_step(&stage->base))
		add_outcomes(doc, &stage->base);
}

/* A stage that waits for another, in some variants. */
struct follower {
	const struct entity *stage;
	variant_set variants;
	struct follower *next;
};

/* By stage, as chains: the stages that wait for it. */
static struct follower **
find_followers(struct doc *doc, const struct alternatives *alternatives)
{
	const struct list *stages = &doc->model->document->stages;
	struct arena *arena = &doc->own->arena;
	struct follower **first = arena_array(arena, stages->count + 1, sizeof *first);
	for (uint32_t i = stages->count; i-- > 0;) {
		const struct task *task = plan_task(doc->plan, stages->items[i]);
		struct waits waits = {0};
		if (task)
			waits = alternatives_waits(alternatives, task, arena);
		for (uint32_t k = 0; k < waits.count; k++) {
			uint32_t at = stage_of_any(waits.items[k].before->entity)->number - 1;
			struct follower *link = arena_alloc(arena, sizeof *link);
			*link =
			    (struct follower){stages->items[i], waits.items[k].variants, first[at]};
			first[at] = link;
		}
	}
	return first;
}

/* A route that is there in some of the variants that its beginning has. */
static void
add_way(struct doc *doc, const struct alternatives *alternatives, const struct entity *from,
	const struct entity *to, variant_set variants)
{
	variant_set of = from ? alternatives_of(alternatives, from) : alternatives->all;
	struct doc_route route = {.from = from, .to = to};
	if (variants != of) {
		route.condition = alternatives_names(alternatives, variants, &doc->own->arena);
		route.only = alternatives_list(alternatives, variants, &doc->own->arena);
	}
	if (variants)
		add_route(doc, route);
}

static void
add_starts(struct doc *doc, const struct alternatives *alternatives)
{
	const struct list *stages = &doc->model->document->stages;
	for (uint32_t i = 0; i < stages->count; i++) {
		const struct task *task = plan_task(doc->plan, stages->items[i]);
		if (!task)
			continue;
		struct waits waits = alternatives_waits(alternatives, task, &doc->own->scratch);
		variant_set entering = alternatives_entering(alternatives, stages->items[i]);
		add_way(doc, alternatives, NULL, stages->items[i], waits.none & ~entering);
	}
}

/* The routes out of a stage that its outcomes do not decide. */
static void
add_followers(struct doc *doc, const struct alternatives *alternatives, const struct entity *stage,
	      const struct follower *first)
{
	variant_set left = alternatives_of(alternatives, stage);
	for (const struct follower *next = first; next; next = next->next) {
		add_way(doc, alternatives, stage, next->stage, next->variants);
		left &= ~next->variants;
	}
	add_way(doc, alternatives, stage, NULL, left);
}

void
doc_find_routes(struct doc *doc)
{
	const struct list *stages = &doc->model->document->stages;
	struct alternatives alternatives;
	if (!doc->plan)
		return;
	alternatives_init(&alternatives, doc->plan);
	struct follower **followers = find_followers(doc, &alternatives);
	add_starts(doc, &alternatives);
	for (uint32_t i = 0; i < stages->count; i++) {
		add_all_outcomes(doc, stage_at(stages, i));
		if (!task_left_by(stages->items[i]))
			add_followers(doc, &alternatives, stages->items[i], followers[i]);
	}
	alternatives_free(&alternatives);
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
		cell->lines = doc_text(doc, SPAN_TEXT, show_word(doc->voice, absent));
}

static void
put_routes(struct doc *doc)
{
	static const enum word titles[] = {WORD_DOC_ROUTE_FROM, WORD_DOC_ROUTE_IF,
					   WORD_DOC_ROUTE_TO};
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 3);
	for (uint32_t i = 0; i < 3; i++)
		doc_head(doc, &head, i, show_word(doc->voice, titles[i]), ALIGN_START);
	doc_put(doc, &head);
	for (uint32_t i = 0; i < doc->route_count; i++) {
		const struct doc_route *route = &doc->routes[i];
		struct doc_block row = doc_table(doc, BLOCK_ROW, 3);
		row.about = route->from || !route->only ? route->from : route->to;
		row.only = route->only;
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
	doc_put(doc, &(struct doc_block){.kind = BLOCK_MAP,
					 .title = show_word(doc->voice, WORD_DOC_MAP)});
	put_routes(doc);
}

const struct doc_part_info doc_part_map = {.has = has_map, .write = write_map};
