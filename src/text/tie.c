/* SPDX-License-Identifier: MIT */
#include "text/tie.h"

#include "support/buf.h"
#include "support/utf8.h"

#include <stdint.h>
#include <string.h>

static const char *const before[] = {"№", "тыс.", "тыс", "млн", "млрд"};
enum { TIED_MOST = sizeof "млрд" }; /* bytes: a longer word is tied to nothing */

/* A letter of any script, a sign of money or a percent sign: what may be counted. */
static bool
is_counted(const char *at)
{
	return (unsigned char)*at >= 0xC2 || *at == '%' || *at == '$' || ascii_is_letter(*at);
}

static bool
parts_words(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '(';
}

/* The word that ends at a place, or the last bytes of one that is longer than so many. */
static const char *
word_before(const char *text, const char *end, size_t most)
{
	const char *word = end;
	while (word > text && (size_t)(end - word) < most && !parts_words(word[-1]))
		word--;
	return word;
}

/* «А.»: a capital letter with a point. */
static bool
is_initial(const char *word)
{
	return *word && utf8_is_upper(utf8_next(&word)) && *word == '.';
}

/* Between «А. С.» or behind it: a letter alone may end a sentence. */
static bool
is_among_initials(const char *text, const char *word, const char *blank)
{
	if (blank - word > 3 || !is_initial(word))
		return false;
	bool behind = word > text && is_initial(word_before(text, word - 1, SIZE_MAX));
	return behind || is_initial(blank + 1);
}

static bool
is_tied(const char *text, const char *blank)
{
	bool number = ascii_is_digit(blank[1]);
	if (blank == text || (!number && !is_counted(blank + 1)))
		return false;
	if (ascii_is_digit(blank[-1]))
		return !number;
	const char *word = word_before(text, blank, TIED_MOST);
	size_t length = (size_t)(blank - word);
	if (!length)
		return false;
	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		if (length == strlen(before[i]) && memcmp(word, before[i], length) == 0)
			return true;
	return is_among_initials(text, word, blank);
}

const char *
text_tied(struct arena *arena, const char *text)
{
	struct buf out = {0};
	const char *from = text;
	bool code = false;
	for (const char *at = text; *(at += strcspn(at, " `")); at++) {
		code = code != (*at == '`');
		if (*at == '`' || code || !is_tied(text, at))
			continue;
		buf_add(&out, from, (size_t)(at - from));
		buf_puts(&out, "\xC2\xA0");
		from = at + 1;
	}
	if (from == text)
		return text;
	buf_puts(&out, from);
	const char *tied = arena_string(arena, buf_text(&out));
	buf_free(&out);
	return tied;
}

const char *
text_untied(struct arena *arena, const char *text)
{
	static const char nbsp[] = "\xC2\xA0";
	struct buf plain = {0};
	for (const char *blank; (blank = strstr(text, nbsp)); text = blank + strlen(nbsp)) {
		buf_add(&plain, text, (size_t)(blank - text));
		buf_putc(&plain, ' ');
	}
	buf_puts(&plain, text);
	text = arena_copy(arena, buf_text(&plain), plain.length);
	buf_free(&plain);
	return text;
}
