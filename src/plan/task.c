/* SPDX-License-Identifier: MIT */
/* What a stage or step says of itself, whichever of the two it is. */
#include "model/fields.h"
#include "model/variant.h"
#include "plan/plan.h"

static const struct list no_steps;
static const struct refs no_refs;

const struct field *
task_deadline_row(const struct entity *entity)
{
	return field_row(entity->kind == KIND_STAGE ? FIELD_STAGE_deadline : FIELD_STEP_deadline);
}

const struct duration *
task_deadline(const struct entity *entity, const struct entity *variant)
{
	return variant_field(variant, entity, task_deadline_row(entity));
}

const struct terms *
task_terms(const struct entity *entity, const struct entity *variant)
{
	const struct field *row = field_terms(task_deadline_row(entity));
	const struct entity *const *terms = variant_field(variant, entity, row);
	return *terms ? terms_of(*terms) : NULL;
}

/* True for days and hours of work that do not say of what kind they are. */
static bool
leaves_kind(const struct duration *duration)
{
	const struct amounts *most = duration->told ? &duration->told->most : NULL;
	for (uint32_t i = 0; most && i < most->count; i++)
		if (!most->items[i].named &&
		    (most->items[i].unit == UNIT_HOUR || most->items[i].unit == UNIT_DAY))
			return true;
	return false;
}

bool
task_leaves_kind(const struct entity *task)
{
	const struct terms *terms = task_terms(task, NULL);
	return leaves_kind(task_deadline(task, NULL)) ||
	       (terms && (leaves_kind(&terms->least) || leaves_kind(&terms->ahead)));
}

const struct refs *
task_after(const struct entity *entity)
{
	if (entity->kind == KIND_STAGE)
		return &stage_of(entity)->after;
	return entity->kind == KIND_STEP ? &step_of(entity)->after : &no_refs;
}

bool
task_is_ongoing(const struct entity *entity)
{
	return entity->kind == KIND_STAGE ? stage_of(entity)->ongoing.on
					  : step_of(entity)->ongoing.on;
}

static bool
is_in(const struct entity *entity, const struct entity *outer)
{
	while (entity && entity != outer)
		entity = entity->parent;
	return entity;
}

bool
task_is_related(const struct entity *a, const struct entity *b)
{
	bool parts = b->kind == KIND_STAGE || b->kind == KIND_STEP;
	return parts && (is_in(a, b) || is_in(b, a));
}

bool
task_is_ongoing_part(const struct entity *entity)
{
	return (entity->kind == KIND_STAGE || entity->kind == KIND_STEP) && task_is_ongoing(entity);
}

const struct list *
task_steps(const struct entity *entity)
{
	if (entity->kind == KIND_STAGE)
		return &stage_of(entity)->steps;
	return entity->kind == KIND_STEP ? &step_of(entity)->steps : &no_steps;
}

const struct refs *
task_only(const struct entity *entity)
{
	return entity->kind == KIND_STEP ? &step_of(entity)->only : &stage_of(entity)->only;
}

const struct list *
task_siblings(const struct entity *entity)
{
	return entity->kind == KIND_STAGE ? &document_of(entity->parent)->stages
					  : task_steps(entity->parent);
}

static bool
waits_for(const struct list *list, uint32_t i, const struct entity *entity)
{
	const struct refs *after = task_after(list->items[i]);
	if (!after->pos.line)
		return i > 0 && list->items[i - 1] == entity;
	for (uint32_t j = 0; j < after->count; j++)
		if (after->items[j].to == entity)
			return true;
	return false;
}

const struct entity *
task_next(const struct entity *entity)
{
	const struct list *list = task_siblings(entity);
	for (uint32_t i = 0; i < list->count; i++)
		if (waits_for(list, i, entity))
			return list->items[i];
	return entity->kind == KIND_STEP ? task_next(entity->parent) : NULL;
}

const struct list *
task_outcomes(const struct entity *entity)
{
	return entity->kind == KIND_STEP ? &step_of(entity)->outcomes : &stage_of(entity)->outcomes;
}

bool
task_goes_on(const struct entity *entity)
{
	const struct list *outcomes = task_outcomes(entity);
	return !outcomes->count ||
	       (outcomes->count == 1 && !outcome_is_default(outcome_at(outcomes, 0)));
}

/* True when a place is a stage or step, part of it, what it is part of, or stands before it. */
static bool
is_back(const struct entity *from, const struct entity *to)
{
	while (to->kind == KIND_STEP && to->parent != from->parent && to != from)
		to = to->parent;
	while (from->kind == KIND_STEP && from->parent != to->parent && from != to)
		from = from->parent;
	return to->kind != KIND_END && to->number <= from->number;
}

static bool
leads_back(const struct entity *from, const struct outcome *outcome)
{
	const struct refs *targets = outcome_targets(outcome);
	for (uint32_t i = 0; i < targets->count; i++)
		if (targets->items[i].to && is_back(from, targets->items[i].to))
			return true;
	return false;
}

bool
task_leads_on(const struct entity *entity, const struct outcome *outcome)
{
	const struct refs *targets = outcome_targets(outcome);
	const struct entity *to = targets->count ? targets->items[0].to : NULL;
	return to && to->kind != KIND_END && !leads_back(entity, outcome);
}

const struct outcome *
task_usual(const struct entity *entity)
{
	const struct list *outcomes = task_outcomes(entity);
	const struct outcome *first = NULL;
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct outcome *outcome = outcome_at(outcomes, i);
		if (outcome->usual.on)
			return outcome;
		if (!first && !leads_back(entity, outcome))
			first = outcome;
	}
	return first;
}

const struct entity *
task_deciding_step(const struct entity *entity)
{
	const struct list *steps = task_steps(entity);
	const struct entity *last = steps->count ? steps->items[steps->count - 1] : NULL;
	return last && !task_goes_on(last) ? last : NULL;
}

const struct entity *
task_left_by(const struct entity *entity)
{
	return task_goes_on(entity) ? task_deciding_step(entity) : entity;
}

const struct stage *
task_stage(const struct entity *entity)
{
	while (entity->kind != KIND_STAGE)
		entity = entity->parent;
	return stage_of(entity);
}
