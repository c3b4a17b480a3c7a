/* SPDX-License-Identifier: MIT */
/* Which stages and steps exist for which kind of client, and what differs for it. */
#ifndef PRESALE_MODEL_VARIANT_H
#define PRESALE_MODEL_VARIANT_H

#include "model/field.h"

/* The word for the variants that a mapping does not name: English, Russian. */
#define BY_VARIANT_OTHERS "others|остальные"

/* The keys of the variants when they have a heading: for it, and for themselves. */
#define VARIANTS_TITLE "title|заголовок"
#define VARIANTS_ITEMS "items|список"

/* True when a stage's or step's `only` leaves it in for a variant (NULL: for all together, so
 * always). What it is part of is not asked; an empty `only` and one without a known variant leave
 * out nothing. */
bool
variant_has(const struct entity *variant, const struct entity *entity);

/* The same with all that it is part of. */
bool
variant_has_whole(const struct entity *variant, const struct entity *entity);

/* True for a step that no variant has: its own `only` and that of what it is part of have none in
 * common; and when a process has such a step. */
bool
variant_has_none(const struct document *document, const struct entity *step);
bool
variant_leaves_idle(const struct document *document);

/* What a field says of each variant, or NULL where it says the same of all. */
const struct by_variant *
variant_values(const struct entity *entity, const struct field *field);

/* The value of a field for a variant (NULL: for all of them together); cast it by field->type. A
 * variant of which nothing is said has an absent one; a variant is known by its serial, so that
 * of the process an edition was cut from will do. Never NULL. Linear in what differs. */
const void *
variant_field(const struct entity *variant, const struct entity *entity, const struct field *field);

#endif
