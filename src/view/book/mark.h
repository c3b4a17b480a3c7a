/* SPDX-License-Identifier: MIT */
/* Marks of a row: what each of its cells said when the book was made, in a few characters a cell,
 * beside the row. Whoever reads an edited book back can so tell what was edited in it from what has
 * changed in the source since, and a row that was moved, filtered or copied takes its marks along.
 *
 * The mark of a column says what the columns are called, in their order:
 *     presale 1 PROCESS name deadline - id
 * PROCESS is the id of the process; then the member of each column's field, an author's column by
 * its key, - for one that is not read. The mark of a row says what it is about, where no id does,
 * and of each cell that is read two characters, or - where it is empty:
 *     approvals[3] a8Kx-pQ
 *
 * A sheet of which no column is a field (what is reckoned, the matrix of letters) is marked whole:
 *     presale 1 PROCESS =cV
 * stands over it, with two characters of all its titles, and a row has two of all its cells.
 *
 * A book that hides something has none: what it shows is no whole to be edited, and it leaves the
 * house. */
#ifndef PRESALE_VIEW_BOOK_MARK_H
#define PRESALE_VIEW_BOOK_MARK_H

#include "view/book/book.h"

/* What a cell says as a text: of a number with a point, of a date as 2026-11-23. In arena. */
const char *
mark_cell(const struct cell *cell, struct arena *arena);

/* True for a sheet that is marked whole. */
bool
mark_is_whole(const struct sheet_form *form);

/* The mark of a sheet's columns; NULL of one that is none of the table's. In arena. */
const char *
mark_columns(const struct model *model, const struct sheet_form *form, struct arena *arena);

/* The mark of a row under them; NULL for one that says nothing: room to go on. In arena. */
const char *
mark_row(const struct sheet_form *form, const struct row *row, struct arena *arena);

#endif
