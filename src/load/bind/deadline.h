/* SPDX-License-Identifier: MIT */
/* Deadlines that say more than a length, or have none: what they count from, and what goes on for
 * ever. */
#ifndef PRESALE_LOAD_BIND_DEADLINE_H
#define PRESALE_LOAD_BIND_DEADLINE_H

#include "load/bind/thing.h"

/* «24 часа с момента обращения»: the length, and the event that it counts from. */
bool
bind_deadline_from(struct binder *binder, struct entity *entity, const struct field *field,
		   const struct node *node);

/* «срок: постоянно» */
bool
bind_deadline_ongoing(struct binder *b, struct entity *entity, const struct node *node);

/* True for `ongoing` behind a deadline that says the same; one that says the opposite is reported.
 */
bool
bind_ongoing_again(struct binder *b, struct entity *entity, const struct field *field,
		   const struct node *node);

/* What goes on for ever has a deadline in words where it has no other. */
void
bind_settle_ongoing(struct entity *entity);

#endif
