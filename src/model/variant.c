/* SPDX-License-Identifier: MIT */
#include "model/variant.h"

#include "model/fields.h"

bool
variant_has(const struct entity *variant, const struct entity *entity)
{
	if (!variant || (entity->kind != KIND_STAGE && entity->kind != KIND_STEP))
		return true;
	const struct refs *only =
	    entity->kind == KIND_STAGE ? &stage_of(entity)->only : &step_of(entity)->only;
	bool known = false;
	for (uint32_t i = 0; i < only->count; i++) {
		if (only->items[i].to == variant)
			return true;
		known = known || only->items[i].to;
	}
	return !known;
}

bool
variant_has_whole(const struct entity *variant, const struct entity *entity)
{
	while (entity->kind == KIND_STEP && variant_has(variant, entity))
		entity = entity->parent;
	return variant_has(variant, entity);
}

bool
variant_has_none(const struct document *document, const struct entity *step)
{
	if (step->kind != KIND_STEP || !step_of(step)->only.count)
		return false;
	for (uint32_t i = 0; i < document->variants.count; i++)
		if (variant_has_whole(document->variants.items[i], step))
			return false;
	return document->variants.count;
}

static bool
any_idle(const struct document *document, const struct list *steps)
{
	for (uint32_t i = 0; i < steps->count; i++)
		if (variant_has_none(document, steps->items[i]) ||
		    any_idle(document, &step_of(steps->items[i])->steps))
			return true;
	return false;
}

bool
variant_leaves_idle(const struct document *document)
{
	bool found = false;
	for (uint32_t i = 0; i < document->stages.count && !found; i++)
		found = any_idle(document, &stage_at(&document->stages, i)->steps);
	return found;
}

const struct by_variant *
variant_values(const struct entity *entity, const struct field *field)
{
	const struct field *beside = field_beside(field, KIND_BY_VARIANT);
	if (!beside)
		return NULL;
	const struct entity *values = *(struct entity *const *)field_value(entity, beside);
	return values ? by_variant_of(values) : NULL;
}

/* What is said of a variant: what its own name has, else what is said of the others. NULL when
 * neither is there. */
static const struct entity *
value_for(const struct by_variant *by, const struct entity *variant)
{
	const struct entity *others = NULL;
	for (uint32_t i = 0; i < by->values.count; i++) {
		const struct variant_value *value = variant_value_at(&by->values, i);
		if (value->variant.to && value->variant.to->serial == variant->serial)
			return &value->base;
		if (!value->variant.pos.line)
			others = &value->base;
	}
	return others;
}

/* The field of a value that stands for another. */
static const struct field *
row_of_value(const struct field *field)
{
	return field_row(field_holds(field, KIND_TERMS)   ? FIELD_VARIANT_VALUE_terms
			 : field_is(field, LEAF_DURATION) ? FIELD_VARIANT_VALUE_deadline
							  : FIELD_VARIANT_VALUE_roles);
}

const void *
variant_field(const struct entity *variant, const struct entity *entity, const struct field *field)
{
	static const struct variant_value nothing;
	const struct by_variant *by = variant ? variant_values(entity, field) : NULL;
	if (!by)
		return field_value(entity, field);
	const struct entity *value = value_for(by, variant);
	return field_value(value ? value : &nothing.base, row_of_value(field));
}
