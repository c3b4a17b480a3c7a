/* SPDX-License-Identifier: MIT */
/* Which stages and steps exist for which kind of client. */
#ifndef PRESALE_MODEL_VARIANT_H
#define PRESALE_MODEL_VARIANT_H

#include "model/model.h"

/* True when a stage's or step's `only` leaves it in for a variant (NULL: for all together, so
 * always). What it is part of is not asked; an empty `only` and one without a known variant leave
 * out nothing. */
bool
variant_has(const struct entity *variant, const struct entity *entity);

#endif
