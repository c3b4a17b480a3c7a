/* SPDX-License-Identifier: MIT */
/* Who says nothing waits for the one before it, which is not always meant.
 *
 * What stands last and ends by itself, or goes back, and is led to by an outcome that is not usual,
 * is a refusal or a return as a rule: it follows the one before it only since it stands there.
 *
 * What stands behind something that goes on for ever waits only for that to begin: no longer for
 * what stands before that, where it does not wait for it either. */
#include "check/default_wait.h"

#include "check/checker.h"
#include "model/fields.h"
#include "plan/plan.h"

/* By serial, the first unusual outcome from above that leads there. */
static void
note_led(const struct outcome **led, const struct list *tasks)
{
	for (uint32_t i = 0; i < tasks->count; i++) {
		const struct entity *from = tasks->items[i];
		const struct list *outcomes = task_outcomes(from);
		const struct outcome *usual = task_usual(from);
		for (uint32_t k = 0; k < outcomes->count; k++) {
			const struct outcome *outcome = outcome_at(outcomes, k);
			const struct entity *to = outcome_targets(outcome)->count == 1
						      ? outcome_targets(outcome)->items[0].to
						      : NULL;
			if (to && outcome != usual && to->serial > from->serial && !led[to->serial])
				led[to->serial] = outcome;
		}
		note_led(led, task_steps(from));
	}
}

/* True for what is left by one outcome without a condition that leads to the end or back. */
static bool
turns_away(const struct entity *entity)
{
	const struct list *outcomes = task_outcomes(entity);
	return outcomes->count == 1 && !task_goes_on(entity) &&
	       !task_leads_on(entity, outcome_at(outcomes, 0));
}

static void
check_list(struct checker *c, const struct outcome *const *led, const struct list *tasks)
{
	for (uint32_t i = 0; i < tasks->count; i++) {
		const struct entity *entity = tasks->items[i];
		const struct entity *before = i ? tasks->items[i - 1] : NULL;
		const struct outcome *outcome = led[entity->serial];
		check_list(c, led, task_steps(entity));
		if (!before || !outcome || task_after(entity)->pos.line || task_left_by(before) ||
		    outcome->base.parent == before || !turns_away(entity))
			continue;
		report2(c, RULE_FLOW_ALSO_FOLLOWS, entity,
			field_pos(entity, field_flagged(entity->kind, F_NAME)), entity_name(entity),
			entity_name(before))
		    ->related = outcome->base.pos;
	}
}

void
check_also_follows(struct checker *c, const struct entity *document)
{
	const struct list *stages = &document_of(document)->stages;
	const struct outcome **led =
	    arena_array(&c->arena, (size_t)c->model->made_count + 1, sizeof *led);
	note_led(led, stages);
	check_list(c, led, stages);
}

static const struct entity *
one_before(const struct entity *entity)
{
	return entity->number > 1 ? task_siblings(entity)->items[entity->number - 2] : NULL;
}

/* True when something written is waited for that is not before a place in the list. */
static bool
waits_from(const struct refs *after, const struct entity *place)
{
	for (uint32_t i = 0; i < after->count; i++) {
		const struct entity *wait = after->items[i].to;
		while (wait && wait->parent != place->parent)
			wait = wait->parent;
		if (!wait || wait->number >= place->number)
			return true;
	}
	return false;
}

const struct entity *
default_wait_lost(const struct entity *entity)
{
	const struct entity *ongoing = one_before(entity), *lost = ongoing;
	bool waits = false;
	while (lost && task_is_ongoing(lost))
		lost = one_before(lost);
	if (!lost || lost == ongoing || task_after(entity)->pos.line || task_left_by(lost))
		return NULL;
	for (const struct entity *at = ongoing; at != lost && !waits; at = one_before(at)) {
		if (task_only(at)->count)
			return NULL;
		waits = task_after(at)->pos.line != 0;
		if (waits && waits_from(task_after(at), lost))
			return NULL;
	}
	return waits ? lost : NULL;
}

void
check_default_wait(struct checker *c, const struct entity *entity)
{
	const struct entity *lost = default_wait_lost(entity);
	if (lost && !task_is_ongoing(entity))
		report3(c, RULE_FLOW_BEHIND_ONGOING, entity,
			field_pos(entity, field_flagged(entity->kind, F_NAME)), entity_name(entity),
			entity_name(one_before(entity)), entity_name(lost))
		    ->related = one_before(entity)->pos;
}
