/* SPDX-License-Identifier: MIT */
#include "model/lookup.h"

#include "model/field.h"
#include "model/fields.h"
#include "support/utf8.h"
#include "text/words/expansion.h"

#include <string.h>

/* «Руководитель проекта (РП)» is called by either. */
static bool
has_part(const char *name, const char *folded, struct arena *arena)
{
	struct expansion parts;
	if (!strchr(name, '(') || !expansion_of_title(words_new(arena), name, &parts))
		return false;
	const char *brief = arena_copy(arena, parts.brief, (size_t)(parts.brief_end - parts.brief)),
		   *full = arena_copy(arena, parts.full, (size_t)(parts.full_end - parts.full));
	return strcmp(utf8_fold(arena, brief, FOLD_CASE), folded) == 0 ||
	       strcmp(utf8_fold(arena, full, FOLD_CASE), folded) == 0;
}

static bool
is_called(const struct role *role, const char *folded, struct arena *arena)
{
	bool called = strcmp(utf8_fold(arena, role->base.id, FOLD_CASE), folded) == 0 ||
		      strcmp(utf8_fold(arena, entity_name(&role->base), FOLD_CASE), folded) == 0;
	for (uint32_t i = 0; i < role->aliases.count && !called; i++)
		called = strcmp(utf8_fold(arena, role->aliases.items[i].s, FOLD_CASE), folded) == 0;
	return called || has_part(entity_name(&role->base), folded, arena);
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
