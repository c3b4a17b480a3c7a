/* SPDX-License-Identifier: MIT */
/* Proof that a workbook is whole: libxlsxwriter does not look whether what it writes arrives. */
#ifndef PRESALE_EMIT_XLSX_VERIFY_H
#define PRESALE_EMIT_XLSX_VERIFY_H

#include "emit/xlsx/library.h"
#include "support/arena.h"
#include "support/buf.h"

#include <stdbool.h>
#include <stdint.h>

/* The rows of a sheet as the library, in its constant memory mode, has written them to a temporary
 * file. */
struct xlsx_rows {
	uint64_t length; /* bytes */
	uint32_t sum;
};

/* What a workbook is to hold. */
struct xlsx_proof {
	const struct xlsx_rows *rows; /* of every sheet */
	size_t sheets;
};

/* The rows of every sheet, in arena, once all are written; rows is NULL, with errno set, when they
 * did not arrive in their temporary file. */
struct xlsx_proof
xlsx_proof(const struct xlsx_library *lxw, lxw_workbook *workbook, struct arena *arena);

/* True when every part of a workbook is there and whole: the rows as they were written, all else by
 * its XML. */
bool
xlsx_verify(const struct buf *workbook, const struct xlsx_proof *proof);

#endif
