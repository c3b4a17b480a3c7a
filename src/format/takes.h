/* SPDX-License-Identifier: MIT */
/* What a field takes, in words: the same in messages and in the reference of keys. */
#ifndef PRESALE_FORMAT_TAKES_H
#define PRESALE_FORMAT_TAKES_H

#include "diag/said.h"
#include "model/field.h"

/* What a field takes, for the message when it is given something else. */
enum phrase
takes_phrase(const struct field *field);

/* A choice as it is written in a language: the first spelling in its letters, else the first of
 * all. In arena. */
const char *
takes_choice(enum choice choice, int lang, struct arena *arena);

/* The words of a choice set, as they are written: “draft, pilot, …”; in arena. */
const char *
takes_choices(enum choice_set set, int lang, struct arena *arena);

/* The first of them. */
const char *
takes_first_choice(enum choice_set set, int lang, struct arena *arena);

/* All that may stand behind the key of a field, in English (0) or Russian (1). */
void
takes_add(struct buf *out, const struct field *field, int lang);

#endif
