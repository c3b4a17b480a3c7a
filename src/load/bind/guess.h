/* SPDX-License-Identifier: MIT */
/* What managers write first, in a text where the format has more than one word for it. */
#ifndef PRESALE_LOAD_BIND_GUESS_H
#define PRESALE_LOAD_BIND_GUESS_H

#include "load/bind/thing.h"
#include "yaml/tree.h"

/* True for a telephone number, a mailbox or an address: how to reach somebody, and no role. */
bool
bind_is_reach(const char *text);

/* The second half of «Старший смены — решает споры», with the bytes of the first; NULL when a text
 * is no such line. */
const char *
bind_role_line(struct binder *b, const char *text, size_t *name);

/* What the text behind a name gives: a stage's or step's deadline when it is a length with a unit
 * («Запрос: 2 дня»), a role's duties when it says what somebody does («Кассир: принимает оплату»),
 * else, as of any kind with an id, the name. */
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
