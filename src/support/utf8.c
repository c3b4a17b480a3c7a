/* SPDX-License-Identifier: MIT */
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

uint32_t
utf8_next(const char **text)
{
	const unsigned char *p = (const unsigned char *)*text;
	if (p[0] < 0x80) {
		*text += 1;
		return p[0];
	}
	if (p[0] < 0xE0) {
		*text += 2;
		return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
	}
	if (p[0] < 0xF0) {
		*text += 3;
		return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
	}
	*text += 4;
	return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
}

size_t
utf8_encode(uint32_t rune, char *out)
{
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)rune, (utf8proc_uint8_t *)out);
}

size_t
utf8_valid(const char *bytes, size_t length)
{
	size_t at = 0;
	while (at < length) {
		if (bytes[at] > 0) {
			at++;
			continue;
		}
		utf8proc_int32_t rune;
		utf8proc_ssize_t step =
		    utf8proc_iterate((const utf8proc_uint8_t *)bytes + at, (utf8proc_ssize_t)(length - at), &rune);
		if (step <= 0 || rune == 0)
			return at;
		at += (size_t)step;
	}
	return length;
}

size_t
utf8_count(const char *text, size_t length)
{
	size_t count = 0;
	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80;
	return count;
}

size_t
utf8_units(const char *text)
{
	size_t units = 0;
	while (*text)
		units += utf8_next(&text) > 0xFFFF ? 2 : 1;
	return units;
}

size_t
utf8_width(const char *text, size_t length)
{
	const char *end = text + length;
	size_t width = 0;
	while (text < end) {
		int columns = utf8proc_charwidth((utf8proc_int32_t)utf8_next(&text));
		width += columns > 0 ? (size_t)columns : 0;
	}
	return width;
}

bool
utf8_is_blank(uint32_t rune)
{
	return rune == ' ' || (rune >= '\t' && rune <= '\r') || rune == 0xA0 || rune == 0x1680 ||
	       (rune >= 0x2000 && rune <= 0x200A) || rune == 0x2028 || rune == 0x2029 || rune == 0x202F || rune == 0x205F ||
	       rune == 0x3000;
}

bool
utf8_is_letter(uint32_t rune)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)rune);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool
utf8_is_upper(uint32_t rune)
{
	return utf8proc_category((utf8proc_int32_t)rune) == UTF8PROC_CATEGORY_LU;
}

uint32_t
utf8_lower(uint32_t rune)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)rune);
}

uint32_t
utf8_upper(uint32_t rune)
{
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)rune);
}

bool
utf8_is_cyrillic(uint32_t rune)
{
	return rune >= 0x400 && rune <= 0x52F;
}

bool
utf8_is_hidden(uint32_t rune)
{
	return rune < 0x20 || (rune >= 0x7F && rune < 0xA0) || rune == 0xAD || rune == 0x61C || (rune >= 0x200B && rune <= 0x200F) ||
	       (rune >= 0x202A && rune <= 0x202E) || (rune >= 0x2060 && rune <= 0x2069) || rune == 0xFEFF;
}

/* True when folding would change nothing: plain ASCII in lower case without odd blanks. */
static bool
is_folded(const char *text, enum fold fold)
{
	if (*text == ' ')
		return false;
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		if (c >= 0x7F || c < ' ' || (c == ' ' && (text[1] == ' ' || !text[1])))
			return false;
		if (fold != FOLD_FORM && c >= 'A' && c <= 'Z')
			return false;
		if (fold == FOLD_KEY && (c == '_' || c == '-'))
			return false;
	}
	return true;
}

/* Copies source to out (never longer than the source) with blanks joined and trimmed, and ё and key separators replaced. */
static void
squeeze(char *out, const char *source, enum fold fold)
{
	char *start = out;
	bool blank = false;
	while (*source) {
		uint32_t rune = utf8_next(&source);
		if (utf8_is_blank(rune) || (fold == FOLD_KEY && (rune == '_' || rune == '-'))) {
			blank = true;
			continue;
		}
		if (fold != FOLD_FORM && rune == 0x451)
			rune = 0x435;
		if (blank && out > start)
			*out++ = ' ';
		blank = false;
		out += utf8_encode(rune, out);
	}
	*out = '\0';
}

const char *
utf8_fold(struct arena *arena, const char *text, enum fold fold)
{
	if (is_folded(text, fold))
		return text;
	utf8proc_option_t options = UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	if (fold != FOLD_FORM)
		options |= UTF8PROC_CASEFOLD;
	utf8proc_uint8_t *mapped;
	if (utf8proc_map((const utf8proc_uint8_t *)text, 0, &mapped, options) < 0)
		memory_exhausted();
	char *out = arena_alloc(arena, strlen((char *)mapped) + 1);
	squeeze(out, (char *)mapped, fold);
	free(mapped);
	return out;
}
