/* SPDX-License-Identifier: MIT */
#include "cli/workers.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

enum { MOST_THREADS = 16 };

struct pool {
	struct work *works;
	size_t count;
	bool alone;
	atomic_size_t next;
};

static void *
take_turns(void *shared)
{
	struct pool *pool = shared;
	for (size_t i; (i = atomic_fetch_add(&pool->next, 1)) < pool->count;) {
		struct work *work = &pool->works[i];
		work->fine = work->emitter->emit(&work->emission);
		work->error = errno;
		if (work->fine)
			arena_free(&work->emission.arena);
		if (pool->alone)
			memory_trim();
	}
	return NULL;
}

void
workers_run(struct work *works, size_t count, size_t most)
{
	struct pool pool = {.works = works, .count = count, .alone = most == 1};
	long processors = most ? (long)most : sysconf(_SC_NPROCESSORS_ONLN);
	pthread_t threads[MOST_THREADS];
	size_t started = 0;
	while (started < MOST_THREADS && started + 1 < count && (long)started + 1 < processors) {
		if (pthread_create(&threads[started], NULL, take_turns, &pool) != 0)
			break;
		started++;
	}
	take_turns(&pool);
	for (size_t i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
}
