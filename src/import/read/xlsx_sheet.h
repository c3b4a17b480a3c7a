/* SPDX-License-Identifier: MIT */
/* A sheet of a workbook. Inside of src/import/xlsx* only. */
#ifndef PRESALE_IMPORT_READ_XLSX_SHEET_H
#define PRESALE_IMPORT_READ_XLSX_SHEET_H

#include "import/read/numeral.h"
#include "import/read/package.h"

/* What a book has for all of its sheets. */
struct import_book {
	struct package *package;
	const char **strings; /* shared by cells */
	size_t string_count;
	struct numeral *looks; /* of numbers, by the style of a cell */
	size_t look_count;
	bool from_1904;
};

/* A text as it was typed: _x000D_ and the like are signs. In arena, or the text itself. */
const char *
xlsx_typed(struct arena *arena, const char *text);

/* Takes the table of a sheet; false, with a remark, when it cannot be read. */
bool
xlsx_read_sheet(struct import_book *xlsx, const char *part, const char *name, bool hidden);

#endif
