/* SPDX-License-Identifier: MIT */
/* Rules on names: two things that people cannot tell apart. */
#include "check/checker.h"
#include "model/fields.h"
#include "support/utf8.h"

static void
check_same_names(struct checker *c, const struct list *list)
{
	struct map names = {0};
	map_reserve(&names, list->count);
	for (uint32_t i = 0; i < list->count; i++) {
		struct entity *entity = list->items[i];
		const char *name = entity_name(entity);
		struct entity **first =
		    (struct entity **)map_at(&names, utf8_fold(&c->arena, name, FOLD_CASE));
		if (*first) {
			struct pos pos = field_pos(entity, field_flagged(entity->kind, F_NAME));
			report2(c, RULE_REF_SAME_NAME, entity, pos, name, said_kind(entity->kind))
			    ->related = field_pos(*first, field_flagged(entity->kind, F_NAME));
		} else if (*name)
			*first = entity;
	}
	map_free(&names);
}

void
check_names(struct checker *c, const struct entity *entity)
{
	check_same_names(c, &document_of(entity)->stages);
	check_same_names(c, &document_of(entity)->roles);
}
