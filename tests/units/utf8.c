/* SPDX-License-Identifier: MIT */
/* utf8_valid beside the table of RFC 3629 followed byte by byte, on texts of the bytes at which
 * that changes its mind. */
#include "support/utf8.h"

#include <stdio.h>
#include <stdlib.h>

static const unsigned char edges[] = {
    0x00, 0x01, 0x20, 0x41, 0x7E, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xC3,
    0xD0, 0xD1, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};

/* A first byte, what its second one may be, and how many follow in all. */
static const struct {
	unsigned char from, to, low, high, more;
} rows[] = {{0x01, 0x7F, 0, 0, 0},       {0xC2, 0xDF, 0x80, 0xBF, 1}, {0xE0, 0xE0, 0xA0, 0xBF, 2},
	    {0xE1, 0xEC, 0x80, 0xBF, 2}, {0xED, 0xED, 0x80, 0x9F, 2}, {0xEE, 0xEF, 0x80, 0xBF, 2},
	    {0xF0, 0xF0, 0x90, 0xBF, 3}, {0xF1, 0xF3, 0x80, 0xBF, 3}, {0xF4, 0xF4, 0x80, 0x8F, 3}};

/* The length of the character at the beginning, or 0. */
static size_t
character(const unsigned char *bytes, size_t length)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (*bytes < rows[i].from || *bytes > rows[i].to)
			continue;
		if (rows[i].more >= length ||
		    (rows[i].more && (bytes[1] < rows[i].low || bytes[1] > rows[i].high)))
			return 0;
		for (size_t k = 2; k <= rows[i].more; k++)
			if (bytes[k] < 0x80 || bytes[k] > 0xBF)
				return 0;
		return rows[i].more + 1u;
	}
	return 0;
}

static size_t
valid(const unsigned char *bytes, size_t length)
{
	size_t at = 0, step;
	while (at < length && (step = character(bytes + at, length - at)) > 0)
		at += step;
	return at;
}

/* Mostly right characters, so that the wrong one comes anywhere. */
static size_t
make(unsigned char *bytes, size_t room)
{
	size_t length = 0, wanted = (size_t)rand() % room;
	while (length < wanted) {
		static const char *const right[] = {"a", "\n", "д", "Я", "é", "–", "€", "🎯"};
		const char *text = right[rand() % 8];
		if (rand() % 24 == 0)
			bytes[length++] = edges[(size_t)rand() % sizeof edges];
		else
			while (*text && length < wanted)
				bytes[length++] = (unsigned char)*text++;
	}
	return length;
}

int
main(void)
{
	unsigned char *bytes = malloc(48);
	for (int i = 0; bytes && i < 400000; i++) {
		size_t length = make(bytes, 48), found = utf8_valid((char *)bytes, length),
		       wanted = valid(bytes, length);
		if (found == wanted)
			continue;
		printf("%zu for %zu:", found, wanted);
		for (size_t k = 0; k < length; k++)
			printf(" %02X", bytes[k]);
		puts("");
		return 1;
	}
	free(bytes);
	puts("fine");
	return 0;
}
