/* SPDX-License-Identifier: MIT */
/* The field that somebody may have meant by a word that is no key. */
#ifndef PRESALE_CHECK_NEAR_FIELD_H
#define PRESALE_CHECK_NEAR_FIELD_H

#include "check/checker.h"

/* The nearest key of any kind, of the fields that are allowed; NULL when none is near. In
 * diagnostics' arena. */
const char *
near_field(struct checker *c, const char *word, bool (*allows)(const struct field *field));

#endif
