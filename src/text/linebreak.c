/* SPDX-License-Identifier: MIT */
#include "text/linebreak.h"

#include "support/utf8.h"

#include <stddef.h>

enum { HYPHEN = 0x2010, EN_DASH = 0x2013, EM_DASH = 0x2014, NUMBER_SIGN = 0x2116, SECTION = 0xA7 };
enum { PER_MILLE = 0x2030, DEGREE = 0xB0, EURO = 0x20AC, ROUBLE = 0x20BD, GROUP = 3 };
enum { FIRST_WIDE = 0x1100 };

static bool
is_digit(uint32_t rune)
{
	return rune >= '0' && rune <= '9';
}

/* Whether the word that begins at word and ends at end or a blank is one character: a dash or a
 * slash. */
static bool
is_lone_sign(const char *word, const char *end)
{
	uint32_t rune = utf8_next(&word);
	bool alone = word == end || linebreak_is_blank(*word);
	return alone && (rune == '-' || rune == '/' || rune == EN_DASH || rune == EM_DASH);
}

static bool
follows_number(uint32_t rune)
{
	return rune == DEGREE || rune == EURO || rune == ROUBLE || rune == '$';
}

/* How many digits there are, of no more than one beyond a group. */
static size_t
digits_of(const char *text, const char *end)
{
	size_t count = 0;
	while (count <= GROUP && text + count < end && ascii_is_digit(text[count]))
		count++;
	return count;
}

/* Whether the number that ends at a blank goes on behind it: 5 000, 10 ₽. */
static bool
number_goes_on(const char *word, const char *blank, const char *next, const char *end)
{
	size_t digits = 0;
	while (digits <= GROUP && digits < (size_t)(blank - word) &&
	       ascii_is_digit(blank[-1 - (ptrdiff_t)digits]))
		digits++;
	if (!digits)
		return false;
	const char *first = next;
	return follows_number(utf8_next(&first)) ||
	       (digits <= GROUP && digits_of(next, end) == GROUP);
}

/* Whether letters with a full stop each are all there is up to a blank: «А.», «А.С.». */
static bool
is_initials(const char *letter, const char *blank)
{
	while (letter < blank) {
		if (!utf8_is_letter(utf8_next(&letter)) || letter == blank || *letter++ != '.')
			return false;
	}
	return true;
}

/* Whether a word is nothing without the next: №, §, initials. */
static bool
leads_on(const char *word, const char *blank)
{
	const char *at = word;
	uint32_t rune = utf8_next(&at);
	while (at < blank && !utf8_is_letter(rune) && rune != NUMBER_SIGN && rune != SECTION) {
		word = at;
		rune = utf8_next(&at);
	}
	if (rune == NUMBER_SIGN || rune == SECTION)
		return at == blank;
	return is_initials(word, blank);
}

bool
linebreak_at_blank(const char *word, const char *blank, const char *end)
{
	const char *next = blank;
	while (next < end && linebreak_is_blank(*next))
		next++;
	if (next == end)
		return true;
	const char *first = next;
	uint32_t rune = utf8_next(&first);
	return rune != '%' && rune != PER_MILLE && !is_lone_sign(next, end) &&
	       !number_goes_on(word, blank, next, end) && !leads_on(word, blank);
}

bool
linebreak_in_word(uint32_t before, uint32_t rune, const char *next)
{
	switch (rune) {
	case '-':
		return before && before != '-' && utf8_is_letter(utf8_next(&next));
	case '/':
		return before && utf8_is_letter(utf8_next(&next));
	case HYPHEN:
	case EN_DASH:
	case EM_DASH:
		return before && !(is_digit(before) && ascii_is_digit(*next));
	default: {
		char bytes[UTF8_MAX];
		return rune >= FIRST_WIDE && utf8_width(bytes, utf8_encode(rune, bytes)) > 1;
	}
	}
}
