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
