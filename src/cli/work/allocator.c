/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* madvise, sbrk */
#include "cli/work/allocator.h"

#include "support/memory.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { EXIT_MEMORY = 2, KEPT = 256 * 1024 * 1024, HEAP = 64 * 1024 * 1024, SMALL_PAGE = 4096 };
enum { MUCH = 64 * 1024 }; /* KiB: below that the time is worth more */

static struct {
	void (*hook)(void *data);
	void *data;
	bool stands; /* it is no end: who allocates is told */
} at_end;

void
allocator_hook(void (*hook)(void *data), void *data)
{
	at_end.hook = hook;
	at_end.data = data;
}

/* Libraries may hold locks just then: nothing of theirs is called any more. */
static _Noreturn void
end(void)
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
		if (at_end.hook)
			at_end.hook(at_end.data);
	}
	_exit(EXIT_MEMORY);
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
	uintptr_t start = ((uintptr_t)sbrk(0) + SMALL_PAGE + BLOCK_LARGE - 1) & ~(BLOCK_LARGE - 1);
	(void)sbrk((intptr_t)(start - SMALL_PAGE - (uintptr_t)sbrk(0)));
	mallopt(M_TOP_PAD, HEAP);
	memory_free(
	    memory_alloc(1)); /* the first piece takes the whole; free(malloc(1)) is no call */
	uintptr_t end = (uintptr_t)sbrk(0);
#ifdef MADV_HUGEPAGE
	if (end > start)
		madvise((void *)start, end - start, MADV_HUGEPAGE);
#endif
}
#endif

void
allocator_begin(void)
{
#ifdef __GLIBC__
	/* zlib takes and frees a quarter of a megabyte for each part of an archive: every time it
	 * goes back, the first touch of its pages is paid again. */
	mallopt(M_TRIM_THRESHOLD, KEPT);
	heap_in_large_pages();
	mallopt(M_TOP_PAD, 1024 * 1024);
#endif
	memory_end_with(end);
}

void
allocator_stand(void)
{
	at_end.stands = true;
}

void
allocator_give_back(void)
{
#ifdef __GLIBC__
	struct rusage usage;
	if (getrusage(RUSAGE_SELF, &usage) == 0 && usage.ru_maxrss >= MUCH)
		malloc_trim(0);
#endif
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
	if (!memory && !at_end.stands)
		end();
	return memory;
}

void *
calloc(size_t count, size_t size)
{
	void *memory = __libc_calloc(count, size);
	if (!memory && !at_end.stands)
		end();
	return memory;
}

void *
realloc(void *memory, size_t size)
{
	void *resized = __libc_realloc(memory, size);
	if (!resized && size && !at_end.stands)
		end();
	return resized;
}
#endif
