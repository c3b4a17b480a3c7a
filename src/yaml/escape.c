/* SPDX-License-Identifier: MIT */
#include "yaml/escape.h"

#include "support/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLACEHOLDER = 0xFFFE, MOST_REPORTED = 100 };

static const char placeholder[] = "\xEF\xBF\xBE";

static bool
is_half(uint32_t rune)
{
	return rune >= 0xD800 && rune < 0xE000;
}

/* Whether libyaml gives U+FFFE for it. */
static bool
is_replaced(const struct escape *escape)
{
	return is_half(escape->rune) || escape->rune == PLACEHOLDER;
}

/* Reads so many hexadecimal digits; false when there are fewer. */
static bool
read_hex(const char *text, int digits, uint32_t *rune)
{
	*rune = 0;
	for (int i = 0; i < digits; i++) {
		const char *known = "0123456789abcdef",
			   *digit = text[i] ? strchr(known, text[i] | 0x20) : NULL;
		if (!digit || (text[i] < 'A' && text[i] > '9'))
			return false;
		*rune = *rune << 4 | (uint32_t)(digit - known);
	}
	return true;
}

/* The code at a \ when it stands for something a text may not hold. */
static bool
read_escape(const char *text, struct escape *escape)
{
	static const char letters[] = "0abvfe", *const runes = "\x00\x07\x08\x0B\x0C\x1B";
	static const char kinds[] = "xuU";
	const char *letter = text[1] ? strchr(letters, text[1]) : NULL,
		   *kind = text[1] ? strchr(kinds, text[1]) : NULL;
	int digits = kind ? 2 << (kind - kinds) : 0;
	if (!letter && (!kind || !read_hex(text + 2, digits, &escape->rune)))
		return false;
	if (letter)
		escape->rune = (uint32_t)runes[letter - letters];
	escape->length = (uint8_t)(2 + digits);
	return is_half(escape->rune) || trap_forbids(escape->rune);
}

static void
add(struct escapes *escapes, const struct escape *escape, const char *text, size_t length)
{
	if (!escapes->copy && is_half(escape->rune)) {
		escapes->copy = memory_alloc(length + 1);
		memcpy(escapes->copy, text, length);
		escapes->copy[length] = '\0';
	}
	if (is_half(escape->rune))
		memcpy(escapes->copy + escape->offset + escape->length - 4, "FFFE", 4);
	escapes->items = list_grow(escapes->items, escapes->count, sizeof *escapes->items);
	escapes->items[escapes->count++] = *escape;
}

void
escapes_find(struct escapes *escapes, const char *text, size_t length)
{
	size_t counted = 0, index = 0;
	const char *end = text + length;
	for (const char *p = text; (p = memchr(p, '\\', (size_t)(end - p))) != NULL;) {
		struct escape escape = {.offset = (size_t)(p - text)};
		if (!read_escape(p, &escape)) {
			p += p[1] ? 2 : 1; /* \\ begins nothing */
			p = p < end ? p : end;
			continue;
		}
		index += utf8_count(text + counted, escape.offset - counted);
		counted = escape.offset;
		escape.index = index;
		add(escapes, &escape, text, length);
		p += escape.length;
	}
}

void
escapes_free(struct escapes *escapes)
{
	memory_free(escapes->items);
	memory_free(escapes->copy);
}

static void
report(struct escapes *escapes, struct diagnostics *diags, struct trap_text *source,
       const struct escape *escape)
{
	char what[16];
	struct pos pos = trap_place(source, escape->offset);
	if (escapes->reported++ >= MOST_REPORTED)
		return;
	snprintf(what, sizeof what, is_half(escape->rune) ? "\\u%04x" : "U+%04X",
		 (unsigned)escape->rune);
	diag1(diags, is_half(escape->rune) ? RULE_YAML_HALF : RULE_YAML_CONTROL, pos, what)->end =
	    trap_place(source, escape->offset + escape->length);
}

/* The character that two halves beside each other make, or 0. */
static uint32_t
joined(const struct escape *high, const struct escape *end)
{
	const struct escape *low = high + 1;
	if (low >= end || low->offset != high->offset + high->length)
		return 0;
	bool fit = high->rune >= 0xD800 && high->rune < 0xDC00 && low->rune >= 0xDC00 &&
		   low->rune < 0xE000;
	return fit ? 0x10000 + ((high->rune - 0xD800) << 10) + (low->rune - 0xDC00) : 0;
}

/* Takes codes up to the next that libyaml gave U+FFFE for, reports those that are wrong, and adds
 * what that one stands for. */
static const struct escape *
put_next(struct escapes *escapes, struct diagnostics *diags, struct trap_text *source,
	 const struct escape *escape, const struct escape *end, struct buf *out)
{
	while (escape < end && !is_replaced(escape))
		report(escapes, diags, source, escape++);
	if (escape == end)
		return end;
	uint32_t rune = joined(escape, end);
	if (rune) {
		buf_rune(out, rune);
		return escape + 2;
	}
	report(escapes, diags, source, escape);
	buf_rune(out, 0xFFFD);
	return escape + 1;
}

/* Between double quotes: every U+FFFE is the next code that is_replaced. */
static void
put_quoted(struct escapes *escapes, struct diagnostics *diags, struct trap_text *source,
	   const struct escape *escape, const struct escape *end, const char *bytes,
	   const char *bytes_end, struct buf *out)
{
	for (const char *p = bytes; p < bytes_end;) {
		if (bytes_end - p < 3 || memcmp(p, placeholder, 3) != 0) {
			buf_putc(out, *p++);
			continue;
		}
		const struct escape *next = put_next(escapes, diags, source, escape, end, out);
		const char *before = p;
		for (; escape < next; escape++)
			p += is_replaced(escape) ? 3 : 0;
		p += p == before ? 3 : 0;
	}
	for (; escape < end; escape++)
		report(escapes, diags, source, escape);
}

/* Elsewhere a \ is a \: the digits of the halves are put back. */
static void
put_plain(const struct trap_text *source, const struct escape *escape, const struct escape *end,
	  const char *bytes, const char *bytes_end, struct buf *out)
{
	struct escape here;
	for (const char *p = bytes; p < bytes_end; p += here.length) {
		bool is = *p == '\\' && read_escape(p, &here);
		bool known = is && escape < end && escape->length == here.length;
		const char *from = known ? source->text + escape++->offset : p;
		here.length = is ? here.length : *p == '\\' && p + 1 < bytes_end ? 2 : 1;
		buf_add(out, from, here.length);
	}
}

const char *
escapes_apply(struct escapes *escapes, struct arena *arena, struct diagnostics *diags,
	      struct trap_text *source, size_t start, size_t end, bool quoted, const char *bytes,
	      size_t *length)
{
	while (escapes->next < escapes->count && escapes->items[escapes->next].index < start)
		escapes->next++;
	const struct escape *first = escapes->items + escapes->next;
	while (escapes->next < escapes->count && escapes->items[escapes->next].index < end)
		escapes->next++;
	const struct escape *last = escapes->items + escapes->next;
	if (first == last || (!quoted && !escapes->copy))
		return bytes;
	struct buf out = {0};
	if (quoted)
		put_quoted(escapes, diags, source, first, last, bytes, bytes + *length, &out);
	else
		put_plain(source, first, last, bytes, bytes + *length, &out);
	*length = out.length;
	const char *text = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}
