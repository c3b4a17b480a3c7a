/* SPDX-License-Identifier: MIT */
/* UTF-8 text: decoding, normal forms, folding for comparison, width on a screen. The only file that
 * calls utf8proc. */
#ifndef PRESALE_SUPPORT_UTF8_H
#define PRESALE_SUPPORT_UTF8_H

#include "support/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UTF8_MAX = 4 };

/* How utf8_fold makes texts that people take for the same compare equal. */
enum fold {
	FOLD_FORM, /* NFC, no-break and other blanks as one space, trimmed */
	FOLD_CASE, /* also without case, ё as е */
	FOLD_KEY,  /* also _ and - as a space: a key of the format */
};

/* Of utf8_next: three bytes and four. */
uint32_t
utf8_next_long(const char **text);

/* Decodes the code point at *text and moves *text past it. The text must be valid and not at its
 * end. */
static inline uint32_t
utf8_next(const char **text)
{
	const unsigned char *p = (const unsigned char *)*text;
	if (p[0] >= 0xE0)
		return utf8_next_long(text);
	*text += p[0] < 0x80 ? 1 : 2;
	return p[0] < 0x80 ? p[0] : (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
}

/* Writes a code point to out (UTF8_MAX bytes); gives the number of bytes. */
size_t
utf8_encode(uint32_t rune, char *out);

/* Offset of the first byte that is not part of valid UTF-8 (or is NUL), or length. */
size_t
utf8_valid(const char *bytes, size_t length);

/* Code points in length bytes of valid text. */
size_t
utf8_count(const char *text, size_t length);

/* Bytes of the beginning of at most so many code points, ended where a word does unless that takes
 * half of them. */
size_t
utf8_beginning(const char *text, size_t length, size_t most);

/* UTF-16 code units of a string. */
size_t
utf8_units(const char *text);

/* Columns on a terminal for length bytes of valid text (wide and combining characters as they
 * show). */
size_t
utf8_width(const char *text, size_t length);

/* The bytes of a character of ASCII or of Russian, to which nothing of its kind joins; 0 of others
 * and at the end. */
static inline size_t
utf8_usual(const char *text)
{
	unsigned char c = (unsigned char)text[0];
	if (c < 0x80)
		return c != 0;
	return c == 0xD0 || (c == 0xD1 && (unsigned char)text[1] < 0xA0) ? 2 : 0;
}

/* Of utf8_cluster: by the tables. */
size_t
utf8_cluster_long(const char *text);

/* Bytes of the first character as people see it: a letter with its accents, a flag, an emoji made
 * of several. Not at the end. Looking at two usual ones first, and at their widths first in
 * draw/pen/advance.c, took a mind map of 250 stages from 1,060 to 888 million instructions. */
static inline size_t
utf8_cluster(const char *text)
{
	size_t first = utf8_usual(text);
	if (first && (!text[first] || utf8_usual(text + first)))
		return first;
	return utf8_cluster_long(text);
}

/* The text in the given form, in the arena; may be the text itself when nothing changes. */
const char *
utf8_fold(struct arena *arena, const char *text, enum fold fold);

/* By Unicode, of one code point. Letters are its categories L, of any script: an accent that stands
 * apart is none. What has no other case is its own. */
bool
utf8_is_letter(uint32_t rune);
bool
utf8_is_upper(uint32_t rune);
bool
utf8_is_blank(uint32_t rune);
uint32_t
utf8_lower(uint32_t rune);
uint32_t
utf8_upper(uint32_t rune);
bool
utf8_is_cyrillic(uint32_t rune);

/* A small letter without its accents and strokes: é e, ł l. Cyrillic letters are letters of their
 * own and stay: й, ё. */
uint32_t
utf8_plain(uint32_t rune);

/* Control, bidirectional and invisible characters that must not reach a terminal as they are. */
bool
utf8_is_hidden(uint32_t rune);

/* True for A to Z and a to z, and for 0 to 9: of ASCII alone, whatever the locale. */
static inline bool
ascii_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
static inline bool
ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

#endif
