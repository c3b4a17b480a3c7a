/* SPDX-License-Identifier: MIT */
/* From the tree to entities, field by field as the table says. References are only noted here;
 * resolve.c makes them point. */
#ifndef PRESALE_LOAD_BIND_BIND_H
#define PRESALE_LOAD_BIND_BIND_H

#include "load/bind/thing.h"

/* Reads one file's top level into the document: lists grow, a second process is an error. First
 * `early` (calendar, columns, language), for every file, then the rest. */
void
bind_document(struct binder *binder, const struct node *root, bool early);

/* Reads the file of a run into the document's run. */
void
bind_run(struct binder *binder, const struct node *root);

/* Sets up the list of fields of each kind, with the author's columns once they are read. */
void
bind_columns(struct binder *binder);

/* Frees what binding needed; the model it made stays. */
void
binder_free(struct binder *binder);

#endif
