/* SPDX-License-Identifier: MIT */
/* What the keys of the format are for, and how their values may look. */
#ifndef PRESALE_FORMAT_USAGE_H
#define PRESALE_FORMAT_USAGE_H

#include "model/field.h"

/* What a field says, in English (0) or Russian (1): a few words. */
const char *
usage_about(const struct field *field, int lang);

/* A value that the field takes, as YAML behind its key; in arena. It may refer to the thing of a
 * kind that usage_base names. */
const char *
usage_value(const struct field *field, int lang, struct arena *arena);

/* The field to be shown beside it in an example, which says little alone; NULL for none. */
const struct field *
usage_beside(const struct field *field);

/* The thing of a kind that examples refer to; NULL when they refer to none of it. */
const char *
usage_base(enum kind kind, int lang);

#endif
