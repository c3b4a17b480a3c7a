/* SPDX-License-Identifier: MIT */
#include "merge/decide/sighting.h"

#include "view/mark.h"

#include <string.h>

void
sights_add(struct sights *sights, const struct sight_value *value)
{
	sights->values = arena_grow(sights->arena, sights->values, sights->value_count, 1,
				    sizeof *sights->values);
	sights->values[sights->value_count++] = *value;
}

struct sight_new *
sights_add_new(struct sights *sights, const struct sight_new *sight)
{
	struct sight_new *kept = arena_alloc(sights->arena, sizeof *kept);
	*kept = *sight;
	sights->news =
	    arena_grow(sights->arena, sights->news, sights->new_count, 1, sizeof *sights->news);
	return sights->news[sights->new_count++] = kept;
}

void
sights_add_gone(struct sights *sights, const struct sight_gone *gone)
{
	sights->gone =
	    arena_grow(sights->arena, sights->gone, sights->gone_count, 1, sizeof *sights->gone);
	sights->gone[sights->gone_count++] = *gone;
}

struct sight_move *
sights_add_move(struct sights *sights, const struct sight_move *move)
{
	struct sight_move *kept = arena_alloc(sights->arena, sizeof *kept);
	*kept = *move;
	sights->moves =
	    arena_grow(sights->arena, sights->moves, sights->move_count, 1, sizeof *sights->moves);
	return sights->moves[sights->move_count++] = kept;
}

void
sight_new_add(struct sights *sights, struct sight_new *sight, const struct sight_value *value)
{
	sight->values =
	    arena_grow(sights->arena, sight->values, sight->count, 1, sizeof *sight->values);
	sight->values[sight->count++] = *value;
}

bool
sight_is_edited(const char *was, const char *text, const char *built, enum sight_state *state,
		struct arena *arena)
{
	*state = SIGHT_UNMARKED;
	if (strcmp(was, text) == 0)
		return false;
	if (!built)
		return true;
	*state = strcmp(built, mark_text(was, arena)) == 0 ? SIGHT_EDITED : SIGHT_BOTH;
	return strcmp(built, mark_text(text, arena)) != 0;
}
