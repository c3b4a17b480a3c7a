/* SPDX-License-Identifier: MIT */
/* Which changes count. The table of fields says what changes the work of people (F_EDITORIAL); a
 * process may say otherwise of some fields, by `material` and `editorial`. What is said of a field
 * holds for all that stands in it, but for what is said of that. */
#ifndef PRESALE_MODEL_WEIGHTS_H
#define PRESALE_MODEL_WEIGHTS_H

#include "model/field.h"

/* What a process says of fields: their names, folded; NULL-ended, or NULL for none. */
struct weights {
	const char *const *material, *const *editorial;
};

/* In arena. */
struct weights
weights_of(const struct model *model, struct arena *arena);

/* True when a change of a thing's field counts. What is not meant to be read (an id), and how the
 * document fares (F_STATE), never does by what a process says. */
bool
weights_count(const struct weights *weights, const struct entity *thing, const struct field *field);

/* True when a process may say of the field whether it counts. */
bool
weights_allow(const struct field *field);

/* True when the folded word is a key of the field, in either language. */
bool
weights_name(const struct field *field, const char *folded);

#endif
