/* SPDX-License-Identifier: MIT */
/* A walk over the bytes for documents that another library of ours wrote. What can go wrong with such a document is that bytes are
 * missing: then a tag, a value or an element does not end, or ends another. Names, characters and declarations are taken as they
 * are; document types are refused: they bring entities, and nothing we write has one. */
#include "support/wellformed.h"

#include "support/buf.h"
#include "support/memory.h"

#include <stdlib.h>
#include <string.h>

enum { ENTITY_MAX = 8 }; /* bytes of a reference, as in &#65533; */

enum state {
	STATE_TEXT,
	STATE_ENTITY,      /* after & */
	STATE_TAG,         /* after < */
	STATE_NAME,        /* in the name of an opening tag */
	STATE_INSIDE,      /* after it */
	STATE_EQUALS,      /* after the = of an attribute */
	STATE_VALUE,       /* in its value */
	STATE_EMPTY,       /* after the / that ends an empty element */
	STATE_CLOSING,     /* in the name of a closing tag */
	STATE_INSTRUCTION, /* after <? */
};

struct wellformed {
	enum state state;
	struct buf open; /* the names of the elements under way, a zero after each */
	struct buf name; /* of the tag under way */
	unsigned depth;
	unsigned entity; /* bytes of the reference under way */
	bool rooted;     /* the outermost element has begun */
	bool in_value;   /* the reference under way stands in a value */
	bool wrong;
};

struct wellformed *
wellformed_new(void)
{
	struct wellformed *check = memory_alloc(sizeof *check);
	*check = (struct wellformed){0};
	return check;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool
open_element(struct wellformed *check)
{
	if (!check->name.length || ++check->depth > WELLFORMED_DEPTH || (check->depth == 1 && check->rooted))
		return false;
	check->rooted = true;
	buf_add(&check->open, buf_text(&check->name), check->name.length + 1);
	return true;
}

static bool
close_element(struct wellformed *check)
{
	size_t end = check->open.length, length = check->name.length + 1;
	if (!check->depth || end < length || memcmp(check->open.data + end - length, buf_text(&check->name), length) != 0)
		return false;
	if (end > length && check->open.data[end - length - 1])
		return false; /* only the end of a longer name */
	check->open.length -= length;
	check->depth--;
	return true;
}

static bool
begin_entity(struct wellformed *check, bool in_value)
{
	check->entity = 0;
	check->in_value = in_value;
	check->state = STATE_ENTITY;
	return true;
}

static bool
take_in_entity(struct wellformed *check, char c)
{
	if (c == ';') {
		check->state = check->in_value ? STATE_VALUE : STATE_TEXT;
		return check->entity > 0;
	}
	bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
	return letter && ++check->entity < ENTITY_MAX;
}

static bool
take_in_text(struct wellformed *check, char c)
{
	if (c == '<') {
		check->name.length = 0;
		check->state = STATE_TAG;
		return true;
	}
	return check->depth ? c != '&' || begin_entity(check, false) : is_blank(c);
}

static bool
take_in_tag(struct wellformed *check, char c)
{
	check->state = c == '/' ? STATE_CLOSING : c == '?' ? STATE_INSTRUCTION : STATE_NAME;
	if (check->state == STATE_NAME)
		buf_putc(&check->name, c);
	return c != '!' && c != '<' && c != '>' && !is_blank(c);
}

/* In an opening tag outside of values. */
static bool
take_inside(struct wellformed *check, char c)
{
	if (c == '>') {
		check->state = STATE_TEXT;
		return open_element(check);
	}
	if (check->state == STATE_NAME && !is_blank(c) && c != '/')
		buf_putc(&check->name, c);
	else
		check->state = c == '=' ? STATE_EQUALS : c == '/' ? STATE_EMPTY : STATE_INSIDE;
	return c != '<' && c != '"' && c != '&';
}

static bool
take_in_value(struct wellformed *check, char c)
{
	if (c == '"')
		check->state = STATE_INSIDE;
	return c != '<' && (c != '&' || begin_entity(check, true));
}

static bool
take_in_closing(struct wellformed *check, char c)
{
	if (c == '>') {
		check->state = STATE_TEXT;
		return close_element(check);
	}
	buf_putc(&check->name, c);
	return c != '<';
}

static bool
take_after(struct wellformed *check, char c, char wanted, enum state next)
{
	check->state = next;
	return c == wanted;
}

static bool
take_byte(struct wellformed *check, char c)
{
	switch (check->state) {
	case STATE_TEXT:
		return take_in_text(check, c);
	case STATE_ENTITY:
		return take_in_entity(check, c);
	case STATE_TAG:
		return take_in_tag(check, c);
	case STATE_NAME:
	case STATE_INSIDE:
		return take_inside(check, c);
	case STATE_EQUALS:
		return take_after(check, c, '"', STATE_VALUE);
	case STATE_VALUE:
		return take_in_value(check, c);
	case STATE_EMPTY:
		return take_after(check, c, '>', STATE_TEXT) && open_element(check) && close_element(check);
	case STATE_CLOSING:
		return take_in_closing(check, c);
	case STATE_INSTRUCTION:
		check->state = c == '>' ? STATE_TEXT : STATE_INSTRUCTION;
		return c != '<';
	}
	return false;
}

/* How many of the next bytes say nothing: most are text or values. */
static size_t
skip(const struct wellformed *check, const char *bytes, const char *end)
{
	const char *at = bytes;
	if (check->state == STATE_TEXT && check->depth)
		while (at < end && *at != '<' && *at != '&' && *at)
			at++;
	else if (check->state == STATE_VALUE)
		while (at < end && *at != '"' && *at != '<' && *at != '&' && *at)
			at++;
	return (size_t)(at - bytes);
}

bool
wellformed_take(struct wellformed *check, const char *bytes, size_t length)
{
	const char *end = bytes + length;
	for (bytes += skip(check, bytes, end); bytes < end && !check->wrong; bytes += skip(check, bytes, end)) {
		check->wrong = !*bytes || !take_byte(check, *bytes);
		bytes++;
	}
	return !check->wrong;
}

bool
wellformed_end(struct wellformed *check)
{
	bool whole = !check->wrong && check->state == STATE_TEXT && check->rooted && !check->depth;
	buf_free(&check->open);
	buf_free(&check->name);
	free(check);
	return whole;
}
