/* SPDX-License-Identifier: MIT */
/* Bump allocation from blocks that double in size. They come zeroed, and large ones fresh from the
 * system without being touched: nothing here writes a byte twice. */
#include "support/arena.h"

#include "support/printed.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 1024, LARGEST_BLOCK = 8 * 1024 * 1024 };

struct arena_block {
	struct arena_block *previous;
	size_t size; /* with this head */
	max_align_t data[];
};

struct arena_ending {
	struct arena_ending *next;
	struct memory_ending self; /* should the arena itself be given up */
};

static void
block_add(struct arena *arena, size_t need)
{
	size_t size = arena->block ? arena->block->size * 2 : FIRST_BLOCK;
	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	if (size < need + sizeof(struct arena_block))
		size = need + sizeof(struct arena_block);
	struct arena_block *block = block_new(size);
	block->previous = arena->block;
	block->size = size;
	arena->block = block;
	arena->next = (char *)block->data;
	arena->end = (char *)block + size;
}

/* The next size bytes, as they are, aligned to align (a power of two). */
static char *
bump(struct arena *arena, size_t size, size_t align)
{
	size_t gap = (size_t)(-(uintptr_t)arena->next & (align - 1));
	if (!arena->block || size + gap > (size_t)(arena->end - arena->next)) {
		if (size > SIZE_MAX / 2)
			memory_exhausted();
		block_add(arena, size);
		gap = 0;
	}
	char *memory = arena->next + gap;
	arena->next = memory + size;
	return memory;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	return bump(arena, size, sizeof(void *));
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / 2 / size)
		memory_exhausted();
	return arena_alloc(arena, count * size);
}

/* The power of two that holds count items; 0 for none. */
static size_t
capacity_of(size_t count)
{
	size_t capacity = count != 0;
	while (capacity < count && capacity <= SIZE_MAX / 2)
		capacity *= 2;
	return capacity;
}

void *
arena_grow(struct arena *arena, void *items, size_t count, size_t more, size_t size)
{
	if (more > SIZE_MAX / 2 - count)
		memory_exhausted();
	size_t capacity = capacity_of(count + more);
	if (items && capacity == capacity_of(count))
		return items;
	void *bigger = arena_array(arena, capacity, size);
	if (count)
		memcpy(bigger, items, count * size);
	return bigger;
}

char *
arena_copy(struct arena *arena, const char *bytes, size_t length)
{
	char *copy = bump(arena, length + 1, 1);
	memcpy(copy, bytes, length);
	copy[length] = '\0';
	return copy;
}

char *
arena_string(struct arena *arena, const char *string)
{
	return arena_copy(arena, string, strlen(string));
}

char *
arena_printf(struct arena *arena, const char *format, ...)
{
	char small[256]; /* most texts are short: those are formatted once */
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	size_t length = printed_into(small, sizeof small, format, args);
	va_end(args);
	char *text = bump(arena, length + 1, 1);
	if (length < sizeof small)
		memcpy(text, small, length + 1);
	else
		printed_into(text, length + 1, format, again);
	va_end(again);
	return text;
}

void
arena_at_end(struct arena *arena, void (*finish)(void *data), void *data)
{
	struct arena_ending *ending = arena_alloc(arena, sizeof *ending);
	memory_hold(&ending->self, finish, data);
	ending->next = arena->endings;
	arena->endings = ending;
}

static void
finish_all(struct arena *arena)
{
	for (struct arena_ending *ending = arena->endings; ending; ending = ending->next) {
		memory_release(&ending->self);
		ending->self.finish(ending->self.data);
	}
	arena->endings = NULL;
}

void
arena_clear(struct arena *arena)
{
	finish_all(arena);
	if (!arena->block)
		return;
	/* The newest block is the largest: what is cleared again and again soon fits into
	 * it. */
	for (struct arena_block *older = arena->block->previous; older;
	     older = arena->block->previous) {
		arena->block->previous = older->previous;
		memory_free(older);
	}
	char *start = (char *)arena->block->data;
	arena->next = memset(start, 0, (size_t)(arena->next - start));
}

size_t
arena_size(const struct arena *arena)
{
	size_t size = 0;
	for (const struct arena_block *block = arena->block; block; block = block->previous)
		size += block->size;
	return size;
}

void
arena_free(struct arena *arena)
{
	finish_all(arena);
	while (arena->block) {
		struct arena_block *previous = arena->block->previous;
		memory_free(arena->block);
		arena->block = previous;
	}
	*arena = (struct arena){0};
}
