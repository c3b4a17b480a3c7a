/* SPDX-License-Identifier: MIT */
/* Abbreviations that texts of the process explain: where one side is a name of a role or term, so
 * is the other. */
#ifndef PRESALE_MODEL_EXPLAINED_H
#define PRESALE_MODEL_EXPLAINED_H

#include "model/model.h"
#include "text/words/words.h"

/* Adds them to the set that names_add fills. One that is explained in two ways is left alone. */
void
explained_add(const struct model *model, struct words *words, unsigned set, struct arena *arena);

#endif
