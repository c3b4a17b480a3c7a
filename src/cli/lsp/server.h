/* SPDX-License-Identifier: MIT */
/* presale lsp: what it knows between two messages. Texts, processes and what was told of them are
 * of its heap, so that they outlive a message for which memory ran out. */
#ifndef PRESALE_CLI_LSP_SERVER_H
#define PRESALE_CLI_LSP_SERVER_H

#include "cli/lsp/inbox.h"
#include "cli/lsp/text_lines.h"
#include "cli/work/judge.h"
#include "presale.h"
#include "support/json.h"

/* A text that is open in the editor. */
struct document {
	struct document *next;
	char *uri, *path; /* the path as path_real gives it */
	struct buf text;
	int64_t version;
	bool lost; /* the editor has another text: memory ran out on the way to it */
};

/* A process that an open text belongs to. */
struct project {
	struct project *next;
	char *root; /* as path_real gives it */
	struct presale *library;
	char **files; /* that it was read from, likewise */
	size_t file_count;
	bool silent;   /* it is no process: nothing is told of it */
	bool stale;    /* some text has changed since it was loaded */
	bool unjudged; /* what is wrong with it is not known since */
	bool untold;   /* it was not told */
};

/* What was told of a file last. */
struct told_file {
	struct told_file *next;
	char *uri, *path;
	uint64_t mark; /* tells it from what is to be told now */
};

enum lsp_state { LSP_NEW, LSP_READY, LSP_SHUT };

struct lsp_server {
	struct arguments *args;
	struct judging judging;
	struct memory_heap heap; /* of all that follows */
	struct presale *probe;   /* knows the open texts, and no process */
	struct wire wire;
	struct inbox inbox;
	struct document *documents;
	struct project *projects;
	struct told_file *told;
	enum lsp_state state;
	bool closed;    /* a text is open no more: something may be to be told no more */
	bool bytes;     /* places in a line are counted in bytes */
	bool snippets;  /* the editor takes places to be filled in */
	bool over;      /* the editor has said so */
	struct buf why; /* a request has failed, for people */
};

/* A string that stays until it is freed, whatever becomes of the message. */
char *
server_string(struct lsp_server *server, const char *text);

/* Keeps why a request has failed. */
void
server_explain(struct lsp_server *server, const char *why);

/* A sentence in a language. In arena. */
const char *
server_say(const struct lsp_server *server, int lang, enum say say, const char *one,
	   struct arena *arena);

/* The open text of an address, or of a path; NULL when there is none. */
struct document *
server_document(const struct lsp_server *server, const char *uri);
struct document *
server_document_at(const struct lsp_server *server, const char *path);

/* The address of a file: as the editor calls it where it is open. In arena. */
const char *
server_uri(const struct lsp_server *server, const char *path, struct arena *arena);

/* The path of a file by its address, as path_real gives it. In arena. */
const char *
server_path(const char *uri, struct arena *arena);

#endif
