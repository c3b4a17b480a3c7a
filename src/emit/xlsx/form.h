/* SPDX-License-Identifier: MIT */
/* An empty workbook to be filled in by those who begin in a spreadsheet: `presale import` reads
 * it. */
#ifndef PRESALE_EMIT_XLSX_FORM_H
#define PRESALE_EMIT_XLSX_FORM_H

#include "support/buf.h"

/* Adds the workbook in English (0) or Russian (1); workplace is a folder for temporary files, or
 * NULL for the system's. Gives the errno of what failed, or 0. */
int
form_write(int lang, const char *workplace, struct buf *out);

#endif
