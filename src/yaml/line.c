/* SPDX-License-Identifier: MIT */
#include "yaml/line.h"

#include "support/utf8.h"

#include <string.h>

struct line
line_of(struct diagnostics *diags, struct text_index *index, uint32_t number)
{
	size_t length = 0;
	const char *start = text_index_line(index, number, &length);
	struct line line = {.pos = {.line = number, .column = 1, .file = index->file}};
	line.text = arena_copy(&diags->arena, start ? start : "", length);
	line.indent = strspn(line.text, " \t");
	return line;
}

struct pos
line_place(const struct line *line, size_t offset)
{
	struct pos pos = line->pos;
	pos.column = (uint32_t)utf8_count(line->text, offset) + 1;
	return pos;
}

size_t
line_offset(const struct line *line, struct pos pos)
{
	const char *at = line->text;
	for (uint32_t i = 1; i < pos.column && *at; i++)
		utf8_next(&at);
	return (size_t)(at - line->text);
}

size_t
line_content(const struct line *line)
{
	size_t at = line->indent;
	while (line->text[at] == '-' && line->text[at + 1] == ' ')
		at += 2 + strspn(line->text + at + 2, " ");
	return at;
}

size_t
line_length(const struct line *line)
{
	size_t length = strlen(line->text);
	while (length && strchr(" \t", line->text[length - 1]))
		length--;
	return length;
}
