/* SPDX-License-Identifier: MIT */
#include "support/json.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
new_line(struct json *json)
{
	if (!json->indent)
		return;
	buf_putc(json->out, '\n');
	for (unsigned i = 0; i < json->depth * json->indent; i++)
		buf_putc(json->out, ' ');
}

/* What stands between the item before and the next one. */
static void
separate(struct json *json)
{
	if (json->keyed) {
		json->keyed = false;
		return;
	}
	if (json->inside)
		buf_putc(json->out, ',');
	if (json->depth)
		new_line(json);
	json->inside = true;
}

static void
open_level(struct json *json, char bracket)
{
	separate(json);
	buf_putc(json->out, bracket);
	json->depth++;
	json->inside = false;
}

static void
close_level(struct json *json, char bracket)
{
	json->depth--;
	if (json->inside)
		new_line(json);
	buf_putc(json->out, bracket);
	json->inside = true;
	drain_text(json->drain, json->out);
}

void
json_object(struct json *json)
{
	open_level(json, '{');
}

void
json_object_end(struct json *json)
{
	close_level(json, '}');
}

void
json_array(struct json *json)
{
	open_level(json, '[');
}

void
json_array_end(struct json *json)
{
	close_level(json, ']');
}

/* Bytes of the character at p that must not stand as they are, 0 when it may. */
static size_t
unsafe_length(const char *p)
{
	unsigned char byte = (unsigned char)*p;
	if (byte < 0x20 || byte == '"' || byte == '\\' || byte == '<' || byte == 0x7F)
		return 1;
	if (byte == 0xC2 && (unsigned char)p[1] < 0xA0)
		return 2; /* C1 controls */
	if (byte == 0xE2 && (unsigned char)p[1] == 0x80 &&
	    ((unsigned char)p[2] == 0xA8 || (unsigned char)p[2] == 0xA9))
		return 3; /* U+2028, U+2029 */
	return 0;
}

static void
escape(struct buf *out, const char *p, size_t length)
{
	static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	const char *found = strchr(plain, *p);
	unsigned rune = (unsigned char)*p;
	if (found) {
		buf_putc(out, '\\');
		buf_putc(out, letters[found - plain]);
		return;
	}
	if (length == 2)
		rune = (unsigned char)p[1];
	if (length == 3)
		rune = 0x2000 | ((unsigned char)p[2] & 0x3F);
	buf_printf(out, "\\u%04x", rune);
}

static void
put_quoted(struct buf *out, const char *text)
{
	buf_putc(out, '"');
	const char *run = text, *p = text;
	while (*p) {
		size_t length = unsafe_length(p);
		if (length) {
			buf_add(out, run, (size_t)(p - run));
			escape(out, p, length);
			run = p + length;
		}
		p += length ? length : 1;
	}
	buf_add(out, run, (size_t)(p - run));
	buf_putc(out, '"');
}

void
json_key(struct json *json, const char *key)
{
	separate(json);
	put_quoted(json->out, key);
	buf_puts(json->out, json->indent ? ": " : ":");
	json->keyed = true;
}

static void
put_null(struct json *json)
{
	separate(json);
	buf_puts(json->out, "null");
}

void
json_string(struct json *json, const char *text)
{
	if (!text) {
		put_null(json);
		return;
	}
	separate(json);
	put_quoted(json->out, text);
}

void
json_integer(struct json *json, int64_t number)
{
	separate(json);
	buf_printf(json->out, "%" PRId64, number);
}

void
json_number(struct json *json, double number)
{
	if (!isfinite(number)) {
		put_null(json);
		return;
	}
	char digits[32];
	for (int precision = 1; precision <= 17; precision++) {
		snprintf(digits, sizeof digits, "%.*g", precision, number);
		if (!(strtod(digits, NULL) < number || strtod(digits, NULL) > number))
			break;
	}
	separate(json);
	buf_puts(json->out, digits);
}

void
json_boolean(struct json *json, bool is_true)
{
	separate(json);
	buf_puts(json->out, is_true ? "true" : "false");
}

void
json_member_string(struct json *json, const char *key, const char *text)
{
	json_key(json, key);
	json_string(json, text);
}

void
json_member_integer(struct json *json, const char *key, int64_t number)
{
	json_key(json, key);
	json_integer(json, number);
}

void
json_member_boolean(struct json *json, const char *key, bool is_true)
{
	json_key(json, key);
	json_boolean(json, is_true);
}
