/* SPDX-License-Identifier: MIT */
/* Workbooks as Excel, LibreOffice, Google and programs write them, sheet by sheet. */
#ifndef PRESALE_IMPORT_READ_XLSX_H
#define PRESALE_IMPORT_READ_XLSX_H

#include "import/read/package.h"

/* Takes the tables of a workbook; false, with a remark, when it cannot be read. */
bool
xlsx_read(struct package *package);

#endif
