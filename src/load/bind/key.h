/* SPDX-License-Identifier: MIT */
/* Keys of mappings that are known whatever the mapping is, and those that come twice. */
#ifndef PRESALE_LOAD_BIND_KEY_H
#define PRESALE_LOAD_BIND_KEY_H

#include "load/bind/thing.h"

/* True for a key that begins with x-: the author's own business. */
bool
bind_is_ignored(const char *key);

/* True for a key of { } that has no value and follows a text: it may be the rest of that, behind a
 * comma. */
bool
bind_is_rest(const struct node *key);

/* True for the key `ignore` in either language, which every thing has. */
bool
bind_is_exception(const char *key);

/* False for a key that the mapping had before: reported, unless it only came through a merge. */
bool
bind_key_is_new(struct binder *binder, struct map *seen, const struct node *key);

#endif
