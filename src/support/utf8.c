/* SPDX-License-Identifier: MIT */
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

uint32_t
utf8_next_long(const char **text)
{
	const unsigned char *p = (const unsigned char *)*text;
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
	if (rune < 0x80) {
		*out = (char)rune;
		return 1;
	}
	if (rune < 0x800) {
		out[0] = (char)(0xC0 | rune >> 6);
		out[1] = (char)(0x80 | (rune & 0x3F));
		return 2;
	}
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)rune, (utf8proc_uint8_t *)out);
}

/* How many of the next eight bytes are whole characters of one or two bytes, looked at all at once:
 * 8, 7 where the last one begins another, or 0 where there is anything else, which may be right all
 * the same. */
static inline size_t
usual_bytes(const unsigned char *bytes)
{
	const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
	uint64_t eight;
	memcpy(&eight, bytes, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	eight = __builtin_bswap64(eight);
#endif
	uint64_t high = eight & tops, first = high & eight << 1, second = high & ~(eight << 1);
	uint64_t longer = first & eight << 2,
		 overlong = first & ~((eight & ones * 0x1E) + ones * 0x7E);
	uint64_t nul = (eight - ones) & ~eight & tops;
	if (longer | overlong | nul | (second ^ first << 8))
		return 0;
	return first >> 63 ? 7 : 8;
}

size_t
utf8_valid(const char *bytes, size_t length)
{
	const unsigned char *p = (const unsigned char *)bytes;
	size_t at = 0;
	while (at < length) {
		size_t usual = length - at >= 8 ? usual_bytes(p + at) : 0;
		if (usual) {
			at += usual;
			continue;
		}
		utf8proc_int32_t rune;
		utf8proc_ssize_t step =
		    utf8proc_iterate(p + at, (utf8proc_ssize_t)(length - at), &rune);
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
utf8_beginning(const char *text, size_t length, size_t most)
{
	const char *at = text, *end = text + length, *blank = NULL;
	for (size_t count = 0; at < end && count <= most; count++) {
		if (count > most / 2 && (*at == ' ' || *at == '\n'))
			blank = at;
		if (count < most)
			utf8_next(&at);
	}
	return (size_t)((at < end && blank ? blank : at) - text);
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

/* The Cyrillic of Russian. */
static inline bool
is_russian(uint32_t rune)
{
	return rune >= 0x400 && rune < 0x460;
}

/* Characters that need no tables: ASCII, quotes « », dashes and the Cyrillic of Russian. They are
 * their own normal form, and their small letters lie at a fixed distance. */
static bool
is_simple(uint32_t rune)
{
	return rune < 0x7F || is_russian(rune) || rune == 0xAB || rune == 0xBB ||
	       (rune >= 0x2010 && rune < 0x2028);
}

/* A character that nothing joins to one of its kind. */
static bool
stands_alone(uint32_t rune)
{
	return rune < 0x300 || is_simple(rune);
}

size_t
utf8_cluster_long(const char *text)
{
	const char *end = text;
	utf8proc_int32_t state = 0;
	uint32_t rune = utf8_next(&end);
	while (*end) {
		const char *next = end;
		uint32_t after = utf8_next(&next);
		if ((stands_alone(rune) && stands_alone(after)) ||
		    utf8proc_grapheme_break_stateful((utf8proc_int32_t)rune,
						     (utf8proc_int32_t)after, &state))
			break;
		rune = after;
		end = next;
	}
	return (size_t)(end - text);
}

static uint32_t
simple_lower(uint32_t rune)
{
	if ((rune >= 'A' && rune <= 'Z') || (rune >= 0x410 && rune < 0x430))
		return rune + 0x20;
	return rune >= 0x400 && rune < 0x410 ? rune + 0x50 : rune;
}

/* Neither blank nor hidden, of what most texts consist of. */
static inline bool
is_visible(uint32_t rune)
{
	return (rune > ' ' && rune < 0x7F) || is_russian(rune);
}

bool
utf8_is_blank(uint32_t rune)
{
	if (is_visible(rune))
		return false;
	return rune == ' ' || (rune >= '\t' && rune <= '\r') || rune == 0xA0 || rune == 0x1680 ||
	       (rune >= 0x2000 && rune <= 0x200A) || rune == 0x2028 || rune == 0x2029 ||
	       rune == 0x202F || rune == 0x205F || rune == 0x3000;
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
	if (is_simple(rune))
		return simple_lower(rune);
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

uint32_t
utf8_plain(uint32_t rune)
{
	/* Unicode takes a stroke for a part of the letter and does not take it off. */
	static const uint16_t strokes[][2] = {{0xE6, 'a'},  {0xF8, 'o'},  {0x111, 'd'},
					      {0x127, 'h'}, {0x131, 'i'}, {0x142, 'l'},
					      {0x153, 'o'}, {0x167, 't'}, {0xDF, 's'}};
	if (rune < 0xDF || utf8_is_cyrillic(rune))
		return rune;
	for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++)
		if (strokes[i][0] == rune)
			return strokes[i][1];
	utf8proc_int32_t parts[32];
	utf8proc_ssize_t count = utf8proc_decompose_char(
	    (utf8proc_int32_t)rune, parts, sizeof parts / sizeof *parts, UTF8PROC_DECOMPOSE, NULL);
	return count > 0 && count <= (utf8proc_ssize_t)(sizeof parts / sizeof *parts)
		   ? (uint32_t)parts[0]
		   : rune;
}

bool
utf8_is_hidden(uint32_t rune)
{
	return rune < 0x20 || (rune >= 0x7F && rune < 0xA0) || rune == 0xAD || rune == 0x61C ||
	       (rune >= 0x200B && rune <= 0x200F) || (rune >= 0x202A && rune <= 0x202E) ||
	       (rune >= 0x2060 && rune <= 0x2069) || rune == 0xFEFF;
}

/* What a character becomes, once composed and without case; 0 for one that is dropped in favour of
 * a blank. */
static uint32_t
fold_rune(uint32_t rune, enum fold fold)
{
	if (utf8_is_blank(rune) || (fold == FOLD_KEY && (rune == '_' || rune == '-')))
		return 0;
	return fold != FOLD_FORM && rune == 0x451 ? 0x435 : rune;
}

/* True when folding would change nothing, as far as that is seen without tables. */
static bool
is_folded(const char *text, enum fold fold)
{
	bool blank = true; /* a blank may not come first, last or after another */
	while (*text) {
		uint32_t rune = utf8_next(&text);
		if (!is_simple(rune) || (rune == ' ' && blank))
			return false;
		if (rune != ' ' && (fold_rune(rune, fold) != rune ||
				    (fold != FOLD_FORM && simple_lower(rune) != rune)))
			return false;
		blank = rune == ' ';
	}
	return !blank;
}

/* Copies source to out (never longer than the source) with blanks joined and trimmed, and ё and key
 * separators replaced; of a key without what cannot be seen. With `simple` it lowers the case too,
 * and gives up (false) at a character that needs tables; no blank does, it becomes a space. */
static bool
squeeze(char *out, const char *source, enum fold fold, bool simple)
{
	char *start = out;
	bool blank = false;
	while (*source) {
		uint32_t rune = utf8_next(&source);
		if (simple && !is_simple(rune) && !utf8_is_blank(rune))
			return false;
		if (fold == FOLD_KEY && !is_visible(rune) && !utf8_is_blank(rune) &&
		    utf8_is_hidden(rune))
			continue;
		rune = fold_rune(simple && fold != FOLD_FORM ? simple_lower(rune) : rune, fold);
		if (rune) {
			if (blank && out > start)
				*out++ = ' ';
			out += utf8_encode(rune, out);
		}
		blank = !rune;
	}
	*out = '\0';
	return true;
}

const char *
utf8_fold(struct arena *arena, const char *text, enum fold fold)
{
	if (is_folded(text, fold))
		return text;
	char *out = arena_alloc(arena, strlen(text) + 1);
	if (squeeze(out, text, fold, true))
		return out;
	utf8proc_option_t options = UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	if (fold != FOLD_FORM)
		options |= UTF8PROC_CASEFOLD;
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
	utf8proc_ssize_t count = utf8proc_decompose(bytes, 0, NULL, 0, options);
	if (count < 0) /* too long a text: it is valid */
		memory_exhausted();
	utf8proc_int32_t *mapped = memory_alloc((size_t)count * sizeof *mapped + 1);
	utf8proc_decompose(bytes, 0, mapped, count, options);
	utf8proc_reencode(mapped, count, options);
	out = arena_alloc(arena, strlen((char *)mapped) + 1);
	squeeze(out, (char *)mapped, fold, false);
	memory_free(mapped);
	return out;
}
