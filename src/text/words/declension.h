/* SPDX-License-Identifier: MIT */
/* Whether two Russian words are forms of one: «заявок» and «заявка», «дней» and «день», and not
 * «актив» and «акт». By endings and fleeting vowels alone, without a dictionary: what it takes for
 * forms of a word is more than there is, but no other word. Words are in lower case with е for
 * ё. */
#ifndef PRESALE_TEXT_WORDS_DECLENSION_H
#define PRESALE_TEXT_WORDS_DECLENSION_H

#include "support/arena.h"

#include <stdbool.h>

/* What a word is looked up by: the same for all its forms, and for some other words. It need not be
 * a part of the word. In arena. */
const char *
declension_root(struct arena *arena, const char *word);

/* True when `found` is a form of `wanted`, which stands in the nominative; with `any` it may be a
 * form, too. */
bool
declension_same(const char *wanted, bool any, const char *found);

#endif
