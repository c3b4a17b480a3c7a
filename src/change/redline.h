/* SPDX-License-Identifier: MIT */
/* Two texts word by word: what stayed, what is struck, what is new. */
#ifndef PRESALE_CHANGE_REDLINE_H
#define PRESALE_CHANGE_REDLINE_H

#include "support/arena.h"

#include <stdint.h>

enum redline_mark { REDLINE_KEPT, REDLINE_GONE, REDLINE_NEW };

/* A run of words of one mark, with the blanks behind them. */
struct redline_run {
	enum redline_mark mark;
	const char *start;
	size_t length;
};

struct redline {
	struct redline_run *runs;
	uint32_t count;
};

/* As few words struck and added as can be; texts too long for that, or that have
 * little in common, as a whole. In arena; points into the texts. */
struct redline
redline_of(const char *was, const char *is, struct arena *arena);

/* The length of a run without the blanks at its end. */
size_t
redline_words(const struct redline_run *run);

#endif
