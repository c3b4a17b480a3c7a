/* SPDX-License-Identifier: MIT */
/* The language of a process, found before anything is bound: findings are told in it. */
#ifndef PRESALE_LOAD_LANGUAGE_H
#define PRESALE_LOAD_LANGUAGE_H

#include "load/bind/bind.h"
#include "yaml/tree.h"

/* Sets the model's language to that the root file names, if it names one. */
void
language_of_tree(struct binder *binder, const struct node *root);

/* The same of a root file that is no YAML: by the first words that look like `lang: en`. */
void
language_of_text(struct binder *binder, const char *text);

#endif
