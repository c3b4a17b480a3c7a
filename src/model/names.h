/* SPDX-License-Identifier: MIT */
/* Finds the process's roles and terms where running text names them, in any word form
 * («менеджеру»). Serves looks and notes only: references are resolved by the loader. */
#ifndef PRESALE_MODEL_NAMES_H
#define PRESALE_MODEL_NAMES_H

#include "model/model.h"

struct names;

/* A mention within a text. */
struct mention {
	const struct entity *what; /* a role or a term */
	const char *start, *end;
};

/* The names and aliases of all roles and terms. In arena. Not for several threads at once. */
const struct names *
names_new(const struct model *model, struct arena *arena);

/* The first mention at or after `at`, whole words only; false when there is none. */
bool
names_find(const struct names *names, const char *at, struct mention *mention);

#endif
