/* SPDX-License-Identifier: MIT */
/* Finding a thing of a loaded model by what a person calls it. */
#ifndef PRESALE_MODEL_LOOKUP_H
#define PRESALE_MODEL_LOOKUP_H

#include "model/model.h"

/* The role of an id, name or alias, without regard to case; NULL when there is none. */
const struct role *
lookup_role(const struct model *model, const char *name);

/* The names of all roles, NULL-ended, in arena. */
const char **
lookup_role_names(const struct model *model, struct arena *arena);

#endif
