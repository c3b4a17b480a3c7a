/* SPDX-License-Identifier: MIT */
/* Rows that stand elsewhere: of a sheet that the reader did not sort. */
#ifndef PRESALE_MERGE_BOOK_ORDER_H
#define PRESALE_MERGE_BOOK_ORDER_H

#include "merge/decide/decision.h"
#include "merge/book/sheet.h"

/* Adds the things that were moved. */
void
order_read(const struct decision *decision, const struct sheet *sheet, struct sights *sights);

/* Where a step goes whose number, or whose stage, was edited; false when that is no place. */
bool
order_typed(const struct decision *decision, const struct entity *step, const char *number,
	    struct sight_move *move);
bool
order_named(const struct decision *decision, const struct entity *step, const char *name,
	    struct sight_move *move);

#endif
