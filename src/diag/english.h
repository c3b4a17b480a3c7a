/* SPDX-License-Identifier: MIT */
/* The examples of rules in English. */
#ifndef PRESALE_DIAG_ENGLISH_H
#define PRESALE_DIAG_ENGLISH_H

#include "support/arena.h"

/* An example with its Russian words in English (diag/rules/english.def); NULL for NULL. In arena.
 */
const char *
english_example(struct arena *arena, const char *example);

#endif
