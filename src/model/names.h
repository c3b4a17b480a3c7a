/* SPDX-License-Identifier: MIT */
/* Finds the process's roles and terms where running text names them, in any word form
 * («менеджеру»). Serves looks and notes only: references are resolved by the loader. */
#ifndef PRESALE_MODEL_NAMES_H
#define PRESALE_MODEL_NAMES_H

#include "model/model.h"

struct names;
struct words;

/* A mention within a text. */
struct mention {
	const struct entity *what; /* a role or a term */
	const char *start, *end;
};

/* The names and aliases of all terms and roles, and the abbreviations of them that a title or a
 * text explains. In arena. Not for several threads at once. */
const struct names *
names_new(const struct model *model, struct arena *arena);

/* The first mention at or after `at`, whole words only; false when there is none. */
bool
names_find(const struct names *names, const char *at, struct mention *mention);

/* Stands for no role or term where the words mean something else: a phrase that a term says is
 * none of its mentions (`not`). */
extern const struct entity names_none;

/* Adds the names of one term to a set of phrases. What is copied is in arena. */
void
names_add_term(const struct term *term, struct words *words, unsigned set, struct arena *arena);

/* Adds all that names_new looks for to a set of phrases; each value is an entity, or names_none.
 * What is copied is in arena, which must outlive the words. */
void
names_add(const struct model *model, struct words *words, unsigned set, struct arena *arena);

/* False for a term that is never linked by itself. */
bool
names_may_link(const struct term *term);

#endif
