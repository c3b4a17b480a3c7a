/* SPDX-License-Identifier: MIT */
#include "cli/call/rows.h"

#include "support/utf8.h"

#include <string.h>

enum { RIGHT = 80 };

static void
pad(struct buf *out, size_t *at, size_t column)
{
	for (; *at < column; (*at)++)
		buf_putc(out, ' ');
}

void
rows_put(struct buf *out, const char *left, const char *right)
{
	size_t at = utf8_width(left, strlen(left)) + 2;
	buf_printf(out, "  %s", left);
	if (at + 2 > ROWS_COLUMN) {
		buf_putc(out, '\n');
		at = 0;
	}
	while (*right) {
		size_t length = strcspn(right, " ");
		size_t width = utf8_width(right, length);
		if (at > ROWS_COLUMN && at + 1 + width > RIGHT) {
			buf_putc(out, '\n');
			at = 0;
		}
		if (at > ROWS_COLUMN) {
			buf_putc(out, ' ');
			at++;
		}
		pad(out, &at, ROWS_COLUMN);
		buf_add(out, right, length);
		at += width;
		right += length + (right[length] == ' ');
	}
	buf_putc(out, '\n');
}

void
rows_put_below(struct buf *out, const char *line)
{
	size_t at = 0;
	pad(out, &at, ROWS_COLUMN);
	buf_printf(out, "%s\n", line);
}
