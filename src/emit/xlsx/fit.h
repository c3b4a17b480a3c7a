/* SPDX-License-Identifier: MIT */
/* Whether a text fits a cell: how many lines it takes at a width, and where to part it when it is
 * over what a row of a spreadsheet can show or a cell can hold. */
#ifndef PRESALE_EMIT_XLSX_FIT_H
#define PRESALE_EMIT_XLSX_FIT_H

#include "view/book/book.h"

enum {
	FIT_UNITS = 32767, /* UTF-16 units a cell can hold */
	FIT_LINES =
	    31, /* lines of the body font in the tallest row a spreadsheet allows (409 points) */
};

/* A place in the text of a cell: offset bytes into a piece. */
struct fit_place {
	uint32_t piece;
	size_t offset;
};

struct fit {
	struct fit_place end; /* where the part ends */
	uint32_t lines;
	bool whole; /* nothing is left */
};

/* How far the text from a place on fits into a cell `width` digits wide, within FIT_UNITS and
 * FIT_LINES; a text at the left is indented. A part ends after a line break if it can, else after a
 * blank, else between characters. It is never empty. */
struct fit
fit_text(const struct cell *cell, struct fit_place from, double width, enum align align);

/* Fits what is left of a row's cells, each from its place on, into one row of the sheet: moves the
 * places and gives the lines of the tallest. True when nothing is left over. */
bool
fit_row(const struct sheet_form *form, const struct row *row, struct fit_place *places,
	uint32_t *lines);

/* True for a row that surely needs no second one: a look that costs a tenth of fit_row. Of others
 * fit_row tells. */
bool
fit_is_one_row(const struct sheet_form *form, const struct row *row);

/* Height in points of a row of so many lines. */
double
fit_height(uint32_t lines);

/* Width in digits of the body font of the longest line of a text. */
double
fit_width(const char *text, bool bold);

/* The same of the longest line of a cell. */
double
fit_cell_width(const struct cell *cell);

#endif
