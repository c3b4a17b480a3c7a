/* SPDX-License-Identifier: MIT */
/* Texts that are lists to word processors, where a list is expected and where none is. */
#ifndef PRESALE_LOAD_BIND_NUMBERED_H
#define PRESALE_LOAD_BIND_NUMBERED_H

#include "load/bind/thing.h"

/* What a field takes a node for: the items of a text with numbers where it expects a list. Lines
 * that may be meant otherwise are reported. */
const struct node *
bind_numbered(struct binder *b, const struct field *field, const struct node *node);

/* Reports an item that holds a list, where a text is taken for a field that is no prose. */
void
bind_numbered_item(struct binder *b, const struct field *field, const struct node *node);

#endif
