/* SPDX-License-Identifier: MIT */
/* Blocks from some bytes to 64 MB: what is in them stays while they grow, what comes with a new one
 * is zeros. Says what is wrong. */
#include "support/memory.h"

#include <stdio.h>

static int
is_filled(const unsigned char *block, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (block[i] != (unsigned char)(i * 7 + i / 251))
			return 0;
	return 1;
}

static void
fill(unsigned char *block, size_t from, size_t size)
{
	for (size_t i = from; i < size; i++)
		block[i] = (unsigned char)(i * 7 + i / 251);
}

static int
is_zero(const unsigned char *block, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (block[i])
			return 0;
	return 1;
}

int
main(void)
{
	unsigned char *block = NULL;
	size_t size = 0;
	for (size_t next = 100; next <= 64 * 1024 * 1024; next = next * 3 / 2) {
		block = block_grow(block, size, next);
		if (!is_filled(block, size))
			printf("%zu bytes changed on the way to %zu\n", size, next);
		fill(block, size, next);
		size = next;
	}
	memory_free(block);
	for (size_t next = 1; next <= 16 * 1024 * 1024; next *= 2) {
		block = block_new(next - 1);
		if (!is_zero(block, next - 1))
			printf("a new block of %zu bytes is not zero\n", next - 1);
		fill(block, 0, next - 1);
		memory_free(block);
	}
	memory_free(NULL);
	return 0;
}
