/* SPDX-License-Identifier: MIT */
/* What may be chosen in cells, and what they tell when they are entered. */
#ifndef PRESALE_EMIT_XLSX_PICK_H
#define PRESALE_EMIT_XLSX_PICK_H

#include "emit/xlsx/library.h"

#include <stdint.h>

/* Cells of one column. */
struct pick_range {
	uint32_t first, last; /* rows */
	uint32_t column;
};

struct pick_rule {
	struct pick_range range;
	const char *formula;      /* of what may be chosen; NULL: anything may be written */
	bool many;                /* other values than these stand there rightly, too */
	const char *title, *hint; /* shown in the cell; NULL: nothing is */
};

/* Adds a rule to a sheet; false when a call of the library failed. */
bool
pick_set_rule(const struct xlsx_library *lxw, lxw_worksheet *sheet, const struct pick_rule *rule);

#endif
