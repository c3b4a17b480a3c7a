/* SPDX-License-Identifier: MIT */
#include "cli/lsp/wire.h"

#include "support/utf8.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PIECE = 64 * 1024, HEAD_MOST = 4096, KEPT = 1024 * 1024 };

static const size_t most = (size_t)WIRE_MOST_MIB * 1024 * 1024;

static bool
comes(const struct wire *wire)
{
	struct pollfd file = {.fd = wire->in, .events = POLLIN};
	return poll(&file, 1, 0) > 0;
}

/* Reads what is there, or waits for something. The bytes that are taken go first: the text moves,
 * and does not grow without end. */
static void
fill(struct wire *wire)
{
	size_t left = wire->read.length - wire->taken;
	if (wire->taken) {
		memmove(wire->read.data, wire->read.data + wire->taken, left);
		buf_cut(&wire->read, left);
		wire->taken = 0;
	}
	if (!left && wire->read.capacity > KEPT)
		buf_free(&wire->read);
	struct memory_heap *before = memory_use(wire->heap);
	char *space = buf_reserve(&wire->read, PIECE + 1);
	memory_use(before);
	ssize_t got;
	do
		got = read(wire->in, space, PIECE);
	while (got < 0 && errno == EINTR);
	if (got > 0)
		buf_filled(&wire->read, (size_t)got);
	else
		wire->ended = true;
}

static const char *
unread(const struct wire *wire)
{
	return buf_text(&wire->read) + wire->taken;
}

static size_t
unread_length(const struct wire *wire)
{
	return wire->read.length - wire->taken;
}

/* The length of the head with the empty line behind it; 0: there is none yet. */
static size_t
head_length(const char *text, size_t length)
{
	for (size_t i = 3; i < length && i < HEAD_MOST; i++)
		if (memcmp(text + i - 3, "\r\n\r\n", 4) == 0)
			return i + 1;
	return length >= HEAD_MOST ? HEAD_MOST : 0;
}

/* What a head says of the length of its message; false when it says nothing that could be. */
static bool
read_head(const char *head, size_t length, size_t *content)
{
	static const char name[] = "content-length:";
	for (const char *line = head, *end = head + length; line < end;) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		stop = stop ? stop + 1 : end;
		size_t i = 0;
		while (name[i] && line + i < stop && (line[i] | 0x20) == (name[i] | 0x20))
			i++;
		if (!name[i]) {
			const char *at = line + i;
			while (*at == ' ' || *at == '\t')
				at++;
			bool digits = ascii_is_digit(*at);
			for (*content = 0; ascii_is_digit(*at) && *content <= SIZE_MAX / 16; at++)
				*content = *content * 10 + (size_t)(*at - '0');
			return digits;
		}
		line = stop;
	}
	return false;
}

/* Passes over what is too large. */
static void
skip(struct wire *wire)
{
	size_t left = unread_length(wire), gone = left < wire->skipped ? left : wire->skipped;
	wire->taken += gone;
	wire->skipped -= gone;
}

/* The message at the beginning of what was read, if all of it is there. */
static enum wire_news
take(struct wire *wire, const char **text, size_t *length)
{
	skip(wire);
	const char *start = unread(wire);
	size_t there = unread_length(wire), head = wire->skipped ? 0 : head_length(start, there);
	if (!head)
		return WIRE_NOTHING;
	if (!read_head(start, head, length)) {
		wire->taken += head;
		return WIRE_BROKEN;
	}
	if (*length > most) {
		wire->taken += head;
		wire->skipped = *length;
		return WIRE_LARGE;
	}
	if (there - head < *length)
		return WIRE_NOTHING;
	wire->taken += head + *length;
	*text = start + head;
	return WIRE_MESSAGE;
}

enum wire_news
wire_next(struct wire *wire, bool wait, const char **text, size_t *length)
{
	enum wire_news news;
	while ((news = take(wire, text, length)) == WIRE_NOTHING) {
		if (wire->ended)
			return WIRE_END;
		if (!wait && !comes(wire))
			return WIRE_NOTHING;
		fill(wire);
	}
	return news;
}

void
wire_give_up(struct wire *wire)
{
	size_t length, head = head_length(unread(wire), unread_length(wire));
	bool known = head && read_head(unread(wire), head, &length);
	wire->taken += head;
	wire->skipped += known ? length : 0;
}

static void
put(struct wire *wire, const char *bytes, size_t length)
{
	while (length && !wire->failed) {
		ssize_t gone = write(wire->out, bytes, length);
		if (gone < 0 && errno == EINTR)
			continue;
		wire->failed = gone < 0;
		bytes += gone < 0 ? 0 : gone;
		length -= gone < 0 ? 0 : (size_t)gone;
	}
}

void
wire_send(struct wire *wire, const char *text, size_t length)
{
	char head[64];
	int size = snprintf(head, sizeof head, "Content-Length: %zu\r\n\r\n", length);
	put(wire, head, (size_t)size);
	put(wire, text, length);
}
