/* SPDX-License-Identifier: MIT */
#include "load/resolve/default_waits.h"

#include "model/fields.h"
#include "plan/plan.h"

struct waits_finder {
	const struct outcome **led; /* by serial: the first outcome from above that leads there */
	const struct outcome **beside; /* by serial: the last outcome that named it */
	const struct entity *
	    *steady; /* by serial: the one before, past those that go on for ever */
	bool *alone; /* by serial: an outcome has it begin without waiting for the one before it */
};

static const struct entity *
one_before(const struct entity *entity)
{
	return entity->number > 1 ? task_siblings(entity)->items[entity->number - 2] : NULL;
}

static bool
is_place(const struct entity *to)
{
	return to && (to->kind == KIND_STAGE || to->kind == KIND_STEP);
}

static bool
is_ongoing(const struct entity *entity)
{
	return entity && task_is_ongoing(entity);
}

/* Depth is that of the format. */
static void
note_steady(struct waits_finder *f, const struct list *tasks)
{
	for (uint32_t i = 0; i < tasks->count; i++) {
		const struct entity *before = i ? tasks->items[i - 1] : NULL;
		f->steady[((const struct entity *)tasks->items[i])->serial] =
		    is_ongoing(before) ? f->steady[before->serial] : before;
		note_steady(f, task_steps(tasks->items[i]));
	}
}

/* True when a place is, or is part of, something that goes on for ever right before another. */
static bool
is_beside(const struct waits_finder *f, const struct entity *place, const struct entity *to)
{
	while (is_place(place) && place->parent != to->parent)
		place = place->parent;
	const struct entity *steady = f->steady[to->serial];
	return is_place(place) && place->number < to->number &&
	       place->number > (steady ? steady->number : 0);
}

static void
note_outcome(struct waits_finder *f, const struct outcome *outcome)
{
	const struct refs *targets = outcome_targets(outcome);
	for (uint32_t i = 0; i < targets->count; i++)
		if (is_place(targets->items[i].to))
			f->beside[targets->items[i].to->serial] = outcome;
	for (uint32_t i = 0; i < targets->count; i++) {
		const struct entity *to = targets->items[i].to;
		const struct entity *before = is_place(to) ? one_before(to) : NULL;
		if (!before || outcome->base.parent->serial >= to->serial)
			continue;
		if (!f->led[to->serial])
			f->led[to->serial] = outcome;
		if (f->beside[before->serial] == outcome || is_beside(f, outcome->base.parent, to))
			f->alone[to->serial] = true;
	}
}

static void
note_outcomes(struct waits_finder *f, const struct list *tasks)
{
	for (uint32_t i = 0; i < tasks->count; i++) {
		const struct list *outcomes = task_outcomes(tasks->items[i]);
		for (uint32_t k = 0; k < outcomes->count; k++)
			note_outcome(f, outcome_at(outcomes, k));
		note_outcomes(f, task_steps(tasks->items[i]));
	}
}

/* True when some outcome of a stage or step leads to another, or to a part of it. */
static bool
leads_to(const struct entity *from, const struct entity *to)
{
	const struct list *outcomes = task_outcomes(from);
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct refs *targets = outcome_targets(outcome_at(outcomes, i));
		for (uint32_t k = 0; k < targets->count; k++)
			if (entity_is_within(targets->items[k].to, to))
				return true;
	}
	return false;
}

static bool
leads_elsewhere(const struct entity *before, const struct entity *to)
{
	const struct entity *left_by = task_left_by(before);
	return left_by && !leads_to(left_by, to);
}

/* True when outcomes leave the last one before that does not go on for ever, and lead to none that
 * does between the two, which would begin with it. */
static bool
leads_past(const struct waits_finder *f, const struct entity *to)
{
	const struct entity *steady = f->steady[to->serial],
			    *left_by = steady ? task_left_by(steady) : NULL;
	if (!left_by || !is_ongoing(one_before(to)))
		return false;
	const struct list *outcomes = task_outcomes(left_by);
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct refs *targets = outcome_targets(outcome_at(outcomes, i));
		for (uint32_t k = 0; k < targets->count; k++)
			if (is_beside(f, targets->items[k].to, to))
				return false;
	}
	return true;
}

/* Depth is that of the format. */
static void
settle(const struct waits_finder *f, const struct list *tasks)
{
	for (uint32_t i = 0; i < tasks->count; i++) {
		struct entity *entity = tasks->items[i];
		struct refs *after =
		    entity->kind == KIND_STAGE ? &stage_of(entity)->after : &step_of(entity)->after;
		const struct outcome *led = f->led[entity->serial];
		bool waits = !after->pos.line && led;
		if (waits &&
		    (f->alone[entity->serial] || leads_elsewhere(one_before(entity), entity) ||
		     leads_past(f, entity))) {
			after->pos = led->base.pos;
			entity->led = true;
		}
		settle(f, task_steps(entity));
	}
}

void
default_waits(struct model *model)
{
	struct arena arena = {0};
	size_t count = (size_t)model->made_count + 1;
	struct waits_finder f = {arena_array(&arena, count, sizeof *f.led),
				 arena_array(&arena, count, sizeof *f.beside),
				 arena_array(&arena, count, sizeof *f.steady),
				 arena_array(&arena, count, sizeof *f.alone)};
	note_steady(&f, &model->document->stages);
	note_outcomes(&f, &model->document->stages);
	settle(&f, &model->document->stages);
	arena_free(&arena);
}
