/* SPDX-License-Identifier: MIT */
/* What stands in a sheet beside its tables. */
#ifndef PRESALE_IMPORT_ASIDE_H
#define PRESALE_IMPORT_ASIDE_H

#include "import/foreign.h"

/* True for a row that is a remark on the table above it, and no thing of it: one cell with a star,
 * with a word that says so, with a sum; below a blank row, or long as no name is. */
bool
aside_is_remark(const struct foreign_row *row, uint32_t row_before);

#endif
