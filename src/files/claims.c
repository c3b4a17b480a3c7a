/* SPDX-License-Identifier: MIT */
#include "files/claims.h"

#include "support/utf8.h"

#include <string.h>

/* A name that is taken. */
struct claim {
	const struct file_owner *owner;
	bool folder;
};

static bool
is_of_group(const struct claim *claim, const struct file_owner *owner)
{
	return (claim->owner ? claim->owner->group : NULL) == (owner ? owner->group : NULL);
}

/* Claims a name, or a folder that others of the group may have claimed before. */
static bool
claim_name(struct claims *claims, const struct file_owner *owner, const char *key, bool folder,
	   struct arena *arena)
{
	const struct claim *old = map_get(&claims->names, key);
	if (old)
		return folder && old->folder && is_of_group(old, owner);
	struct claim *claim = arena_alloc(arena, sizeof *claim);
	*claim = (struct claim){owner, folder};
	*map_at(&claims->names, arena_string(arena, key)) = claim;
	return true;
}

bool
claims_take(struct claims *claims, const struct file_owner *owner, const char *name,
	    struct arena *arena)
{
	char *key = arena_string(arena, utf8_fold(arena, name, FOLD_CASE));
	for (char *slash = strchr(key, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (!claim_name(claims, owner, key, true, arena))
			return false;
		*slash = '/';
	}
	return claim_name(claims, owner, key, false, arena);
}

const struct file_owner *
claims_rival(const struct claims *claims, const struct file_owner *owner, const char *name,
	     struct arena *arena)
{
	const struct claim *claim = NULL;
	char *key = arena_string(arena, utf8_fold(arena, name, FOLD_CASE));
	for (char *slash = strchr(key, '/'); slash && !claim; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		claim = map_get(&claims->names, key);
		claim = claim && is_of_group(claim, owner) ? NULL : claim;
		*slash = '/';
	}
	claim = claim ? claim : map_get(&claims->names, key);
	return claim && !is_of_group(claim, owner) ? claim->owner : NULL;
}

void
claims_free(struct claims *claims)
{
	map_free(&claims->names);
}
