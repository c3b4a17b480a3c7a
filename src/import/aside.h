/* SPDX-License-Identifier: MIT */
/* What stands in a sheet beside its tables. */
#ifndef PRESALE_IMPORT_ASIDE_H
#define PRESALE_IMPORT_ASIDE_H

#include "import/read/foreign.h"

/* True for a row that is a remark on the table above it, and no thing of it: one cell with a star,
 * with a word that says so, with a sum; below a blank row, or long as no name is. */
bool
aside_is_remark(const struct foreign_row *row, uint32_t row_before);

/* True for what the empty workbook of `presale init` has to show how it is filled in: a sample, by
 * its text, and the sheet that explains it, by its name. */
bool
aside_is_sample(const char *text);
bool
aside_is_help(const char *sheet);

#endif
