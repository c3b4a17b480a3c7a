/* SPDX-License-Identifier: MIT */
/* From a text to the tree that every output of it begins with. Inside of this folder only. */
#ifndef PRESALE_TEXT_PROSE_PARSE_H
#define PRESALE_TEXT_PROSE_PARSE_H

#include "text/prose/tree.h"

/* True for text that is the same in every syntax: one line without a character that CommonMark
 * might take for markup. */
bool
prose_is_plain(const char *text, size_t length);

/* True for what cmark 0.30 takes quadratic time for: very long texts, and very many nested quotes
 * and lists. */
bool
prose_is_too_much(const char *text, size_t length);

/* The tree of a text: no raw HTML, no address that is not allowed (with unlink none at all),
 * headings pushed down to at least level `heading`; with what GitHub adds (text/prose/extra.h).
 * What is too much is taken literally. */
cmark_node *
prose_parse(const char *text, size_t length, int heading, bool unlink);

#endif
