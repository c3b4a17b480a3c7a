/* SPDX-License-Identifier: MIT */
#include "cli/lsp/diagnostics.h"

#include "cli/call/library.h"
#include "cli/lsp/files.h"
#include "cli/lsp/projects.h"
#include "support/hash.h"
#include "support/map.h"

#include <string.h>

/* What is to be told of a file: findings, each once, though several processes may read it. */
struct file_findings {
	struct file_findings *next;
	const char *path;
	struct buf items;
	struct map seen;
};

struct all_findings {
	struct arena arena;
	struct map by_path;
	struct file_findings *first;
};

static struct file_findings *
pile_at(struct all_findings *piles, const char *path)
{
	void **place = map_at(&piles->by_path, path);
	if (!*place) {
		struct file_findings *pile = arena_alloc(&piles->arena, sizeof *pile);
		*pile = (struct file_findings){.path = path, .next = piles->first};
		piles->first = *place = pile;
	}
	return *place;
}

static void
put_related(struct lsp_files *files, const struct presale_finding *f, struct json *json)
{
	const struct lsp_file *file = files_at(files, f->related_file);
	size_t at = text_lines_byte_at(&file->lines, f->related_line, f->related_column);
	json_key(json, "relatedInformation");
	json_array(json);
	json_object(json);
	json_key(json, "location");
	file_put_location(file, at, at, json);
	json_member_string(json, "message", f->message);
	json_object_end(json);
	json_array_end(json);
}

static void
put_finding(struct lsp_files *files, const struct presale_finding *f, struct json *json)
{
	static const int severities[] = {[PRESALE_SEVERITY_NOTE] = 3,
					 [PRESALE_SEVERITY_WARNING] = 2,
					 [PRESALE_SEVERITY_ERROR] = 1};
	const struct lsp_file *file = files_at(files, f->file);
	size_t start = text_lines_byte_at(&file->lines, f->line, f->column),
	       end = f->end_line ? text_lines_byte_at(&file->lines, f->end_line, f->end_column)
				 : start;
	json_object(json);
	json_key(json, "range");
	text_lines_put_range(&file->lines, start, end < start ? start : end, json);
	json_member_integer(json, "severity", severities[f->severity]);
	json_member_string(json, "code", f->rule);
	json_member_string(json, "source", "presale");
	json_member_string(
	    json, "message",
	    arena_printf(files->arena, *f->help ? "%s\n%s" : "%s", f->message, f->help));
	if (f->related_file)
		put_related(files, f, json);
	json_object_end(json);
}

static void
add_findings(const struct lsp_server *server, const struct project *project,
	     struct all_findings *piles)
{
	size_t count;
	const struct presale_finding *findings = presale_findings(project->library, &count);
	struct lsp_files files = files_open(server, project->library, &piles->arena);
	for (size_t i = 0; i < count; i++) {
		struct buf text = {0};
		struct json json = {.out = &text};
		struct file_findings *pile =
		    pile_at(piles, files_at(&files, findings[i].file)->path);
		put_finding(&files, &findings[i], &json);
		const char *kept = arena_copy(&piles->arena, buf_text(&text), text.length);
		void **seen = map_at(&pile->seen, kept);
		if (!*seen)
			buf_printf(&pile->items, "%s%s", pile->items.length ? "," : "", kept);
		*seen = pile;
		buf_free(&text);
	}
	files_close(&files);
}

static struct told_file *
told_at(struct lsp_server *server, const char *path, struct arena *arena)
{
	struct told_file *told = server->told;
	while (told && strcmp(told->path, path) != 0)
		told = told->next;
	if (told)
		return told;
	char *kept = server_string(server, path),
	     *uri = server_string(server, server_uri(server, path, arena));
	struct memory_heap *before = memory_use(&server->heap);
	told = memory_alloc(sizeof *told);
	memory_use(before);
	*told = (struct told_file){.path = kept, .uri = uri, .next = server->told};
	server->told = told;
	return told;
}

static void
tell(struct lsp_server *server, struct told_file *told, const struct file_findings *pile)
{
	struct buf out = {0};
	const char *items = pile ? buf_text(&pile->items) : "";
	const struct document *document = server_document_at(server, told->path);
	int64_t version = document ? document->version : -1;
	uint64_t mark =
	    hash_fnv(hash_fnv(HASH_FNV, items, strlen(items)), &version, sizeof version);
	if (told->mark == mark || (!*items && !document && !told->mark))
		return;
	struct json json = {.out = &out};
	json_object(&json);
	json_member_string(&json, "jsonrpc", "2.0");
	json_member_string(&json, "method", "textDocument/publishDiagnostics");
	json_key(&json, "params");
	json_object(&json);
	json_member_string(&json, "uri", document ? document->uri : told->uri);
	if (document)
		json_member_integer(&json, "version", version);
	json_key(&json, "diagnostics");
	buf_printf(&out, "[%s]}}", items);
	wire_send(&server->wire, buf_text(&out), out.length);
	buf_free(&out);
	told->mark = mark;
}

/* Tells of what is found, of what is no more, and of each open text once. */
static void
tell_all(struct lsp_server *server, struct all_findings *piles)
{
	for (const struct document *one = server->documents; one; one = one->next)
		pile_at(piles, one->path);
	for (const struct file_findings *pile = piles->first; pile; pile = pile->next)
		told_at(server, pile->path, &piles->arena);
	for (struct told_file *told = server->told; told; told = told->next)
		tell(server, told, map_get(&piles->by_path, told->path));
}

void
diagnostics_tell(struct lsp_server *server)
{
	struct all_findings piles = {.first = NULL};
	bool news = false;
	for (struct project *one = server->projects; one; one = one->next) {
		projects_judge_one(server, one);
		news = news || one->untold;
	}
	if (!news && !server->closed)
		return;
	for (const struct project *one = server->projects; one; one = one->next)
		if (!one->silent)
			add_findings(server, one, &piles);
	tell_all(server, &piles);
	server->closed = false;
	for (struct project *one = server->projects; one; one = one->next)
		one->untold = false;
	for (struct file_findings *pile = piles.first; pile; pile = pile->next) {
		buf_free(&pile->items);
		map_free(&pile->seen);
	}
	map_free(&piles.by_path);
	arena_free(&piles.arena);
}
