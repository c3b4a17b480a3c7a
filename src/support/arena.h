/* SPDX-License-Identifier: MIT */
/* Memory with one lifetime: everything allocated from an arena is freed with it, at once. Callers
 * never test for NULL (memory.h). */
#ifndef PRESALE_SUPPORT_ARENA_H
#define PRESALE_SUPPORT_ARENA_H

#include "support/memory.h"

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *block; /* the block in use, linked to the earlier ones */
	char *next;
	char *end;
	struct arena_ending *endings;
};

/* Zeroed memory aligned for any type; lives until arena_free. */
NEVER_NULL void *
arena_alloc(struct arena *arena, size_t size);

/* Like arena_alloc for count items of size bytes; an overflow counts as memory exhausted. */
NEVER_NULL void *
arena_array(struct arena *arena, size_t count, size_t size);

/* An array of count items of size bytes with capacity for more of them: items itself while it has
 * that, else a copy. An array (NULL and 0: none yet) that grows only so takes time and memory in
 * proportion to its length, however often it grows. */
NEVER_NULL void *
arena_grow(struct arena *arena, void *items, size_t count, size_t more, size_t size);

/* A NUL-terminated copy of length bytes. */
NEVER_NULL char *
arena_copy(struct arena *arena, const char *bytes, size_t length);

/* A NUL-terminated copy of a string. */
NEVER_NULL char *
arena_string(struct arena *arena, const char *string);

/* printf into the arena. */
NEVER_NULL char *
arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Has finish(data) called by arena_free, before the memory goes: for what a library allocates. The
 * last comes first. */
void
arena_at_end(struct arena *arena, void (*finish)(void *data), void *data);

/* Forgets everything and keeps some memory for what comes next: for an arena that is filled and
 * emptied many times. */
void
arena_clear(struct arena *arena);

/* Bytes taken from the system. */
size_t
arena_size(const struct arena *arena);

/* Frees everything; the arena is empty and usable again. */
void
arena_free(struct arena *arena);

#endif
