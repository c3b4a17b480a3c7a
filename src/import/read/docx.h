/* SPDX-License-Identifier: MIT */
/* Documents of Word: headings, lists, paragraphs and tables. */
#ifndef PRESALE_IMPORT_READ_DOCX_H
#define PRESALE_IMPORT_READ_DOCX_H

#include "import/read/package.h"

/* Takes headings and items as topics, tables as tables; false, with a remark, when it cannot be
 * read. */
bool
docx_read(struct package *package);

#endif
