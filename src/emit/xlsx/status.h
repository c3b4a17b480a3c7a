/* SPDX-License-Identifier: MIT */
/* What became of a call of libxlsxwriter. */
#ifndef PRESALE_EMIT_XLSX_STATUS_H
#define PRESALE_EMIT_XLSX_STATUS_H

#include <stdbool.h>
#include <xlsxwriter.h>

/* True when a call of the library went well; else sets errno: E2BIG for a sheet that would have too
 * many rows. */
bool
xlsx_ok(lxw_error error);

#endif
