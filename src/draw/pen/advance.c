/* SPDX-License-Identifier: MIT */
#include "draw/pen/advance.h"

#include "support/utf8.h"

enum { COLUMNS = 2 }; /* a character has at most so many on a terminal */
enum { LATIN = 0x20, LATIN_COUNT = 0x5F, RUSSIAN = 0x400, RUSSIAN_COUNT = 0x60 };

#define ADVANCES(first, last, ...) static const uint16_t any_##first[] = {__VA_ARGS__};
#include "draw/pen/advance_any.def"
#undef ADVANCES
#define ADVANCES(first, last, ...) static const uint16_t arial_##first[] = {__VA_ARGS__};
#include "draw/pen/advance_arial.def"
#undef ADVANCES

/* Regular and bold width of the characters from first to last in turn. */
struct range {
	uint32_t first, last;
	const uint16_t *widths;
};

static const struct range any[] = {
#define ADVANCES(first, last, ...) {first, last, any_##first},
#include "draw/pen/advance_any.def"
#undef ADVANCES
    {0}};

static const struct range arial[] = {
#define ADVANCES(first, last, ...) {first, last, arial_##first},
#include "draw/pen/advance_arial.def"
#undef ADVANCES
    {0}};

/* The ranges of a font, and how wide characters are that are in none: by the columns they have on a
 * terminal. */
static const struct {
	const uint16_t *latin, *russian; /* those from these on that most texts have */
	const struct range *ranges;      /* of all; the last without widths */
	unsigned others[COLUMNS + 1];
} fonts[ADVANCE_FONTS] = {
    [ADVANCE_ANY] = {any_0x0020, any_0x0400, any, {0, 850, 1300}},
    [ADVANCE_ARIAL] = {arial_0x0020, arial_0x0400, arial, {0, 556, 1112}},
};

/* Of a character that is in no range. */
static unsigned
other(enum advance_font font, uint32_t rune)
{
	char bytes[UTF8_MAX];
	size_t columns = utf8_width(bytes, utf8_encode(rune, bytes));
	return fonts[font].others[columns < COLUMNS ? columns : COLUMNS];
}

static inline unsigned
advance(enum advance_font font, uint32_t rune, bool bold)
{
	if (rune - RUSSIAN < RUSSIAN_COUNT)
		return fonts[font].russian[2 * (rune - RUSSIAN) + bold];
	if (rune - LATIN < LATIN_COUNT)
		return fonts[font].latin[2 * (rune - LATIN) + bold];
	for (const struct range *range = fonts[font].ranges; range->widths; range++)
		if (rune - range->first <= range->last - range->first)
			return range->widths[2 * (rune - range->first) + bold];
	return other(font, rune);
}

unsigned
advance_of(enum advance_font font, uint32_t rune, bool bold)
{
	return advance(font, rune, bold);
}

unsigned
advance_text(enum advance_font font, const char *text, size_t length, bool bold)
{
	unsigned sum = 0;
	for (const char *end = text + length; text < end;)
		sum += advance(font, utf8_next(&text), bold);
	return sum;
}
