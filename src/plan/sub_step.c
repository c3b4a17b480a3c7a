/* SPDX-License-Identifier: MIT */
#include "plan/sub_step.h"

#include "model/fields.h"

/* Where an outcome leads: to those beside the sub-step by their numbers. */
static const char *
targets_in_card(const struct voice *voice, const struct outcome *outcome, const struct entity *step,
		struct arena *arena)
{
	const struct refs *targets = outcome_targets(outcome);
	const char *text = "";
	for (uint32_t i = 0; i < targets->count; i++) {
		const struct entity *to = targets->items[i].to;
		bool beside = to && to->parent == step->parent;
		text = arena_printf(arena, "%s%s%s", text, i ? " + " : "",
				    beside ? show_number(to, arena)
					   : show_ref(voice, &targets->items[i]));
	}
	return text;
}

const char *
sub_step_said(const struct voice *voice, const struct entity *step, struct arena *arena)
{
	const struct list *outcomes = &step_of(step)->outcomes;
	const char *text = show_numbered(step, arena);
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct outcome *outcome = outcome_at(outcomes, i);
		text = arena_printf(arena, "%s%s %s \xE2\x86\x92\xC2\xA0%s", text, i ? "," : ":",
				    show_condition(voice, outcome),
				    targets_in_card(voice, outcome, step, arena));
	}
	return text;
}
