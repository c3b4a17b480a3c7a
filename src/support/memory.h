/* SPDX-License-Identifier: MIT */
/* Memory from the heap. Running out of it ends the program with a message and status 2, also inside
 * libraries: their malloc, calloc and realloc are ours. So nobody tests for NULL, and libraries
 * that do so badly (libxlsxwriter) cannot crash. */
#ifndef PRESALE_SUPPORT_MEMORY_H
#define PRESALE_SUPPORT_MEMORY_H

#include <stddef.h>

/* Said of what never returns NULL. */
#define NEVER_NULL __attribute__((returns_nonnull))

/* malloc and realloc, for any size. */
NEVER_NULL void *
memory_alloc(size_t size);
NEVER_NULL void *
memory_resize(void *memory, size_t size);

/* An array on the heap of count items of size bytes (NULL and 0: none yet) with room for one more.
 * It grows when count is a power of two, so that appending takes time in proportion to the length
 * and the array needs no member for its capacity; use it for arrays that only grow. Free it with
 * free. */
NEVER_NULL void *
list_grow(void *items, size_t count, size_t size);

/* Memory that may become large: size bytes of zeros, with room for what grows. From BLOCK_LARGE
 * bytes on it comes from the system in pages of that size, where the system has such: the first
 * touch of small pages costs more than what is written to them. */
#define BLOCK_LARGE ((size_t)2 * 1024 * 1024)
NEVER_NULL void *
block_new(size_t size);

/* The block of old bytes (NULL and 0: none yet) with its contents and size bytes, size > old; what
 * is new is not zeroed. */
NEVER_NULL void *
block_grow(void *block, size_t old, size_t size);

/* Frees a block of size bytes, or NULL. */
void
block_free(void *block, size_t size);

/* Has freed memory kept for what comes next instead of given back to the system. Once, at the start
 * of a program that ends
 * soon. */
void
memory_keep(void);

/* Gives back to the system what was freed since, where the library can. */
void
memory_trim(void);

/* Says that memory ran out, calls the hook and exits with status 2. */
_Noreturn void
memory_exhausted(void);

/* What to do before that exit, or NULL; one hook at a time, set while no other thread runs. It is
 * called on the thread that ran out of memory. */
void
memory_hook(void (*hook)(void *data), void *data);

#endif
