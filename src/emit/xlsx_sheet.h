/* SPDX-License-Identifier: MIT */
/* The workbook as a writer of the book: each sheet set up, each row fitted, styled and linked. */
#ifndef PRESALE_XLSX_SHEET_H
#define PRESALE_XLSX_SHEET_H

#include "emit/book.h"
#include "emit/xlsx_style.h"
#include "support/map.h"

struct xlsx {
	struct writer writer; /* first: the book knows only this */
	const struct model *model;
	struct arena *arena;
	struct arena scratch; /* for the row under way */
	lxw_workbook *workbook;
	struct styles *styles;
	struct map names;                       /* of sheets, folded */
	const char *sheet_names[SHEET_COUNT];   /* NULL for a sheet that is not there */
	const struct term **terms;
	uint32_t *term_rows;                    /* by number of term: its place in the glossary, from 0 */
	const struct form *form;                /* of the sheet under way */
	lxw_worksheet *sheet;
	uint32_t row;                           /* the next one */
	uint32_t links;                         /* on the sheet so far */
	bool banded;                            /* the row under way is of the second shade */
	bool deep;                              /* the sheet has groups */
};

/* Fills in the calls of the writer. */
void
xlsx_writer(struct xlsx *xlsx);

#endif
