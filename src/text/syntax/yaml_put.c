/* SPDX-License-Identifier: MIT */
#include "text/syntax/yaml_put.h"

#include "support/utf8.h"
#include "text/syntax/yaml_text.h"

#include <string.h>

/* Remarks hold names that somebody else made up: a sign that ends a line, or hides one, is none. */
static void
put_remark(struct buf *out, const char *remark)
{
	buf_puts(out, "# ");
	while (*remark) {
		const char *at = remark;
		uint32_t rune = utf8_next(&remark);
		if (utf8_is_hidden(rune))
			buf_putc(out, ' ');
		else
			buf_add(out, at, (size_t)(remark - at));
	}
}

/* True for a text of several lines that a block can hold as it is: it begins with no blank, and
 * ends with no line end. */
static bool
is_block(const char *text)
{
	size_t length = strlen(text);
	if (!strchr(text, '\n') || strchr("\n ", text[0]) || text[length - 1] == '\n')
		return false;
	for (const char *at = text; *at;) {
		uint32_t rune = utf8_next(&at);
		if (rune != '\n' && utf8_is_hidden(rune))
			return false;
	}
	return true;
}

static void
put_block(struct buf *out, size_t indent, const char *text)
{
	for (size_t length; *text; text += length + (text[length] == '\n')) {
		length = strcspn(text, "\n");
		if (length)
			buf_printf(out, "%*s", (int)indent, "");
		buf_add(out, text, length);
		buf_putc(out, '\n');
	}
}

void
yaml_put(struct buf *out, const char *before, const char *key, const char *value,
	 const char *remark)
{
	struct arena arena = {0};
	bool block = value && is_block(value);
	buf_puts(out, before);
	if (key)
		buf_printf(out, "%s:%s", yaml_text(&arena, key), value ? " " : "");
	if (value)
		buf_puts(out, block ? "|-" : yaml_text(&arena, value));
	if (remark) {
		buf_puts(out, "  ");
		put_remark(out, remark);
	}
	buf_putc(out, '\n');
	if (block)
		put_block(out, strlen(before) + (key ? 2 : 0), value);
	arena_free(&arena);
}

void
yaml_put_remark(struct buf *out, const char *before, const char *remark)
{
	buf_puts(out, before);
	put_remark(out, remark);
	buf_putc(out, '\n');
}
