/* SPDX-License-Identifier: MIT */
/* presale lsp: what editors are told of a process while people write it, by the Language Server
 * Protocol over standard input and output. One message after the other: what a process is, is known
 * again in less time than a key takes. */
#include "cli/call/run.h"
#include "cli/lsp/completion.h"
#include "cli/lsp/diagnostics.h"
#include "cli/lsp/documents.h"
#include "cli/lsp/json_library.h"
#include "cli/lsp/names.h"
#include "cli/lsp/outline.h"
#include "cli/lsp/projects.h"
#include "cli/work/allocator.h"
#include "support/memory.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

enum method_sort { TOLD, ASKED };

typedef enum lsp_error
lsp_handler(struct lsp_server *server, const struct message *message, struct json *result);

static enum lsp_error
lsp_nothing(struct lsp_server *server, const struct message *message, struct json *result)
{
	(void)server;
	(void)message;
	(void)result;
	return LSP_OK;
}

/* Places are counted in UTF-16 units unless the editor takes bytes, which are less work. */
static bool
takes_bytes(const struct json_in *params)
{
	const struct json_in *one =
	    json_in_first(json_in_at(params, "capabilities.general.positionEncodings"));
	while (one && !(json_in_text(one) && strcmp(json_in_text(one), "utf-8") == 0))
		one = json_in_next(one);
	return one;
}

/* What of the protocol is answered, as the editor is told it. */
static const char capabilities[] =
    "\"textDocumentSync\":{\"openClose\":true,\"change\":2,\"save\":true},"
    "\"hoverProvider\":true,\"definitionProvider\":true,\"referencesProvider\":true,"
    "\"documentHighlightProvider\":true,\"renameProvider\":{\"prepareProvider\":true},"
    "\"completionProvider\":{\"triggerCharacters\":[\" \",\",\",\"[\"]},"
    "\"documentSymbolProvider\":true,\"workspaceSymbolProvider\":true,"
    "\"foldingRangeProvider\":true,\"inlayHintProvider\":true,"
    "\"codeActionProvider\":{\"codeActionKinds\":[\"quickfix\",\"source.fixAll\"]}";

static enum lsp_error
lsp_initialize(struct lsp_server *server, const struct message *message, struct json *result)
{
	server->bytes = takes_bytes(message->params);
	server->snippets = json_in_is_true(json_in_at(
	    message->params, "capabilities.textDocument.completion.completionItem.snippetSupport"));
	server->state = LSP_READY;
	buf_printf(result->out,
		   "{\"capabilities\":{\"positionEncoding\":\"%s\",%s},"
		   "\"serverInfo\":{\"name\":\"presale\",\"version\":\"%s\"}}",
		   server->bytes ? "utf-8" : "utf-16", capabilities, presale_version());
	return LSP_OK;
}

static enum lsp_error
lsp_shutdown(struct lsp_server *server, const struct message *message, struct json *result)
{
	(void)message;
	(void)result;
	server->state = LSP_SHUT;
	return LSP_OK;
}

static enum lsp_error
lsp_exit(struct lsp_server *server, const struct message *message, struct json *result)
{
	(void)message;
	(void)result;
	server->over = true;
	return LSP_OK;
}

static const struct method {
	const char *name;
	lsp_handler *carry_out;
	enum method_sort sort;
	bool of_text;
} methods[] = {
#define METHOD(name, carry_out, waits, of_text) {name, carry_out, waits, of_text},
#include "cli/lsp/methods.def"
#undef METHOD
    {NULL, NULL, TOLD, false}};

static const struct method *
method_of(const char *name)
{
	const struct method *method = methods;
	while (method->name && strcmp(method->name, name) != 0)
		method++;
	return method->name ? method : NULL;
}

/* A message under way. */
struct handling {
	struct lsp_server *server;
	const struct message *message;
	const struct method *method;
	enum lsp_error error;
};

/* Whether a message may come now: first the beginning, and behind the end nothing more. */
static enum lsp_error
may_come(const struct lsp_server *server, const struct method *method)
{
	if (method->carry_out == lsp_exit)
		return LSP_OK;
	if (server->state == LSP_SHUT)
		return LSP_INVALID;
	if (method->carry_out == lsp_initialize)
		return server->state == LSP_NEW ? LSP_OK : LSP_INVALID;
	return server->state == LSP_NEW ? LSP_NOT_READY : LSP_OK;
}

static void
send_error(struct lsp_server *server, const char *id, enum lsp_error error, const char *why)
{
	struct buf out = {0};
	struct json json = {.out = &out};
	buf_printf(&out, "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":", id ? id : "null");
	json_object(&json);
	json_member_integer(&json, "code", error);
	json_member_string(&json, "message", why);
	json_object_end(&json);
	buf_putc(&out, '}');
	wire_send(&server->wire, buf_text(&out), out.length);
	buf_free(&out);
}

/* What an error means, where nothing more is to be said. */
static const char *
error_text(enum lsp_error error)
{
	switch (error) {
	case LSP_PARSE:
		return "this is no message";
	case LSP_INVALID:
		return "this message is not expected now";
	case LSP_NO_METHOD:
		return "there is no such method";
	case LSP_PARAMS:
		return "the parameters are of no open document";
	case LSP_NOT_READY:
		return "initialize comes first";
	case LSP_CANCELLED:
		return "cancelled";
	case LSP_MODIFIED:
		return "the text has changed since";
	default:
		return "memory ran out";
	}
}

static void
answer(struct handling *h)
{
	struct buf out = {0};
	struct json json = {.out = &out};
	const char *id = h->message->id;
	buf_printf(&out, "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":", id ? id : "null");
	size_t head = out.length;
	buf_clear(&h->server->why);
	h->error = h->method->carry_out(h->server, h->message, &json);
	if (out.length == head)
		buf_puts(&out, "null");
	buf_putc(&out, '}');
	if (id && !h->error)
		wire_send(&h->server->wire, buf_text(&out), out.length);
	buf_free(&out);
}

static void
handle(void *data)
{
	struct handling *h = data;
	const struct message *message = h->message;
	const char *id = message->id;
	h->error = message->fault;
	if (!h->error && !message->method)
		return; /* an answer: nothing was asked */
	h->method = !h->error ? method_of(message->method) : NULL;
	if (!h->error && !h->method)
		h->error = h->server->state == LSP_NEW    ? LSP_NOT_READY
			   : h->server->state == LSP_SHUT ? LSP_INVALID
							  : LSP_NO_METHOD;
	if (!h->error)
		h->error = may_come(h->server, h->method);
	if (!h->error && h->method->of_text && inbox_changes(&h->server->inbox, message->document))
		h->error = LSP_MODIFIED;
	if (!h->error)
		answer(h);
	bool broken = h->error == LSP_PARSE || (h->error == LSP_INVALID && !message->method);
	if (h->error && (id || broken || h->error == LSP_INTERNAL))
		send_error(h->server, id, h->error,
			   h->error == LSP_FAILED ? buf_text(&h->server->why)
						  : error_text(h->error));
}

static void
tell(void *data)
{
	diagnostics_tell(data);
}

/* Does a work. What it lost when memory ran out is forgotten, and known again with the next
 * message. */
static bool
stand(struct lsp_server *server, void (*work)(void *data), void *data)
{
	struct memory_heap scratch = {0};
	bool ok = memory_try(&scratch, work, data);
	memory_heap_free(&scratch);
	if (!ok)
		projects_forget(server);
	return ok;
}

struct failure {
	struct lsp_server *server;
	const char *id;
};

static void
send_failure(void *data)
{
	const struct failure *failure = data;
	send_error(failure->server, failure->id, LSP_INTERNAL, error_text(LSP_INTERNAL));
}

static void
take_in(void *data)
{
	inbox_fill(data, false);
}

static void
wait_for(void *data)
{
	inbox_fill(data, true);
}

/* A message for which there is no memory is passed over. */
static void
receive(struct lsp_server *server, bool wait)
{
	struct failure failure = {.server = server};
	if (memory_try(NULL, wait ? wait_for : take_in, &server->inbox))
		return;
	wire_give_up(&server->wire);
	stand(server, send_failure, &failure);
}

/* Carries out the first message; false: nothing comes any more. */
static bool
carry_out(struct lsp_server *server)
{
	struct message *message = inbox_first(&server->inbox);
	if (!message)
		return !server->inbox.ended;
	struct handling handling = {.server = server, .message = message};
	struct failure failure = {server, message->id};
	if (!stand(server, handle, &handling) && message->id)
		stand(server, send_failure, &failure);
	inbox_drop(&server->inbox);
	return true;
}

/* What is found is told when nothing more has come. */
static void
serve(struct lsp_server *server)
{
	bool more = true;
	while (more && !server->over && !server->wire.failed) {
		receive(server, false);
		if (!inbox_first(&server->inbox) && server->state == LSP_READY)
			stand(server, tell, server);
		receive(server, true);
		more = carry_out(server);
	}
}

static void
close_all(struct lsp_server *server)
{
	projects_forget(server);
	memory_heap_free(&server->heap);
}

static enum presale_status
begin(struct lsp_server *server, struct arguments *args)
{
	struct json_library library;
	if (!json_library_load(&library)) {
		call_complain(call_say(args, SAY_LSP_LIBRARY, json_library_package(), NULL));
		return PRESALE_USAGE;
	}
	allocator_stand();
	signal(SIGPIPE, SIG_IGN); /* an editor that is gone is the end, not a fault */
	server->wire =
	    (struct wire){.in = STDIN_FILENO, .out = STDOUT_FILENO, .heap = &server->heap};
	server->inbox = (struct inbox){.library = &library, .wire = &server->wire};
	serve(server);
	close_all(server);
	return server->over && server->state == LSP_SHUT ? PRESALE_CLEAN : PRESALE_CONTENT;
}

enum presale_status
run_lsp(struct arguments *args)
{
	struct lsp_server server = {.args = args, .judging = judge_begin(args)};
	enum presale_status status = PRESALE_USAGE;
	if (judge_read(args, &server.judging))
		status = begin(&server, args);
	judge_free(&server.judging);
	return status;
}
