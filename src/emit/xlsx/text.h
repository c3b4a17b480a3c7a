/* SPDX-License-Identifier: MIT */
/* Texts as a workbook's XML can carry them. */
#ifndef PRESALE_EMIT_XLSX_TEXT_H
#define PRESALE_EMIT_XLSX_TEXT_H

#include "support/arena.h"
#include "support/map.h"

#include <stdbool.h>

enum { SHEET_NAME_UNITS = 31 };

/* The text such that a reader decodes exactly it: _x0041_ is escaped, control characters are
 * escaped, too, characters that XML cannot hold become U+FFFD, CR LF and CR line breaks. May be
 * the text itself. In arena. */
const char *
xlsx_text(struct arena *arena, const char *text);

/* The longest beginning of at most `units` UTF-16 units, without half a character. In arena. */
const char *
xlsx_clip(struct arena *arena, const char *text, size_t units);

/* xlsx_text of what cannot go on in the next row as other texts do (a title, a note, what a row
 * says again): one that is too long for a cell ends in an ellipsis. */
const char *
xlsx_short(struct arena *arena, const char *text);

/* A sheet name out of a title: without the characters that are not allowed, at most 31 units, not
 * taken yet without regard to case. It is entered into taken. In arena. */
const char *
xlsx_sheet_name(struct map *taken, const char *title, struct arena *arena);

/* Text for a header or footer: & doubled. In arena. */
const char *
xlsx_header_text(struct arena *arena, const char *text);

/* A sheet's name in a reference: between apostrophes, inner ones doubled. In arena. */
const char *
xlsx_quoted(struct arena *arena, const char *name);

#endif
