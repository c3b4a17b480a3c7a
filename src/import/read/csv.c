/* SPDX-License-Identifier: MIT */
#include "import/read/csv.h"

#include "support/buf.h"

#include <string.h>

static const char separators[] = ";\t,"; /* the first that fits: prices have commas */

/* Reads a value, which then stands in *value; gives what follows it: a separator, a line end or the
 * end of the text. */
static const char *
read_value(const char *text, char separator, struct buf *value)
{
	const char ends[] = {separator, '\r', '\n', '\0'};
	buf_clear(value);
	if (*text != '"') {
		size_t length = strcspn(text, ends);
		buf_add(value, text, length);
		return text + length;
	}
	for (text++; *text; text++) {
		if (*text == '"' && *++text != '"')
			break;
		buf_putc(value, *text);
	}
	size_t rest = strcspn(text, ends); /* what stands behind the quotes is kept, too */
	buf_add(value, text, rest);
	return text + rest;
}

static const char *
next_line(const char *text)
{
	text += *text == '\r';
	return text + (*text == '\n');
}

/* Values of the first rows, when all that have any have as many; else 0. */
static size_t
width_by(const char *text, char separator)
{
	enum { ROWS = 10 };
	struct buf value = {0};
	size_t width = 0, rows = 0;
	bool even = true;
	while (*text && rows < ROWS && even) {
		size_t count = 1;
		for (text = read_value(text, separator, &value); *text == separator; count++)
			text = read_value(text + 1, separator, &value);
		text = next_line(text);
		if (count == 1 && !value.length)
			continue;
		even = !rows++ || count == width;
		width = count;
	}
	buf_free(&value);
	return even && rows > 1 ? width : 0;
}

/* Of a table that is uneven the separator that stands most often. */
static char
separator_of(const char *text)
{
	size_t most = 0, counts[sizeof separators] = {0};
	for (size_t i = 0; separators[i]; i++)
		if (width_by(text, separators[i]) > 1)
			return separators[i];
	for (const char *at = text; *at; at++)
		for (size_t i = 0; separators[i]; i++)
			counts[i] += *at == separators[i];
	for (size_t i = 1; separators[i]; i++)
		most = counts[i] > counts[most] ? i : most;
	return separators[most];
}

/* Excel is told the separator by a line above the table: behind it, and the separator in *told. */
static const char *
behind_told(const char *text, char *told)
{
	static const char said[] = "sep=";
	if (strncmp(text, said, strlen(said)) != 0 || !text[strlen(said)])
		return text;
	*told = text[strlen(said)];
	return next_line(text + strcspn(text, "\r\n"));
}

bool
csv_looks_like(const char *text)
{
	char told = '\0';
	text = behind_told(text, &told);
	for (size_t i = 0; separators[i]; i++)
		if (width_by(text, separators[i]) > 1)
			return true;
	return false;
}

/* Without the apostrophe that keeps a spreadsheet from running a text, or from losing one. */
static const char *
unguarded(const char *text)
{
	bool guarded = text[0] == '\'' && text[1] && strchr("=+-@\t\r\n'", text[1]);
	return text + guarded;
}

bool
csv_read(struct foreign *foreign, const char *name, const char *text)
{
	char separator = '\0';
	const char *table = behind_told(text, &separator);
	struct buf value = {0};
	uint32_t row = table != text, column = 0;
	bool ok = true;
	text = table;
	if (!separator)
		separator = separator_of(text);
	foreign_add_table(foreign, name);
	while (*text && ok) {
		text = read_value(text, separator, &value);
		ok = foreign_add_cell(foreign, row, column, unguarded(buf_text(&value)));
		if (*text == separator) {
			text++;
			column++;
		} else if (*text) {
			text = next_line(text);
			row++;
			column = 0;
		}
	}
	buf_free(&value);
	foreign_sort(foreign);
	return ok;
}
