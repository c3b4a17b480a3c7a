/* SPDX-License-Identifier: MIT */
/* What fills each sheet: write_<key>() of every row of sheets.def. It is called when the sheet has
 * something to show, and writes it through book->writer. */
#ifndef PRESALE_VIEW_BOOK_SHEETS_H
#define PRESALE_VIEW_BOOK_SHEETS_H

#include "view/book/book.h"

#define SHEET(ID, key, ...) void write_##key(struct book *book);
#define SHEET_OF SHEET
#include "view/book/sheets.def"
#undef SHEET
#undef SHEET_OF

/* Whether the file or a thing of it names a material. */
bool
book_has_materials(const struct model *model);

#endif
