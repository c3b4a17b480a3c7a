/* SPDX-License-Identifier: MIT */
/* The values of a process file, for its schema: texts, dates, choices …, one or many. */
#ifndef PRESALE_MODEL_SCHEMA_VALUES_H
#define PRESALE_MODEL_SCHEMA_VALUES_H

#include "model/schema_print.h"

/* The definitions that schema_definition names for values, and `nothing` and `plain` beside them:
 * an empty value, a text without a list. */
void
schema_put_values(struct schema_printer *p);

#endif
