/* SPDX-License-Identifier: MIT */
/* A file that is one passing of a process: what tells it from a process, and where that is. */
#ifndef PRESALE_LOAD_RUN_FILE_H
#define PRESALE_LOAD_RUN_FILE_H

#include "load/bind/thing.h"

/* True for a file whose `run` is a text: the name of the run. */
bool
run_file_is(struct binder *binder, const struct node *root);

/* The path of its process, or NULL. */
const struct node *
run_file_process(struct binder *binder, const struct node *root);

#endif
