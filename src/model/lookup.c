/* SPDX-License-Identifier: MIT */
#include "model/lookup.h"

#include "model/field.h"
#include "support/utf8.h"

#include <string.h>

static bool
is_called(const struct role *role, const char *folded, struct arena *arena)
{
	bool called = strcmp(utf8_fold(arena, role->base.id, FOLD_CASE), folded) == 0 ||
		      strcmp(utf8_fold(arena, entity_name(&role->base), FOLD_CASE), folded) == 0;
	for (uint32_t i = 0; i < role->aliases.count && !called; i++)
		called = strcmp(utf8_fold(arena, role->aliases.items[i].s, FOLD_CASE), folded) == 0;
	return called;
}

const struct role *
lookup_role(const struct model *model, const char *name)
{
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, name, FOLD_CASE);
	const struct list *roles = &model->document->roles;
	const struct role *found = NULL;
	for (uint32_t i = 0; i < roles->count && !found; i++)
		if (is_called(role_at(roles, i), folded, &arena))
			found = role_at(roles, i);
	arena_free(&arena);
	return found;
}

const char **
lookup_role_names(const struct model *model, struct arena *arena)
{
	const struct list *roles = &model->document->roles;
	const char **names = arena_array(arena, (size_t)roles->count + 1, sizeof *names);
	for (uint32_t i = 0; i < roles->count; i++)
		names[i] = entity_name(roles->items[i]);
	return names;
}
