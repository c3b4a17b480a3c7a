/* SPDX-License-Identifier: MIT */
/* A thing that comes to where things are written in another form, between brackets or on lines of
 * their own, is written anew there. */
#ifndef PRESALE_EDIT_ANEW_H
#define PRESALE_EDIT_ANEW_H

#include "change/change.h"
#include "edit/seat.h"

/* The thing as it is to be written, with what the changes make of its fields; NULL where they
 * change what is within it, or where it holds comments, which would be lost. In the editor's arena.
 */
const struct written *
anew_written(struct editor *editor, const struct changes *changes, const struct entity *thing,
	     const struct seat *seat);

#endif
