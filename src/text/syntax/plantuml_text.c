/* SPDX-License-Identifier: MIT */
#include "text/syntax/plantuml_text.h"

#include "support/utf8.h"

#include <inttypes.h>

static bool
is_plain(uint32_t rune)
{
	if (rune >= 0x80)
		return rune < 0x2000 || rune > 0x206F; /* the reader makes hyphens of dashes */
	return rune == ' ' || rune == ',' || rune == '.' || rune == '?' ||
	       (rune >= '0' && rune <= '9') || (rune >= 'A' && rune <= 'Z') ||
	       (rune >= 'a' && rune <= 'z');
}

void
plantuml_text(struct buf *out, const char *text)
{
	while (*text) {
		uint32_t rune = utf8_next(&text);
		if (rune == '\n')
			buf_puts(out, "\\n");
		else if (rune == '\t' || rune == '\r')
			buf_putc(out, ' '); /* a tab would part the line */
		else if (is_plain(rune))
			buf_rune(out, rune);
		else
			buf_printf(out, "<U+%04" PRIX32 ">", rune);
	}
}
