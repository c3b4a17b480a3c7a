/* SPDX-License-Identifier: MIT */
/* What people call the items of a run and its outcomes. */
#include "model/fields.h"
#include "model/pass.h"
#include "model/show.h"
#include "plan/run/progress.h"
#include "support/utf8.h"

#include <string.h>

static bool
same(struct arena *scratch, const char *left, const char *right)
{
	return left && strcmp(utf8_fold(scratch, left, FOLD_CASE),
			      utf8_fold(scratch, right, FOLD_CASE)) == 0;
}

bool
progress_is_called(const struct outcome *outcome, const char *text, struct arena *scratch)
{
	static const char *const others[] = {"иначе", "else", "otherwise"};
	const struct refs *targets = outcome_targets(outcome);
	bool is = same(scratch, outcome->condition.s, text);
	for (uint32_t i = 0; i < targets->count && !is; i++) {
		const struct entity *to = targets->items[i].to;
		is = same(scratch, targets->items[i].raw, text) ||
		     (to && to->kind != KIND_END && same(scratch, entity_name(to), text));
	}
	for (size_t i = 0; i < sizeof others / sizeof *others && !is; i++)
		is = outcome_is_default(outcome) && same(scratch, others[i], text);
	return is;
}

/* By a name or an id, of what it is part of as well: as a path may be written. */
static bool
is_path(struct arena *scratch, const struct entity *entity, const char *text)
{
	const char *slash = strrchr(text, '/');
	if (same(scratch, entity_name(entity), text) || same(scratch, entity->id, text))
		return true;
	if (!slash || !entity->parent || entity->kind != KIND_STEP)
		return false;
	return (same(scratch, entity_name(entity), slash + 1) ||
		same(scratch, entity->id, slash + 1)) &&
	       is_path(scratch, entity->parent, arena_copy(scratch, text, (size_t)(slash - text)));
}

static bool
is_item(const struct progress_item *item, const char *place, uint32_t pass, struct arena *scratch)
{
	return item->pass == (pass ? pass : item->passes) &&
	       (is_path(scratch, item->entity, place) ||
		same(scratch, show_number(item->entity, scratch), place));
}

struct progress_match
progress_match(const struct progress *progress, const char *text, struct arena *arena)
{
	struct progress_match match = {.item = PLAN_NONE, .names = ""};
	const char *place = pass_place(text, arena);
	for (uint32_t i = 0; i < progress->count; i++) {
		const struct progress_item *item = &progress->items[i];
		if (!is_item(item, place, pass_number(text), arena))
			continue;
		const char *name = progress_name(item, arena);
		match.names =
		    match.count++ ? arena_printf(arena, "%s, %s", match.names, name) : name;
		match.item = i;
	}
	return match;
}

const char *
progress_name(const struct progress_item *item, struct arena *arena)
{
	const char *name = entity_name(item->entity);
	for (const struct entity *outer = item->entity->parent;
	     outer && (outer->kind == KIND_STEP || outer->kind == KIND_STAGE);
	     outer = outer->parent)
		name = arena_printf(arena, "%s/%s", entity_name(outer), name);
	return item->pass > 1 ? arena_printf(arena, "%s#%u", name, item->pass) : name;
}
