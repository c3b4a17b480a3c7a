/* SPDX-License-Identifier: MIT */
/* Whether two values mean the same: a duration or reference may be spelled otherwise, and where
 * order says nothing it is none. */
#ifndef PRESALE_CHANGE_SAME_H
#define PRESALE_CHANGE_SAME_H

#include "change/match.h"

/* A field of a thing in the earlier model and of one in the later. The field is one but for a
 * column of the author's, which each model has its own row for. */
struct same_sides {
	const struct matching *match;
	const struct entity *was, *is;
	const struct field *was_field, *is_field; /* NULL where its model has no such column */
};

/* The sides of a field of either model. */
struct same_sides
same_sides_of(const struct matching *match, const struct entity *was, const struct entity *is,
	      const struct field *field);

/* True when both sides mean the same, with all that goes on under the key. Of a list of things
 * materials that are only mentioned. */
bool
same_value(const struct same_sides *sides);

#endif
