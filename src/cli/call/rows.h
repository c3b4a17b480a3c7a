/* SPDX-License-Identifier: MIT */
/* Text for a terminal of 80 columns: names on the left, what they are on the right. */
#ifndef PRESALE_CLI_CALL_ROWS_H
#define PRESALE_CLI_CALL_ROWS_H

#include "support/buf.h"

enum { ROWS_COLUMN = 26 };

/* A name on the left and its explanation wrapped on the right. */
void
rows_put(struct buf *out, const char *left, const char *right);

/* A line below an explanation. */
void
rows_put_below(struct buf *out, const char *line);

#endif
