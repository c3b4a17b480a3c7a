/* SPDX-License-Identifier: MIT */
/* What a workbook would show of the process as it is now, cell by cell: the sheets that are read
 * back, of the very code that writes them. */
#ifndef PRESALE_MERGE_BOOK_SHOWN_H
#define PRESALE_MERGE_BOOK_SHOWN_H

#include "change/match.h"
#include "support/map.h"
#include "view/book/book.h"

/* A row; two may have one key. */
struct shown_row {
	const struct entity *about; /* of today's model; NULL: it has no such thing any more */
	const struct field *field;  /* as in struct row */
	uint32_t item;
	const char *key;         /* the id in its last column, or its path (mark.h) */
	const char **texts;      /* by column, as marks know them */
	const char *mark;        /* without the path */
	uint32_t order;          /* in the sheet */
	struct shown_row *today; /* in today's book; of that the row itself */
	struct shown_row *again; /* the next of the same key */
};

struct shown_sheet {
	enum sheet_id id;
	const char *title, *mark;
	struct heading *columns;
	uint32_t count, frozen;
	bool free;  /* without titles */
	bool whole; /* marked as such (mark.h) */
	struct shown_row **rows;
	uint32_t row_count;
	struct map by_key;         /* struct shown_row */
	struct shown_sheet *today; /* NULL: this is today's, or today there is none */
	uint32_t *today_columns;   /* by column: which it is today, or UINT32_MAX */
	bool based;                /* it says what stood in the document as it was built */
};

struct shown_book {
	struct shown_sheet *sheets; /* those with marks */
	uint32_t count;
};

/* The book of a process, in arena; end it with shown_end. */
struct shown_book
shown_of(const struct voice *voice, struct arena *arena);
void
shown_end(struct shown_book *book);

/* Makes the book of what a document was built of tell of each row and column which it is today. */
void
shown_relate(struct shown_book *base, const struct shown_book *today, const struct matching *match,
	     struct arena *arena);

/* What a cell says today, "" where there is no such cell; of a row that is there today. */
const char *
shown_today(const struct shown_sheet *sheet, const struct shown_row *row, uint32_t column);

#endif
