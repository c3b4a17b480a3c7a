/* SPDX-License-Identifier: MIT */
#include "text/syntax/mermaid_text.h"

#include "support/utf8.h"

#include <string.h>

static const char *
entity_of(char byte)
{
	switch (byte) {
	case '"':
		return "#quot;";
	case '#':
		return "#35;";
	case '<':
		return "#lt;";
	case '>':
		return "#gt;";
	case '&':
		return "#amp;";
	case '`':
		return "#96;";
	case '\\':
		return "#92;";
	case '\n':
		return "<br/>";
	case '\t':
	case '\r':
		return " ";
	default:
		return NULL;
	}
}

/* A sign that with the next one is read after entities have become signs again, so that only a word
 * joiner keeps them apart: the line end \n of flowcharts, an icon fa:fa-user, a formula between
 * $$. */
static bool
is_pair(const char *at)
{
	return (*at == '\\' && at[1] == 'n') || (*at == ':' && strncmp(at + 1, "fa-", 3) == 0) ||
	       (*at == '$' && at[1] == '$');
}

/* What Mermaid reads at this place though it is within quotes: Markdown's marks of emphasis
 * anywhere and of lists where a line begins, a directive %%. */
static bool
is_read(const char *at, bool starts)
{
	switch (*at) {
	case '*':
	case '_':
		return true;
	case '%':
		return at[1] == '%';
	case '-':
	case '+':
		return starts;
	default:
		return false;
	}
}

/* The sign behind the number that begins a line, where Markdown would take it for an item: 1. or
 * 1); else NULL. */
static const char *
item_sign(const char *line)
{
	size_t digits = strspn(line, "0123456789");
	bool sign = digits && (line[digits] == '.' || line[digits] == ')');
	return sign && (!line[digits + 1] || strchr(" \t\r\n", line[digits + 1])) ? line + digits
										  : NULL;
}

bool
mermaid_draws(const struct buf *diagram, size_t edges)
{
	return edges <= MERMAID_EDGES && utf8_units(buf_text(diagram)) <= MERMAID_UNITS;
}

void
mermaid_text(struct buf *out, const char *text)
{
	const char *item = item_sign(text);
	bool starts = true; /* of a line there were only blanks so far */
	for (const char *at = text; *at; at++) {
		const char *plain = at;
		while ((unsigned char)*at >= 0x80 || ascii_is_letter(*at))
			at++;
		buf_add(out, plain, (size_t)(at - plain));
		starts = starts && at == plain;
		if (!*at)
			break;
		const char *entity = entity_of(*at);
		if (entity)
			buf_puts(out, entity);
		else if (is_read(at, starts) || at == item)
			buf_printf(out, "#%u;", (unsigned)*at);
		else
			buf_putc(out, *at);
		if (is_pair(at))
			buf_puts(out, "#8288;");
		starts = *at == '\n' || (starts && (*at == ' ' || *at == '\t'));
		if (starts)
			item = item_sign(at + 1);
	}
}
