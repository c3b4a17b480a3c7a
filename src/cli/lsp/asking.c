/* SPDX-License-Identifier: MIT */
#include "cli/lsp/asking.h"

#include "cli/lsp/projects.h"

bool
asking_begin(struct lsp_server *server, const struct message *message, bool now,
	     struct asking *asking)
{
	*asking = (struct asking){.document = server_document(server, message->document)};
	const struct document *document = asking->document;
	if (!document || document->lost)
		return false;
	const struct project *project = now ? NULL : projects_loaded(server, document);
	asking->library = project ? project->library : projects_of(server, document)->library;
	asking->lines = text_lines_of(&asking->arena, buf_text(&document->text),
				      document->text.length, server->bytes);
	asking->files = files_open(server, asking->library, &asking->arena);
	asking->byte = text_lines_byte(&asking->lines, json_in_get(message->params, "position"));
	asking->line = (uint32_t)text_lines_find(&asking->lines, asking->byte) + 1;
	asking->column = text_lines_column(&asking->lines, asking->byte);
	return true;
}

void
asking_end(struct asking *asking)
{
	files_close(&asking->files);
	arena_free(&asking->arena);
}
