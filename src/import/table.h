/* SPDX-License-Identifier: MIT */
/* From the tables of a document to the things of a process. */
#ifndef PRESALE_IMPORT_TABLE_H
#define PRESALE_IMPORT_TABLE_H

#include "import/assembly.h"

/* Takes all tables: those of roles and terms first, whose names the others mention. What is not
 * understood is said. */
void
tables_take(struct assembly *assembly, const struct foreign *foreign);

#endif
