/* SPDX-License-Identifier: MIT */
/* How like two things are whose names differ, or whose names do not tell which is which. */
#ifndef PRESALE_CHANGE_LIKENESS_H
#define PRESALE_CHANGE_LIKENESS_H

#include "model/field.h"

/* The pairs of letters that follow each other in a name, sorted. */
struct likeness_name {
	uint64_t *pairs;
	uint32_t count;
};

/* Of the beginning of a name, without a number before it. In arena. */
struct likeness_name
likeness_name(const char *name, struct arena *arena);

/* From 0, nothing in common, to 1. */
double
likeness_of_names(const struct likeness_name *a, const struct likeness_name *b);

/* The share of what both things say, but for id and name, that they say alike: 0 where neither says
 * anything. */
double
likeness_of_contents(const struct model *was, const struct entity *a, const struct model *is,
		     const struct entity *b);

/* A hash of all that a thing says but for its id and name, with what stands below it. */
uint64_t
likeness_hash(const struct model *model, const struct entity *entity);

#endif
