/* SPDX-License-Identifier: MIT */
#include "cli/workers.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_THREADS = 16 };

struct pool {
	struct work **works; /* those that take longest first */
	size_t count;
	bool alone;
	atomic_size_t next;
};

static void
take_turn(struct pool *pool, struct work *work)
{
	work->fine = work->emitter->emit(&work->emission);
	work->error = errno;
	if (work->fine)
		arena_free(&work->emission.arena);
	if (pool->alone)
		memory_trim();
}

static void *
take_turns(void *shared)
{
	struct pool *pool = shared;
	for (size_t i; (i = atomic_fetch_add(&pool->next, 1)) < pool->count;)
		take_turn(pool, pool->works[i]);
	return NULL;
}

static int
by_weight(const void *left, const void *right)
{
	const struct work *a = *(struct work *const *)left, *b = *(struct work *const *)right;
	int difference = b->emitter->weight - a->emitter->weight;
	return difference ? difference : (a > b) - (a < b);
}

void
workers_run(struct work *works, size_t count, size_t most)
{
	if (!count)
		return;
	struct pool pool = {.works = memory_alloc(count * sizeof *pool.works), .count = count, .alone = most == 1, .next = 1};
	for (size_t i = 0; i < count; i++)
		pool.works[i] = &works[i];
	qsort(pool.works, count, sizeof *pool.works, by_weight);
	long processors = most ? (long)most : sysconf(_SC_NPROCESSORS_ONLN);
	pthread_t threads[MOST_THREADS];
	size_t started = 0;
	while (started < MOST_THREADS && started + 1 < count && (long)started + 1 < processors) {
		if (pthread_create(&threads[started], NULL, take_turns, &pool) != 0)
			break;
		started++;
	}
	take_turn(&pool, pool.works[0]); /* the longest here: the heap of this thread is the better one */
	take_turns(&pool);
	for (size_t i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
	free(pool.works);
}
