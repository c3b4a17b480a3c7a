/* SPDX-License-Identifier: MIT */
/* What managers write first, in a text where the format has more than one word for it. */
#ifndef PRESALE_LOAD_BIND_GUESS_H
#define PRESALE_LOAD_BIND_GUESS_H

#include "load/bind/thing.h"
#include "yaml/tree.h"

/* True for a telephone number, a mailbox or an address: how to reach somebody, and no role. */
bool
bind_is_reach(const char *text);

/* What the text behind a stage's or step's name gives: its deadline when it is a length with a unit
 * («Запрос: 2 дня»), else, as of any kind with an id, its name. */
const struct field *
bind_pair_field(struct binder *b, enum kind kind, const struct node *value);

/* The field that a list right below a thing's name is most likely meant for; NULL for none. */
const struct field *
bind_list_field(enum kind kind);

/* Warns of a list of stages, steps, roles or variants that is one text with commas, semicolons or
 * lines. */
void
bind_warn_several(struct binder *b, enum kind kind, const struct node *node);

/* Warns of a text in place of a list whose lines look like the items of one. */
void
bind_warn_rows(struct binder *b, const struct node *node);

#endif
