/* SPDX-License-Identifier: MIT */
/* A workbook of plain tables, in the looks of the process's own. */
#ifndef PRESALE_EMIT_XLSX_TABLE_H
#define PRESALE_EMIT_XLSX_TABLE_H

#include "model/show.h"
#include "view/book/grid.h"

struct xlsx_table {
	const char *title;
	const struct heading *columns;
	uint32_t column_count;
	const struct row *rows;
	uint32_t row_count;
};

struct xlsx_tables {
	const struct voice *voice; /* without a model */
	const char *heading;       /* of every page on paper */
	const struct xlsx_table *tables;
	size_t count;
	const char *workplace; /* folder for temporary files; NULL: the system's */
};

/* Puts the workbook into out. Gives an errno, or 0. */
int
xlsx_tables_write(const struct xlsx_tables *tables, struct buf *out);

#endif
