/* SPDX-License-Identifier: MIT */
/* Messages that have come and are to be carried out, in their order. They are read ahead, so that
 * what was cancelled, or asked of a text that has changed since, is not worked out for nobody. */
#ifndef PRESALE_CLI_LSP_INBOX_H
#define PRESALE_CLI_LSP_INBOX_H

#include "cli/lsp/json_in.h"
#include "cli/lsp/wire.h"
#include "support/memory.h"

/* Errors of JSON-RPC and of the protocol. */
enum lsp_error {
	LSP_OK = 0,
	LSP_PARSE = -32700,
	LSP_INVALID = -32600, /* it is no message, or comes when it must not */
	LSP_NO_METHOD = -32601,
	LSP_PARAMS = -32602,
	LSP_INTERNAL = -32603,
	LSP_NOT_READY = -32002,
	LSP_FAILED = -32803, /* asked for rightly, and it cannot be done */
	LSP_MODIFIED = -32801,
	LSP_CANCELLED = -32800,
};

struct message {
	struct memory_heap heap; /* of all below */
	struct arena arena;
	const struct json_in *params;
	const char *id;       /* as JSON; NULL: nobody waits for an answer */
	const char *method;   /* NULL: it is an answer */
	const char *document; /* the address of the one that it is about, or NULL */
	enum lsp_error fault; /* why it is not carried out */
};

enum { INBOX_MOST = 64 };

struct inbox {
	const struct json_library *library;
	struct wire *wire;
	struct message messages[INBOX_MOST];
	size_t first, count;
	bool ended; /* nothing comes any more */
};

/* Takes in what has come; with wait something, unless nothing comes any more. */
void
inbox_fill(struct inbox *inbox, bool wait);

/* The first message, or NULL. */
struct message *
inbox_first(struct inbox *inbox);

/* Whether the text of a document changes behind the first message. */
bool
inbox_changes(const struct inbox *inbox, const char *document);

/* Frees the first message. */
void
inbox_drop(struct inbox *inbox);

#endif
