/* SPDX-License-Identifier: MIT */
#include "support/memory.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { EXIT_MEMORY = 2, KEPT = 256 * 1024 * 1024 };

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

void
memory_keep(void)
{
#ifdef __GLIBC__
	/* zlib takes and frees a quarter of a megabyte for each part of an archive: every time it goes back, the first touch of
	 * its pages is paid again. */
	mallopt(M_TRIM_THRESHOLD, KEPT);
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

/* Sanitizers bring their own allocator, which ends the program itself. */
#if defined __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__
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
