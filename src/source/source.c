/* SPDX-License-Identifier: MIT */
#include "source/source.h"

#include "files/file.h"
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>

struct text_lines {
	const char *text; /* NULL while it was not read */
	struct buf buf;   /* holds it, unless the model does */
	uint32_t *starts; /* of each line, by number from 0, and of one past the end; a file has 1
			     GiB at most */
	uint32_t count;
};

struct sources {
	const struct model *model;
	struct text_lines *files;
	struct pos last; /* found last, and where: findings come in order, and a line may be long */
	const char *last_at;
	struct arena arena;
};

enum { LAST_COLUMN = (1 << 20) - 1 };

struct sources *
sources_open(const struct model *model)
{
	struct sources *sources = memory_alloc(sizeof *sources);
	*sources = (struct sources){.model = model};
	sources->files =
	    arena_array(&sources->arena, model->file_count + 1, sizeof *sources->files);
	return sources;
}

void
sources_close(struct sources *sources)
{
	if (!sources)
		return;
	for (uint32_t i = 0; i < sources->model->file_count; i++) {
		free(sources->files[i].starts);
		buf_free(&sources->files[i].buf);
	}
	arena_free(&sources->arena);
	free(sources);
}

const struct model *
sources_model(const struct sources *sources)
{
	return sources->model;
}

const char *
sources_name(const struct sources *sources, unsigned file)
{
	return file < sources->model->file_count ? sources->model->files[file].name : "";
}

/* LF, CR LF and CR end a line; most files have none of the latter. */
static void
find_lines(struct text_lines *file)
{
	size_t capacity = 64;
	file->starts = memory_alloc(capacity * sizeof *file->starts);
	const char *p = file->text, *ends = strchr(p, '\r') ? "\r\n" : "\n";
	if (strncmp(p, "\xEF\xBB\xBF", 3) == 0)
		p += 3;
	for (;;) {
		if (file->count + 1 == capacity)
			file->starts =
			    memory_resize(file->starts, (capacity *= 2) * sizeof *file->starts);
		file->starts[file->count++] = (uint32_t)(p - file->text);
		p += strcspn(p, ends);
		if (!*p) {
			file->starts[file->count] = (uint32_t)(p - file->text);
			return;
		}
		p += p[0] == '\r' && p[1] == '\n' ? 2 : 1;
	}
}

/* The contents of a file, read again for its lines; empty when it is gone or no text. */
static struct text_lines *
lines_of(struct sources *sources, unsigned number)
{
	struct text_lines *file = &sources->files[number];
	const struct source *source = &sources->model->files[number];
	if (file->text)
		return file;
	file->text = source->text.data;
	if (!file->text) {
		struct buf *buf = &file->buf;
		if (file_read(source->name, buf) != FILE_FINE ||
		    utf8_valid(buf_text(buf), buf->length) != buf->length)
			buf_clear(buf);
		file->text = buf_text(buf);
	}
	find_lines(file);
	return file;
}

const char *
sources_line(struct sources *sources, unsigned file, uint32_t line, size_t *length)
{
	if (file >= sources->model->file_count || !line)
		return NULL;
	const struct text_lines *lines = lines_of(sources, file);
	if (line > lines->count)
		return NULL;
	const char *start = lines->text + lines->starts[line - 1];
	*length = lines->starts[line] - lines->starts[line - 1];
	while (*length && (start[*length - 1] == '\n' || start[*length - 1] == '\r'))
		--*length;
	return start;
}

const char *
sources_at(struct sources *sources, struct pos pos)
{
	size_t length;
	const char *at = sources_line(sources, pos.file, pos.line, &length);
	const char *end = at ? at + length : NULL;
	const struct pos *last = &sources->last;
	uint32_t column = 1;
	if (at && last->line == pos.line && last->file == pos.file && last->column <= pos.column) {
		at = sources->last_at;
		column = last->column;
	}
	for (; at && column < pos.column && at < end; column++)
		utf8_next(&at);
	sources->last = (struct pos){at ? pos.line : 0, column, pos.file};
	sources->last_at = at;
	return at;
}

struct pos
sources_after(struct sources *sources, struct pos pos, size_t length)
{
	const char *at = sources_at(sources, pos), *end = at ? at + length : NULL;
	while (at && at < end && *at) {
		uint32_t rune = utf8_next(&at);
		bool ends_line = rune == '\n' || (rune == '\r' && *at != '\n');
		pos.line += ends_line;
		pos.column = ends_line                  ? 1
			     : pos.column < LAST_COLUMN ? pos.column + 1u
							: LAST_COLUMN;
	}
	return pos;
}

size_t
sources_token(struct sources *sources, struct pos pos)
{
	size_t line_length;
	const char *line = sources_line(sources, pos.file, pos.line, &line_length);
	const char *at = sources_at(sources, pos);
	if (!at)
		return 0;
	size_t rest = line_length - (size_t)(at - line), length = 0;
	if (rest && (*at == '"' || *at == '\'')) {
		const char *close = memchr(at + 1, *at, rest - 1);
		return close ? (size_t)(close - at) + 1 : rest;
	}
	while (length < rest) {
		bool last = length + 1 >= rest;
		if (at[length] == ':' && (last || at[length + 1] == ' '))
			break;
		if (length && strchr(",]}", at[length]))
			break;
		if (at[length] == ' ' && !last && at[length + 1] == '#')
			break;
		length++;
	}
	while (length > 1 && at[length - 1] == ' ')
		length--;
	return length ? length : rest > 0;
}

uint32_t
sources_units(struct sources *sources, struct pos pos)
{
	size_t length;
	const char *line = sources_line(sources, pos.file, pos.line, &length);
	const char *at = sources_at(sources, pos);
	uint32_t units = 1;
	for (const char *p = line; p && p < at;)
		units += utf8_next(&p) > 0xFFFF ? 2 : 1;
	return at ? units : pos.column;
}
