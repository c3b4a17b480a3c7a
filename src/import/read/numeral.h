/* SPDX-License-Identifier: MIT */
/* How a workbook shows a number: as a date, in hundredths, with words behind it. */
#ifndef PRESALE_IMPORT_READ_NUMERAL_H
#define PRESALE_IMPORT_READ_NUMERAL_H

#include "support/arena.h"

#include <stdbool.h>

struct numeral {
	bool date, time, percent;
	const char *suffix; /* what the format writes behind the number: « дн.»; or NULL */
};

/* The look of a format that the workbook writes out. In arena. */
struct numeral
numeral_of(struct arena *arena, const char *code);

/* The look of a format that has only a number; the others look as they are. */
struct numeral
numeral_built_in(unsigned number);

/* A number as it looks: «5 дн.», «90%», «2026-11-23». In arena. */
const char *
numeral_text(const struct numeral *look, double value, bool from_1904, struct arena *arena);

#endif
