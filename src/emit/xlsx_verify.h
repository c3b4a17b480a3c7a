/* SPDX-License-Identifier: MIT */
/* Proof that a workbook is whole: libxlsxwriter does not look whether what it writes arrives. */
#ifndef PRESALE_XLSX_VERIFY_H
#define PRESALE_XLSX_VERIFY_H

#include "support/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <xlsxwriter.h>

/* What the library has written of a sheet's rows before it closes the workbook: all but the last ones, in its constant memory mode. */
struct xlsx_rows {
	uint64_t length; /* bytes */
	uint32_t sum;
};

/* The rows of every sheet so far, in arena; NULL with errno set when they did not arrive in their temporary file. */
const struct xlsx_rows *
xlsx_rows(lxw_workbook *workbook, struct arena *arena);

/* True when every part is there and whole: the rows as they were written, all else by its XML. */
bool
xlsx_verify(const char *path, const struct xlsx_rows *rows, size_t sheets);

#endif
