/* SPDX-License-Identifier: MIT */
/* Variants with a heading: `variants: {title: …, items: …}`. */
#ifndef PRESALE_LOAD_BIND_TITLED_H
#define PRESALE_LOAD_BIND_TITLED_H

#include "load/bind/thing.h"

/* The items of such a mapping, whose heading is taken and whose other keys are reported; NULL when
 * it is a mapping of variants. A variant may be called like these keys: `items` is one unless more
 * than one variant stands under it. */
const struct node *
bind_titled_items(struct binder *binder, const struct node *map);

#endif
