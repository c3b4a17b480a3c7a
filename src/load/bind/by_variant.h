/* SPDX-License-Identifier: MIT */
/* Values that differ by variant: a mapping variant → value under the key of a field. */
#ifndef PRESALE_LOAD_BIND_BY_VARIANT_H
#define PRESALE_LOAD_BIND_BY_VARIANT_H

#include "load/bind/thing.h"

/* True when a mapping under a field's key says what the field is for each variant. The keys of a
 * deadline's own mapping come first. The variants of all files are bound. */
bool
by_variant_is_meant(struct binder *binder, const struct field *field, const struct node *map);

/* True for the word for the variants that are not named; a variant that is called so comes first.
 */
bool
by_variant_is_others(struct binder *binder, const char *key);

/* True when a key is a variant, or that word. */
bool
by_variant_knows(struct binder *binder, const char *key);

/* What a key stands for, the same for all spellings of one variant, as far as they are known. */
const char *
by_variant_key(struct binder *binder, const char *key);

/* True when a mapping gives a value for each of some variants to a field that is the same for all,
 * and not a variant's already. */
bool
by_variant_is_misplaced(struct binder *binder, const struct field *field, const struct node *map);

/* The field of a value that holds what another field takes. */
const struct field *
by_variant_row(const struct field *field);

/* Gives a deadline the shortest and the longest of what is said of each variant. */
void
by_variant_span(struct binder *binder, struct duration *deadline, const struct list *values);

/* Gives fields of roles those of each variant, once references are resolved. */
void
by_variant_join(struct model *model);

#endif
