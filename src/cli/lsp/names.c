/* SPDX-License-Identifier: MIT */
#include "cli/lsp/names.h"

#include "cli/call/library.h"
#include "cli/lsp/asking.h"

#include <string.h>

static const struct presale_spot *
spot_of(struct asking *asking)
{
	return presale_spot(asking->library, asking->document->path, asking->line, asking->column);
}

static void
put_range(const struct text_lines *lines, const struct presale_spot *spot, struct json *out)
{
	text_lines_put_range(lines, text_lines_byte_at(lines, spot->line, spot->column),
			     text_lines_byte_at(lines, spot->end_line, spot->end_column), out);
}

enum lsp_error
name_hover(struct lsp_server *server, const struct message *message, struct json *result)
{
	struct asking asking;
	if (!asking_begin(server, message, true, &asking))
		return LSP_PARAMS;
	const struct presale_spot *spot = spot_of(&asking);
	if (spot) {
		json_object(result);
		json_key(result, "contents");
		json_object(result);
		json_member_string(result, "kind", "markdown");
		json_member_string(result, "value", spot->about);
		json_object_end(result);
		json_key(result, "range");
		put_range(&asking.lines, spot, result);
		json_object_end(result);
	}
	asking_end(&asking);
	return LSP_OK;
}

/* Which of the places where a name stands are wanted. */
enum wanted_uses { USES_ALL, USES_DEFINITIONS, USES_REFERENCES };

static void
put_use(struct asking *asking, const struct presale_use *use, bool here, struct json *out)
{
	const struct lsp_file *file = files_at(&asking->files, use->file);
	size_t start = text_lines_byte_at(&file->lines, use->line, use->column),
	       end = text_lines_byte_at(&file->lines, use->end_line, use->end_column);
	if (!here) {
		file_put_location(file, start, end, out);
	} else if (strcmp(file->path, asking->document->path) == 0) {
		json_object(out);
		json_key(out, "range");
		text_lines_put_range(&file->lines, start, end, out);
		json_object_end(out);
	}
}

static enum lsp_error
put_uses(struct lsp_server *server, const struct message *message, enum wanted_uses wanted,
	 bool here, struct json *result)
{
	struct asking asking;
	size_t count;
	if (!asking_begin(server, message, true, &asking))
		return LSP_PARAMS;
	const struct presale_use *uses =
	    presale_uses(asking.library, asking.document->path, asking.line, asking.column, &count);
	json_array(result);
	for (size_t i = 0; i < count; i++)
		if (wanted == USES_ALL || uses[i].defines == (wanted == USES_DEFINITIONS))
			put_use(&asking, &uses[i], here, result);
	json_array_end(result);
	asking_end(&asking);
	return LSP_OK;
}

enum lsp_error
name_definition(struct lsp_server *server, const struct message *message, struct json *result)
{
	return put_uses(server, message, USES_DEFINITIONS, false, result);
}

enum lsp_error
name_references(struct lsp_server *server, const struct message *message, struct json *result)
{
	bool all = json_in_is_true(json_in_at(message->params, "context.includeDeclaration"));
	return put_uses(server, message, all ? USES_ALL : USES_REFERENCES, false, result);
}

enum lsp_error
name_highlights(struct lsp_server *server, const struct message *message, struct json *result)
{
	return put_uses(server, message, USES_ALL, true, result);
}

enum lsp_error
name_prepare(struct lsp_server *server, const struct message *message, struct json *result)
{
	struct asking asking;
	if (!asking_begin(server, message, true, &asking))
		return LSP_PARAMS;
	const struct presale_spot *spot = spot_of(&asking);
	if (spot && spot->name) {
		json_object(result);
		json_key(result, "range");
		put_range(&asking.lines, spot, result);
		json_member_string(result, "placeholder", spot->name);
		json_object_end(result);
	}
	asking_end(&asking);
	return LSP_OK;
}

/* What cannot be renamed says why: an error would come, or the name is another's. */
enum lsp_error
name_rename(struct lsp_server *server, const struct message *message, struct json *result)
{
	struct asking asking;
	const struct presale_fixed *files;
	size_t count;
	const char *refusal, *name = json_in_text(json_in_get(message->params, "newName"));
	if (!name || !asking_begin(server, message, true, &asking))
		return LSP_PARAMS;
	enum presale_status status = library_fared(
	    asking.library, presale_rename(asking.library, asking.document->path, asking.line,
					   asking.column, name, &files, &count, &refusal));
	if (status == PRESALE_CLEAN)
		files_put_changes(&asking.files, files, count, result);
	else
		server_explain(server, refusal ? refusal : presale_error(asking.library));
	asking_end(&asking);
	return status == PRESALE_CLEAN ? LSP_OK : LSP_FAILED;
}
