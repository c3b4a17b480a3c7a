/* SPDX-License-Identifier: MIT */
/* Places in a text as editors count them: lines from 0, and in a line UTF-16 units or bytes. */
#ifndef PRESALE_CLI_LSP_TEXT_LINES_H
#define PRESALE_CLI_LSP_TEXT_LINES_H

#include "cli/lsp/json_in.h"
#include "support/json.h"

/* A text by its lines. */
struct text_lines {
	const char *text;
	size_t length;
	size_t *starts; /* in an arena */
	size_t count;   /* one at least */
	bool bytes;     /* places in a line are counted in bytes */
};

/* Of valid UTF-8, which must stay. In arena. */
struct text_lines
text_lines_of(struct arena *arena, const char *text, size_t length, bool bytes);

/* Where a line ends, from 0, its line end not counted. */
size_t
text_lines_end(const struct text_lines *lines, size_t line);

/* The byte at a place of the editor's: the end of the line, or of the text, where it lies behind
 * it. */
size_t
text_lines_byte(const struct text_lines *lines, const struct json_in *position);

/* The byte at a line and column of the library's, from 1 and in characters. */
size_t
text_lines_byte_at(const struct text_lines *lines, uint32_t line, uint32_t column);

/* The line that a byte is in. */
size_t
text_lines_find(const struct text_lines *lines, size_t byte);

/* The column of the library's, from 1. */
uint32_t
text_lines_column(const struct text_lines *lines, size_t byte);

/* Writes the place of a byte, and where a piece begins and ends. */
void
text_lines_put(const struct text_lines *lines, size_t byte, struct json *out);
void
text_lines_put_range(const struct text_lines *lines, size_t start, size_t end, struct json *out);

#endif
