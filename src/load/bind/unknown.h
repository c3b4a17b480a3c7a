/* SPDX-License-Identifier: MIT */
/* Keys that a thing does not have: what is meant by them, and where they belong. */
#ifndef PRESALE_LOAD_BIND_UNKNOWN_H
#define PRESALE_LOAD_BIND_UNKNOWN_H

#include "load/bind/thing.h"

/* Tells of such a key of a thing. What stands behind it is noted, to be read as the value of the
 * key that is meant (binder's meant). */
void
bind_unknown_key(struct binder *binder, struct entity *entity, const struct node *key);

/* Tells that the list below a key of the process is one of stages, and has it read as such. */
void
bind_stages_list(struct binder *binder, struct entity *document, const struct node *key);

/* Tells of a key that only a portfolio has; one that names the process is read as its key. */
void
bind_portfolio_key(struct binder *binder, const struct node *key, const struct field *field);

#endif
