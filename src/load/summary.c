/* SPDX-License-Identifier: MIT */
#include "load/summary.h"

#include "model/fields.h"
#include "plan/plan.h"

#include <string.h>

struct summary {
	const struct model *model;
	const struct plan *plan;
	struct neighbour *neighbour;
	struct arena *arena;
	struct neighbour_thing **by_serial; /* of the stages and steps */
};

static const char *
copy(const struct summary *s, const char *text)
{
	return text ? arena_string(s->arena, text) : NULL;
}

static struct texts
copy_texts(const struct summary *s, const struct texts *from)
{
	struct texts to = {.count = from->count, .pos = from->pos};
	to.items = arena_array(s->arena, (size_t)from->count + 1, sizeof *to.items);
	for (uint32_t i = 0; i < from->count; i++)
		to.items[i] = (struct text){copy(s, from->items[i].s), from->items[i].pos};
	return to;
}

static struct neighbour_thing *
add(struct summary *s, const struct entity *entity)
{
	struct neighbour *neighbour = s->neighbour;
	struct neighbour_thing *thing = arena_alloc(s->arena, sizeof *thing);
	*thing = (struct neighbour_thing){.kind = entity->kind,
					  .number = neighbour->thing_count + 1,
					  .id = copy(s, entity->id),
					  .name = copy(s, entity_name(entity)),
					  .anchor = copy(s, entity->anchor),
					  .pos = entity->pos};
	neighbour->things = arena_grow(s->arena, neighbour->things, neighbour->thing_count, 1,
				       sizeof *neighbour->things);
	neighbour->things[neighbour->thing_count++] = thing;
	return thing;
}

/* What waits for nothing and is led to by nothing begins when what it is part of does. */
static bool
begins(const struct summary *s, const struct entity *entity, const struct neighbour_thing *outer)
{
	const struct task *task = plan_task(s->plan, entity);
	return task && !task->after_count && !task->entered && !entity->led &&
	       (!outer || outer->begins);
}

/* Stages, their steps and those of these. */
static void
add_tasks(struct summary *s)
{
	for (uint32_t i = 0; i < s->plan->count; i++) {
		const struct entity *entity = s->plan->tasks[i].entity;
		struct neighbour_thing *thing = add(s, entity);
		if (entity->kind == KIND_STEP)
			thing->outer = s->by_serial[entity->parent->serial];
		thing->begins = begins(s, entity, thing->outer);
		s->by_serial[entity->serial] = thing;
	}
}

static void
add_roles(struct summary *s)
{
	const struct list *roles = &s->model->document->roles;
	for (uint32_t i = 0; i < roles->count; i++) {
		const struct role *role = role_at(roles, i);
		struct neighbour_thing *thing = add(s, &role->base);
		thing->external = role->external.on;
		thing->texts = copy_texts(s, &role->duties);
		thing->aliases = copy_texts(s, &role->aliases);
	}
}

static void
add_terms(struct summary *s)
{
	const struct list *terms = &s->model->document->glossary;
	for (uint32_t i = 0; i < terms->count; i++) {
		const struct term *term = term_at(terms, i);
		struct neighbour_thing *thing = add(s, &term->base);
		struct text definition = term->definition;
		struct texts one = {&definition, definition.s != NULL, definition.pos};
		thing->texts = copy_texts(s, &one);
		thing->aliases = copy_texts(s, &term->aliases);
	}
}

static const struct neighbour_thing *
task_around(const struct summary *s, const struct entity *entity)
{
	while (entity && entity->kind != KIND_STAGE && entity->kind != KIND_STEP)
		entity = entity->parent;
	return entity ? s->by_serial[entity->serial] : NULL;
}

static void
add_links(struct summary *s)
{
	const struct model *model = s->model;
	struct neighbour_link *links =
	    arena_array(s->arena, (size_t)model->outward_count + 1, sizeof *links);
	for (uint32_t i = 0; i < model->outward_count; i++) {
		const struct outward *outward = &model->outwards[i];
		const char *part;
		neighbour_path(s->arena, outward->to->base.id, &part);
		links[i] = (struct neighbour_link){.field = outward->field,
						   .from = task_around(s, outward->entity),
						   .real = copy(s, outward->to->process->real),
						   .part = part ? copy(s, part) : NULL,
						   .pos = outward->pos};
	}
	s->neighbour->links = links;
	s->neighbour->link_count = model->outward_count;
}

static void
add_files(struct summary *s)
{
	const struct model *model = s->model;
	const char **files = arena_array(s->arena, (size_t)model->part_files + 1, sizeof *files);
	for (uint32_t i = 0; i < model->part_files; i++)
		files[i] = copy(s, model->files[i].name);
	s->neighbour->files = files;
	s->neighbour->file_count = model->part_files;
}

/* Not while a process that is a step of it is not known. */
static void
add_total(struct summary *s)
{
	s->neighbour->best = s->plan->total[ESTIMATE_BEST];
	s->neighbour->most = s->plan->total[ESTIMATE_MOST];
	s->neighbour->timed = s->neighbour->most.weight > 0;
}

void
summary_take(const struct model *model, struct neighbour *neighbour, struct arena *arena)
{
	struct plan *plan = plan_new(model, NULL);
	struct summary s = {.model = model, .plan = plan, .neighbour = neighbour, .arena = arena};
	const struct process *process = model_process(model);
	s.by_serial = arena_array(arena, (size_t)model->made_count + 1, sizeof *s.by_serial);
	neighbour->read = true;
	neighbour->name = copy(&s, entity_name(&process->base));
	neighbour->code = copy(&s, process->code.s);
	neighbour->version = copy(&s, process->version.s);
	neighbour->stem = copy(&s, process->base.anchor);
	neighbour->lang = model->lang;
	neighbour->pos = process->base.pos;
	add_tasks(&s);
	add_roles(&s);
	add_terms(&s);
	add_links(&s);
	add_files(&s);
	add_total(&s);
	neighbour_index(neighbour, arena);
	plan_free(plan);
}
