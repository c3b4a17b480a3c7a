/* SPDX-License-Identifier: MIT */
#include "text/tie.h"

#include "support/buf.h"
#include "support/utf8.h"

#include <string.h>

static const char *const before[] = {"№", "тыс.", "тыс", "млн", "млрд"};

/* A letter of any script, a sign of money or a percent sign: what may be counted. */
static bool
is_counted(const char *at)
{
	return (unsigned char)*at >= 0xC2 || *at == '%' || *at == '$' || ascii_is_letter(*at);
}

/* The word that ends at a blank. */
static const char *
word_before(const char *text, const char *end)
{
	while (end > text && !strchr(" \n\t(", end[-1]))
		end--;
	return end;
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
	bool behind = word > text && is_initial(word_before(text, word - 1));
	return blank - word <= 3 && is_initial(word) && (behind || is_initial(blank + 1));
}

static bool
is_tied(const char *text, const char *blank)
{
	const char *word = word_before(text, blank);
	size_t length = (size_t)(blank - word);
	bool number = ascii_is_digit(blank[1]);
	if (!length || (!number && !is_counted(blank + 1)))
		return false;
	if (ascii_is_digit(blank[-1]))
		return !number;
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
	for (const char *at = text; *at; at++) {
		code = code != (*at == '`');
		if (*at != ' ' || code || !is_tied(text, at))
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
