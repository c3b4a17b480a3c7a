/* SPDX-License-Identifier: MIT */
/* Rules on what is said of each variant: of whom nothing is said, of whom too much. */
#include "check/checker.h"
#include "model/fields.h"
#include "model/variant.h"
#include "plan/plan.h"

/* The key under which something is said of each variant. */
static struct said
key_of(struct checker *c, const struct by_variant *by)
{
	return said_key(entity_holder(&by->base), &c->diags->arena);
}

/* True when a value stands for the variants that are not named. */
static bool
is_for_others(const struct by_variant *by)
{
	return by->values.count && !variant_value_at(&by->values, 0)->variant.pos.line;
}

/* Who is not named takes over what a step's stage says of roles; of others nothing is known. */
static void
check_unnamed(struct checker *c, const struct by_variant *by, const bool *named)
{
	const struct entity *owner = by->base.parent;
	const struct list *variants = &c->model->document->variants;
	bool others = is_for_others(by), idle = others,
	     is_role = owner->kind == KIND_STEP &&
		       &by->base == step_more(step_of(owner))->role_by_variant;
	for (uint32_t i = 0; i < variants->count; i++) {
		const struct entity *variant = variants->items[i];
		if (named[i] || !variant_has_whole(variant, owner))
			continue;
		idle = false;
		if (!others && !is_role)
			report3(c, RULE_VARIANT_NO_VALUE, &by->base, by->base.pos,
				entity_name(owner), key_of(c, by), entity_name(variant));
	}
	if (idle)
		report2(c, RULE_VARIANT_IDLE_OTHERS, &by->base, by->values.items[0]->pos,
			entity_name(owner), key_of(c, by));
}

/* An unknown variant was reported by the loader: it may be any. */
void
check_by_variant(struct checker *c, const struct entity *entity)
{
	const struct by_variant *by = by_variant_of(entity);
	const struct list *variants = &c->model->document->variants;
	bool *named = arena_array(&c->arena, (size_t)variants->count + 1, sizeof *named);
	bool unknown = !c->sound || variants->count > VARIANTS_MOST;
	for (uint32_t i = 0; i < by->values.count; i++) {
		const struct variant_value *value = variant_value_at(&by->values, i);
		const struct entity *variant = value->variant.to;
		unknown = unknown || (value->variant.pos.line && !variant);
		if (!variant)
			continue;
		named[variant->number - 1] = true;
		if (!variant_has_whole(variant, entity->parent))
			report3(c, RULE_VARIANT_EXCLUDED, &value->base, value->base.pos,
				entity_name(entity->parent), key_of(c, by), entity_name(variant));
	}
	if (!unknown)
		check_unnamed(c, by, named);
}

/* A step is for no variant that what it is part of is not for. */
void
check_only_within(struct checker *c, const struct entity *entity)
{
	const struct refs *only = task_only(entity);
	for (uint32_t i = 0; i < only->count; i++) {
		const struct entity *variant = only->items[i].to;
		if (variant && variant_has(variant, entity) &&
		    !variant_has_whole(variant, entity->parent))
			report3(c, RULE_VARIANT_EXCLUDED, entity, only->items[i].pos,
				entity_name(entity),
				said_key(field_row(FIELD_STEP_only), &c->diags->arena),
				entity_name(variant));
	}
}
