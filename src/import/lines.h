/* SPDX-License-Identifier: MIT */
/* A cell's text as the list that it is: by lines, or by numbers within a line. */
#ifndef PRESALE_IMPORT_LINES_H
#define PRESALE_IMPORT_LINES_H

#include "support/arena.h"

#include <stdint.h>

/* The items of a list, how deep each is. */
struct lines_items {
	const char **texts;
	uint32_t *levels;
	size_t count;
};

/* The items of a text with their depth: 0, 1 and deeper. In arena. */
struct lines_items
lines_items(struct arena *arena, const char *text);

/* The same without their depth. */
const char **
lines_of(struct arena *arena, const char *text, size_t *count);

#endif
