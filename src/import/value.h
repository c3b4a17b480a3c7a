/* SPDX-License-Identifier: MIT */
/* What a person wrote in a cell or on a topic, as the value of a field. Durations, dates and the
 * like stay as they were typed: the loader reads them. */
#ifndef PRESALE_IMPORT_VALUE_H
#define PRESALE_IMPORT_VALUE_H

#include "import/assembly.h"
#include "import/heading.h"

/* A text and what it is to become. */
struct import_value {
	struct import_piece *thing; /* whose field it is */
	const struct heading_meaning *heading;
	const char *text;
	struct piece_source source;
};

/* Puts the value into its thing; what it does not suit is said. */
void
value_take(struct assembly *assembly, const struct import_value *value);

/* Puts it under a key of the author's own, made of a title; terms have no such keys: there it is
 * said that the value is left out. The heading does not matter. */
void
value_take_own(struct assembly *assembly, enum kind kind, const char *title,
	       const struct import_value *value);

/* Adds a step to a stage or step: its name, with the role and time that stand before or behind it
 * taken out of it. Gives the step. */
struct import_piece *
value_add_step(struct assembly *assembly, struct import_piece *thing, const char *text,
	       struct piece_source source);

/* True for what people write into a cell that has nothing to say: «–», "n/a". */
bool
value_is_blank(struct arena *arena, const char *text);

#endif
