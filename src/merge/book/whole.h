/* SPDX-License-Identifier: MIT */
/* Sheets that are marked whole (mark.h): of the matrix of letters who takes part is read, of what
 * is reckoned each cell that was edited is told. */
#ifndef PRESALE_MERGE_BOOK_WHOLE_H
#define PRESALE_MERGE_BOOK_WHOLE_H

#include "merge/decide/decision.h"
#include "merge/book/sheet.h"

/* Adds what a sheet shows that was edited; remarks go to the decision. */
void
whole_read(struct decision *decision, const struct sheet *sheet, struct sights *sights);

#endif
