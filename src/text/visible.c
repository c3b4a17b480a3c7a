/* SPDX-License-Identifier: MIT */
#include "text/visible.h"

#include "support/utf8.h"

#include <string.h>

/* Adds valid text. */
static void
add_runes(struct buf *out, const char *text, const char *end)
{
	while (text < end) {
		const char *start = text;
		uint32_t rune = utf8_next(&text);
		if (rune == '\t')
			buf_putc(out, ' ');
		else if (utf8_is_hidden(rune))
			buf_printf(out, "<U+%04X>", (unsigned)rune);
		else
			buf_add(out, start, (size_t)(text - start));
	}
}

static void
add_any(struct buf *out, const char *text, size_t length, bool hidden_too)
{
	for (const char *end = text + length; text < end;) {
		size_t valid = utf8_valid(text, (size_t)(end - text));
		if (hidden_too)
			add_runes(out, text, text + valid);
		else
			buf_add(out, text, valid);
		text += valid;
		if (text < end)
			buf_printf(out, "<%02X>", (unsigned)(unsigned char)*text++);
	}
}

static const char *
keep(struct arena *arena, const char *text, bool hidden_too)
{
	struct buf shown = {0};
	add_any(&shown, text, strlen(text), hidden_too);
	bool same = strcmp(buf_text(&shown), text) == 0;
	const char *kept = same ? text : arena_copy(arena, buf_text(&shown), shown.length);
	buf_free(&shown);
	return kept;
}

void
visible_add(struct buf *out, const char *text, size_t length)
{
	add_any(out, text, length, true);
}

const char *
visible_text(struct arena *arena, const char *text)
{
	return keep(arena, text, true);
}

const char *
visible_bytes(struct arena *arena, const char *text)
{
	return keep(arena, text, false);
}
