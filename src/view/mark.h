/* SPDX-License-Identifier: MIT */
/* Texts as documents carry them, and marks by which a text is known again: of an edited document
 * they tell whether a text is as it was written. Twelve bits are enough: they decide only where
 * document and source differ, and which of the two was edited. */
#ifndef PRESALE_VIEW_MARK_H
#define PRESALE_VIEW_MARK_H

#include "support/arena.h"

#include <stddef.h>
#include <stdint.h>

/* How many characters the mark of a text has that says something. */
enum { MARK_LENGTH = 2 };

/* A text as it is after programs and mail have carried it: by lines, without blanks at their ends
 * and lines that say nothing, any blanks as one, in one normal form. In arena, or the text itself.
 */
const char *
mark_carried(const char *text, struct arena *arena);

/* The mark of a text, "-" of one that says nothing. In arena. */
const char *
mark_text(const char *text, struct arena *arena);

/* The mark of several texts, each with a bar behind it; "-" of none. In arena. */
const char *
mark_texts(const char *const *texts, size_t count, struct arena *arena);

/* The mark of what has such a hash (FNV-1a). In arena. */
const char *
mark_hash(uint64_t hash, struct arena *arena);

#endif
