/* SPDX-License-Identifier: MIT */
/* libxlsxwriter, brought in when a workbook is first written: with it comes libcrypto, and a
 * command that writes none should not wait for them at its start. */
#ifndef PRESALE_EMIT_XLSX_LIBRARY_H
#define PRESALE_EMIT_XLSX_LIBRARY_H

#include <stdbool.h>
#include <xlsxwriter.h>

/* The library's functions, by their names. */
struct xlsx_library {
#define CALL(name) __typeof__(name) *name;
#include "emit/xlsx/calls.def"
#undef CALL
};

/* Fills in the functions, which stay for good. False with errno ELIBACC when the library is not
 * there or lacks one of them. Any number of threads may call it, any number of times. */
bool
xlsx_library_load(struct xlsx_library *library);

#endif
