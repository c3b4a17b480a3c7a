/* SPDX-License-Identifier: MIT */
/* A line of YAML in blocks, as far as its hyphens and its key. */
#ifndef PRESALE_ASSIST_TYPING_LINE_H
#define PRESALE_ASSIST_TYPING_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TYPING_TOKENS = 8 };

/* A hyphen or a key. */
struct typing_token {
	size_t column; /* from 0, in bytes: before it are blanks and hyphens alone */
	size_t start, end;
	bool key;
};

struct typing_line {
	size_t start, end; /* in bytes of the text */
	struct typing_token tokens[TYPING_TOKENS];
	unsigned count;
	size_t rest; /* where what is behind them begins */
	bool empty;  /* nothing is there, or a comment alone */
};

/* The line that a byte is in, up to that byte where `whole` is not said. */
struct typing_line
typing_line_at(const char *text, size_t length, size_t byte, bool whole);

#endif
