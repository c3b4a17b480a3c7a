/* SPDX-License-Identifier: MIT */
#include "cli/lsp/outline.h"

#include "cli/lsp/asking.h"
#include "cli/lsp/projects.h"
#include "support/utf8.h"

#include <string.h>

/* Kinds of symbols of the protocol, for kinds of things. */
static int
symbol_kind(const char *kind)
{
	static const struct {
		const char *kind;
		int symbol;
	} kinds[] = {{"process", 4 /* package */},
		     {"role", 5 /* class */},
		     {"stage", 12 /* function */},
		     {"step", 6 /* method */},
		     {"variant", 22 /* member of an enum */},
		     {"term", 15 /* string */},
		     {"attachment", 1 /* file */}};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].kind, kind) == 0)
			return kinds[i].symbol;
	return 13; /* variable */
}

static void
put_range(const struct text_lines *lines, const char *key, uint32_t line, uint32_t column,
	  uint32_t end_line, uint32_t end_column, struct json *out)
{
	json_key(out, key);
	text_lines_put_range(lines, text_lines_byte_at(lines, line, column),
			     text_lines_byte_at(lines, end_line, end_column), out);
}

/* Begins a symbol, whose children may follow. */
static void
begin_symbol(const struct text_lines *lines, const struct presale_thing *thing, struct json *out)
{
	json_object(out);
	json_member_string(out, "name", thing->name);
	json_member_integer(out, "kind", symbol_kind(thing->kind));
	put_range(lines, "range", thing->line, thing->column, thing->end_line, thing->end_column,
		  out);
	put_range(lines, "selectionRange", thing->name_line, thing->name_column,
		  thing->name_end_line, thing->name_end_column, out);
	json_key(out, "children");
	json_array(out);
}

static void
end_symbols(size_t *open, size_t depth, struct json *out)
{
	for (; *open > depth; --*open) {
		json_array_end(out);
		json_object_end(out);
	}
}

enum lsp_error
outline_document(struct lsp_server *server, const struct message *message, struct json *result)
{
	struct asking asking;
	size_t count, open = 0;
	if (!asking_begin(server, message, true, &asking))
		return LSP_PARAMS;
	const struct presale_thing *things = presale_things(asking.library, &count);
	json_array(result);
	for (size_t i = 0; i < count; i++) {
		const struct lsp_file *file = files_at(&asking.files, things[i].file);
		if (strcmp(file->path, asking.document->path) != 0)
			continue;
		end_symbols(&open, things[i].depth < open ? things[i].depth : open, result);
		begin_symbol(&file->lines, &things[i], result);
		open++;
	}
	end_symbols(&open, 0, result);
	json_array_end(result);
	asking_end(&asking);
	return LSP_OK;
}

/* Whether a name has what is looked for, whatever the case. */
static bool
fits(const char *name, const char *query)
{
	struct arena scratch = {0};
	bool found =
	    strstr(utf8_fold(&scratch, name, FOLD_CASE), utf8_fold(&scratch, query, FOLD_CASE));
	arena_free(&scratch);
	return found;
}

static void
put_things(struct lsp_server *server, const struct project *project, const char *query,
	   struct json *out)
{
	struct arena scratch = {0};
	size_t count;
	const struct presale_thing *things = presale_things(project->library, &count);
	struct lsp_files files = files_open(server, project->library, &scratch);
	for (size_t i = 0; i < count; i++) {
		const struct presale_thing *thing = &things[i];
		if (!fits(thing->name, query))
			continue;
		const struct lsp_file *file = files_at(&files, thing->file);
		json_object(out);
		json_member_string(out, "name", thing->name);
		json_member_integer(out, "kind", symbol_kind(thing->kind));
		json_key(out, "location");
		file_put_location(
		    file, text_lines_byte_at(&file->lines, thing->line, thing->column),
		    text_lines_byte_at(&file->lines, thing->end_line, thing->end_column), out);
		json_object_end(out);
	}
	files_close(&files);
	arena_free(&scratch);
}

enum lsp_error
outline_workspace(struct lsp_server *server, const struct message *message, struct json *result)
{
	const char *query = json_in_text(json_in_get(message->params, "query"));
	json_array(result);
	for (struct project *one = server->projects; one; one = one->next) {
		projects_judge_one(server, one);
		put_things(server, one, query ? query : "", result);
	}
	json_array_end(result);
	return LSP_OK;
}

static size_t
indent_of(const struct text_lines *lines, size_t line)
{
	size_t at = lines->starts[line], end = text_lines_end(lines, line);
	while (at < end && lines->text[at] == ' ')
		at++;
	return at == end ? SIZE_MAX : at - lines->starts[line]; /* an empty line: of what is open */
}

static void
put_fold(size_t start, size_t end, struct json *out)
{
	json_object(out);
	json_member_integer(out, "startLine", (int64_t)start);
	json_member_integer(out, "endLine", (int64_t)end);
	json_object_end(out);
}

/* A line folds those behind it that stand further in. */
enum lsp_error
outline_folding(struct lsp_server *server, const struct message *message, struct json *result)
{
	struct asking asking;
	if (!asking_begin(server, message, true, &asking))
		return LSP_PARAMS;
	const struct text_lines *lines = &asking.lines;
	size_t *open = arena_array(&asking.arena, lines->count + 1, sizeof *open), depth = 0,
	       last = 0;
	json_array(result);
	for (size_t i = 0; i <= lines->count; i++) {
		size_t indent = i < lines->count ? indent_of(lines, i) : 0;
		if (indent == SIZE_MAX)
			continue;
		while (depth && indent_of(lines, open[depth - 1]) >= indent) {
			if (last > open[--depth])
				put_fold(open[depth], last, result);
		}
		open[depth++] = last = i;
	}
	json_array_end(result);
	asking_end(&asking);
	return LSP_OK;
}

enum lsp_error
outline_hints(struct lsp_server *server, const struct message *message, struct json *result)
{
	struct asking asking;
	size_t count;
	if (!asking_begin(server, message, true, &asking))
		return LSP_PARAMS;
	const struct json_in *range = json_in_get(message->params, "range");
	size_t from = text_lines_byte(&asking.lines, json_in_get(range, "start")),
	       to = range ? text_lines_byte(&asking.lines, json_in_get(range, "end"))
			  : asking.lines.length;
	const struct presale_hint *hints = presale_hints(asking.library, &count);
	json_array(result);
	for (size_t i = 0; i < count; i++) {
		const struct lsp_file *file = files_at(&asking.files, hints[i].file);
		size_t at = text_lines_byte_at(&file->lines, hints[i].line, hints[i].column);
		if (strcmp(file->path, asking.document->path) != 0 || at < from || at > to)
			continue;
		json_object(result);
		json_key(result, "position");
		text_lines_put(&file->lines, at, result);
		json_member_string(result, "label", hints[i].text);
		json_member_boolean(result, "paddingLeft", true);
		json_object_end(result);
	}
	json_array_end(result);
	asking_end(&asking);
	return LSP_OK;
}
