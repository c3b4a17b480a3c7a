/* SPDX-License-Identifier: MIT */
#include "plan/part_said.h"

#include "model/fields.h"
#include "plan/part.h"

const char *
part_case_names(const struct part_case *one, struct arena *arena)
{
	const char *names = "";
	for (uint32_t i = 0; i < one->variant_count; i++)
		names = arena_printf(arena, "%s%s%s", names, i ? ", " : "",
				     entity_name(one->variants[i]));
	return names;
}

static const char *
role_names(const struct role *const *roles, struct arena *arena)
{
	const char *names = "";
	for (; *roles; roles++)
		names = arena_printf(arena, "%s%s%s", names, *names ? ", " : "",
				     entity_name(&(*roles)->base));
	return names;
}

static const char *
say_cases(const struct part_cases *cases, uint32_t from, struct arena *arena)
{
	const char *said = "";
	for (uint32_t i = from; i < cases->count; i++) {
		const char *names = part_case_names(&cases->items[i], arena),
			   *roles = role_names(cases->items[i].roles, arena);
		if (!*roles)
			continue;
		if (i || !cases->rest)
			roles = arena_printf(arena, "%s: %s", names, roles);
		said = arena_printf(arena, "%s%s%s", said, *said ? "; " : "", roles);
	}
	return said;
}

const char *
part_said(const struct entity *entity, struct arena *arena)
{
	const struct part_cases cases = part_cases(entity, arena);
	bool differs = part_variants(entity).count > 1 || entity->untold;
	return differs ? say_cases(&cases, 0, arena) : "";
}

const char *
part_said_besides(const struct entity *entity, struct arena *arena)
{
	const struct part_cases cases = part_cases(entity, arena);
	return say_cases(&cases, 1, arena);
}

static bool
any_differs(const struct list *steps)
{
	for (uint32_t i = 0; i < steps->count; i++)
		if (step_more(step_at(steps, i))->role_by_variant ||
		    any_differs(&step_at(steps, i)->steps))
			return true;
	return false;
}

const char *
part_legend(const struct voice *voice, struct arena *arena)
{
	const struct list *stages = &voice->model->document->stages;
	const char *letters = show_word(voice, WORD_LEGEND_LETTERS);
	for (uint32_t i = 0; i < stages->count; i++)
		if (stage_at(stages, i)->responsible_by_variant ||
		    any_differs(&stage_at(stages, i)->steps))
			return show_word_with(voice, WORD_LEGEND_PARTLY, letters, arena);
	return letters;
}
