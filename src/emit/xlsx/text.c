/* SPDX-License-Identifier: MIT */
#include "emit/xlsx/text.h"

#include "emit/xlsx/fit.h"
#include "support/buf.h"
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>

static bool
is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* _xHHHH_, that readers take for a character. */
static bool
is_escape(const char *text)
{
	if (text[0] != '_' || text[1] != 'x')
		return false;
	for (int i = 2; i < 6; i++)
		if (!is_hex(text[i]))
			return false;
	return text[6] == '_';
}

/* Whether the bytes at a place need work: a control character, _x…, or U+FFFE and U+FFFF. */
static bool
is_odd(const char *text)
{
	unsigned char c = (unsigned char)*text;
	if (c == '_')
		return is_escape(text);
	if (c == 0xEF)
		return (unsigned char)text[1] == 0xBF && (unsigned char)text[2] >= 0xBE;
	return c < ' ' && c != '\n' && c != '\t';
}

/* Letters and signs of most texts. */
static inline bool
is_plain(unsigned char c)
{
	return c >= ' ' && c != '_' && c != 0xEF;
}

const char *
xlsx_text(struct arena *arena, const char *text)
{
	const char *odd = text;
	while (*odd && (is_plain((unsigned char)*odd) || !is_odd(odd)))
		odd++;
	if (!*odd)
		return text;
	struct buf out = {0};
	buf_add(&out, text, (size_t)(odd - text));
	for (const char *at = odd; *at; at++) {
		if (!is_odd(at))
			buf_putc(&out, *at);
		else if (*at == '_')
			buf_puts(&out, "_x005F_");
		else if (*at == '\r')
			buf_puts(&out, at[1] == '\n' ? "" : "\n");
		else if ((unsigned char)*at == 0xEF) {
			buf_puts(&out, "\xEF\xBF\xBD");
			at += 2;
		} else
			buf_printf(&out, "_x%04X_", (unsigned)(unsigned char)*at);
	}
	const char *copy = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return copy;
}

const char *
xlsx_clip(struct arena *arena, const char *text, size_t units)
{
	const char *end = text;
	size_t used = 0;
	if (strnlen(text, units + 1) <= units)
		return text;
	while (*end) {
		const char *next = end;
		used += utf8_next(&next) > 0xFFFF ? 2 : 1;
		if (used > units)
			break;
		end = next;
	}
	return *end ? arena_copy(arena, text, (size_t)(end - text)) : text;
}

const char *
xlsx_short(struct arena *arena, const char *text)
{
	const char *clipped = xlsx_clip(arena, text, FIT_UNITS - 1);
	return clipped == text ? xlsx_text(arena, text)
			       : arena_printf(arena, "%s\xE2\x80\xA6", xlsx_text(arena, clipped));
}

/* The title with what a sheet name may not hold made blank, blanks joined, and apostrophes
 * trimmed. */
static const char *
allowed_name(struct arena *arena, const char *title)
{
	struct buf out = {0};
	for (const char *at = title; *at;) {
		const char *start = at;
		uint32_t rune = utf8_next(&at);
		bool bad = rune < ' ' || (rune < 0x80 && strchr("[]:*?/\\", (int)rune)) ||
			   utf8_is_hidden(rune) || rune >= 0xFFFE;
		if (bad && rune < 0x10000)
			buf_putc(&out, ' ');
		else
			buf_add(&out, start, (size_t)(at - start));
	}
	/* Folding may give its argument back, so what it is given must live as long as its
	 * result. */
	const char *name =
	    utf8_fold(arena, arena_copy(arena, buf_text(&out), out.length), FOLD_FORM);
	buf_free(&out);
	return name;
}

/* The name without apostrophes and blanks at its ends, within the limit less `room` units. */
static const char *
fit_name(struct arena *arena, const char *name, size_t room)
{
	while (*name == '\'' || *name == ' ')
		name++;
	name = xlsx_clip(arena, name, SHEET_NAME_UNITS - room);
	size_t length = strlen(name);
	while (length && (name[length - 1] == '\'' || name[length - 1] == ' '))
		length--;
	return arena_copy(arena, name, length);
}

const char *
xlsx_sheet_name(struct map *taken, const char *title, struct arena *arena)
{
	const char *allowed = allowed_name(arena, title);
	const char *name = fit_name(arena, allowed, 0);
	for (unsigned n = 2;; n++) {
		void **place = map_at(taken, utf8_fold(arena, *name ? name : "history", FOLD_CASE));
		if (!*place && *name && strcmp(utf8_fold(arena, name, FOLD_CASE), "history") != 0) {
			*place = taken;
			return name;
		}
		const char *tail = arena_printf(arena, " (%u)", n);
		name = arena_printf(arena, "%s%s", fit_name(arena, allowed, strlen(tail)), tail);
	}
}

const char *
xlsx_header_text(struct arena *arena, const char *text)
{
	struct buf out = {0};
	for (; *text; text++) {
		if (*text == '&')
			buf_putc(&out, '&');
		buf_putc(&out, *text == '\n' ? ' ' : *text);
	}
	const char *copy = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return copy;
}

const char *
xlsx_quoted(struct arena *arena, const char *name)
{
	struct buf out = {0};
	for (; *name; name++) {
		if (*name == '\'')
			buf_putc(&out, '\'');
		buf_putc(&out, *name);
	}
	const char *copy = arena_printf(arena, "'%s'", buf_text(&out));
	buf_free(&out);
	return copy;
}
