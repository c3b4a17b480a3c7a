/* SPDX-License-Identifier: MIT */
/* malloc, calloc and realloc of which one call fails. For one source of a program that is linked
 * with
 * --wrap for the three, so that those of the libraries fail, too. */
#ifndef PRESALE_FAILING_H
#define PRESALE_FAILING_H

#include <errno.h>
#include <stdlib.h>

void *
__real_malloc(size_t size);
void *
__real_calloc(size_t count, size_t size);
void *
__real_realloc(void *memory, size_t size);
void *
__wrap_malloc(size_t size);
void *
__wrap_calloc(size_t count, size_t size);
void *
__wrap_realloc(void *memory, size_t size);

/* With so many bytes minizip looks for the index of an archive over 4 GB, and does without that
 * when it cannot have them: a failure that nobody is to notice. */
enum { ZIP64_SEARCH = 1028 };

static unsigned long made, fail_at;

/* Counts from 0; the at-th allocation fails, or none with 0. */
static void
failing_begin(unsigned long at)
{
	made = 0;
	fail_at = at;
}

static unsigned long
failing_made(void)
{
	return made;
}

static int
fails(void)
{
	if (++made != fail_at)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *
__wrap_malloc(size_t size)
{
	return size != ZIP64_SEARCH && fails() ? NULL : __real_malloc(size);
}

void *
__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : __real_calloc(count, size);
}

void *
__wrap_realloc(void *memory, size_t size)
{
	return fails() ? NULL : __real_realloc(memory, size);
}

#endif
