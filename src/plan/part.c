/* SPDX-License-Identifier: MIT */
#include "plan/part.h"

#include "model/fields.h"
#include "plan/plan.h"
#include "support/map.h"

static const enum field_id named[RACI_COUNT][2] = {
    [RACI_R] = {FIELD_STAGE_responsible, FIELD_STEP_role},
    [RACI_A] = {FIELD_STAGE_accountable, FIELD_STEP_accountable},
    [RACI_C] = {FIELD_STAGE_consulted, FIELD_STEP_consulted},
    [RACI_I] = {FIELD_STAGE_informed, FIELD_STEP_informed},
};

const struct field *
part_field(enum kind kind, enum raci letter)
{
	return field_row(named[letter][kind == KIND_STEP]);
}

static const struct role *
role_at_ref(const struct ref *ref)
{
	return ref->to ? role_of(ref->to) : NULL;
}

/* What a stage or step names itself; false when it does not. Nobody (`[]`) is named too. */
static bool
names_own(const struct entity *entity, enum raci letter, struct part_refs *found)
{
	const void *value = field_value(entity, part_field(entity->kind, letter));
	if (letter == RACI_A) {
		const struct ref *ref = value;
		*found = (struct part_refs){.items = ref, .count = 1};
		return ref->to;
	}
	const struct refs *refs = value;
	*found = (struct part_refs){.items = refs->items, .count = refs->count};
	return refs->pos.line;
}

static struct part_refs
first_responsible(const struct entity *stage)
{
	const struct refs *refs = &stage_of(stage)->responsible;
	for (uint32_t i = 0; i < refs->count; i++)
		if (refs->items[i].to)
			return (struct part_refs){
			    .items = &refs->items[i], .count = 1, .assumed = true};
	return (struct part_refs){0};
}

struct part_refs
part_refs(const struct entity *entity, enum raci letter)
{
	struct part_refs found;
	const struct entity *at = entity;
	while (!names_own(at, letter, &found) && at->kind == KIND_STEP) {
		at = at->parent;
		if (at->kind == KIND_STAGE && letter == RACI_R)
			letter = RACI_A;
	}
	if (at->kind == KIND_STAGE && letter == RACI_A && !stage_of(at)->accountable.to)
		found = first_responsible(at);
	found.inherited = at != entity;
	return found;
}

/* Who does something is neither asked nor told of it besides, as those of the whole are. */
static void
settle(struct raci_letters *part)
{
	if ((part->own | part->inherited) & 1u << RACI_R)
		part->inherited &= ~(1u << RACI_C | 1u << RACI_I);
}

struct raci_letters
part_in(const struct entity *entity, const struct role *role)
{
	struct raci_letters part = {0};
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++) {
		struct part_refs refs = part_refs(entity, letter);
		for (uint32_t i = 0; i < refs.count; i++)
			if (refs.items[i].to == &role->base)
				*(refs.inherited ? &part.inherited : &part.own) |= 1u << letter;
	}
	settle(&part);
	return part;
}

void
part_all(const struct entity *entity, struct raci_letters *parts, uint32_t roles)
{
	for (uint32_t i = 0; i <= roles; i++)
		parts[i] = (struct raci_letters){0};
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++) {
		struct part_refs refs = part_refs(entity, letter);
		for (uint32_t i = 0; i < refs.count; i++) {
			struct raci_letters *part =
			    &parts[refs.items[i].to ? refs.items[i].to->number : 0];
			*(refs.inherited ? &part->inherited : &part->own) |= 1u << letter;
		}
	}
	for (uint32_t i = 0; i <= roles; i++)
		settle(&parts[i]);
}

static char *
put_letters(char *end, unsigned letters)
{
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++)
		if (letters >> letter & 1)
			*end++ = "RACI"[letter];
	return end;
}

const char *
part_letters(struct raci_letters part, char letters[RACI_ROOM])
{
	char *end = put_letters(letters, part.own);
	if (part.inherited) {
		*end++ = '(';
		end = put_letters(end, part.inherited);
		*end++ = ')';
	}
	*end = '\0';
	return letters;
}

const struct role **
part_roles(const struct entity *entity, struct arena *arena)
{
	struct part_refs refs = part_refs(entity, RACI_R);
	if (entity->kind == KIND_STAGE && !part_responsible(entity))
		refs = part_refs(entity, RACI_A);
	const struct role **roles = arena_array(arena, (size_t)refs.count + 1, sizeof *roles);
	struct map seen = {0};
	for (uint32_t i = 0, count = 0; i < refs.count; i++) {
		const struct role *role = role_at_ref(&refs.items[i]);
		void **place = role && refs.count > 1 ? map_at(&seen, role->base.id) : NULL;
		if (role && !(place && *place))
			roles[count++] = role;
		if (place)
			*place = (void *)(uintptr_t)role;
	}
	map_free(&seen);
	return roles;
}

const struct role *
part_responsible(const struct entity *entity)
{
	struct part_refs refs = part_refs(entity, RACI_R);
	for (uint32_t i = 0; i < refs.count; i++)
		if (refs.items[i].to)
			return role_of(refs.items[i].to);
	return NULL;
}

const struct role *
part_approver(const struct entity *entity)
{
	struct part_refs own;
	if (!names_own(entity, RACI_A, &own))
		return NULL;
	const struct role *role = role_of(own.items->to);
	return role == part_responsible(entity) ? NULL : role;
}

const struct role *
part_accountable(const struct stage *stage)
{
	struct part_refs refs = part_refs(&stage->base, RACI_A);
	return refs.count ? role_at_ref(refs.items) : NULL;
}
