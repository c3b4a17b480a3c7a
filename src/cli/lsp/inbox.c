/* SPDX-License-Identifier: MIT */
#include "cli/lsp/inbox.h"

#include "support/json.h"

#include <string.h>

/* The text of a message that comes into a place of the inbox. */
struct arriving {
	const struct json_library *library;
	struct message *message;
	const char *text;
	size_t length;
};

static const char *
id_of(struct arena *arena, const struct json_in *id)
{
	struct buf out = {0};
	struct json json = {.out = &out};
	if (json_in_text(id))
		json_string(&json, json_in_text(id));
	else if (json_in_is_number(id))
		json_integer(&json, json_in_whole(id, 0));
	const char *text = out.length ? arena_copy(arena, buf_text(&out), out.length) : NULL;
	buf_free(&out);
	return text;
}

static void
read_message(void *data)
{
	const struct arriving *r = data;
	struct message *message = r->message;
	const char *text = arena_copy(&message->arena, r->text, r->length);
	const struct json_in *body = json_in_read(r->library, &message->arena, text, r->length);
	if (!body) {
		message->fault = LSP_PARSE;
		return;
	}
	message->id = id_of(&message->arena, json_in_get(body, "id"));
	message->method = json_in_text(json_in_get(body, "method"));
	message->params = json_in_get(body, "params");
	message->document = json_in_text(json_in_at(message->params, "textDocument.uri"));
	bool answer = message->id && (json_in_get(body, "result") || json_in_get(body, "error"));
	if (!message->method && !answer)
		message->fault = LSP_INVALID;
}

static struct message *
message_at(const struct inbox *inbox, size_t i)
{
	return (struct message *)(uintptr_t)&inbox->messages[(inbox->first + i) % INBOX_MOST];
}

static struct message *
add(struct inbox *inbox, enum lsp_error fault)
{
	struct message *message = message_at(inbox, inbox->count++);
	*message = (struct message){.fault = fault};
	return message;
}

/* A request that is cancelled while it waits. */
static void
cancel(struct inbox *inbox, const struct message *message)
{
	const char *id =
	    id_of(&message_at(inbox, inbox->count - 1)->arena, json_in_get(message->params, "id"));
	for (size_t i = 0; id && i + 1 < inbox->count; i++) {
		struct message *waiting = message_at(inbox, i);
		if (waiting->id && strcmp(waiting->id, id) == 0)
			waiting->fault = LSP_CANCELLED;
	}
}

static void
look_ahead(void *data)
{
	struct inbox *inbox = data;
	const struct message *message = message_at(inbox, inbox->count - 1);
	if (message->method && strcmp(message->method, "$/cancelRequest") == 0)
		cancel(inbox, message);
}

static void
take_in(struct inbox *inbox, const char *text, size_t length)
{
	struct message *message = add(inbox, LSP_OK);
	struct arriving reading = {inbox->library, message, text, length};
	if (!memory_try(&message->heap, read_message, &reading))
		*message = (struct message){.fault = LSP_INTERNAL};
	else
		memory_try(&message->heap, look_ahead, inbox);
}

void
inbox_fill(struct inbox *inbox, bool wait)
{
	while (inbox->count < INBOX_MOST && !inbox->ended) {
		const char *text = NULL;
		size_t length = 0;
		switch (wire_next(inbox->wire, wait && !inbox->count, &text, &length)) {
		case WIRE_NOTHING:
			return;
		case WIRE_END:
			inbox->ended = true;
			break;
		case WIRE_BROKEN:
			add(inbox, LSP_PARSE);
			break;
		case WIRE_LARGE:
			add(inbox, LSP_INVALID);
			break;
		case WIRE_MESSAGE:
			take_in(inbox, text, length);
		}
	}
}

struct message *
inbox_first(struct inbox *inbox)
{
	return inbox->count ? message_at(inbox, 0) : NULL;
}

bool
inbox_changes(const struct inbox *inbox, const char *document)
{
	for (size_t i = 1; document && i < inbox->count; i++) {
		const struct message *message = message_at(inbox, i);
		if (message->method && strcmp(message->method, "textDocument/didChange") == 0 &&
		    message->document && strcmp(message->document, document) == 0)
			return true;
	}
	return false;
}

void
inbox_drop(struct inbox *inbox)
{
	struct message *message = message_at(inbox, 0);
	arena_free(&message->arena);
	memory_heap_free(&message->heap);
	inbox->first = (inbox->first + 1) % INBOX_MOST;
	inbox->count--;
}
