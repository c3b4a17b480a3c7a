/* SPDX-License-Identifier: MIT */
#include "cli/lsp/text_lines.h"

#include "support/utf8.h"

#include <string.h>

/* Where the line behind a byte begins: LF, CR LF and CR end one. */
static const char *
next_line(const char *at, const char *end)
{
	while (at < end && *at != '\n' && *at != '\r')
		at++;
	if (at == end)
		return NULL;
	return at + 1 + (*at == '\r' && at + 1 < end && at[1] == '\n');
}

struct text_lines
text_lines_of(struct arena *arena, const char *text, size_t length, bool bytes)
{
	struct text_lines lines = {.text = text, .length = length, .bytes = bytes};
	for (const char *at = text; at; at = next_line(at, text + length)) {
		lines.starts =
		    arena_grow(arena, lines.starts, lines.count, 1, sizeof *lines.starts);
		lines.starts[lines.count++] = (size_t)(at - text);
	}
	return lines;
}

size_t
text_lines_end(const struct text_lines *lines, size_t line)
{
	size_t end = line + 1 < lines->count ? lines->starts[line + 1] : lines->length;
	while (end > lines->starts[line] &&
	       (lines->text[end - 1] == '\n' || lines->text[end - 1] == '\r'))
		end--;
	return end;
}

size_t
text_lines_find(const struct text_lines *lines, size_t byte)
{
	size_t from = 0, to = lines->count;
	while (to - from > 1) {
		size_t middle = from + (to - from) / 2;
		if (lines->starts[middle] <= byte)
			from = middle;
		else
			to = middle;
	}
	return from;
}

/* How long a character is as the editor counts. */
static size_t
units(const struct text_lines *lines, size_t length)
{
	return lines->bytes ? length : length == UTF8_MAX ? 2 : 1;
}

static size_t
character_length(const char *at)
{
	const char *next = at;
	if (*at)
		utf8_next(&next);
	return *at ? (size_t)(next - at) : 1;
}

/* The byte so many characters, or with in_units so many of what the editor counts, behind the
 * beginning of a line. */
static size_t
walk(const struct text_lines *lines, size_t line, uint64_t count, bool in_units)
{
	size_t at = lines->starts[line], end = text_lines_end(lines, line);
	while (at < end) {
		size_t length = character_length(lines->text + at),
		       step = in_units ? units(lines, length) : 1;
		if (step > count)
			break;
		count -= step;
		at += length;
	}
	return at;
}

size_t
text_lines_byte(const struct text_lines *lines, const struct json_in *position)
{
	int64_t line = json_in_whole(json_in_get(position, "line"), 0),
		character = json_in_whole(json_in_get(position, "character"), 0);
	if (line < 0)
		return 0;
	if ((uint64_t)line >= lines->count)
		return lines->length;
	return walk(lines, (size_t)line, character < 0 ? 0 : (uint64_t)character, true);
}

size_t
text_lines_byte_at(const struct text_lines *lines, uint32_t line, uint32_t column)
{
	if (!line)
		return 0;
	if (line > lines->count)
		return lines->length;
	return walk(lines, line - 1, column ? column - 1 : 0, false);
}

uint32_t
text_lines_column(const struct text_lines *lines, size_t byte)
{
	size_t start = lines->starts[text_lines_find(lines, byte)];
	return (uint32_t)utf8_count(lines->text + start, byte - start) + 1;
}

void
text_lines_put(const struct text_lines *lines, size_t byte, struct json *out)
{
	size_t line = text_lines_find(lines, byte), count = 0;
	for (size_t at = lines->starts[line]; at < byte;) {
		size_t length = character_length(lines->text + at);
		count += units(lines, length);
		at += length;
	}
	json_object(out);
	json_member_integer(out, "line", (int64_t)line);
	json_member_integer(out, "character", (int64_t)count);
	json_object_end(out);
}

void
text_lines_put_range(const struct text_lines *lines, size_t start, size_t end, struct json *out)
{
	json_object(out);
	json_key(out, "start");
	text_lines_put(lines, start, out);
	json_key(out, "end");
	text_lines_put(lines, end, out);
	json_object_end(out);
}
