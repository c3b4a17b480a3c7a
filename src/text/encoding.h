/* SPDX-License-Identifier: MIT */
/* Texts of files in other encodings, as UTF-8. */
#ifndef PRESALE_TEXT_ENCODING_H
#define PRESALE_TEXT_ENCODING_H

#include "support/buf.h"

#include <stdbool.h>

/* True for bytes that begin with the mark of UTF-16, in either order. */
bool
encoding_is_utf16(const struct buf *bytes);

/* UTF-16 with its mark becomes UTF-8; half a pair, or half of a unit at the end, becomes what UTF-8
 * forbids, so that it is reported. */
void
encoding_from_utf16(struct buf *bytes);

/* True when bytes that are no UTF-8 are plainly Russian text of Windows: Cyrillic letters, nothing
 * that the code page has no sign for, and most of them small. */
bool
encoding_is_cp1251(const struct buf *bytes);

/* Text of Windows' Cyrillic code page becomes UTF-8. */
void
encoding_from_cp1251(struct buf *bytes);

#endif
