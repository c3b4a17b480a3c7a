/* SPDX-License-Identifier: MIT */
#include "plan/part.h"

#include "model/fields.h"
#include "model/variant.h"
#include "plan/plan.h"
#include "support/map.h"

#include <string.h>

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
names_own(const struct entity *entity, enum raci letter, const struct entity *variant,
	  struct part_refs *found)
{
	const void *value = variant_field(variant, entity, part_field(entity->kind, letter));
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
first_responsible(const struct entity *stage, const struct entity *variant)
{
	const struct refs *refs = variant_field(variant, stage, field_row(FIELD_STAGE_responsible));
	for (uint32_t i = 0; i < refs->count; i++)
		if (refs->items[i].to)
			return (struct part_refs){
			    .items = &refs->items[i], .count = 1, .assumed = true};
	return (struct part_refs){0};
}

struct part_refs
part_refs(const struct entity *entity, enum raci letter, const struct entity *variant)
{
	struct part_refs found;
	const struct entity *at = entity;
	while (!names_own(at, letter, variant, &found) && at->kind == KIND_STEP) {
		at = at->parent;
		if (at->kind == KIND_STAGE && letter == RACI_R)
			letter = RACI_A;
	}
	if (at->kind == KIND_STAGE && letter == RACI_A && !stage_of(at)->accountable.to)
		found = at->untold ? (struct part_refs){0} : first_responsible(at, variant);
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

/* True when a stage's or step's roles, or those it takes over, are not the same for all variants.
 */
static bool
differs(const struct entity *entity)
{
	for (; entity->kind == KIND_STEP; entity = entity->parent)
		if (step_more(step_of(entity))->role_by_variant)
			return true;
	return stage_of(entity)->responsible_by_variant;
}

static const struct list *
variants_of(const struct entity *entity)
{
	while (entity->kind != KIND_DOCUMENT)
		entity = entity->parent;
	return &document_of(entity)->variants;
}

struct part_variants
part_variants(const struct entity *entity)
{
	static struct entity *const all = NULL;
	const struct list *variants = variants_of(entity);
	if (!variants->count || variants->count > VARIANTS_MOST || !differs(entity))
		return (struct part_variants){&all, 1};
	return (struct part_variants){variants->items, variants->count};
}

/* Of a thing and its copy in an edition, too. */
static bool
is_same(const struct entity *a, const struct entity *b)
{
	return a && b && a->serial == b->serial;
}

/* True when the roles of a stage or step, or those it takes over, are said of a variant by name. */
static bool
is_named(const struct entity *variant, const struct entity *entity)
{
	const struct by_variant *by = variant_values(entity, part_field(entity->kind, RACI_R));
	for (uint32_t i = 0; by && i < by->values.count; i++)
		if (is_same(variant_value_at(&by->values, i)->variant.to, variant))
			return true;
	return entity->kind == KIND_STEP && is_named(variant, entity->parent);
}

const struct entity *
part_shown(const struct entity *entity)
{
	const struct part_variants all = part_variants(entity);
	const struct entity *first = NULL;
	for (uint32_t i = 0; i < all.count && all.items[i]; i++) {
		if (!variant_has_whole(all.items[i], entity))
			continue;
		if (!is_named(all.items[i], entity))
			return all.items[i];
		first = first ? first : all.items[i];
	}
	return first;
}

static bool
same_roles(const struct role *const *a, const struct role *const *b)
{
	while (*a && *a == *b)
		a++, b++;
	return *a == *b;
}

/* Adds a variant to those of the same roles. */
static void
add_case(struct part_cases *cases, const struct entity *variant, const struct role **roles,
	 uint32_t capacity, struct arena *arena)
{
	uint32_t i = 0;
	while (i < cases->count && !same_roles(cases->items[i].roles, roles))
		i++;
	struct part_case *one = &cases->items[i];
	if (i == cases->count) {
		*one = (struct part_case){.roles = roles,
					  .variants =
					      arena_array(arena, capacity, sizeof *one->variants)};
		cases->count++;
	}
	if (variant)
		one->variants[one->variant_count++] = variant;
}

struct part_cases
part_cases(const struct entity *entity, struct arena *arena)
{
	const struct part_variants all = part_variants(entity);
	const struct entity *shown = part_shown(entity);
	struct part_cases cases = {
	    .items = arena_array(arena, (size_t)all.count + 1, sizeof *cases.items)};
	cases.rest = !shown || !is_named(shown, entity);
	add_case(&cases, NULL, part_roles(entity, shown, arena), all.count + 1, arena);
	for (uint32_t i = 0; i < all.count && all.items[i]; i++)
		if (variant_has_whole(all.items[i], entity))
			add_case(&cases, all.items[i], part_roles(entity, all.items[i], arena),
				 all.count + 1, arena);
	cases.rest = cases.rest || cases.count == 1;
	return cases;
}

/* Adds what each role is in one variant, by its number. */
static void
add_parts(const struct entity *entity, const struct entity *variant, struct raci_letters *parts)
{
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++) {
		struct part_refs refs = part_refs(entity, letter, variant);
		for (uint32_t i = 0; i < refs.count; i++) {
			struct raci_letters *part =
			    &parts[refs.items[i].to ? refs.items[i].to->number : 0];
			*(refs.inherited ? &part->inherited : &part->own) |= 1u << letter;
		}
	}
}

void
part_all(const struct entity *entity, struct raci_letters *parts, uint32_t roles)
{
	const struct part_variants all = part_variants(entity);
	struct raci_letters *some = memory_alloc(((size_t)roles + 1) * sizeof *some);
	uint32_t met = 0;
	for (uint32_t i = 0; i <= roles; i++)
		parts[i] = (struct raci_letters){0};
	for (uint32_t v = 0; v < all.count; v++) {
		if (!variant_has_whole(all.items[v], entity))
			continue;
		memset(some, 0, ((size_t)roles + 1) * sizeof *some);
		add_parts(entity, all.items[v], some);
		for (uint32_t i = 0; i <= roles; i++) {
			settle(&some[i]);
			unsigned before = parts[i].own | parts[i].inherited,
				 now = some[i].own | some[i].inherited;
			parts[i].partly |= met ? before ^ now : 0;
			parts[i].own |= some[i].own;
			parts[i].inherited |= some[i].inherited;
		}
		met++;
	}
	memory_free(some);
}

struct raci_letters
part_in(const struct entity *entity, const struct role *role)
{
	const struct part_variants all = part_variants(entity);
	struct raci_letters part = {0};
	bool met = false;
	for (uint32_t v = 0; v < all.count; v++) {
		struct raci_letters now = {0};
		if (!variant_has_whole(all.items[v], entity))
			continue;
		for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++) {
			struct part_refs refs = part_refs(entity, letter, all.items[v]);
			for (uint32_t i = 0; i < refs.count; i++)
				if (refs.items[i].to == &role->base)
					*(refs.inherited ? &now.inherited : &now.own) |= 1u
											 << letter;
		}
		settle(&now);
		part.partly |= met ? (part.own | part.inherited) ^ (now.own | now.inherited) : 0;
		part.own |= now.own;
		part.inherited |= now.inherited;
		met = true;
	}
	return part;
}

static char *
put_letters(char *end, unsigned letters, unsigned partly)
{
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++) {
		if (!(letters >> letter & 1))
			continue;
		*end++ = "RACI"[letter];
		if (partly >> letter & 1)
			*end++ = '*';
	}
	return end;
}

const char *
part_letters(struct raci_letters part, char letters[RACI_LETTERS])
{
	char *end = put_letters(letters, part.own, part.partly);
	if (part.inherited) {
		*end++ = '(';
		end = put_letters(end, part.inherited, part.partly);
		*end++ = ')';
	}
	*end = '\0';
	return letters;
}

const struct role **
part_roles(const struct entity *entity, const struct entity *variant, struct arena *arena)
{
	struct part_refs refs = part_refs(entity, RACI_R, variant);
	if (entity->kind == KIND_STAGE && !part_responsible(entity, variant))
		refs = part_refs(entity, RACI_A, variant);
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

const struct role **
part_everyone(const struct entity *entity, struct arena *arena)
{
	const struct part_cases cases = part_cases(entity, arena);
	const struct role **all = NULL;
	struct map seen = {0};
	uint32_t count = 0;
	for (uint32_t i = 0; i < cases.count; i++)
		for (const struct role **role = cases.items[i].roles; *role; role++) {
			void **place = map_at(&seen, (*role)->base.id);
			if (*place)
				continue;
			*place = (void *)(uintptr_t)*role;
			all = arena_grow(arena, all, count, 1, sizeof *all);
			all[count++] = *role;
		}
	map_free(&seen);
	all = arena_grow(arena, all, count, 1, sizeof *all);
	all[count] = NULL;
	return all;
}

const struct role *
part_responsible(const struct entity *entity, const struct entity *variant)
{
	struct part_refs refs = part_refs(entity, RACI_R, variant);
	for (uint32_t i = 0; i < refs.count; i++)
		if (refs.items[i].to)
			return role_of(refs.items[i].to);
	return NULL;
}

const struct role *
part_approver(const struct entity *entity)
{
	struct part_refs own;
	if (!names_own(entity, RACI_A, NULL, &own))
		return NULL;
	const struct role *role = role_of(own.items->to);
	const struct part_variants all = part_variants(entity);
	for (uint32_t i = 0; i < all.count; i++)
		if (variant_has_whole(all.items[i], entity) &&
		    part_responsible(entity, all.items[i]) != role)
			return role;
	return NULL;
}

const struct role *
part_accountable(const struct stage *stage, const struct entity *variant)
{
	struct part_refs refs = part_refs(&stage->base, RACI_A, variant);
	return refs.count ? role_at_ref(refs.items) : NULL;
}
