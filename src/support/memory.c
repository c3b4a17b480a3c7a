/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* madvise, mremap, sbrk */
#include "support/memory.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Sanitizers watch the heap alone. */
#if defined __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define PAGES_FROM SIZE_MAX
#else
#define PAGES_FROM BLOCK_LARGE
#endif

enum { EXIT_MEMORY = 2, KEPT = 256 * 1024 * 1024, HEAP = 64 * 1024 * 1024, SMALL_PAGE = 4096 };

static struct {
	void (*hook)(void *data);
	void *data;
} on_exhausted;

void
memory_hook(void (*hook)(void *data), void *data)
{
	on_exhausted.hook = hook;
	on_exhausted.data = data;
}

_Noreturn void
memory_exhausted(void)
{
	static const char message[] = "presale: out of memory\n";
	static atomic_int rounds;
	static _Thread_local int mine;
	if (atomic_fetch_add(&rounds, 1) && !mine)
		for (;;)
			pause(); /* another thread is ending the program */
	if (!mine++) {
		ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
		(void)ignored;
		if (on_exhausted.hook)
			on_exhausted.hook(on_exhausted.data);
	}
	_exit(EXIT_MEMORY);
}

static size_t
page_bytes(size_t size)
{
	return (size + BLOCK_LARGE - 1) & ~(BLOCK_LARGE - 1);
}

#ifdef __GLIBC__
/* Whether addresses that may never be touched can be had: not where their number is limited. */
static bool
addresses_are_free(void)
{
	struct rlimit all, data;
	bool limited = getrlimit(RLIMIT_AS, &all) != 0 || all.rlim_cur != RLIM_INFINITY ||
		       getrlimit(RLIMIT_DATA, &data) != 0 || data.rlim_cur != RLIM_INFINITY;
	if (limited || sbrk(HEAP) == (void *)-1)
		return false;
	(void)sbrk(-HEAP);
	return true;
}

/* Has the heap begin just before a large page and reach over many of them, which it asks the system
 * for as such before it touches them. Addresses that are never touched cost nothing. */
static void
heap_in_large_pages(void)
{
	if (!addresses_are_free())
		return;
	uintptr_t start = page_bytes((uintptr_t)sbrk(0) + SMALL_PAGE);
	(void)sbrk((intptr_t)(start - SMALL_PAGE - (uintptr_t)sbrk(0)));
	mallopt(M_TOP_PAD, HEAP);
	free(memory_resize(NULL, 1)); /* the first piece takes the whole */
	uintptr_t end = (uintptr_t)sbrk(0);
#ifdef MADV_HUGEPAGE
	if (end > start)
		madvise((void *)start, end - start, MADV_HUGEPAGE);
#endif
}
#endif

void
memory_keep(void)
{
#ifdef __GLIBC__
	/* zlib takes and frees a quarter of a megabyte for each part of an archive: every time it
	 * goes back, the first touch of its pages is paid again. */
	mallopt(M_TRIM_THRESHOLD, KEPT);
	heap_in_large_pages();
	mallopt(M_TOP_PAD, 1024 * 1024);
#endif
}

void
memory_trim(void)
{
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}

void *
memory_alloc(size_t size)
{
	void *memory = malloc(size ? size : 1);
	if (!memory)
		memory_exhausted();
	return memory;
}

void *
memory_resize(void *memory, size_t size)
{
	memory = realloc(memory, size ? size : 1);
	if (!memory)
		memory_exhausted();
	return memory;
}

enum { LIST_LEAST = 8 };

void *
list_grow(void *items, size_t count, size_t size)
{
	if (count & (count - 1) || (count && count < LIST_LEAST))
		return items;
	size_t capacity = count ? count * 2 : LIST_LEAST;
	if (capacity > SIZE_MAX / size)
		memory_exhausted();
	return memory_resize(items, capacity * size);
}

/* Zeroed pages at a multiple of their size: asked for with one page more, what is over at the ends
 * given back. */
static void *
pages_new(size_t size)
{
	size = page_bytes(size);
	char *memory = mmap(NULL, size + BLOCK_LARGE, PROT_READ | PROT_WRITE,
			    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (memory == MAP_FAILED)
		memory_exhausted();
	size_t before = -(uintptr_t)memory & (BLOCK_LARGE - 1);
	if (before)
		munmap(memory, before);
	munmap(memory + before + size, BLOCK_LARGE - before);
#ifdef MADV_HUGEPAGE
	madvise(memory + before, size, MADV_HUGEPAGE);
#endif
	return memory + before;
}

void *
block_new(size_t size)
{
	if (size > SIZE_MAX / 2)
		memory_exhausted();
	if (size >= PAGES_FROM)
		return pages_new(size);
	void *block = calloc(1, size ? size : 1);
	if (!block)
		memory_exhausted();
	return block;
}

void *
block_grow(void *block, size_t old, size_t size)
{
	if (size > SIZE_MAX / 2)
		memory_exhausted();
	if (size < PAGES_FROM)
		return memory_resize(block, size);
	if (old >= PAGES_FROM && page_bytes(old) == page_bytes(size))
		return block;
	char *grown = pages_new(size);
#ifdef MREMAP_FIXED
	/* Pages move without being copied: never are there two of them. */
	if (old >= PAGES_FROM && mremap(block, page_bytes(old), page_bytes(old),
					MREMAP_MAYMOVE | MREMAP_FIXED, grown) != MAP_FAILED)
		return grown;
#endif
	if (old)
		memcpy(grown, block, old);
	block_free(block, old);
	return grown;
}

void
block_free(void *block, size_t size)
{
	if (size >= PAGES_FROM)
		munmap(block, page_bytes(size));
	else
		free(block);
}

/* Sanitizers bring their own allocator, which ends the program itself. */
#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
void *
__libc_malloc(size_t size);
void *
__libc_calloc(size_t count, size_t size);
void *
__libc_realloc(void *memory, size_t size);

void *
malloc(size_t size)
{
	void *memory = __libc_malloc(size);
	if (!memory)
		memory_exhausted();
	return memory;
}

void *
calloc(size_t count, size_t size)
{
	void *memory = __libc_calloc(count, size);
	if (!memory)
		memory_exhausted();
	return memory;
}

void *
realloc(void *memory, size_t size)
{
	void *resized = __libc_realloc(memory, size);
	if (!resized && size)
		memory_exhausted();
	return resized;
}
#endif
