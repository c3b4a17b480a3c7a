/* SPDX-License-Identifier: MIT */
#include "cli/lsp/documents.h"

#include "cli/lsp/projects.h"

#include <string.h>

/* Has the document another text; what it had stays until there is one. */
static void
take_text(struct lsp_server *server, struct document *document, const char *text, size_t length)
{
	struct memory_heap *before = memory_use(&server->heap);
	struct buf fresh = {0};
	buf_add(&fresh, text, length);
	memory_use(before);
	buf_free(&document->text);
	document->text = fresh;
	document->lost = false;
}

static struct document *
document_new(struct lsp_server *server, const char *uri)
{
	struct arena scratch = {0};
	char *kept = server_string(server, uri),
	     *path = server_string(server, server_path(uri, &scratch));
	struct memory_heap *before = memory_use(&server->heap);
	struct document *document = memory_alloc(sizeof *document);
	memory_use(before);
	*document = (struct document){.uri = kept, .path = path, .next = server->documents};
	server->documents = document;
	arena_free(&scratch);
	return document;
}

enum lsp_error
document_open(struct lsp_server *server, const struct message *message, struct json *result)
{
	(void)result;
	const char *text = json_in_text(json_in_at(message->params, "textDocument.text"));
	if (!message->document || !text)
		return LSP_PARAMS;
	struct document *document = server_document(server, message->document);
	if (!document)
		document = document_new(server, message->document);
	document->lost = true;
	document->version =
	    json_in_whole(json_in_at(message->params, "textDocument.version"), document->version);
	take_text(server, document, text, strlen(text));
	projects_put(server, document);
	projects_of(server, document);
	return LSP_OK;
}

/* A text with one of the changes made. */
static void
change(struct lsp_server *server, struct document *document, const struct json_in *one)
{
	const char *text = json_in_text(json_in_get(one, "text"));
	const struct json_in *range = json_in_get(one, "range");
	struct arena scratch = {0};
	struct buf out = {0};
	if (!text)
		return;
	if (range) {
		const char *was = buf_text(&document->text);
		struct text_lines lines =
		    text_lines_of(&scratch, was, document->text.length, server->bytes);
		size_t start = text_lines_byte(&lines, json_in_get(range, "start")),
		       end = text_lines_byte(&lines, json_in_get(range, "end"));
		buf_add(&out, was, start);
		buf_puts(&out, text);
		buf_puts(&out, was + (end < start ? start : end));
	} else {
		buf_puts(&out, text);
	}
	take_text(server, document, buf_text(&out), out.length);
	buf_free(&out);
	arena_free(&scratch);
}

/* A piece of a text that was lost changes nothing of it: the whole has to come. */
enum lsp_error
document_change(struct lsp_server *server, const struct message *message, struct json *result)
{
	(void)result;
	struct document *document = server_document(server, message->document);
	const struct json_in *one = json_in_first(json_in_get(message->params, "contentChanges"));
	if (!document)
		return LSP_PARAMS;
	bool lost = document->lost;
	document->lost = true;
	document->version =
	    json_in_whole(json_in_at(message->params, "textDocument.version"), document->version);
	for (; one; one = json_in_next(one)) {
		if (lost && json_in_get(one, "range"))
			continue;
		change(server, document, one);
		lost = false;
	}
	document->lost = lost;
	projects_put(server, document);
	return LSP_OK;
}

enum lsp_error
document_save(struct lsp_server *server, const struct message *message, struct json *result)
{
	(void)message;
	(void)result;
	projects_doubt(server);
	return LSP_OK;
}

enum lsp_error
document_close(struct lsp_server *server, const struct message *message, struct json *result)
{
	(void)result;
	struct document **at = &server->documents;
	while (*at && (!message->document || strcmp((*at)->uri, message->document) != 0))
		at = &(*at)->next;
	struct document *gone = *at;
	if (!gone)
		return LSP_PARAMS;
	*at = gone->next;
	server->closed = true;
	projects_take_back(server, gone->path);
	buf_free(&gone->text);
	memory_free(gone->uri);
	memory_free(gone->path);
	memory_free(gone);
	return LSP_OK;
}
