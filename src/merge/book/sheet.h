/* SPDX-License-Identifier: MIT */
/* A table of a document beside the sheet that it was built as, or else that today's source would
 * show: which of its columns and rows is which. */
#ifndef PRESALE_MERGE_BOOK_SHEET_H
#define PRESALE_MERGE_BOOK_SHEET_H

#include "import/read/foreign.h"
#include "merge/book/shown.h"

/* A row of the document. */
struct sheet_row {
	struct shown_row *shown; /* that it is; NULL: there was none */
	const char **texts;      /* by column of the sheet, "" of what is empty; NULL: of one that
				    the document lacks */
	const char *key, *mark;  /* as in struct shown_row; NULL: it has none */
	uint32_t number;         /* in the table */
};

struct sheet {
	const struct foreign_table *table;
	struct shown_sheet *shown;
	uint32_t *columns;  /* by column of the sheet: that of the table, or ITEM_NONE */
	const char *header; /* the mark of the columns; NULL: it is gone */
	uint32_t head;      /* the row of the headings */
	struct sheet_row *rows;
	uint32_t row_count;
	struct foreign_row heads;
};

/* The mark of a table's columns, with its cell; NULL when it has none. */
const struct foreign_cell *
sheet_mark(const struct foreign_table *table);

/* Reads a table as the sheet that it is; false when there is no such sheet. In arena. */
bool
sheet_read(struct sheet *sheet, const struct foreign_table *table, struct shown_book *book,
	   struct arena *arena);

/* Whether a text is what stood in a cell when the document was made. */
enum sheet_built { SHEET_UNKNOWN, SHEET_AS_BUILT, SHEET_OTHERWISE };
enum sheet_built
sheet_built(const struct sheet *sheet, const struct sheet_row *row, uint32_t column,
	    const char *text, struct arena *arena);

/* Where a cell is. */
const char *
sheet_place(const struct sheet *sheet, const struct sheet_row *row, uint32_t column,
	    struct arena *arena);

#endif
