/* SPDX-License-Identifier: MIT */
/* Other words for keys: the titles that outputs show, and those of synonyms.def. */
#ifndef PRESALE_MODEL_SYNONYM_H
#define PRESALE_MODEL_SYNONYM_H

#include "model/field.h"

/* True when a folded key (FOLD_KEY) is a title of the field, in either language. */
bool
field_is_titled(const struct field *field, const char *folded);

/* The field of a kind that a folded key means without being its key; NULL for none. */
const struct field *
synonym_field(enum kind kind, const char *folded);

/* The same for a word that may mean more than that. */
const struct field *
synonym_hint(enum kind kind, const char *folded);

/* A field of any kind of which a folded word is a key or means one; NULL for none. */
const struct field *
synonym_any(const char *folded);

/* The words that mean a field, separated by |, "" for none. */
const char *
synonym_words(const struct field *field);

#endif
