/* SPDX-License-Identifier: MIT */
/* What an edited workbook shows of a process. */
#ifndef PRESALE_MERGE_BOOK_BOOK_H
#define PRESALE_MERGE_BOOK_BOOK_H

#include "merge/decide/decision.h"
#include "merge/book/sheet.h"

/* Adds what the tables of a document show; remarks go to the decision. False when they are no
 * workbook of this process. */
bool
book_sights(struct decision *decision, const struct foreign *foreign, struct shown_book *shown,
	    struct sights *sights);

#endif
