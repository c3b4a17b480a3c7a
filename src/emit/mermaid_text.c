/* SPDX-License-Identifier: MIT */
#include "emit/mermaid_text.h"

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

void
mermaid_text(struct buf *out, const char *text)
{
	for (; *text; text++) {
		const char *entity = entity_of(*text);
		if (*text == '%' && text[1] == '%') /* a directive is one even within quotes */
			buf_puts(out, "#37;");
		else if (entity)
			buf_puts(out, entity);
		else
			buf_putc(out, *text);
		if (*text == '\\' && text[1] == 'n') /* a line end to flowcharts, however the backslash is written */
			buf_puts(out, "#8288;");
	}
}
