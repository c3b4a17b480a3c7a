/* SPDX-License-Identifier: MIT */
/* Whether a workbook that was just written is whole. libxlsxwriter reports success on one cut short by a full disk. */
#ifndef PRESALE_XLSX_VERIFY_H
#define PRESALE_XLSX_VERIFY_H

#include <stdbool.h>
#include <stddef.h>

/* True when the file holds every part a workbook of so many sheets needs and each part is complete and well formed. */
bool
xlsx_verify(const char *path, size_t sheets);

#endif
