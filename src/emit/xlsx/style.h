/* SPDX-License-Identifier: MIT */
/* The looks of the workbook: one palette, and each format made once. */
#ifndef PRESALE_EMIT_XLSX_STYLE_H
#define PRESALE_EMIT_XLSX_STYLE_H

#include "emit/xlsx/library.h"
#include "model/model.h"
#include "support/buf.h"
#include "view/book/grid.h"

enum number_look { NUMBER_PLAIN, NUMBER_DATE };

/* Everything that tells one cell's format from another's. */
struct style {
	enum tint tint;
	enum align align;
	enum number_look number;
	unsigned look;  /* of the whole cell */
	uint32_t color; /* of the text with LOOK_COLOR, of text and ground with TINT_FILL */
	bool band;      /* a row of the second shade */
	bool free;      /* on a sheet without a grid */
	bool russian;   /* how dates are written */
	bool upright;   /* turned to stand */
	bool middle;    /* halfway up the row */
};

struct styles;

/* The formats of the workbook of a process; freed with styles_free, the formats with the workbook.
 * The library and the model (NULL: there is none) are kept, not copied. */
struct styles *
styles_new(const struct xlsx_library *lxw, lxw_workbook *workbook, const struct model *model);

/* Frees the set; the formats are the workbook's. */
void
styles_free(struct styles *styles);

/* The format of a style, made when it is first asked for; it is the workbook's. */
lxw_format *
style_cell(struct styles *styles, const struct style *style);

/* The font of a piece within a cell of a style, as the XML of a run's properties. */
void
style_font(const struct piece *piece, const struct style *within, struct buf *out);

#endif
