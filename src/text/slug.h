/* SPDX-License-Identifier: MIT */
/* Names as ids: lower case, Russian transliterated, other characters to -. */
#ifndef PRESALE_TEXT_SLUG_H
#define PRESALE_TEXT_SLUG_H

#include "support/arena.h"

/* ASCII letters, digits and -, not empty, at most 60 bytes, never a name that Windows reserves. In
 * the arena. */
const char *
slug_of(struct arena *arena, const char *name);

#endif
