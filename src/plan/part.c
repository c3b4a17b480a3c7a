/* SPDX-License-Identifier: MIT */
#include "plan/part.h"

#include "plan/plan.h"
#include "model/field.h"
#include "support/map.h"

static const struct role *
ref_role(const struct refs *refs, uint32_t i)
{
	return refs->items[i].to ? role_of(refs->items[i].to) : NULL;
}

static bool
has_role(const struct refs *refs, const struct role *role)
{
	for (uint32_t i = 0; i < refs->count; i++)
		if (ref_role(refs, i) == role)
			return true;
	return false;
}

const struct role *
part_accountable(const struct stage *stage)
{
	if (stage->accountable.to)
		return role_of(stage->accountable.to);
	for (uint32_t i = 0; i < stage->responsible.count; i++)
		if (ref_role(&stage->responsible, i))
			return ref_role(&stage->responsible, i);
	return NULL;
}

/* The step, or the outer one, that says who does it; NULL when the stage's accountable does. */
static const struct step *
role_giver(const struct entity *entity)
{
	while (entity->kind == KIND_STEP && !step_of(entity)->role.pos.line)
		entity = entity->parent;
	return entity->kind == KIND_STEP ? step_of(entity) : NULL;
}

const struct role **
part_roles(const struct entity *entity, struct arena *arena)
{
	const struct step *giver = role_giver(entity);
	const struct refs *refs = giver ? &giver->role : NULL;
	const struct role **roles =
	    arena_array(arena, refs ? (size_t)refs->count + 1 : 2, sizeof *roles);
	if (!refs) {
		roles[0] = part_accountable(task_stage(entity));
		return roles;
	}
	struct map seen = {0};
	for (uint32_t i = 0, count = 0; i < refs->count; i++) {
		const struct role *role = ref_role(refs, i);
		void **place = role && refs->count > 1 ? map_at(&seen, role->base.id) : NULL;
		if (role && !(place && *place))
			roles[count++] = role;
		if (place)
			*place = (void *)(uintptr_t)role;
	}
	map_free(&seen);
	return roles;
}

const char *
part_letters(const struct entity *entity, const struct role *role, char letters[5])
{
	const struct stage *stage = task_stage(entity);
	bool is_stage = entity->kind == KIND_STAGE, accounts = part_accountable(stage) == role;
	const struct step *giver = is_stage ? NULL : role_giver(entity);
	char *end = letters;
	if (is_stage ? has_role(&stage->responsible, role)
	    : giver  ? has_role(&giver->role, role)
		     : accounts)
		*end++ = 'R';
	if (accounts)
		*end++ = 'A';
	if (is_stage && has_role(&stage->consulted, role))
		*end++ = 'C';
	if (is_stage && has_role(&stage->informed, role))
		*end++ = 'I';
	*end = '\0';
	return letters;
}
