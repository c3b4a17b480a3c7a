/* SPDX-License-Identifier: MIT */
/* The order of the glossary: signs and digits, then the document's own alphabet before the other; ё
 * with е and é with e, right after it on a tie; leading quotes and marks do not count. */
#ifndef PRESALE_MODEL_GLOSSARY_H
#define PRESALE_MODEL_GLOSSARY_H

#include "model/model.h"

/* The terms in the order of the document's language; document->glossary.count of them, in arena. */
const struct term **
glossary_sorted(const struct model *model, struct arena *arena);

/* The letter a term stands under: the first of its name in capitals (Е for Ё, E for É), # for signs
 * and digits. In arena. */
const char *
glossary_letter(const struct term *term, struct arena *arena);

/* True for a term that is one word in capitals: КП, NDA, B2B. */
bool
glossary_is_abbreviation(const struct term *term);

#endif
