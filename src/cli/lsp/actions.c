/* SPDX-License-Identifier: MIT */
/* What may be done about what is found at a place: a near miss taken, a trap defused. */
#include "cli/call/library.h"
#include "cli/lsp/diagnostics.h"
#include "cli/lsp/files.h"
#include "cli/lsp/projects.h"

#include <string.h>

/* A finding that somebody asks about, and how it is mended. */
struct action {
	const struct presale_finding *finding;
	const struct presale_remedy *remedies; /* so many, of one finding */
	size_t count;
};

static void
put_edit(struct lsp_files *files, const struct presale_remedy *remedy, struct json *out)
{
	const struct text_lines *lines = &files_at(files, remedy->file)->lines;
	json_object(out);
	json_key(out, "range");
	text_lines_put_range(lines, text_lines_byte_at(lines, remedy->line, remedy->column),
			     text_lines_byte_at(lines, remedy->end_line, remedy->end_column), out);
	json_member_string(out, "newText", remedy->text);
	json_object_end(out);
}

/* All edits of an action are of the file of its finding. */
static void
put_edits(struct lsp_files *files, const struct action *action, struct json *out)
{
	json_key(out, "edit");
	json_object(out);
	json_key(out, "changes");
	json_object(out);
	json_key(out, files_at(files, action->remedies->file)->uri);
	json_array(out);
	for (size_t i = 0; i < action->count; i++)
		put_edit(files, &action->remedies[i], out);
	json_array_end(out);
	json_object_end(out);
	json_object_end(out);
}

static void
put_action(struct lsp_files *files, const struct action *action, int lang, struct json *out)
{
	const struct presale_finding *f = action->finding;
	json_object(out);
	json_member_string(
	    out, "title",
	    *f->help ? f->help
		     : server_say(files->server, lang, SAY_LSP_MEND, f->rule, files->arena));
	json_member_string(out, "kind", "quickfix");
	json_member_boolean(out, "isPreferred", action->remedies->certain);
	put_edits(files, action, out);
	json_object_end(out);
}

/* A piece of an open text. */
struct asked_range {
	const struct document *document;
	size_t start, end;
};

static bool
is_asked(struct lsp_files *files, const struct presale_finding *f, const struct asked_range *asked)
{
	const struct lsp_file *file = files_at(files, f->file);
	const struct text_lines *lines = &file->lines;
	return strcmp(file->path, asked->document->path) == 0 &&
	       text_lines_byte_at(lines, f->line, f->column) <= asked->end &&
	       text_lines_byte_at(lines, f->end_line, f->end_column) >= asked->start;
}

static void
put_actions(struct lsp_files *files, struct presale *library, const struct asked_range *asked,
	    struct json *out)
{
	size_t count, finding_count;
	const struct presale_finding *findings = presale_findings(library, &finding_count);
	const struct presale_remedy *remedies = presale_remedies(library, &count);
	for (size_t i = 0, next; i < count; i = next) {
		struct action action = {&findings[remedies[i].finding], &remedies[i], 0};
		for (next = i; next < count && remedies[next].finding == remedies[i].finding;)
			next++;
		action.count = next - i;
		if (is_asked(files, action.finding, asked))
			put_action(files, &action, (int)presale_language(library), out);
	}
}

/* All that is certain, at once. */
static void
put_fix_all(struct lsp_files *files, struct presale *library, const char *path, struct json *out)
{
	const struct presale_fixed *fixed;
	size_t count;
	if (library_fared(library, presale_fix(library, &path, 1, &fixed, &count)) !=
		PRESALE_CLEAN ||
	    !count)
		return;
	json_object(out);
	json_member_string(out, "title",
			   server_say(files->server, (int)presale_language(library),
				      SAY_LSP_MEND_ALL, NULL, files->arena));
	json_member_string(out, "kind", "source.fixAll");
	json_key(out, "edit");
	files_put_changes(files, fixed, count, out);
	json_object_end(out);
}

static bool
wants(const struct json_in *only, const char *kind)
{
	const struct json_in *one = json_in_first(only);
	while (one && !(json_in_text(one) && strncmp(json_in_text(one), kind, strlen(kind)) == 0))
		one = json_in_next(one);
	return one;
}

enum lsp_error
diagnostics_actions(struct lsp_server *server, const struct message *message, struct json *result)
{
	struct arena scratch = {0};
	const struct document *document = server_document(server, message->document);
	const struct json_in *range = json_in_get(message->params, "range"),
			     *only = json_in_at(message->params, "context.only");
	if (!document || document->lost)
		return LSP_PARAMS;
	struct text_lines lines = text_lines_of(&scratch, buf_text(&document->text),
						document->text.length, server->bytes);
	const struct asked_range asked = {document,
					  text_lines_byte(&lines, json_in_get(range, "start")),
					  text_lines_byte(&lines, json_in_get(range, "end"))};
	struct project *project = projects_judge(server, document);
	struct lsp_files files = files_open(server, project->library, &scratch);
	json_array(result);
	if (!project->silent && (!only || wants(only, "quickfix")))
		put_actions(&files, project->library, &asked, result);
	if (!project->silent && wants(only, "source.fixAll"))
		put_fix_all(&files, project->library, document->path, result);
	json_array_end(result);
	files_close(&files);
	arena_free(&scratch);
	return LSP_OK;
}
