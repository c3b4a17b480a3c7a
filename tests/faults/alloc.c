/* SPDX-License-Identifier: MIT */
/* Makes one allocation fail: number PRESALE_FAIL_AT, counted from 1 over all threads. With
 * PRESALE_COUNT_TO the number of allocations is written to that file at the end. Linked with --wrap
 * for the three functions that src/cli/work/allocator.c calls. */
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

void *
__real___libc_malloc(size_t size);
void *
__real___libc_calloc(size_t count, size_t size);
void *
__real___libc_realloc(void *memory, size_t size);
void *
__wrap___libc_malloc(size_t size);
void *
__wrap___libc_calloc(size_t count, size_t size);
void *
__wrap___libc_realloc(void *memory, size_t size);

static atomic_long allocations;
static long fail_at;

__attribute__((constructor)) static void
read_wish(void)
{
	const char *wish = getenv("PRESALE_FAIL_AT");
	fail_at = wish ? atol(wish) : 0;
}

__attribute__((destructor)) static void
write_count(void)
{
	const char *path = getenv("PRESALE_COUNT_TO");
	long count = allocations;
	FILE *file = path ? fopen(path, "w") : NULL;
	if (!file)
		return;
	fprintf(file, "%ld\n", count);
	fclose(file);
}

static int
fails(void)
{
	return atomic_fetch_add(&allocations, 1) + 1 == fail_at;
}

void *
__wrap___libc_malloc(size_t size)
{
	return fails() ? NULL : __real___libc_malloc(size);
}

void *
__wrap___libc_calloc(size_t count, size_t size)
{
	return fails() ? NULL : __real___libc_calloc(count, size);
}

void *
__wrap___libc_realloc(void *memory, size_t size)
{
	return fails() ? NULL : __real___libc_realloc(memory, size);
}
