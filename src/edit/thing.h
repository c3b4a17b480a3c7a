/* SPDX-License-Identifier: MIT */
/* What is to become of the fields of one thing, in the text of its file. */
#ifndef PRESALE_EDIT_THING_H
#define PRESALE_EDIT_THING_H

#include "change/change.h"
#include "diag/said.h"
#include "edit/seat.h"

/* Carries out count changes (SET, UNSET, RENAME) of one thing. The first that
 * cannot be made goes to *refused, and what prevents it is given; PHRASE_NONE: all are made.
 */
enum phrase
thing_edit(struct editor *editor, const struct change *const *changes, uint32_t count,
	   const struct change **refused);

/* Gives a thing a field that it does not have yet. */
enum phrase
thing_put(struct editor *editor, const struct entity *entity, const struct written *value);

/* The language of a thing's keys: as the first of them says, or those around it. */
int
thing_language(struct editor *editor, const struct entity *entity);

#endif
