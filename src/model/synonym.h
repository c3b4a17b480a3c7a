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

/* All words that are a key of some field or mean one, for whoever asks often. Made in arena. */
struct synonym_index;
struct synonym_index *
synonym_index_new(struct arena *arena);

/* The field, of any kind, that so many bytes of a text mean; NULL for none. */
const struct field *
synonym_index_find(struct synonym_index *index, const char *text, size_t length);

/* The words that mean a field, separated by |, "" for none. */
const char *
synonym_words(const struct field *field);

#endif
