/* SPDX-License-Identifier: MIT */
#include "text/syntax/yaml_text.h"

#include "support/buf.h"

#include <string.h>

/* Signs that end a text between brackets; those that a text cannot begin with. */
static const char within[] = ",[]{}", first[] = "-?:#&*!|>'\"%@`=~ ";

const char *
yaml_text_quoted(struct arena *arena, const char *text)
{
	struct buf out = {0};
	/* Single quotes leave the author's own double ones as they are. */
	bool single = strchr(text, '"') && !strchr(text, '\'') && !strpbrk(text, "\n\r");
	char quote = single ? '\'' : '"';
	buf_putc(&out, quote);
	for (; *text; text++) {
		bool line_end = *text == '\n' || *text == '\r';
		if (!single && (*text == '"' || *text == '\\' || line_end))
			buf_putc(&out, '\\');
		buf_putc(&out, !line_end ? *text : *text == '\n' ? 'n' : 'r');
	}
	buf_putc(&out, quote);
	const char *quoted = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return quoted;
}

bool
yaml_text_is_plain(const char *text, bool flow)
{
	/* The colon of East Asian keyboards, which the loader takes for what it was meant as. */
	static const char wide_colon[] = "\xEF\xBC\x9A";
	size_t length = strlen(text);
	return length && !strchr(first, text[0]) && !strchr(within, text[0]) &&
	       !(flow && strpbrk(text, within)) && !strpbrk(text, "\n\r\t") &&
	       !strstr(text, ": ") && !strstr(text, wide_colon) && !strstr(text, " #") &&
	       text[length - 1] != ':' && text[length - 1] != ' ';
}

const char *
yaml_text(struct arena *arena, const char *text)
{
	return yaml_text_is_plain(text, true) ? text : yaml_text_quoted(arena, text);
}
