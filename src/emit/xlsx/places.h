/* SPDX-License-Identifier: MIT */
/* Where the workbook shows things, known before anything is written: links lead forwards too. */
#ifndef PRESALE_EMIT_XLSX_PLACES_H
#define PRESALE_EMIT_XLSX_PLACES_H

#include "emit/emit.h"
#include "view/book/book.h"

struct places {
	const struct model *model;
	const char **stage_sheets;   /* by number of stage: the name of its own sheet, or NULL */
	uint32_t *rows[SHEET_COUNT]; /* by number of stage, role or term: its row from 0, or 0; NULL
					for other sheets */
	uint32_t ends[SHEET_COUNT];  /* rows of those sheets */
	double *widths[SHEET_COUNT]; /* by column: the longest line in digits of the body font; NULL
					where it was not measured */
	uint32_t *filled[SHEET_COUNT]; /* beside widths: in how many rows something stands */
};

/* Goes through the book without writing it: through all sheets to measure them, else through those
 * that links lead to. In the emission's arena. */
struct places
places_survey(struct emission *emission, bool measure);

/* The sheet that shows a thing, its name one of names, and the row there; NULL when the book does
 * not. For SHEET_NONE it is the one that is about such things. */
const char *
place_find(const struct places *places, const char *const *names, const struct entity *entity,
	   enum sheet_id sheet, uint32_t *row);

#endif
