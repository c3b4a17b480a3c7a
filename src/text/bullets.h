/* SPDX-License-Identifier: MIT */
/* An outline as people write it: numbered or with bullets, indented or under headings. */
#ifndef PRESALE_TEXT_BULLETS_H
#define PRESALE_TEXT_BULLETS_H

#include "support/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct bullet {
	const char *text; /* without its number, bullet and markup */
	uint32_t level;   /* 0 and deeper: no more than one deeper than the item before */
	bool heads;       /* a colon stood behind it */
};

struct bullets {
	const char *title; /* the one item above all others; NULL when there is none */
	struct bullet *items;
	size_t count;
};

/* Reads lines of valid UTF-8 into arena. Lines that say nothing are no items. */
struct bullets
bullets_read(struct arena *arena, const char *text);

#endif
