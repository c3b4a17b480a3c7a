/* SPDX-License-Identifier: MIT */
/* Binary search. */
#ifndef PRESALE_SUPPORT_SEARCH_H
#define PRESALE_SUPPORT_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

/* How many of count items stand before a number: those of which is_before is true come first. */
static inline size_t
search_before(const void *items, size_t count, size_t number,
	      bool (*is_before)(const void *items, size_t i, size_t number))
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (is_before(items, middle, number))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

#endif
