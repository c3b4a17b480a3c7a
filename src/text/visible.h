/* SPDX-License-Identifier: MIT */
/* Text as it may reach a screen: valid UTF-8 on one line, in which nothing moves the cursor, turns
 * the direction or hides. Names of files and words of the command line are any bytes at all. */
#ifndef PRESALE_TEXT_VISIBLE_H
#define PRESALE_TEXT_VISIBLE_H

#include "support/arena.h"
#include "support/buf.h"

/* Adds the text; what is hidden shows as <U+202E>, a byte that is no UTF-8 as <FF>, a tab as a
 * blank. */
void
visible_add(struct buf *out, const char *text, size_t length);

/* The same of a string; may be the text itself, else in arena. */
const char *
visible_text(struct arena *arena, const char *text);

/* The text with only those bytes shown as <FF> that are no UTF-8: for formats that escape the rest
 * by themselves. May be the text itself, else in arena. */
const char *
visible_bytes(struct arena *arena, const char *text);

#endif
