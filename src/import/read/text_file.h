/* SPDX-License-Identifier: MIT */
/* Texts: Markdown, with headings, lists and tables, and plain ones with lists. */
#ifndef PRESALE_IMPORT_READ_TEXT_FILE_H
#define PRESALE_IMPORT_READ_TEXT_FILE_H

#include "import/read/foreign.h"

/* True when a line of the text is a heading of Markdown, so that it is no table. */
bool
text_file_has_headings(const char *text);

/* Takes headings and items as topics, tables as tables; false, with a remark, when there are too
 * many. */
bool
text_file_read(struct foreign *foreign, const char *text);

#endif
