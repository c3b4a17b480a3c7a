/* SPDX-License-Identifier: MIT */
#include "cli/lsp/files.h"

#include "files/path.h"

#include <string.h>

struct lsp_files
files_open(const struct lsp_server *server, const struct presale *library, struct arena *arena)
{
	return (struct lsp_files){.server = server, .library = library, .arena = arena};
}

void
files_close(struct lsp_files *files)
{
	map_free(&files->by_name);
}

const struct lsp_file *
files_at(struct lsp_files *files, const char *name)
{
	void **place = map_at(&files->by_name, name);
	if (*place)
		return *place;
	struct lsp_file *file = arena_alloc(files->arena, sizeof *file);
	const char *path = path_real(files->arena, name);
	size_t length;
	const char *text = presale_text(files->library, name, &length);
	*file = (struct lsp_file){.name = name, .path = path ? path : name};
	file->uri = server_uri(files->server, file->path, files->arena);
	file->lines = text_lines_of(files->arena, text ? text : "", length, files->server->bytes);
	*place = file;
	return file;
}

void
file_put_location(const struct lsp_file *file, size_t start, size_t end, struct json *out)
{
	json_object(out);
	json_member_string(out, "uri", file->uri);
	json_key(out, "range");
	text_lines_put_range(&file->lines, start, end, out);
	json_object_end(out);
}

/* A text as it becomes. */
struct coming {
	const char *text;
	size_t length;
};

/* Whether a byte is within a character. */
static bool
is_inside(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Writes what becomes of a piece of a file, without what stays at both ends. */
static void
put_edit(const struct text_lines *was, size_t start, size_t end, struct coming is, struct json *out)
{
	struct arena scratch = {0};
	const char *text = was->text;
	size_t same = 0, behind = 0, least = end - start < is.length ? end - start : is.length;
	while (same < least && text[start + same] == is.text[same])
		same++;
	while (same && is_inside(text[start + same]))
		same--;
	while (behind < least - same && text[end - behind - 1] == is.text[is.length - behind - 1])
		behind++;
	while (behind && is_inside(text[end - behind]))
		behind--;
	if (start + same == end - behind && same + behind == is.length)
		return;
	json_object(out);
	json_key(out, "range");
	text_lines_put_range(was, start + same, end - behind, out);
	json_member_string(out, "newText",
			   arena_copy(&scratch, is.text + same, is.length - same - behind));
	json_object_end(out);
	arena_free(&scratch);
}

/* Line by line where it has as many as before. */
static void
put_edits(struct lsp_files *files, const struct text_lines *was, const struct presale_fixed *fixed,
	  struct json *out)
{
	static const char mark[] = "\xEF\xBB\xBF";
	size_t head = fixed->length >= 3 && memcmp(fixed->bytes, mark, 3) == 0 ? 3 : 0;
	struct coming whole = {fixed->bytes + head, fixed->length - head};
	struct text_lines is = text_lines_of(files->arena, whole.text, whole.length, was->bytes);
	if (is.count != was->count) {
		put_edit(was, 0, was->length, whole, out);
		return;
	}
	for (size_t i = 0; i < is.count; i++) {
		size_t start = is.starts[i], end = text_lines_end(&is, i);
		put_edit(was, was->starts[i], text_lines_end(was, i),
			 (struct coming){is.text + start, end - start}, out);
	}
}

void
files_put_changes(struct lsp_files *files, const struct presale_fixed *fixed, size_t count,
		  struct json *out)
{
	json_object(out);
	json_key(out, "changes");
	json_object(out);
	for (size_t i = 0; i < count; i++) {
		const struct lsp_file *file = files_at(files, fixed[i].path);
		if (!fixed[i].bytes)
			continue;
		json_key(out, file->uri);
		json_array(out);
		put_edits(files, &file->lines, &fixed[i], out);
		json_array_end(out);
	}
	json_object_end(out);
	json_object_end(out);
}
