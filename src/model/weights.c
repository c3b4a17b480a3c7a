/* SPDX-License-Identifier: MIT */
#include "model/weights.h"

#include "model/fields.h"
#include "support/utf8.h"

enum weight { WEIGHT_UNSAID, WEIGHT_MATERIAL, WEIGHT_EDITORIAL };

static const char *const *
folded(const struct texts *words, struct arena *arena)
{
	const char **all = arena_array(arena, words->count + 1, sizeof *all);
	uint32_t count = 0;
	for (uint32_t i = 0; i < words->count; i++)
		if (words->items[i].s)
			all[count++] = utf8_fold(arena, words->items[i].s, FOLD_KEY);
	return count ? all : NULL;
}

struct weights
weights_of(const struct model *model, struct arena *arena)
{
	const struct process *process = model_process(model);
	return (struct weights){folded(&process->material, arena),
				folded(&process->editorial, arena)};
}

bool
weights_allow(const struct field *field)
{
	return !(field->flags & (F_ID | F_STATE | F_SETTING));
}

bool
weights_name(const struct field *field, const char *folded)
{
	return field_spelling_matches(field->keys[0], folded) ||
	       field_spelling_matches(field->keys[1], folded);
}

static bool
is_among(const char *const *names, const struct field *field)
{
	for (; names && *names; names++)
		if (weights_name(field, *names))
			return true;
	return false;
}

static enum weight
weight_of(const struct weights *weights, const struct field *field)
{
	if (is_among(weights->editorial, field))
		return WEIGHT_EDITORIAL;
	return is_among(weights->material, field) ? WEIGHT_MATERIAL : WEIGHT_UNSAID;
}

bool
weights_count(const struct weights *weights, const struct entity *thing, const struct field *field)
{
	enum weight weight = WEIGHT_UNSAID;
	bool said = weights->material || weights->editorial;
	for (const struct field *at = field; at && said && !weight && weights_allow(field);) {
		weight = weight_of(weights, at);
		at = thing ? entity_holder(thing) : NULL;
		thing = thing ? thing->parent : NULL;
	}
	return weight ? weight == WEIGHT_MATERIAL : !(field->flags & F_EDITORIAL);
}
