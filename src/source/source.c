/* SPDX-License-Identifier: MIT */
#include "source/source.h"

#include <stdlib.h>

struct sources {
	const struct model *model;
	struct text_index *files; /* and one of no file */
	struct arena arena;
	const char **names; /* in the arena: what files are called instead, or NULL */
};

struct sources *
sources_open(const struct model *model)
{
	struct sources *sources = memory_alloc(sizeof *sources);
	uint32_t count = model->file_count;
	*sources = (struct sources){.model = model,
				    .files = memory_alloc((count + 1) * sizeof *sources->files)};
	for (uint32_t i = 0; i < count; i++)
		sources->files[i] =
		    text_index(source_text(&model->files[i]), source_length(&model->files[i]), i);
	sources->files[count] = text_index("", 0, count);
	return sources;
}

void
sources_close(struct sources *sources)
{
	if (!sources)
		return;
	for (uint32_t i = 0; i <= sources->model->file_count; i++)
		text_index_free(&sources->files[i]);
	arena_free(&sources->arena);
	memory_free(sources->files);
	memory_free(sources);
}

const struct model *
sources_model(const struct sources *sources)
{
	return sources->model;
}

const char *
sources_name(const struct sources *sources, unsigned file)
{
	if (file >= sources->model->file_count)
		return "";
	return sources->names && sources->names[file] ? sources->names[file]
						      : sources->model->files[file].name;
}

void
sources_call(struct sources *sources, unsigned file, const char *name)
{
	if (!sources->names)
		sources->names = arena_array(&sources->arena, sources->model->file_count,
					     sizeof *sources->names);
	sources->names[file] = arena_string(&sources->arena, name);
}

struct text_index *
sources_index(struct sources *sources, unsigned file)
{
	uint32_t count = sources->model->file_count;
	return &sources->files[file < count ? file : count];
}

const char *
sources_line(struct sources *sources, unsigned file, uint32_t line, size_t *length)
{
	return text_index_line(sources_index(sources, file), line, length);
}

const char *
sources_at(struct sources *sources, struct pos pos)
{
	size_t length;
	struct text_index *index = sources_index(sources, pos.file);
	return text_index_line(index, pos.line, &length) ? index->text + text_index_byte(index, pos)
							 : NULL;
}

uint32_t
sources_units(struct sources *sources, struct pos pos)
{
	size_t length;
	struct text_index *index = sources_index(sources, pos.file);
	const char *line = text_index_line(index, pos.line, &length);
	if (!line)
		return pos.column;
	size_t start = (size_t)(line - index->text);
	return (uint32_t)text_index_units(index, start, text_index_byte(index, pos)) + 1;
}

static int
compare_lines(const void *a, const void *b)
{
	const uint32_t *line = a;
	const struct mended_line *mended = b;
	return (*line > mended->line) - (*line < mended->line);
}

const struct mended_line *
sources_mended(const struct sources *sources, struct pos pos)
{
	const struct source *file =
	    pos.file < sources->model->file_count ? &sources->model->files[pos.file] : NULL;
	return file && file->mended_count ? bsearch(&pos.line, file->mended, file->mended_count,
						    sizeof *file->mended, compare_lines)
					  : NULL;
}
