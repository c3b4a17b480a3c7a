/* SPDX-License-Identifier: MIT */
/* What has become of a process: two models of it, as changes. Linear but for the order of lists,
 * whose moves cost n log n. */
#ifndef PRESALE_CHANGE_COMPARE_H
#define PRESALE_CHANGE_COMPARE_H

#include "change/change.h"
#include "change/match.h"

/* The changes that make the earlier model of a match the later one, in the order of the later
 * document, what is gone where it stood. Which files hold what is no matter. Values are written in
 * the words of the language. In arena. */
struct changes
compare_models(const struct matching *match, int lang, struct arena *arena);

#endif
