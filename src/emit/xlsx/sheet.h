/* SPDX-License-Identifier: MIT */
/* The workbook as a writer of the book: each sheet set up, each row fitted, styled and linked.
 * Shared by the xlsx_*.c files. */
#ifndef PRESALE_EMIT_XLSX_SHEET_H
#define PRESALE_EMIT_XLSX_SHEET_H

#include "emit/xlsx/pick.h"
#include "emit/xlsx/places.h"
#include "emit/xlsx/status.h"
#include "emit/xlsx/style.h"
#include "support/map.h"
#include "view/book/book.h"

struct xlsx {
	struct writer writer;      /* first: the book knows only this */
	const struct model *model; /* NULL: the tables are of no process */
	const struct voice *voice;
	const char *heading; /* of every page on paper */
	struct arena *arena;
	struct arena scratch; /* for the row under way */
	struct xlsx_library lxw;
	lxw_workbook *workbook;
	struct styles *styles;
	bool big;         /* columns are not measured, and empty cells of bare ones not written */
	bool filtered;    /* whatever the sheet is, there is something to pick from */
	struct map names; /* of sheets, folded */
	const char *sheet_names[SHEET_COUNT]; /* NULL for a sheet that is not there */
	struct places places;
	const struct sheet_form *form; /* of the sheet under way */
	lxw_worksheet *sheet;
	uint32_t row;     /* the next one */
	uint32_t printed; /* how many rows are printed … */
	double height;    /* … and how high they are, in points */
	uint32_t links;   /* on the sheet so far */
	bool banded;      /* the row under way is of the second shade */
};

/* Fills in the calls of the writer. */
void
xlsx_writer(struct xlsx *xlsx);

enum {
	XLSX_ROWS = 1048576
}; /* that a sheet can have; of columns the book never has as many as it could */

/* Writes a row into the sheet under way, as several rows of the sheet where a cell is too long for
 * one; false when a call of the library failed. */
bool
xlsx_write_row(struct writer *writer, const struct row *row);

/* True for a text of more than one look. */
bool
xlsx_is_rich(const struct cell *cell);

/* Writes a text of several looks into a cell of the row under way. */
bool
xlsx_write_rich(struct xlsx *xlsx, uint32_t column, const struct cell *cell,
		const struct style *style, lxw_format *format);

/* The style of a cell in a column of the sheet under way. */
struct style
xlsx_style_of(const struct xlsx *xlsx, const struct cell *cell, const struct heading *heading);

/* Offers a list to choose from in cells; nothing when there is none or it could not be offered
 * whole. Other values stay possible: `many` without a word, else after a warning. */
bool
xlsx_offer(struct xlsx *xlsx, const struct pick_range *range, enum pick pick, int choices,
	   bool many);

#endif
