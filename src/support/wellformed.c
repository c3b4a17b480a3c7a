/* SPDX-License-Identifier: MIT */
#include "support/wellformed.h"

#include <string.h>

enum { REFERENCE_MAX = 10, TAG_MAX = 1 << 20 };

static bool
is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':' || c == '-' || c == '.' ||
	       (unsigned char)c >= 0x80;
}

static size_t
name_length(const char *text)
{
	size_t length = 0;
	while (is_name_byte(text[length]))
		length++;
	return length;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* The attributes from `at` on, up to the > or /> that ends the tag; gives that place, or NULL. */
static const char *
past_attributes(const char *at)
{
	for (;;) {
		const char *before = at;
		while (is_blank(*at))
			at++;
		if (*at == '>' || *at == '/' || *at == '?')
			return at;
		size_t length = name_length(at);
		if (before == at || !length || at[length] != '=' || (at[length + 1] != '"' && at[length + 1] != '\''))
			return NULL;
		const char *value = at + length + 2, *end = strchr(value, at[length + 1]);
		const char *less = strchr(value, '<');
		if (!end || (less && less < end))
			return NULL;
		at = end + 1;
	}
}

static bool
open_element(struct wellformed *check, const char *name, size_t length)
{
	if (check->depth == WELLFORMED_DEPTH || (check->depth == 0 && check->rooted))
		return false;
	check->rooted = true;
	check->starts[check->depth++] = check->open.length;
	buf_add(&check->open, name, length);
	return true;
}

static bool
close_element(struct wellformed *check, const char *name, size_t length)
{
	if (!check->depth)
		return false;
	size_t start = check->starts[--check->depth];
	bool same = check->open.length - start == length && memcmp(check->open.data + start, name, length) == 0;
	check->open.length = start;
	return same;
}

/* A whole tag, from < to >. */
static bool
take_tag(struct wellformed *check, const char *tag)
{
	if (tag[1] == '?')
		return true;
	if (tag[1] == '!')
		return false;
	if (tag[1] == '/') {
		size_t length = name_length(tag + 2);
		const char *end = tag + 2 + length;
		return length && strcmp(end, ">") == 0 && close_element(check, tag + 2, length);
	}
	size_t length = name_length(tag + 1);
	const char *end = length ? past_attributes(tag + 1 + length) : NULL;
	if (!end || !open_element(check, tag + 1, length))
		return false;
	return strcmp(end, ">") == 0 || (strcmp(end, "/>") == 0 && close_element(check, tag + 1, length));
}

/* Within a tag: up to its end, which is a > outside quotes. */
static const char *
take_tag_bytes(struct wellformed *check, const char *at, const char *end)
{
	const char *start = at;
	for (; at < end; at++) {
		if (check->quote)
			check->quote = *at == check->quote ? '\0' : check->quote;
		else if (*at == '"' || *at == '\'')
			check->quote = *at;
		else if (*at == '>')
			break;
	}
	bool ended = at < end;
	buf_add(&check->tag, start, (size_t)(at - start) + ended);
	if (ended) {
		check->wrong = check->wrong || !take_tag(check, check->tag.data);
		buf_clear(&check->tag);
	}
	check->wrong = check->wrong || check->tag.length > TAG_MAX;
	return at + ended;
}

/* Between tags: up to the next <. */
static const char *
take_text(struct wellformed *check, const char *at, const char *end)
{
	for (; at < end && *at != '<'; at++) {
		unsigned char c = (unsigned char)*at;
		if (c < ' ' && !is_blank(*at))
			check->wrong = true;
		if (check->reference)
			check->reference = c == ';' ? 0 : check->reference + 1;
		else if (c == '&')
			check->reference = 1;
		if (check->reference > REFERENCE_MAX)
			check->wrong = true;
	}
	if (at < end) {
		check->wrong = check->wrong || check->reference;
		buf_putc(&check->tag, *at++);
	}
	return at;
}

bool
wellformed_take(struct wellformed *check, const char *bytes, size_t length)
{
	const char *end = bytes + length;
	while (bytes < end && !check->wrong)
		bytes = check->tag.length ? take_tag_bytes(check, bytes, end) : take_text(check, bytes, end);
	return !check->wrong;
}

bool
wellformed_end(struct wellformed *check)
{
	bool whole = !check->wrong && check->rooted && !check->depth && !check->tag.length && !check->reference;
	buf_free(&check->tag);
	buf_free(&check->open);
	return whole;
}
