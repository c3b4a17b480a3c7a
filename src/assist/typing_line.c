/* SPDX-License-Identifier: MIT */
#include "assist/typing_line.h"

#include <string.h>

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
is_end(char c)
{
	return c == '\n' || c == '\r';
}

static void
add(struct typing_line *line, size_t start, size_t end, bool key)
{
	if (line->count < TYPING_TOKENS)
		line->tokens[line->count++] =
		    (struct typing_token){start - line->start, start, end, key};
}

/* Behind the quote that ends what a quote begins. */
static size_t
behind_quotes(const char *text, size_t at, size_t end)
{
	char quote = text[at++];
	while (at < end && text[at] != quote)
		at += text[at] == '\\' && quote == '"' ? 2 : 1;
	return at < end ? at + 1 : end;
}

/* The colon that ends a key which begins at a byte, or the end. */
static size_t
colon_of(const char *text, size_t at, size_t end)
{
	if (at < end && strchr("[{#|>&*!%@`", text[at]))
		return end;
	if (at < end && (text[at] == '"' || text[at] == '\''))
		at = behind_quotes(text, at, end);
	for (; at < end; at++) {
		if (text[at] == ':' && (at + 1 == end || is_blank(text[at + 1])))
			return at;
		if (text[at] == '#' && is_blank(text[at - 1]))
			return end;
	}
	return end;
}

static void
read_tokens(struct typing_line *line, const char *text)
{
	size_t at = line->start;
	for (;;) {
		while (at < line->end && is_blank(text[at]))
			at++;
		bool hyphen = at < line->end && text[at] == '-' &&
			      (at + 1 == line->end || is_blank(text[at + 1]));
		if (!hyphen)
			break;
		add(line, at, at + 1, false);
		at++;
	}
	line->empty = !line->count && (at == line->end || text[at] == '#');
	size_t colon = line->empty ? line->end : colon_of(text, at, line->end);
	if (colon < line->end) {
		add(line, at, colon, true);
		at = colon + 1;
		while (at < line->end && is_blank(text[at]))
			at++;
	}
	line->rest = at;
}

struct typing_line
typing_line_at(const char *text, size_t length, size_t byte, bool whole)
{
	struct typing_line line = {.start = byte, .end = byte};
	while (line.start && !is_end(text[line.start - 1]))
		line.start--;
	while (whole && line.end < length && !is_end(text[line.end]))
		line.end++;
	read_tokens(&line, text);
	return line;
}
