/* SPDX-License-Identifier: MIT */
/* Each piece of memory begins with its place in the ring of its heap; a piece that is nobody's is a
 * ring of its own. So whoever frees a piece need not know its heap. */
#define _GNU_SOURCE /* madvise, mremap */
#include "support/memory.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

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

/* What stands before each piece. */
struct head {
	struct memory_link link;
	size_t pages; /* bytes of pages that the piece is, or 0 */
	size_t padding;
};

/* Before large pages there is space for the head: as many small pages as one of any system's, of
 * which one is touched. */
#define HEAD_SPACE ((size_t)64 * 1024)

_Static_assert(sizeof(struct head) % _Alignof(max_align_t) == 0, "what follows a head is aligned");

struct
try {
	struct memory_heap held;
	struct memory_heap *heap; /* of the thread, before */
	struct try *outer;
	jmp_buf back;
};

static _Thread_local struct {
	struct memory_heap *heap; /* what is allocated goes there, or is nobody's */
	struct try *try;
	void (*end)(void);
} thread;

static void
ring_start(struct memory_link *ring)
{
	ring->previous = ring->next = ring;
}

static void
ring_add(struct memory_link *ring, struct memory_link *link)
{
	*link = (struct memory_link){ring, ring->next};
	link->next->previous = ring->next = link;
}

static void
ring_leave(const struct memory_link *link)
{
	link->previous->next = link->next;
	link->next->previous = link->previous;
}

/* Moves what is on a ring, in its order, to the front of another one, or leaves it to itself. */
static void
ring_move(struct memory_link *from, struct memory_link *to)
{
	struct memory_link *first = from->next, *last = from->previous;
	ring_leave(from);
	if (to && first != from) {
		last->next = to->next;
		to->next->previous = last;
		to->next = first;
		first->previous = to;
	}
	ring_start(from);
}

static void
heap_start(struct memory_heap *heap)
{
	if (heap->blocks.next)
		return;
	ring_start(&heap->blocks);
	ring_start(&heap->endings);
}

static void
heap_move(struct memory_heap *from, struct memory_heap *to)
{
	heap_start(from);
	if (to)
		heap_start(to);
	ring_move(&from->blocks, to ? &to->blocks : NULL);
	ring_move(&from->endings, to ? &to->endings : NULL);
}

static void
head_free(struct head *head)
{
	if (head->pages)
		munmap((char *)(head + 1) - HEAD_SPACE, HEAD_SPACE + head->pages);
	else
		free(head);
}

void
memory_heap_free(struct memory_heap *heap)
{
	heap_start(heap);
	while (heap->endings.next != &heap->endings) {
		struct memory_ending *ending = (struct memory_ending *)heap->endings.next;
		memory_release(ending);
		ending->finish(ending->data);
	}
	while (heap->blocks.next != &heap->blocks) {
		struct head *head = (struct head *)heap->blocks.next;
		ring_leave(&head->link);
		head_free(head);
	}
}

void
memory_heap_give(struct memory_heap *heap)
{
	heap_move(heap, thread.try ? &thread.try->held : NULL);
}

struct memory_heap *
memory_use(struct memory_heap *heap)
{
	struct memory_heap *before = thread.heap;
	if (heap)
		heap_start(heap);
	thread.heap = heap;
	return before;
}

static void
try_leave(const struct try *try)
{
	thread.heap = try->heap;
	thread.try = try->outer;
}

bool
memory_try(struct memory_heap *heap, void (*work)(void *data), void *data)
{
	struct try try = {.heap = thread.heap, .outer = thread.try};
	heap_start(&try.held);
	if (setjmp(try.back) != 0)
		return false;
	thread.heap = &try.held;
	thread.try = &try;
	work(data);
	try_leave(&try);
	heap_move(&try.held, heap ? heap : thread.try ? &thread.try->held : NULL);
	return true;
}

/* An ending that itself runs out of memory comes here again and leaves the rest to be done. */
_Noreturn void
memory_exhausted(void)
{
	struct try *try = thread.try;
	if (!try) {
		if (thread.end)
			thread.end();
		abort();
	}
	memory_heap_free(&try->held);
	try_leave(try);
	longjmp(try->back, 1);
}

void
memory_end_with(void (*end)(void))
{
	thread.end = end;
}

void
memory_hold(struct memory_ending *ending, void (*finish)(void *data), void *data)
{
	*ending = (struct memory_ending){.finish = finish, .data = data};
	if (thread.try)
		ring_add(&thread.try->held.endings, &ending->link);
	else
		ring_start(&ending->link);
}

void
memory_release(struct memory_ending *ending)
{
	ring_leave(&ending->link);
	ring_start(&ending->link);
}

static size_t
with_head(size_t size)
{
	if (size > SIZE_MAX / 2)
		memory_exhausted();
	return size + sizeof(struct head);
}

/* Takes a piece that came from the heap, or from the system as pages; gives what is behind the
 * head. */
static void *
head_begin(struct head *head, size_t pages)
{
	if (!head)
		memory_exhausted();
	head->pages = pages;
	if (thread.heap)
		ring_add(&thread.heap->blocks, &head->link);
	else
		ring_start(&head->link);
	return head + 1;
}

void *
memory_alloc(size_t size)
{
	return head_begin(malloc(with_head(size)), 0);
}

void *
memory_zeros(size_t size)
{
	return head_begin(calloc(1, with_head(size)), 0);
}

/* After a head has moved, its neighbours, or itself alone on its ring, learn where it is. */
static void *
head_moved(struct head *head, bool alone)
{
	if (alone) {
		ring_start(&head->link);
	} else {
		head->link.previous->next = &head->link;
		head->link.next->previous = &head->link;
	}
	return head + 1;
}

void *
memory_resize(void *memory, size_t size)
{
	if (!memory)
		return memory_alloc(size);
	struct head *head = (struct head *)memory - 1;
	bool alone = head->link.next == &head->link;
	head = realloc(head, with_head(size));
	if (!head)
		memory_exhausted();
	return head_moved(head, alone);
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

void
memory_free(void *memory)
{
	if (!memory)
		return;
	struct head *head = (struct head *)memory - 1;
	ring_leave(&head->link);
	head_free(head);
}

static size_t
page_bytes(size_t size)
{
	return (size + BLOCK_LARGE - 1) & ~(BLOCK_LARGE - 1);
}

/* The head of zeroed pages at a multiple of their size: asked for with one page more, what is over
 * at the ends given back. Size is a number of whole pages. */
static struct head *
pages_new(size_t size)
{
	size_t spare = HEAD_SPACE + BLOCK_LARGE;
	char *memory =
	    mmap(NULL, size + spare, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (memory == MAP_FAILED)
		memory_exhausted();
	size_t before = -(uintptr_t)(memory + HEAD_SPACE) & (BLOCK_LARGE - 1);
	char *block = memory + before + HEAD_SPACE;
	if (before)
		munmap(memory, before);
	munmap(block + size, spare - before - HEAD_SPACE);
#ifdef MADV_HUGEPAGE
	madvise(block, size, MADV_HUGEPAGE);
#endif
	return (struct head *)(void *)block - 1;
}

void *
block_new(size_t size)
{
	if (size < PAGES_FROM)
		return memory_zeros(size);
	if (size > SIZE_MAX / 2)
		memory_exhausted();
	size_t pages = page_bytes(size);
	return head_begin(pages_new(pages), pages);
}

/* Moves pages behind another head without copying them: never are there two of them. */
static bool
pages_moved(struct head *head, struct head *to)
{
#ifdef MREMAP_FIXED
	if (mremap(head + 1, head->pages, head->pages, MREMAP_MAYMOVE | MREMAP_FIXED, to + 1) ==
	    MAP_FAILED)
		return false;
	to->link = head->link;
	munmap((char *)(head + 1) - HEAD_SPACE, HEAD_SPACE);
	return true;
#else
	(void)head;
	(void)to;
	return false;
#endif
}

void *
block_grow(void *block, size_t old, size_t size)
{
	if (size < PAGES_FROM)
		return memory_resize(block, size);
	if (size > SIZE_MAX / 2)
		memory_exhausted();
	size_t pages = page_bytes(size);
	struct head *head = block ? (struct head *)block - 1 : NULL;
	if (head && head->pages == pages)
		return block;
	struct head *grown = pages_new(pages);
	bool alone = head && head->link.next == &head->link;
	if (head && head->pages && pages_moved(head, grown)) {
		grown->pages = pages;
		return head_moved(grown, alone);
	}
	void *contents = head_begin(grown, pages);
	if (old)
		memcpy(contents, block, old);
	memory_free(block);
	return contents;
}
