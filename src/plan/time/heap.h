/* SPDX-License-Identifier: MIT */
/* Numbers of which the least is wanted next: a binary heap (J. W. J. Williams, Heapsort, 1964).
 * Inside of src/plan only. */
#ifndef PRESALE_PLAN_TIME_HEAP_H
#define PRESALE_PLAN_TIME_HEAP_H

#include <stdint.h>

struct heap {
	uint32_t *items; /* the caller's, of a capacity for all that is in it at once */
	uint32_t count;
};

/* For the two below: changes two places. */
static inline void
heap_swap(struct heap *heap, uint32_t i, uint32_t j)
{
	uint32_t item = heap->items[i];
	heap->items[i] = heap->items[j];
	heap->items[j] = item;
}

/* Adds an item, in time by the logarithm of how many there are. The array has the capacity. */
static inline void
heap_put(struct heap *heap, uint32_t item)
{
	uint32_t i = heap->count++;
	heap->items[i] = item;
	for (; i > 0 && heap->items[(i - 1) / 2] > heap->items[i]; i = (i - 1) / 2)
		heap_swap(heap, i, (i - 1) / 2);
}

/* Of a heap that is not empty. */
static inline uint32_t
heap_take(struct heap *heap)
{
	uint32_t top = heap->items[0];
	heap->items[0] = heap->items[--heap->count];
	for (uint32_t i = 0, least;; i = least) {
		least = i;
		for (uint32_t child = 2 * i + 1; child <= 2 * i + 2; child++)
			if (child < heap->count && heap->items[child] < heap->items[least])
				least = child;
		if (least == i)
			return top;
		heap_swap(heap, i, least);
	}
}

#endif
