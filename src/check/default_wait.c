/* SPDX-License-Identifier: MIT */
/* What stands last and ends by itself, or goes back, and is led to by an outcome that is not usual,
 * is a refusal or a return as a rule: it follows the one before it only since that is what the file
 * says of what says nothing. */
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
