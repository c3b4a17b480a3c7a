/* SPDX-License-Identifier: MIT */
/* Tables as text: values parted by commas, semicolons or tabs, with quotes round those that hold
 * such a sign or a line end. */
#ifndef PRESALE_IMPORT_READ_CSV_H
#define PRESALE_IMPORT_READ_CSV_H

#include "import/read/foreign.h"

/* True for a text that is such a table: each of its first lines has the same number of values, two
 * at least. */
bool
csv_looks_like(const char *text);

/* Takes the table, called `name`; false, with a remark, when there are too many cells. */
bool
csv_read(struct foreign *foreign, const char *name, const char *text);

#endif
