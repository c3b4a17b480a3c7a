/* SPDX-License-Identifier: MIT */
#include "cli/lsp/server.h"

#include "files/path.h"
#include "support/utf8.h"
#include "text/uri.h"

#include <string.h>

char *
server_string(struct lsp_server *server, const char *text)
{
	struct memory_heap *before = memory_use(&server->heap);
	size_t size = strlen(text) + 1;
	char *copy = memory_alloc(size);
	memory_use(before);
	return memcpy(copy, text, size);
}

void
server_explain(struct lsp_server *server, const char *why)
{
	struct memory_heap *before = memory_use(&server->heap);
	buf_clear(&server->why);
	buf_puts(&server->why, why);
	memory_use(before);
}

const char *
server_say(const struct lsp_server *server, int lang, enum say say, const char *one,
	   struct arena *arena)
{
	struct arguments look = *server->args;
	look.arena = (struct arena){0};
	const char *said = arena_string(arena, call_say_in(&look, lang, say, one, NULL));
	arena_free(&look.arena);
	return said;
}

struct document *
server_document(const struct lsp_server *server, const char *uri)
{
	struct document *document = uri ? server->documents : NULL;
	while (document && strcmp(document->uri, uri) != 0)
		document = document->next;
	return document;
}

struct document *
server_document_at(const struct lsp_server *server, const char *path)
{
	struct document *document = server->documents;
	while (document && strcmp(document->path, path) != 0)
		document = document->next;
	return document;
}

const char *
server_uri(const struct lsp_server *server, const char *path, struct arena *arena)
{
	const struct document *document = server_document_at(server, path);
	if (document)
		return document->uri;
	struct buf out = {0};
	buf_puts(&out, "file://");
	uri_add_path(&out, path, URI_ASCII);
	const char *uri = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return uri;
}

static int
digit(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* What has no file (untitled:Untitled-1) is taken for one in the current folder. */
const char *
server_path(const char *uri, struct arena *arena)
{
	static const char scheme[] = "file://";
	struct buf out = {0};
	bool file = strncmp(uri, scheme, sizeof scheme - 1) == 0;
	const char *at = file ? uri + sizeof scheme - 1 : uri;
	at += file ? strcspn(at, "/") : 0; /* a host: this one */
	for (; *at; at++) {
		int high = *at == '%' ? digit(at[1]) : -1, low = high >= 0 ? digit(at[2]) : -1;
		if (low >= 0 && (high || low)) {
			buf_putc(&out, (char)(high * 16 + low));
			at += 2;
		} else {
			buf_putc(&out, !file && *at == '/' ? '_' : *at);
		}
	}
	const char *path = path_real(arena, buf_text(&out));
	buf_free(&out);
	return path ? path : arena_string(arena, uri);
}
