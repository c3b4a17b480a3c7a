/* SPDX-License-Identifier: MIT */
/* What a document says of the process as a whole: rows of a property and its value. */
#ifndef PRESALE_IMPORT_PASSPORT_H
#define PRESALE_IMPORT_PASSPORT_H

#include "import/assembly.h"

/* Takes a row «Цель | …» or «Цель: …»; false when it is none. */
bool
passport_take_row(struct assembly *assembly, const struct foreign_table *table,
		  const struct foreign_row *row);

/* Takes a table of such rows; false, and nothing is taken, when fewer than two of them are. */
bool
passport_take(struct assembly *assembly, const struct foreign_table *table);

#endif
