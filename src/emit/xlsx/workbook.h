/* SPDX-License-Identifier: MIT */
/* A workbook from its first sheet to bytes that are proven whole. */
#ifndef PRESALE_EMIT_XLSX_WORKBOOK_H
#define PRESALE_EMIT_XLSX_WORKBOOK_H

#include "emit/xlsx/sheet.h"

/* Writes sheets; gives the errno of what failed, or 0. */
typedef int
workbook_filler(struct xlsx *xlsx, void *data);

/* 2000-01-01: a fixed date, so that the same contents give the same bytes. */
enum { WORKBOOK_CREATED = 946684800 };

struct workbook_wish {
	workbook_filler *fill;
	void *data;            /* its own */
	const char *workplace; /* folder for temporary files; NULL: the system's */
};

/* Brings in the library, has the sheets written, and puts the workbook into out. Of xlsx its voice,
 * arena and heading are given, and a model where there is one. Gives an errno, or 0. */
int
workbook_make(struct xlsx *xlsx, const struct workbook_wish *wish, struct buf *out);

#endif
