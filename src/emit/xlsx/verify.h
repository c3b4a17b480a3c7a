/* SPDX-License-Identifier: MIT */
/* Proof that a workbook is whole: libxlsxwriter does not look whether what it writes arrives. */
#ifndef PRESALE_EMIT_XLSX_VERIFY_H
#define PRESALE_EMIT_XLSX_VERIFY_H

#include "emit/xlsx/library.h"
#include "support/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* The rows of a sheet as the library, in its constant memory mode, has written them to a temporary
 * file. */
struct xlsx_rows {
	uint64_t length; /* bytes */
	uint32_t sum;
};

/* The rows of every sheet, in arena, once all are written; NULL with errno set when they did not
 * arrive in their temporary file. */
const struct xlsx_rows *
xlsx_rows(const struct xlsx_library *lxw, lxw_workbook *workbook, struct arena *arena);

/* True when every part is there and whole: the rows as they were written, all else by its XML. */
bool
xlsx_verify(const char *path, const struct xlsx_rows *rows, size_t sheets);

#endif
