/* SPDX-License-Identifier: MIT */
#include "text/encoding.h"

bool
encoding_is_utf16(const struct buf *bytes)
{
	const unsigned char *mark = (const unsigned char *)buf_text(bytes);
	return bytes->length >= 2 &&
	       ((mark[0] == 0xFF && mark[1] == 0xFE) || (mark[0] == 0xFE && mark[1] == 0xFF));
}

static uint32_t
unit_at(const struct buf *bytes, size_t at)
{
	const unsigned char *data = (const unsigned char *)bytes->data;
	return data[0] == 0xFE ? (uint32_t)data[at] << 8 | data[at + 1]
			       : (uint32_t)data[at + 1] << 8 | data[at];
}

void
encoding_from_utf16(struct buf *bytes)
{
	struct buf out = {0};
	for (size_t i = 2; i + 1 < bytes->length; i += 2) {
		uint32_t unit = unit_at(bytes, i);
		uint32_t low = i + 3 < bytes->length ? unit_at(bytes, i + 2) : 0;
		if (unit >= 0xD800 && unit < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
			unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
			i += 2;
		}
		if (unit >= 0xD800 && unit < 0xE000)
			buf_putc(&out, (char)0xFF);
		else
			buf_rune(&out, unit);
	}
	if (bytes->length % 2)
		buf_putc(&out, (char)0xFF);
	buf_free(bytes);
	*bytes = out;
}

/* The signs of the code page from 0x80 to 0xBF; 0 where it has none. */
static const uint16_t signs[] = {
    0x402,  0x403,  0x201A, 0x453,  0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x409,
    0x2039, 0x40A,  0x40C,  0x40B,  0x40F,  0x452,  0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0,      0x2122, 0x459,  0x203A, 0x45A,  0x45C,  0x45B,  0x45F,  0xA0,
    0x40E,  0x45E,  0x408,  0xA4,   0x490,  0xA6,   0xA7,   0x401,  0xA9,   0x404,  0xAB,
    0xAC,   0xAD,   0xAE,   0x407,  0xB0,   0xB1,   0x406,  0x456,  0x491,  0xB5,   0xB6,
    0xB7,   0x451,  0x2116, 0x454,  0xBB,   0x458,  0x405,  0x455,  0x457};

enum { SIGNS = 0x80, LETTERS = 0xC0, SMALL = 0xE0, CAPITAL_A = 0x410 };

static uint32_t
rune_of(unsigned char byte)
{
	if (byte >= LETTERS)
		return CAPITAL_A + (byte - LETTERS);
	return byte < SIGNS ? byte : signs[byte - SIGNS];
}

bool
encoding_is_cp1251(const struct buf *bytes)
{
	size_t letters = 0, small = 0;
	for (size_t i = 0; i < bytes->length; i++) {
		unsigned char byte = (unsigned char)bytes->data[i];
		if (!rune_of(byte))
			return false;
		letters += byte >= LETTERS;
		small += byte >= SMALL;
	}
	return letters && small * 2 > letters;
}

void
encoding_from_cp1251(struct buf *bytes)
{
	struct buf out = {0};
	for (size_t i = 0; i < bytes->length; i++)
		buf_rune(&out, rune_of((unsigned char)bytes->data[i]));
	buf_free(bytes);
	*bytes = out;
}
