/* SPDX-License-Identifier: MIT */
/* Memory from the heap. Nobody tests for NULL: where memory runs out, the work under way on the
 * thread is given up (memory_try), or what the thread has been told to do instead is done
 * (memory_end_with). What libraries allocate themselves is not known here: who calls them has an
 * ending for what they hold, and calls memory_exhausted when they say that they have no memory. */
#ifndef PRESALE_SUPPORT_MEMORY_H
#define PRESALE_SUPPORT_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Said of what never returns NULL. */
#define NEVER_NULL __attribute__((returns_nonnull))

/* malloc, calloc and realloc, for any size. */
NEVER_NULL void *
memory_alloc(size_t size);
NEVER_NULL void *
memory_zeros(size_t size);
NEVER_NULL void *
memory_resize(void *memory, size_t size);

/* An array on the heap of count items of size bytes (NULL and 0: none yet) with capacity for one
 * more. It grows at powers of two, so that appending takes time in proportion to the length and the
 * array needs no member for its capacity; use it for arrays that only grow. Free it with
 * memory_free. */
NEVER_NULL void *
list_grow(void *items, size_t count, size_t size);

/* Memory that may become large: size bytes of zeros, with space for what grows. From BLOCK_LARGE
 * bytes on it comes from the system in pages of that size, where the system has such: the first
 * touch of small pages costs more than what is written to them. */
#define BLOCK_LARGE ((size_t)2 * 1024 * 1024)
NEVER_NULL void *
block_new(size_t size);

/* The block of old bytes (NULL and 0: none yet) with its contents and size bytes, size > old; what
 * is new is not zeroed. */
NEVER_NULL void *
block_grow(void *block, size_t old, size_t size);

/* Frees what the functions above gave, or NULL; on any thread, as long as no other works with the
 * same heap just then. */
void
memory_free(void *memory);

/* A place in a ring; both NULL before the first use. */
struct memory_link {
	struct memory_link *previous, *next;
};

/* What a work allocated and has not freed, and what is to be done about the rest of what it holds.
 * Zeros are an empty one. It stays where it is while it holds something, and is used by one thread
 * at a time. */
struct memory_heap {
	struct memory_link blocks, endings;
};

/* Does work(data). True when it ends: what it still holds is then heap's, or with NULL the
 * enclosing try's, or nobody's where there is none. False when memory ran out: all that it
 * allocated on this thread is freed, after its endings have been carried out, the last first; what
 * was there before and the work has changed may point to memory that is gone. */
bool
memory_try(struct memory_heap *heap, void (*work)(void *data), void *data);

/* Gives what a heap holds to the thread's try, or to nobody where there is none; heap is empty. */
void
memory_heap_give(struct memory_heap *heap);

/* Carries out the endings of a heap, the last first, and frees all that it holds; it is empty. */
void
memory_heap_free(struct memory_heap *heap);

/* Has the thread allocate from heap (NULL: from nobody's) until it is told otherwise or its try
 * ends; gives what it allocated from before. For what outlives a try that adds to it. Endings stay
 * those of the try. */
struct memory_heap *
memory_use(struct memory_heap *heap);

/* What has to be done about something that is not of a heap, a file or what a library allocated,
 * when the work that holds it is given up. It allocates nothing. */
struct memory_ending {
	struct memory_link link;
	void (*finish)(void *data);
	void *data;
};

/* Has finish(data) called when the try that the thread is in is given up, or what it left freed, as
 * long as memory_release has not been called for the ending. That lives as long: on the stack of
 * the work, or in memory of the try. */
void
memory_hold(struct memory_ending *ending, void (*finish)(void *data), void *data);

/* Takes an ending back: the work ends it by itself. Of several, in any order. */
void
memory_release(struct memory_ending *ending);

/* Gives up the try that the thread is in; without one, does what was said with memory_end_with. */
_Noreturn void
memory_exhausted(void);

/* What a thread does instead that runs out of memory outside a try: the function does not return.
 * Without one the process is aborted. */
void
memory_end_with(void (*end)(void));

#endif
